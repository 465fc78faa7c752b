"""Sync and devices: the hub, the devices of this station, the backups."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget

from desktop.actions import Action, act
from desktop.scans import Outcome, Scan
from desktop.screen import Screen
from desktop.screens.sync_backups import BackupsPage
from desktop.screens.sync_devices import DevicesPage
from desktop.screens.sync_exchange import ExchangePage
from desktop.text import QT_TRANSLATE_NOOP
from desktop.widgets import Button, beside, column

EXCHANGE, DEVICES, BACKUPS = 0, 1, 2
AGAIN_MS = 3000
"""How often the exchange is looked at again: another process does it."""


class SyncScreen(Screen):
    """Three pages: the exchange with the hub, the devices, the backups."""

    id = "sync"
    title_text = QT_TRANSLATE_NOOP("Screens", "Sync and devices")
    short_text = QT_TRANSLATE_NOOP("Screens", "Sync")
    hint_text = QT_TRANSLATE_NOOP("Screens", "Hub, devices, backups")
    icon, group = "sync", "office"
    refreshes_on = ("device_setting", "log", "station", "site")

    def build(self) -> None:
        """Three buttons above three pages."""
        self.exchange, self.devices = ExchangePage(self), DevicesPage(self)
        self.backups = BackupsPage(self)
        self.tabs = (Button("secondary", "cloud"), Button("secondary", "plug"),
                     Button("secondary", "history"))  # fmt: skip
        self.pages = QStackedWidget()
        for at, page in enumerate((self.exchange, self.devices, self.backups)):
            self.pages.addWidget(page)
            self.tabs[at].clicked.connect(lambda _=False, n=at: self.show_page(n))
        head = beside(*self.tabs, None, gap=10)
        box = column(self, head, self.pages, gap=12)
        box.setContentsMargins(24, 10, 24, 10)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.exchange.refresh)

    def retranslate(self) -> None:
        """Set the texts."""
        words = (self.tr("Exchange"), self.tr("Devices"), self.tr("Backups"))
        for button, text in zip(self.tabs, words, strict=True):
            button.setText(text)
        for page in (self.exchange, self.devices, self.backups):
            page.retranslate()
        self._mark()

    def enter(self, params: Mapping[str, object]) -> None:
        """Show the page that is asked for, else the one of last time."""
        part = params.get("part")
        wanted = {"exchange": EXCHANGE, "devices": DEVICES, "backups": BACKUPS}
        self.devices.enter()
        self._timer.start(AGAIN_MS)
        self.show_page(wanted.get(str(part), self.pages.currentIndex()))
        self.refresh()

    def leave(self) -> bool:
        """Stop looking and listening."""
        self._timer.stop()
        self.devices.leave()
        return True

    def refresh(self) -> None:
        """Read everything again."""
        self.exchange.refresh()
        self.devices.refresh()
        self.backups.refresh()

    def screen_actions(self) -> Sequence[Action]:
        """Give the acts of the page in view; F5 turns the pages."""
        turn = act("next", self._turn, label=self.tr("Next page"))
        own = (self.exchange, self.devices, self.backups)[self.pages.currentIndex()].acts()
        return [turn, *own, act("devices", lambda: self.show_page(DEVICES), on_bar=False)]

    def on_scan(self, scan: Scan) -> Outcome | None:
        """Show what was scanned and what it means: this is where scanners are tried out."""
        self.show_page(DEVICES)
        text, tone = self.devices.take_scan(scan)
        return Outcome(tone, text)

    def take_focus(self) -> None:
        """Start at the buttons of the pages."""
        self.tabs[self.pages.currentIndex()].setFocus()

    def show_page(self, number: int) -> None:
        """Turn to a page."""
        self.pages.setCurrentIndex(number)
        self._mark()
        self.actions_changed()

    def _turn(self) -> None:
        self.show_page((self.pages.currentIndex() + 1) % self.pages.count())

    def _mark(self) -> None:
        for at, button in enumerate(self.tabs):
            button.set_chosen(at == self.pages.currentIndex())

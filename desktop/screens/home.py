"""Home: one tile for each thing that this person may do, and how much of it waits."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop import figures, screens
from desktop.actions import Action, act
from desktop.scans import Outcome, Scan
from desktop.screen import Screen
from desktop.screens.home_counts import Waiting, waiting
from desktop.session import RIGHTS
from desktop.text import QT_TRANSLATE_NOOP
from desktop.tones import Tone
from desktop.widgets import EmptyState, Text, Tile, TileGrid, beside, column

GROUPS = ("warehouse", "counter", "office")
FRESH_S = 16 * 3600
"""A shift that has been open for longer was probably forgotten."""
AGAIN_MS = 10_000
"""How often the counts are read again: the sync process sends without telling anybody."""


class HomeScreen(Screen):
    """What next? Tiles in groups; a scan looks the thing up."""

    id = "home"
    title_text = QT_TRANSLATE_NOOP("Screens", "Home")
    icon = "home"
    refreshes_on = (
        "balance", "receipt_state", "purchase_order_state", "sales_order_state", "open_reservation",
        "pick_task_state", "count_wanted", "count_settled", "held_state", "shift", "shift_closed",
        "sale", "conflict", "quarantine", "log", RIGHTS,
    )  # fmt: skip

    def build(self) -> None:
        """A greeting, then a heading and a grid for each group."""
        self.greeting, self.tip = Text("heading"), Text("muted")
        self._headings = {group: Text("label") for group in GROUPS}
        self._grids = {group: TileGrid(compact=True) for group in GROUPS}
        self._tiles: dict[str, Tile] = {}
        self._waiting = Waiting({}, None)
        self.nothing = EmptyState("lock")
        self.nothing.hide()
        holder = QWidget()
        box = column(holder, gap=8, margin=0)
        for group in GROUPS:
            box.addWidget(self._headings[group])
            box.addWidget(self._grids[group])
            box.addSpacing(8)
        box.addWidget(self.nothing)
        box.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        head = beside(self.greeting, None, self.tip)
        page = column(self, head, area, gap=12)
        page.setContentsMargins(24, 12, 24, 8)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.refresh)

    def retranslate(self) -> None:
        """Set the texts."""
        words = {
            "warehouse": self.tr("Warehouse"),
            "counter": self.tr("Counter"),
            "office": self.tr("Office"),
        }
        for group, heading in self._headings.items():
            heading.setText(words[group])
        self.tip.setText(self.tr("Scan anything to look it up"))
        self.nothing.set_words(
            self.tr("There is nothing for you to do here"),
            self.tr("Your roles give you no rights at this company. Ask a manager."),
        )
        self._greet()
        self._show_tiles()

    def enter(self, params: Mapping[str, object]) -> None:
        """Show this person's tiles and count what waits."""
        del params
        self._greet()
        self._show_tiles()
        self._timer.start(AGAIN_MS)
        self.refresh()

    def leave(self) -> bool:
        """Count no more."""
        self._timer.stop()
        return True

    def refresh(self) -> None:
        """Count again; the rights may have changed as well."""
        if {kind.id for kind in self._places()} != set(self._tiles):
            self._show_tiles()
        replica, site = self.context.replica, self.context.site_number
        self.query(
            lambda c: waiting(c, site, replica.station, replica.station_number),
            self._take_counts,
            newest="counts",
        )

    def take_focus(self) -> None:
        """Start at the first tile: arrows and Enter go on from there."""
        first = next(iter(self._tiles.values()), None)
        (first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def on_scan(self, scan: Scan) -> Outcome | None:
        """Look up whatever was scanned."""
        self.context.navigate("stock", code=scan.text)
        return None

    def screen_actions(self) -> Sequence[Action]:
        """Find goods, find customers."""
        shown = {kind.id for kind in self._places()}
        actions = [act("find", lambda: self.context.navigate("stock"))]
        if "customers" in shown:
            actions.append(act("customer", lambda: self.context.navigate("customers")))
        return actions

    def tile(self, id_: str) -> Tile | None:
        """Give the tile of a screen, if this person has it."""
        return self._tiles.get(id_)

    def _places(self) -> list[type[Screen]]:
        """Give the screens of this person that have a group."""
        may = self.context.session.may
        return [kind for kind in screens.SCREENS if kind.group in GROUPS and may(kind.permission)]

    def _greet(self) -> None:
        """Greet by the time of day."""
        hour = self.context.now().hour
        if hour < 12:
            words = self.tr("Good morning, %1")
        elif hour < 18:
            words = self.tr("Good afternoon, %1")
        else:
            words = self.tr("Good evening, %1")
        self.greeting.setText(words.replace("%1", self.context.session.user_name))

    def _show_tiles(self) -> None:
        """Make the tiles of this person."""
        places = self._places()
        self._tiles = {}
        for group in GROUPS:
            mine = [kind for kind in places if kind.group == group]
            for kind in mine:
                tile = Tile(kind.icon, compact=True)
                tile.clicked.connect(lambda _=False, id_=kind.id: self.context.navigate(id_))
                self._tiles[kind.id] = tile
            self._grids[group].set_tiles([self._tiles[kind.id] for kind in mine])
            self._headings[group].setVisible(bool(mine))
            self._grids[group].setVisible(bool(mine))
        self.nothing.setVisible(not any(kind.permission for kind in places))
        self._show_counts()
        self.actions_changed()

    def _take_counts(self, found: Waiting) -> None:
        """Show what was counted."""
        self._waiting = found
        self._show_counts()

    def _show_counts(self) -> None:
        """Write on every tile what waits behind it, else what it is for."""
        for kind in self._places():
            tile = self._tiles.get(kind.id)
            if tile is None:
                continue
            count = self._waiting.counts.get(kind.id, 0)
            words = self._words(kind.id, count) if count else ""
            tile.set_words(kind.title(), words or kind.hint())
            warns = kind.id in {"conflicts", "stock"}
            tile.set_count(str(count) if count else "", Tone.WARNING if warns else Tone.INFO)
        self._show_shift()

    def _show_shift(self) -> None:
        """Say on the shift's tile whether the till is open."""
        tile, since = self._tiles.get("shift"), self._waiting.shift_since
        if tile is None:
            return
        if since is None:
            tile.set_words(tile.text(), self.tr("No shift is open at this till"))
            tile.set_count(self.tr("Closed"), Tone.NEUTRAL)
            return
        fresh = self.context.now().timestamp() - since / 1000 < FRESH_S
        shown = figures.clock(since) if fresh else figures.moment(since)
        tile.set_words(tile.text(), self.tr("Open since %1").replace("%1", shown))
        tile.set_count(self.tr("Open now"), Tone.SUCCESS if fresh else Tone.WARNING)

    def _words(self, id_: str, count: int) -> str:
        """Say what the count of a tile means."""
        words = {
            "receive": self.tr("%n order(s) expected", "", count),
            "putaway": self.tr("%n item(s) to put away", "", count),
            "orders": self.tr("%n order(s) to allocate", "", count),
            "pick": self.tr("%n order(s) to pick", "", count),
            "sell": self.tr("%n sale(s) on hold", "", count),
            "stock": self.tr("%n place(s) to count", "", count),
            "conflicts": self.tr("%n thing(s) to decide", "", count),
            "sync": self.tr("%n change(s) not sent yet", "", count),
        }
        return words.get(id_, "")

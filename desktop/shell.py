"""The window: rail, header, banner, the current screen, its action bar, the status strip.

The shell owns navigation, the lock, the scan router and the actions of the moment. It knows screens
only by their class attributes and makes each one when it is first entered.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QWidget

from desktop import icons, theme
from desktop.actions import Action
from desktop.chrome.banner import Banner
from desktop.chrome.bars import ActionBar, Header, StationStatus, StatusStrip
from desktop.chrome.rail import Place, Rail
from desktop.chrome.sheets import Entry, HelpSheet, PaletteSheet
from desktop.context import Context, Guest
from desktop.language import Languages
from desktop.messages import DEFECT, translate_sentence
from desktop.offload import Failure
from desktop.scan_router import ScanRouter, active_target
from desktop.scans import Outcome, ScanTarget
from desktop.screen import ACTIONS_CHANGED, Screen, Session
from desktop.session import RIGHTS
from desktop.tones import Tone
from desktop.wedge import WedgeSettings
from desktop.widgets import column, row
from desktop.window_actions import window_actions

NAME = "Counterfoil"
HOME = "home"
SIGN_ON = "sign_on"
TICK_MS = 15_000


class Shell(QMainWindow):
    """The main window over a list of screen classes."""

    signed_in = Signal(object)
    """The :class:`Session` that took the window."""
    mute_changed = Signal(bool)
    theme_changed = Signal(str)

    def __init__(
        self,
        context: Context,
        screens: Sequence[type[Screen]],
        languages: Languages,
        wedge: WedgeSettings | None = None,
    ) -> None:
        """The window is shown by the caller; ``start`` goes to the first screen."""
        super().__init__()
        self.context, self.languages = context, languages
        self._kinds = {kind.id: kind for kind in screens}
        self._made: dict[str, Screen] = {}
        self._trail: list[tuple[str, dict[str, object]]] = []
        self._locked_from: tuple[str, str] | None = None
        self._actions: list[Action] = []
        self._qactions: list[QAction] = []
        self._status = StationStatus()
        self._build()
        self.router = ScanRouter(self._scan_target, self.run_action, self, wedge)
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        """Lay the parts out."""
        self.rail, self.header, self.stack = Rail(), Header(), QStackedWidget()
        self.banner = Banner(self.context.earcon)
        self.bar, self.strip = ActionBar(), StatusStrip()
        side, all_of_it = QWidget(), QWidget()
        all_of_it.setProperty("kind", "ground")
        box = column(
            side, self.header, self.banner, self.stack, self.bar, self.strip, gap=0, margin=0
        )
        box.setStretch(2, 1)
        row(all_of_it, self.rail, side, gap=0).setStretch(1, 1)
        self.setCentralWidget(all_of_it)
        self.setMinimumSize(1024, 700)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._tick)

    def _connect(self) -> None:
        """Tie the parts together."""
        context = self.context
        context.feedback = self.banner
        context.go, context.go_back = self.navigate, self.back
        context.lock_window, context.take_session = self.lock, self.sign_in
        context.use_language = self.languages.use
        context.offload.refresh.changed.connect(self._heard)
        context.offload.unhandled.connect(self._show_failure)
        self.rail.chosen.connect(self.navigate)
        self.header.lock_asked.connect(self.lock)
        self.header.palette_asked.connect(self.open_palette)
        self.strip.asked.connect(self.go_if_there)
        self.router.answered.connect(self.banner.show_outcome)
        self.router.suppressed.connect(self._show_suppressed)

    # Where we are.

    def start(self) -> None:
        """Begin at the sign-on screen (or at home where there is none) and watch the scanners."""
        self.router.start()
        self._clock.start(TICK_MS)
        self.navigate(SIGN_ON if SIGN_ON in self._kinds else HOME)

    @property
    def current(self) -> Screen | None:
        """The current screen."""
        widget = self.stack.currentWidget()
        return widget if isinstance(widget, Screen) else None

    def screen_for(self, id_: str) -> Screen:
        """Give a screen, made if it is the first time; an unknown id is a KeyError."""
        if id_ not in self._made:
            screen = self._kinds[id_](self.context)
            screen.installEventFilter(self)
            self._made[id_] = screen
            self.stack.addWidget(screen)
        return self._made[id_]

    def navigate(self, id_: str, params: Mapping[str, object] | None = None) -> None:
        """Go to a screen, if the person may and the present screen lets go."""
        kind = self._kinds[id_]
        if id_ != SIGN_ON and self._nobody():
            return
        if not self.context.session.may(kind.permission):
            text = self.tr("You are not allowed to open %1").replace("%1", kind.title())
            self.banner.error(text)
            return
        present = self.current
        if present is not None and present.id != id_ and not present.leave():
            return
        if not self._trail or self._trail[-1][0] != id_:
            self._trail = [*self._trail[-20:], (id_, dict(params or {}))]
        self._show(id_, params or {})

    def back(self) -> None:
        """Go to the screen before; at the first one, home."""
        if len(self._trail) > 1:
            present = self.current
            if present is not None and not present.leave():
                return
            self._trail.pop()
            self._show(*self._trail[-1])
        elif HOME in self._kinds:
            self.navigate(HOME)

    def _show(self, id_: str, params: Mapping[str, object]) -> None:
        """Make a screen the current one."""
        screen = self.screen_for(id_)
        self.banner.clear()
        self.stack.setCurrentWidget(screen)
        self.rail.setVisible(bool(self.context.session.user_name))
        self.rail.set_current(id_)
        self.header.title.setText(screen.title())
        screen.enter(params)
        screen.take_focus()
        self.refresh_actions()

    def go_if_there(self, id_: str) -> None:
        """Go to a screen if this application has it and somebody is signed on."""
        if id_ in self._kinds and self.context.session.user_name:
            self.navigate(id_)

    # Who works here.

    def sign_in(self, session: Session) -> None:
        """Give the window to a person: back to where they were if they had locked it, else home."""
        self.context.session = session
        self._fill_rail()
        self._place()
        self.signed_in.emit(session)
        locked, self._locked_from = self._locked_from, None
        if locked is not None and locked[0] == session.user_name:
            self._show(locked[1], {"resumed": True})
            return
        self._trail = []
        self.navigate(HOME if HOME in self._kinds else next(iter(self._kinds)))

    def _heard(self, changed: frozenset[str]) -> None:
        """Follow the rights of whoever is signed on: the centre changed them."""
        if RIGHTS not in changed:
            return
        self._fill_rail()
        self.refresh_actions()
        current = self.current
        if current is not None and not self.context.session.may(current.permission):
            self.navigate(HOME)

    def lock(self) -> None:
        """Hide everything until somebody signs on; the screens keep what they show."""
        if not self.context.session.user_name or SIGN_ON not in self._kinds:
            return
        current = self.current
        if current is not None:
            self._locked_from = (self.context.session.user_name, current.id)
        self.context.session = Guest()
        self._place()
        self._show(SIGN_ON, {"locked": True})

    # What can be done.

    def actions_now(self) -> Sequence[Action]:
        """Give all actions of the moment: the screen's, its undo, the window's."""
        return tuple(self._actions)

    def refresh_actions(self) -> None:
        """Ask the screen again and rebuild keys and bar."""
        screen = self.current
        own = list(screen.screen_actions()) if screen is not None else []
        undo = screen.undo_action() if screen is not None else None
        if undo is not None and all(action.id != "undo" for action in own):
            own.insert(0, undo)
        taken = {action.id for action in own}
        general = [action for action in window_actions(self) if action.id not in taken]
        self._actions = [*own, *general]
        self.bar.set_actions(own)
        for old in self._qactions:
            self.removeAction(old)
            old.deleteLater()
        self._qactions = [self._qaction(action) for action in self._actions]
        self.addActions(self._qactions)

    def run_action(self, id_: str) -> bool:
        """Run an action by id (a command barcode); says so if it is not possible now."""
        action = next((action for action in self._actions if action.id == id_), None)
        if action is None or not action.enabled():
            self.banner.warning(self.tr("That command does nothing here"))
            return False
        action.run()
        return True

    def clear(self) -> None:
        """Esc: first acknowledge the message, then whatever the screen clears."""
        own = next((a for a in self._actions if a.id == "clear" and a.run != self.clear), None)
        if self.banner.outcome is not None or own is None:
            self.banner.clear()
        elif own.enabled():
            own.run()

    def _qaction(self, action: Action) -> QAction:
        """Make the key of an action."""
        made = QAction(action.title, self)
        made.setEnabled(action.enabled())
        if action.spec.icon:
            made.setIcon(icons.icon(action.spec.icon, theme.current().colour("muted")))
        if action.spec.shortcut:
            made.setShortcut(QKeySequence(action.spec.shortcut))
        made.triggered.connect(self.clear if action.id == "clear" else action.run)
        return made

    def open_palette(self) -> None:
        """Find a command or a screen by a few letters."""
        PaletteSheet(self, self._entries()).appear()

    def open_help(self) -> None:
        """Show the keys that work here."""
        HelpSheet(self, self._actions, lambda: self.run_action("barcodes")).appear()

    def _entries(self) -> list[Entry]:
        """Give what the palette finds: actions that are allowed now, then screens."""
        entries = [
            Entry(action.id, action.title, action.undo_text, action.run, action.spec.shortcut)
            for action in self._actions
            if action.enabled()
        ]
        for kind in self._places():

            def go(id_: str = kind.id) -> None:
                self.navigate(id_)

            entries.append(Entry(f"go:{kind.id}", kind.title(), kind.hint(), go))
        return entries

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer the actions as a menu."""
        menu = QMenu(self)
        menu.addActions([made for made in self._qactions if made.isEnabled()])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    # What it says.

    def show_status(self, status: StationStatus) -> None:
        """Show how it stands with hub, backup and devices."""
        self._status = status
        self._tick()

    def show_defect(self, log_id: str) -> None:
        """Say calmly that something unexpected happened."""
        self.banner.error(translate_sentence(DEFECT, {"log_id": log_id}))

    def _tick(self) -> None:
        """Bring clock and spans up to date."""
        self.strip.show_status(self._status, self.context.now())

    def _show_failure(self, failure: Failure) -> None:
        """Show why work did not succeed."""
        self.banner.error(failure.sentence)

    def _show_suppressed(self, _scan: object) -> None:
        """Say that a repeat was not counted."""
        self.banner.show_outcome(Outcome(Tone.INFO, self.tr("Same code again: counted once")))

    def _scan_target(self) -> ScanTarget | None:
        """Give who takes scans now."""
        return active_target(lambda: self.current)

    # How it looks and speaks.

    def retranslate(self) -> None:
        """Set every fixed text of the window."""
        self.context.language = self.languages.code
        self.header.set_names(self.tr("Find a command"), self.tr("Lock"))
        self._fill_rail()
        self._place()
        self._tick()
        current = self.current
        if current is not None:
            self.header.title.setText(current.title())

    def switch_theme(self) -> None:
        """Go from light to dark or back."""
        mode = "light" if theme.current().mode == "dark" else "dark"
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.apply(application, theme.Theme(mode, gloves=theme.current().gloves))
        self._tick()
        self.refresh_actions()
        self.theme_changed.emit(mode)

    def switch_sound(self) -> None:
        """Mute or sound; muting is said, because a silent station is a risk."""
        earcon = self.context.earcon
        earcon.muted = not earcon.muted
        self.mute_changed.emit(earcon.muted)
        self.banner.info(self.tr("Sounds are off") if earcon.muted else self.tr("Sounds are on"))

    def _places(self) -> list[type[Screen]]:
        """Give the screens that this person may open and that are shown."""
        may = self.context.session.may
        if self._nobody():
            return []
        return [kind for kind in self._kinds.values() if kind.group and may(kind.permission)]

    def _nobody(self) -> bool:
        """Whether somebody must sign on before anything else."""
        return SIGN_ON in self._kinds and not self.context.session.user_name

    def _fill_rail(self) -> None:
        """Show the places of this person."""
        places = [
            Place(kind.id, kind.short_title(), kind.icon, kind.title()) for kind in self._places()
        ]
        if HOME in self._kinds:
            home = self._kinds[HOME]
            places.insert(0, Place(HOME, home.title(), home.icon))
        self.rail.set_places(places)
        self.rail.setVisible(bool(self.context.session.user_name))
        current = self.current
        if current is not None:
            self.rail.set_current(current.id)

    def _place(self) -> None:
        """Show site, station and person."""
        context = self.context
        self.header.set_place(context.site, context.station, context.session.user_name)
        where = " \u00b7 ".join(part for part in (context.site, context.station) if part)
        self.setWindowTitle(f"{NAME} \u2013 {where}" if where else NAME)

    # Qt's events.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Hear that the current screen's actions changed."""
        if event.type() == ACTIONS_CHANGED and watched is self.current:
            self.refresh_actions()
        return False

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.refresh_actions()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Stop watching keyboard and clock; a screen may refuse."""
        current = self.current
        if current is not None and not current.leave():
            event.ignore()
            return
        self.router.stop()
        self._clock.stop()
        super().closeEvent(event)

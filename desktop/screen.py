"""The shape of every screen, and what a screen is given to work with.

A screen builds its widgets in ``build``, puts every text in ``retranslate``, answers scans in
``on_scan``, offers its acts in ``screen_actions``, and reaches the replica only through ``query``
and ``command``. See ``desktop/README.md`` for one in thirty lines.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.actions import Action, act
from desktop.approval import ask_approval
from desktop.earcon import Earcon
from desktop.offload import (
    Cancel,
    Command,
    Connection,
    Failure,
    Offload,
    Query,
    Transaction,
    Work,
)
from desktop.scans import Outcome, Scan
from desktop.tones import Tone
from desktop.widgets.scan_field import ScanField
from domain.company import Company
from domain.replica import Approval, Replica

T = TypeVar("T")

SCREEN_CONTEXT = "Screens"
"""The translation context of screen titles."""


class Session(Protocol):
    """Who works here now."""

    @property
    def user_name(self) -> str:
        """The name to show."""

    @property
    def actor(self) -> object:
        """What the replica's transactions take as their actor."""

    def may(self, permission: str) -> bool:
        """Whether this person has the permission; the empty one is everybody's."""


@dataclass(frozen=True, slots=True)
class DeviceState:
    """One device as the status strip shows it: ``icon`` names its kind, ``tone`` its health."""

    name: str
    icon: str
    tone: Tone
    words: str = ""


class Devices(Protocol):
    """What a screen may ask of the devices. No call blocks; answers come on the GUI thread."""

    def states(self) -> Sequence[DeviceState]:
        """The devices of this station and how they are."""

    def weigh(self, then: Callable[[object], None]) -> None:
        """Ask the scale; ``then`` gets a weight event or an error event of the devices room."""

    def print_text(self, kind: str, text: str) -> None:
        """Print a receipt or a label (``kind``) on the printer bound to it."""

    def open_drawer(self) -> None:
        """Open the cash drawer; the permission was checked by the command before."""


class Feedback(Protocol):
    """The banner of the window: words, colour, shape and sound together."""

    def show_outcome(self, outcome: Outcome) -> None:
        """Show an outcome; an error stays until it is acknowledged or answered by a success."""

    def success(self, text: str) -> None:
        """Say that something went well."""

    def warning(self, text: str) -> None:
        """Say that something needs attention."""

    def error(self, text: str) -> None:
        """Say that something was refused or failed; stays."""

    def clear(self) -> None:
        """Take the message away."""


class ScreenContext(Protocol):
    """All that a screen is given."""

    @property
    def offload(self) -> Offload:
        """The way to the replica, and the refresh bus."""

    @property
    def session(self) -> Session:
        """Who works here now."""

    @property
    def devices(self) -> Devices:
        """The station's devices."""

    @property
    def earcon(self) -> Earcon:
        """The sounds."""

    @property
    def feedback(self) -> Feedback:
        """The message banner."""

    @property
    def replica(self) -> Replica:
        """The replica, for the few functions that open a transaction of their own."""

    @property
    def company(self) -> Company:
        """The company: currency, rounding, telephone region."""

    @property
    def site_number(self) -> int:
        """The number of the site that this station works for."""

    @property
    def language(self) -> str:
        """The language of the moment: ``en`` or ``zh_CN``."""

    @property
    def site(self) -> str:
        """The name of the site."""

    @property
    def station(self) -> str:
        """The name of the station."""

    def now(self) -> datetime:
        """The time to show, with its zone; fixed in screenshots and tests."""

    def navigate(self, screen_id: str, **params: object) -> None:
        """Go to a screen; the parameters reach its ``enter``."""

    def back(self) -> None:
        """Go to the screen before."""

    def sign_in(self, session: Session) -> None:
        """Somebody signed on (the sign-on screen says so): the window is theirs."""

    def speak(self, code: str) -> None:
        """Put a language (``en``, ``zh_CN``) in force for the whole window."""

    def lock(self) -> None:
        """Hide everything until somebody signs on; what was under way stays as it is."""


class Screen(QWidget):
    """One screen of the application. Subclasses fill in the class attributes and the methods."""

    id: ClassVar[str] = ""
    """Stable and lower case, such as ``receive``."""
    title_text: ClassVar[str] = ""
    """English, marked ``QT_TRANSLATE_NOOP("Screens", ...)``."""
    hint_text: ClassVar[str] = ""
    """One line for the home tile, marked the same way."""
    short_text: ClassVar[str] = ""
    """For the rail, where the title is too long for it; marked the same way."""
    icon: ClassVar[str] = ""
    """The name of an icon in ``resources/icons``."""
    permission: ClassVar[str] = ""
    """What the session must be allowed; empty means everybody."""
    refreshes_on: ClassVar[tuple[str, ...]] = ()
    """Tables and topics; when a command changes one of them, ``refresh`` is called."""
    repeat_ms: ClassVar[int] = 300
    """The same code again within this time is one scan; 0 where repeats count (counting)."""
    group: ClassVar[str] = ""
    """The rail's and home's group: ``warehouse``, ``counter``, ``office`` or empty (hidden)."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        """Build once; the screen is then kept and entered again and again."""
        super().__init__(parent)
        self.setObjectName(f"screen-{self.id}")
        self.context = context
        self._undo: tuple[str, Callable[[], object]] | None = None
        self._stale = False
        self.build()
        self.retranslate()
        context.offload.refresh.changed.connect(self._heard)

    # What a screen fills in.

    def build(self) -> None:
        """Create and lay out the widgets, without texts."""

    def retranslate(self) -> None:
        """Set every fixed text; called after ``build`` and at every change of language."""

    def enter(self, params: Mapping[str, object]) -> None:
        """Become the current screen; read what is shown."""

    def leave(self) -> bool:
        """Stop being the current screen; False keeps it (something must be finished first)."""
        return True

    def refresh(self) -> None:
        """Read again what is shown: something named in ``refreshes_on`` changed."""

    def on_scan(self, scan: Scan) -> Outcome | None:  # noqa: ARG002 - the protocol's parameter
        """Take a scan; None when the answer comes later through ``self.feedback``."""
        text = QCoreApplication.translate("Screen", "Nothing to scan on this screen")
        return Outcome(Tone.WARNING, text)

    def screen_actions(self) -> Sequence[Action]:
        """Give the acts of this screen in the order of its action bar."""
        return ()

    def save_state(self) -> dict[str, object]:
        """Give what a power cut must not lose, as JSON values (the half-typed quantity)."""
        return {}

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Take back what ``save_state`` gave."""

    # What a screen uses.

    @classmethod
    def title(cls) -> str:
        """The screen's name in the language of the moment."""
        return QCoreApplication.translate(SCREEN_CONTEXT, cls.title_text)

    @classmethod
    def short_title(cls) -> str:
        """The screen's name where there is little room."""
        return QCoreApplication.translate(SCREEN_CONTEXT, cls.short_text or cls.title_text)

    @classmethod
    def hint(cls) -> str:
        """The line under the name on the home tile."""
        return QCoreApplication.translate(SCREEN_CONTEXT, cls.hint_text) if cls.hint_text else ""

    @property
    def feedback(self) -> Feedback:
        """The message banner."""
        return self.context.feedback

    def query(
        self,
        work: Callable[[Connection], T],
        success: Callable[[T], None],
        *,
        failure: Callable[[Failure], None] | None = None,
        newest: str = "",
    ) -> Cancel:
        """Read on a reader thread; with ``newest``, a newer one of that name replaces this."""
        query = Query(self, work).success(success).failure(failure).newest(newest)
        return query.run(self.context.offload)

    def command(
        self,
        name: str,
        work: Callable[[Transaction], T],
        success: Callable[[T], None] | None = None,
        *,
        failure: Callable[[Failure], None] | None = None,
        refreshes: Sequence[str] = (),
        approval: Approval | None = None,
    ) -> Cancel:
        """Write in one transaction of this name, as the person who is signed on."""
        actor = self.context.session.actor
        command = Command(self, name, work, actor, refreshes=refreshes, approval=approval)
        return command.success(success).failure(failure).run(self.context.offload)

    def work(
        self,
        work: Callable[[], T],
        success: Callable[[T], None] | None = None,
        *,
        failure: Callable[[Failure], None] | None = None,
        refreshes: Sequence[str] = (),
    ) -> Cancel:
        """Run something off the GUI thread that opens its own transaction or takes long."""
        job = Work(self, work, refreshes=refreshes)
        return job.success(success).failure(failure).run(self.context.offload)

    def approve(
        self,
        permission: str,
        subject: bytes | None,
        operation: str,
        then: Callable[[Approval], None],
        *,
        detail: str = "",
    ) -> None:
        """Ask a supervisor to approve one operation (in words); ``then`` gets the approval.

        Give it to ``command(..., approval=approval)``; ``subject`` and ``detail`` must be those
        that the domain's command asks for.
        """
        ask_approval(self, permission, subject, operation, then, detail=detail)

    def offer_undo(self, text: str, run: Callable[[], object]) -> None:
        """Let Ctrl+Z take back the last act; ``text`` says what ("receive 12 x milk")."""
        self._undo = (text, run)
        self.actions_changed()

    def clear_undo(self) -> None:
        """Nothing can be taken back any more (it was posted)."""
        self._undo = None
        self.actions_changed()

    def undo_action(self) -> Action | None:
        """The undo of the moment, or None; the shell adds it to the screen's actions."""
        if self._undo is None:
            return None
        text, run = self._undo
        label = QCoreApplication.translate("Screen", "Undo: %1").replace("%1", text)

        def undo() -> None:
            self._undo = None
            run()
            self.actions_changed()

        return act("undo", undo, label=label)

    def actions_changed(self) -> None:
        """Tell the shell to ask again which actions there are and which are allowed."""
        QCoreApplication.postEvent(self, QEvent(ACTIONS_CHANGED))

    def repeat_window(self, scan: Scan) -> int:  # noqa: ARG002 - a screen may decide per code
        """Milliseconds in which the same code again is one scan."""
        return self.repeat_ms

    # How the shell drives it.

    def take_focus(self) -> None:
        """Put the focus where typing belongs: the scan field, else the screen's first widget."""
        field = self.findChild(ScanField)
        if field is not None and field.isVisibleTo(self):
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Set the texts again when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.actions_changed()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Catch up with what changed while another screen was shown."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()

    def _heard(self, changed: frozenset[str]) -> None:
        """Refresh now if shown, else when shown next."""
        if changed.isdisjoint(self.refreshes_on):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True


ACTIONS_CHANGED = QEvent.Type(QEvent.registerEventType())
"""Posted to a screen whose actions changed; the shell listens for it."""

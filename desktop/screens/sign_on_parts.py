"""Parts of the sign-on screen: who can sign on, and the card with the PIN pad."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.offload import Connection
from desktop.text import QT_TRANSLATE_NOOP
from desktop.widgets import Button, Card, KeyPad, Text, column
from domain import access

ROLE_TITLES = (
    QT_TRANSLATE_NOOP("Roles", "Clerk"),
    QT_TRANSLATE_NOOP("Roles", "Cashier"),
    QT_TRANSLATE_NOOP("Roles", "Supervisor"),
    QT_TRANSLATE_NOOP("Roles", "Buyer"),
    QT_TRANSLATE_NOOP("Roles", "IT"),
    QT_TRANSLATE_NOOP("Roles", "Owner"),
)
"""The titles of the standard roles; a company's own roles are shown as they were named."""

UNLOCK_REASONS = (
    ("forgot_pin", QT_TRANSLATE_NOOP("SignOn", "Forgot the PIN")),
    ("typed_wrong", QT_TRANSLATE_NOOP("SignOn", "Typed it wrong")),
    ("other", QT_TRANSLATE_NOOP("SignOn", "Other")),
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can sign on; ``roles`` in English."""

    id: bytes
    login: str
    name: str
    roles: tuple[str, ...]
    locked: bool


def people(connection: Connection) -> list[Person]:
    """Everybody who has a PIN or a badge, by name."""
    titles = {role.id: role.name for role in access.roles(connection)}
    locked = {user.id for user in access.locked_users(connection)}
    return [
        Person(
            user.id,
            user.login,
            user.name,
            tuple(titles[role] for role in user.roles if role in titles),
            user.id in locked,
        )
        for user in access.users(connection)
        if user.has_pin or user.has_badge
    ]


class PinCard(Card):
    """Who was chosen, what comes next, a dot for each digit, the pad."""

    unlock_asked = Signal()
    """A supervisor is to unlock the person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nobody is chosen yet."""
        super().__init__(parent)
        self.setFixedWidth(400)
        self._who, self._next = Text("title", wrap=True), Text("lead", wrap=True)
        self._dots = Text("item")
        self.pad = KeyPad(longest=12)
        self.pad.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._unlock = Button("secondary", "unlock")
        self._unlock.hide()
        self._unlock.clicked.connect(self.unlock_asked)
        for text in (self._who, self._next, self._dots):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        pieces = (self._who, self._next, self._dots, self.pad, self._unlock)
        column(self, *pieces, gap=8, margin=20).setStretch(3, 1)
        self.pad.changed.connect(self._show_dots)

    def retranslate(self) -> None:
        """Name pad and button."""
        self.pad.retranslate()
        self._unlock.setText(self.tr("Unlock with a supervisor"))

    def show_state(self, title: str, next_step: str, *, able: bool, unlock: bool) -> None:
        """Say who it is and what comes next; ``able`` lets digits be typed."""
        self._who.setText(title)
        self._next.setText(next_step)
        if able != self.pad.isEnabled():
            self.pad.setEnabled(able)
        self._unlock.setVisible(unlock)

    @property
    def words(self) -> tuple[str, str]:
        """Who is chosen, and what comes next."""
        return self._who.text(), self._next.text()

    def _show_dots(self, digits: str) -> None:
        """Show a dot for each digit; the digits are seen nowhere."""
        self._dots.setText(" ".join("\u25cf" * len(digits)) or " ")
        self._dots.setAccessibleName(self.tr("%n digit(s) typed", "", len(digits)))

"""The dialogs screens use: confirm (also by rescan), number, choice, and the supervisor's PIN."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.figures import figure, parse_figure
from desktop.scans import Outcome, Scan
from desktop.widgets.basics import Button, Text, beside
from desktop.widgets.keypad import KeyPad
from desktop.widgets.sheet import Sheet

SCAN_YES = "confirm"
"""The command barcode that means yes in any dialog."""


def _cancel_button(sheet: Sheet) -> Button:
    """Give the button that closes a sheet without an answer."""
    button = Button("secondary")
    button.setText(QCoreApplication.translate("Sheet", "Cancel"))
    button.clicked.connect(sheet.reject)
    return button


class ConfirmDialog(Sheet):
    """Asks before something unusual. Scanning the same code again means yes."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        text: str,
        yes: str,
        then: Callable[[], object],
        *,
        rescan: str = "",
        danger: bool = False,
    ) -> None:
        """``yes`` is the button's verb ("Put it here"); ``rescan`` the code that confirms."""
        super().__init__(parent)
        self._then, self._rescan = then, rescan
        hint = self.tr("Scan the same code again to confirm") if rescan else ""
        self.set_words(title, "\n\n".join(part for part in (text, hint) if part))
        accept = Button("danger" if danger else "primary")
        accept.setText(yes)
        accept.clicked.connect(self._confirm)
        accept.setDefault(not danger)
        self.set_buttons([_cancel_button(self), accept])
        accept.setFocus()

    def on_scan(self, scan: Scan) -> Outcome | None:
        """Confirm on the same code or the confirm barcode; anything else is no answer."""
        if scan.command == SCAN_YES or (self._rescan and scan.text == self._rescan):
            self._confirm()
        return None

    def _confirm(self) -> None:
        """Close, then act."""
        self.accept()
        self._then()


class NumberDialog(Sheet):
    """Asks for an exact number with keypad and keyboard."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        then: Callable[[int], object],
        *,
        places: int = 0,
        start: int | None = None,
        text: str = "",
        unit: str = "",
    ) -> None:
        """``then`` gets the scaled integer; ``start`` is shown and replaced by the first key."""
        super().__init__(parent)
        self._then, self._places = then, places
        self.set_words(title, text)
        self._shown = Text("display")
        self._shown.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._problem = Text("problem")
        self.pad = KeyPad(places=places)
        self._unit = Text("lead", unit)
        self._unit.setAlignment(Qt.AlignmentFlag.AlignBottom)
        self._unit.setContentsMargins(0, 0, 0, 16)
        self._unit.setVisible(bool(unit))
        self.body.setSpacing(4)
        self.body.addLayout(beside(None, self._shown, self._unit, gap=10))
        for piece in (self._problem, self.pad):
            self.body.addWidget(piece)
        accept = Button("primary", "check")
        accept.setText(self.tr("Accept"))
        accept.clicked.connect(self._accept)
        self.set_buttons([_cancel_button(self), accept])
        self.pad.changed.connect(self._show)
        self.pad.entered.connect(lambda _text: self._accept())
        self.pad.set_text("" if start is None else figure(start, places), fresh=True)
        self.pad.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Digits count wherever the focus is."""
        if event.text().isdigit() and not self.pad.hasFocus():
            self.pad.setFocus()
            self.pad.press(event.text())
            return
        super().keyPressEvent(event)

    def _show(self, text: str) -> None:
        """Show the digits so far."""
        self._shown.setText(text or "0")
        self._problem.setText("")

    def _accept(self) -> None:
        """Close with the number, or say that it is none."""
        value = parse_figure(self.pad.text(), self._places)
        if value is None:
            self._problem.setText(self.tr("Type a number"))
            return
        self.accept()
        self._then(value)


class ChoiceDialog(Sheet):
    """Asks for one of a few: exception codes, tenders, lots. Digits choose, too."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        choices: Sequence[tuple[object, str]],
        then: Callable[[object], object],
        text: str = "",
    ) -> None:
        """``choices`` are (value, words); ``then`` gets the value."""
        super().__init__(parent)
        self._then, self._values = then, [value for value, _ in choices]
        self.set_words(title, text)
        self.body.setSpacing(10)
        for n, (value, words) in enumerate(choices):
            button = Button()
            button.setText(f"{n + 1}   {words}" if n < 9 else words)
            button.setAccessibleName(words)
            button.setStyleSheet("text-align: left;")
            button.clicked.connect(lambda _=False, chosen=value: self._choose(chosen))
            self.body.addWidget(button)
        self.set_buttons([_cancel_button(self)])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose by digit."""
        text = event.text()
        if text.isascii() and text.isdigit() and 0 < int(text) <= min(9, len(self._values)):
            self._choose(self._values[int(text) - 1])
            return
        super().keyPressEvent(event)

    def _choose(self, value: object) -> None:
        """Close with the value."""
        self.accept()
        self._then(value)


@dataclass(frozen=True, slots=True)
class Credential:
    """What a supervisor gave: a PIN or a badge, and the reason chosen."""

    pin: str
    badge: str
    reason: str
    login: str = ""


class PinDialog(Sheet):
    """Asks a supervisor for one operation. It stays open until ``settle`` or ``set_problem``."""

    given = Signal(object)
    """A :class:`Credential`; the caller checks it with a command."""

    def __init__(
        self,
        parent: QWidget,
        operation: str,
        reasons: Sequence[tuple[str, str]] = (),
        people: Sequence[tuple[str, str]] = (),
    ) -> None:
        """``operation`` says what is approved; ``reasons`` are (code, words).

        ``people`` are (login, name) of those who may approve; a badge names them as well.
        """
        super().__init__(parent)
        self.set_words(self.tr("Supervisor approval"), operation)
        self._reasons = QComboBox()
        self._reasons.setAccessibleName(self.tr("Reason"))
        for code, words in reasons:
            self._reasons.addItem(words, code)
        self._reasons.setVisible(bool(reasons))
        self._badge = ""
        self._people = QComboBox()
        self._people.setAccessibleName(self.tr("Supervisor"))
        for login, name in people:
            self._people.addItem(name, login)
        self._people.setVisible(bool(people))
        self._dots = Text("number")
        self._dots.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint = Text("caption", self.tr("Type the PIN or scan the badge"))
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pad = KeyPad()
        for piece in (self._people, self._reasons, self._dots, self._hint, self.pad):
            self.body.addWidget(piece)
        self._accept = Button("primary", "unlock")
        self._accept.setText(self.tr("Approve"))
        self._accept.clicked.connect(lambda: self._give(self.pad.text(), ""))
        self.set_buttons([_cancel_button(self), self._accept])
        self.pad.changed.connect(self._show)
        self.pad.entered.connect(lambda pin: self._give(pin, ""))
        self._show("")
        self.pad.setFocus()

    def on_scan(self, scan: Scan) -> Outcome | None:
        """Take a badge: it names the supervisor; where there is a choice, the PIN proves it."""
        if self._people.count():
            self._badge = scan.text
            self._people.setVisible(False)
            self._hint.setText(self.tr("Badge read. Type the PIN"))
        else:
            self._give("", scan.text)
        return None

    def set_problem(self, text: str) -> None:
        """Say why it was refused and wait for another try."""
        self.pad.set_text("")
        self._hint.set_role("problem")
        self._hint.setText(text)
        self._accept.setEnabled(True)
        self.pad.setFocus()

    def settle(self) -> None:
        """It was accepted: close."""
        self.accept()

    def _show(self, digits: str) -> None:
        """Show a dot for each digit."""
        self._dots.setText(" ".join("\u25cf" * len(digits)) or "\u2013")
        self._dots.setAccessibleName(self.tr("%n digit(s) typed", "", len(digits)))

    def _give(self, pin: str, badge: str) -> None:
        """Hand over what was given; nothing for nothing."""
        if pin or badge:
            self._accept.setEnabled(False)
            login = "" if self._badge else str(self._people.currentData() or "")
            reason = str(self._reasons.currentData() or "")
            self.given.emit(Credential(pin, badge or self._badge, reason, login))

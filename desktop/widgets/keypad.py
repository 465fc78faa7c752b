"""A keypad for gloves and for the keyboard's own digits."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.widgets.basics import Button

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _grow(key: Button) -> Button:
    """Let a key fill the room that the pad has."""
    key.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
    return key


class KeyPad(QWidget):
    """Digits, backspace and, if wanted, a decimal point. One stop of the Tab key; typing works."""

    changed = Signal(str)
    """The digits so far."""
    entered = Signal(str)
    """The digits, when Enter is pressed."""

    def __init__(
        self, parent: QWidget | None = None, *, places: int = 0, longest: int = 12
    ) -> None:
        """``places`` allows that many decimals; ``longest`` is the most characters."""
        super().__init__(parent)
        self._text, self._places, self._longest = "", places, longest
        self._fresh = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(10)
        for n, digit in enumerate("123456789"):
            grid.addWidget(self._key(digit), n // 3, n % 3)
        if places:
            grid.addWidget(self._key(self.point()), 3, 0)
        else:
            grid.addWidget(self._clear_key(), 3, 0)
        grid.addWidget(self._key("0"), 3, 1)
        self._erase = _grow(Button("key", "backspace"))
        self._erase.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._erase.clicked.connect(self._backspace)
        grid.addWidget(self._erase, 3, 2)
        self.retranslate()

    @staticmethod
    def point() -> str:
        """The decimal point of the user's locale."""
        return QLocale().decimalPoint()

    def retranslate(self) -> None:
        """Name the pad and its keys."""
        self.setAccessibleName(self.tr("Number pad"))
        self._erase.setAccessibleName(self.tr("Delete the last digit"))

    def text(self) -> str:
        """Give the digits so far."""
        return self._text

    def set_text(self, text: str, *, fresh: bool = False) -> None:
        """Set the digits; if ``fresh``, the first key replaces them."""
        self._text, self._fresh = text, fresh
        self.changed.emit(text)

    def press(self, character: str) -> None:
        """Take one digit or the decimal point; what does not fit is ignored."""
        text = "" if self._fresh else self._text
        self._fresh = False
        if character == self.point():
            if not self._places or self.point() in text:
                return
            text = (text or "0") + character
        else:
            _, point, part = text.partition(self.point())
            if len(text) >= self._longest or (point and len(part) >= self._places):
                return
            text += character
        self.set_text(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take the keyboard's digits, Backspace and Enter."""
        if event.text().isascii() and event.text().isdigit():
            self.press(event.text())
        elif event.text() in {".", ",", self.point()} and event.text():
            self.press(self.point())
        elif event.key() == Qt.Key.Key_Backspace:
            self._backspace()
        elif event.key() in ENTER_KEYS:
            self.entered.emit(self._text)
        else:
            super().keyPressEvent(event)

    def _key(self, label: str) -> Button:
        """Make one key."""
        key = _grow(Button("key"))
        key.setText(label)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.clicked.connect(lambda: self.press(label))
        return key

    def _clear_key(self) -> Button:
        """Make the key that takes all digits away."""
        key = _grow(Button("key"))
        key.setText("C")
        key.setAccessibleName(self.tr("Clear"))
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.clicked.connect(lambda: self.set_text(""))
        return key

    def _backspace(self) -> None:
        """Take the last character away."""
        self._fresh = False
        self.set_text(self._text[:-1])

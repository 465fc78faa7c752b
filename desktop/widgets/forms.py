"""Form fields: a name above, the editor, and below it what helps or what is wrong."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.figures import figure, parse_figure
from desktop.widgets.basics import Text, column, set_property


class Field(QWidget):
    """A named editor with an inline problem. Subclasses say what its value is."""

    changed = Signal()
    """The value was edited."""

    def __init__(self, editor: QWidget, parent: QWidget | None = None) -> None:
        """Put the editor under its name."""
        super().__init__(parent)
        self.editor = editor
        self._label = Text("label")
        self._below = Text("caption", wrap=True)
        self._below.hide()
        self._help = ""
        self._label.setBuddy(editor)
        self.setFocusProxy(editor)
        column(self, self._label, editor, self._below, gap=6, margin=0)

    def set_words(self, name: str, help_text: str = "") -> None:
        """Set the field's name and the line that helps."""
        self._label.setText(name)
        self.editor.setAccessibleName(name)
        self._help = help_text
        self.set_problem("")

    def set_problem(self, text: str) -> None:
        """Say what is wrong, below the field; empty takes it away."""
        words = text or self._help
        self._below.set_role("problem" if text else "caption")
        self._below.setText(words)
        self._below.setVisible(bool(words))
        self.editor.setAccessibleDescription(words)
        set_property(self.editor, "problem", "true" if text else "false")

    def value(self) -> object:
        """Give the value; a field that only shows something has none."""
        return None


class TextField(Field):
    """A line of text."""

    def __init__(self, parent: QWidget | None = None, *, secret: bool = False) -> None:
        """``secret`` hides what is typed."""
        self.edit = QLineEdit()
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        super().__init__(self.edit, parent)
        self.edit.textEdited.connect(lambda _text: self.changed.emit())

    def value(self) -> str:
        """Give the text, trimmed."""
        return self.edit.text().strip()

    def set_value(self, text: str) -> None:
        """Show a text."""
        self.edit.setText(text)


class NumberField(Field):
    """An exact number: an integer of the smallest step, shown with decimals."""

    def __init__(self, parent: QWidget | None = None, *, places: int = 0) -> None:
        """``places`` is the number of decimals: 2 for pounds and pence."""
        self.edit = QLineEdit()
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.edit.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self._places = places
        super().__init__(self.edit, parent)
        self.edit.textEdited.connect(lambda _text: self.changed.emit())

    def value(self) -> int | None:
        """Give the scaled integer; None if what is typed is no number or too fine."""
        return parse_figure(self.edit.text(), self._places)

    def set_value(self, amount: int | None) -> None:
        """Show an amount."""
        self.edit.setText("" if amount is None else figure(amount, self._places))


class ChoiceField(Field):
    """One of a few choices."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without choices."""
        self.box = QComboBox()
        super().__init__(self.box, parent)
        self.box.activated.connect(lambda _index: self.changed.emit())

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Offer choices as (value, words), keeping the chosen one if it is still offered."""
        before = self.value()
        self.box.clear()
        for value, words in choices:
            self.box.addItem(words, value)
        self.set_value(before)

    def value(self) -> object:
        """Give the chosen value, or None."""
        return self.box.currentData()

    def set_value(self, value: object) -> None:
        """Choose a value; nothing for one that is not offered."""
        for at in range(self.box.count()):
            if self.box.itemData(at) == value:
                self.box.setCurrentIndex(at)


class NotesField(Field):
    """A few lines of text. Tab goes on to the next field."""

    def __init__(self, parent: QWidget | None = None, *, height: int = 96) -> None:
        """``height`` of the editor in pixels."""
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(height)
        super().__init__(self.edit, parent)
        self._quiet = False
        self.edit.textChanged.connect(self._edited)

    def value(self) -> str:
        """Give the text, trimmed."""
        return self.edit.toPlainText().strip()

    def set_value(self, text: str) -> None:
        """Show a text; that is no edit."""
        self._quiet = True
        self.edit.setPlainText(text)
        self._quiet = False

    def _edited(self) -> None:
        if not self._quiet:
            self.changed.emit()


class CheckField(Field):
    """A yes or no: the field's name above, the sentence that is agreed to beside the box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """No until it is ticked."""
        self.box = QCheckBox()
        super().__init__(self.box, parent)
        self.box.clicked.connect(lambda _checked: self.changed.emit())

    def set_sentence(self, text: str) -> None:
        """Set the words beside the box."""
        self.box.setText(text)

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()

    def set_value(self, yes: bool) -> None:
        """Tick it or not."""
        self.box.setChecked(yes)


class Form(QWidget):
    """Fields one below the other, by name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without fields."""
        super().__init__(parent)
        self._fields: dict[str, Field] = {}
        self._box: QVBoxLayout = column(self, gap=18, margin=0)

    def add(self, name: str, field: Field) -> None:
        """Add a field under a name of the program."""
        self._fields[name] = field
        self._box.addWidget(field)

    def add_row(self, fields: Mapping[str, Field]) -> None:
        """Add fields beside each other, all of one width."""
        line = QHBoxLayout()
        line.setSpacing(18)
        for name, field in fields.items():
            self._fields[name] = field
            line.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self._box.addLayout(line)

    def values(self) -> dict[str, object]:
        """Give all values by name."""
        return {name: field.value() for name, field in self._fields.items()}

    def set_problems(self, problems: Mapping[str, str]) -> None:
        """Show problems by field name, clear the others, and go to the first one."""
        for name, field in self._fields.items():
            field.set_problem(problems.get(name, ""))
        for name, field in self._fields.items():
            if problems.get(name):
                field.setFocus()
                return

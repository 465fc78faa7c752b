"""Two sheets made from the actions: find a command (Ctrl+K), and all keys (F1)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desktop.actions import Action
from desktop.scans import Outcome, Scan
from desktop.widgets import Button, Line, LineList, Rule, Sheet, Text

MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something the palette finds: an action, a screen, or what a search added."""

    key: str
    title: str
    detail: str
    run: Callable[[], object]
    shortcut: str = ""


def matches(entry: Entry, words: str) -> bool:
    """Whether every word typed occurs in the entry, in any order and case."""
    text = f"{entry.title} {entry.detail} {entry.key}".casefold()
    return all(word in text for word in words.casefold().split())


class PaletteSheet(Sheet):
    """Finds commands and screens by a few letters; Enter runs the marked one."""

    def __init__(self, parent: QWidget, entries: Sequence[Entry]) -> None:
        """``entries`` are in the order of likelihood."""
        super().__init__(parent)
        self._entries = entries
        self.set_words(self.tr("Find a command"))
        self._edit = QLineEdit()
        self._edit.setProperty("kind", "palette")
        self._edit.setPlaceholderText(self.tr("Type a few letters"))
        self._edit.setAccessibleName(self.title.text())
        self._list = LineList()
        self._list.set_name(self.tr("Commands found"))
        self._list.setProperty("kind", "plain")
        self._list.setMinimumSize(QSize(560, 400))
        for piece in (self._edit, Rule(), self._list):
            self.body.addWidget(piece)
        self._edit.textChanged.connect(self._find)
        self._edit.returnPressed.connect(self._run_marked)
        self._edit.installEventFilter(self)
        self._list.chosen.connect(self._run)
        self._find("")
        self._edit.setFocus()

    def found(self) -> Sequence[str]:
        """Give the keys of the entries shown."""
        return [str(line.key) for line in self._list.lines()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the arrow keys move in the list while one types."""
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in MOVES:
            self._list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def on_scan(self, scan: Scan) -> Outcome | None:
        """Search for what was scanned."""
        self._edit.setText(scan.command or scan.text)
        return None

    def _find(self, words: str) -> None:
        """Show what matches; the first one is marked."""
        hits = [entry for entry in self._entries if matches(entry, words)]
        lines = [
            Line(entry.key, entry.title, entry.detail, figure=_keys(entry.shortcut))
            for entry in hits
        ]
        self._list.set_lines(lines, current=lines[0].key if lines else None)

    def _run_marked(self) -> None:
        """Run the marked entry."""
        key = self._list.current_key()
        if key is not None:
            self._run(key)

    def _run(self, key: object) -> None:
        """Close, then run."""
        entry = next((entry for entry in self._entries if entry.key == key), None)
        if entry is not None:
            self.accept()
            entry.run()


class HelpSheet(Sheet):
    """All keys that work here, in two columns, and how to print them as barcodes."""

    def __init__(
        self, parent: QWidget, actions: Sequence[Action], barcodes: Callable[[], object]
    ) -> None:
        """``barcodes`` prints the sheet of command barcodes."""
        super().__init__(parent)
        self.set_words(
            self.tr("Keys"), self.tr("Every act also has a barcode: print the sheet and scan it.")
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        keyed = [action for action in actions if action.spec.shortcut]
        half = -(-len(keyed) // 2)
        for at, action in enumerate(keyed):
            down, side = at % half, at // half * 3
            cap = Text("label", _keys(action.spec.shortcut))
            cap.setProperty("role", "strong")
            grid.addWidget(cap, down, side)
            grid.addWidget(Text("body", action.title), down, side + 1)
        grid.setColumnMinimumWidth(2, 24)
        self.body.addLayout(grid)
        print_button = Button("secondary", "barcode")
        print_button.setText(self.tr("Print command barcodes"))
        print_button.clicked.connect(self.accept)
        print_button.clicked.connect(barcodes)
        close = Button("primary")
        close.setText(self.tr("Close"))
        close.clicked.connect(self.accept)
        self.set_buttons([print_button, close])
        close.setFocus()


def _keys(shortcut: str) -> str:
    """Give a shortcut as it stands on the keys."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)

"""Facts one below the other: the name at the left in small letters, the value beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.widgets.basics import Text


class FactList(QWidget):
    """Names and values, aligned. A fact without a value takes the whole width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without facts."""
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._facts: tuple[tuple[str, str], ...] = ()

    def set_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show facts as (name, value)."""
        if tuple(facts) == self._facts:
            return
        self._facts = tuple(facts)
        while self._grid.count():
            gone = self._grid.takeAt(0).widget()
            gone.hide()
            gone.deleteLater()
        top = Qt.AlignmentFlag.AlignTop
        for n, (name, value) in enumerate(self._facts):
            if not value:
                self._grid.addWidget(Text("strong", name, wrap=True), n, 0, 1, 2)
                continue
            self._grid.addWidget(Text("label", name), n, 0, top)
            self._grid.addWidget(Text("body", value, wrap=True), n, 1, top)

    def facts(self) -> Sequence[tuple[str, str]]:
        """Give the facts shown."""
        return self._facts

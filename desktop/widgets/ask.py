"""Asks for a few words or a code: a note, a slip's number, a serial number."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.scans import Outcome, Scan
from desktop.widgets.basics import Button
from desktop.widgets.forms import TextField
from desktop.widgets.sheet import Sheet


class TextDialog(Sheet):
    """Asks for one line of text; Enter accepts. A scan made meanwhile is the answer."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        then: Callable[[str], object],
        *,
        name: str,
        text: str = "",
        yes: str = "",
        optional: bool = False,
        check: Callable[[str], str] | None = None,
    ) -> None:
        """``name`` is the field's, ``yes`` the button's verb; ``check`` says what is wrong."""
        super().__init__(parent)
        self._then, self._optional, self._check = then, optional, check
        self.set_words(title, text)
        self.field = TextField()
        self.field.set_words(name)
        self.body.addWidget(self.field)
        cancel, accept = Button("secondary"), Button("primary", "check")
        cancel.setText(QCoreApplication.translate("Sheet", "Cancel"))
        cancel.clicked.connect(self.reject)
        accept.setText(yes or self.tr("Accept"))
        accept.clicked.connect(lambda: self._give(self.field.value()))
        accept.setDefault(True)
        self.set_buttons([cancel, accept])
        self.field.edit.returnPressed.connect(lambda: self._give(self.field.value()))
        self.field.edit.textEdited.connect(lambda _text: self.field.set_problem(""))
        self.field.setFocus()

    def on_scan(self, scan: Scan) -> Outcome | None:
        """Take what was scanned as the answer."""
        self.field.set_value(scan.text)
        self._give(scan.text)
        return None

    def _give(self, text: str) -> None:
        """Close with the text, or say why it will not do."""
        if not text and not self._optional:
            self.field.set_problem(self.tr("Type it, or scan it"))
            return
        problem = self._check(text) if self._check is not None and text else ""
        if problem:
            self.field.set_problem(problem)
            return
        self.accept()
        self._then(text)

"""Dialogs of the receiving screen: which lot or serial number, and the summary before closing."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.scans import Outcome, Scan
from desktop.screens.item_codes import meaning
from desktop.widgets import Button, Form, Line, LineList, Text, TextField
from desktop.widgets.dialogs import SCAN_YES
from desktop.widgets.sheet import Sheet
from domain.barcodes import BarcodeRefused
from domain.catalogue import BY_SERIAL, Product


def last_day(text: str) -> str | None:
    """Read a last day as people type it: 2027-03-31, 31.3.2027, 20270331, 270331 (GS1); or None."""
    digits = text.strip()
    if "." in digits:
        parts = digits.split(".")
        digits = "-".join(reversed(parts)) if len(parts) == 3 else ""
    if digits.isdigit() and len(digits) == 6:
        digits = f"20{digits}"
    if digits.isdigit() and len(digits) == 8:
        digits = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    try:
        year, month, day = (int(part) for part in digits.split("-"))
        return date(year, month, day).isoformat()
    except ValueError:
        return None


class GoodsDialog(Sheet):
    """Asks for the lot and last day, or for the serial number, of what was scanned."""

    def __init__(
        self,
        parent: QWidget,
        product: Product,
        name: str,
        then: Callable[[str, str | None, str | None], object],
        lot: str = "",
        expires: str | None = None,
    ) -> None:
        """``then`` gets lot, last day (ISO) and serial number; a scan of them answers, too."""
        super().__init__(parent)
        self._then, self._serial = then, product.tracking == BY_SERIAL
        self.form = Form()
        self.lot, self.expires, self.serial = TextField(), TextField(), TextField()
        self.body.addWidget(self.form)
        if self._serial:
            self.set_words(self.tr("Which serial number?"), name)
            self.serial.set_words(self.tr("Serial number"))
            self.form.add("serial", self.serial)
        else:
            self.set_words(self.tr("Which lot?"), name)
            self.lot.set_words(self.tr("Lot number"))
            self.expires.set_words(self.tr("Best before"), self.tr("Such as 2027-03-31 or 270331"))
            self.form.add("lot", self.lot)
            self.form.add("expires", self.expires)
            self.lot.set_value(lot)
            self.expires.set_value(expires or "")
        cancel, accept = Button("secondary"), Button("primary", "check")
        cancel.setText(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        accept.setText(self.tr("Receive"))
        accept.clicked.connect(self._accept)
        accept.setDefault(True)
        self.set_buttons([cancel, accept])
        (self.serial if self._serial else self.lot).setFocus()
        self.lot.edit.selectAll()

    def on_scan(self, scan: Scan) -> Outcome | None:
        """Take lot and day, or the serial number, from a code."""
        try:
            reading = meaning(scan)
        except BarcodeRefused:
            return None
        if self._serial:
            self.serial.set_value(reading.serial or reading.text)
        else:
            self.lot.set_value(reading.lot or reading.text)
            if reading.expires is not None:
                self.expires.set_value(reading.expires.isoformat())
        self._accept()
        return None

    def _accept(self) -> None:
        """Hand over what was given, or say what is missing."""
        serial, lot, typed = self.serial.value(), self.lot.value(), self.expires.value()
        day = last_day(typed)
        problems = {}
        if self._serial and not serial:
            problems["serial"] = self.tr("Scan or type the number")
        if not self._serial and not lot:
            problems["lot"] = self.tr("Scan or type the number")
        if typed and day is None:
            problems["expires"] = self.tr("This is no date")
        self.form.set_problems(problems)
        if not problems:
            self.accept()
            self._then(lot, day, serial or None)


class CloseSheet(Sheet):
    """What is not as ordered, before a receipt is finished. F12 or the confirm barcode finishes."""

    def __init__(
        self, parent: QWidget, lines: Sequence[Line], came: str, then: Callable[[], object]
    ) -> None:
        """``came`` says how much arrived in all."""
        super().__init__(parent)
        self._then = then
        self.set_words(self.tr("Finish this receipt?"), came)
        if lines:
            shown = LineList()
            shown.set_name(self.tr("Differences"))
            shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            shown.setMinimumHeight(min(4, len(lines)) * 80 + 12)
            shown.set_lines(lines)
            self.body.addWidget(Text("label", self.tr("Not as ordered")))
            self.body.addWidget(shown, 1)
        warning = self.tr("After this, nothing can be undone scan by scan.")
        self.body.addWidget(Text("caption", warning))
        cancel, accept = Button("secondary"), Button("primary", "check")
        cancel.setText(self.tr("Scan on"))
        cancel.clicked.connect(self.reject)
        accept.setText(self.tr("Finish"))
        accept.clicked.connect(self._finish)
        accept.setDefault(True)
        self.set_buttons([cancel, accept])
        self.setMinimumWidth(640)
        accept.setFocus()

    def on_scan(self, scan: Scan) -> Outcome | None:
        """Finish on the confirm barcode."""
        if scan.command == SCAN_YES:
            self._finish()
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """F12 a second time means yes."""
        if event.key() == Qt.Key.Key_F12:
            self._finish()
            return
        super().keyPressEvent(event)

    def _finish(self) -> None:
        """Close, then act."""
        self.accept()
        self._then()

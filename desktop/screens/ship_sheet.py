"""Asks with whom a parcel goes and under which number, before it is shipped."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.scans import Outcome, Scan
from desktop.widgets import Button, Form, Sheet, TextField


class ShipSheet(Sheet):
    """Carrier and tracking number, both optional; a scan is the tracking number."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        text: str,
        then: Callable[[str, str], object],
        *,
        carrier: str = "",
    ) -> None:
        """``then`` gets carrier and tracking number; ``carrier`` is the one of last time."""
        super().__init__(parent)
        self._then = then
        self.set_words(title, text)
        self.form, self.carrier, self.tracking = Form(), TextField(), TextField()
        self.carrier.set_words(self.tr("Carrier"))
        self.carrier.set_value(carrier)
        self.tracking.set_words(self.tr("Tracking number"), self.tr("Scan the parcel's label"))
        self.form.add("carrier", self.carrier)
        self.form.add("tracking", self.tracking)
        self.body.addWidget(self.form)
        cancel, accept = Button("secondary"), Button("primary", "truck")
        cancel.setText(self.tr("Not yet"))
        cancel.clicked.connect(self.reject)
        accept.setText(self.tr("Ship"))
        accept.clicked.connect(self.ship)
        accept.setDefault(True)
        self.set_buttons([cancel, accept])
        (self.tracking if carrier else self.carrier).setFocus()

    def on_scan(self, scan: Scan) -> Outcome | None:
        """Take the tracking number; the confirm barcode ships."""
        if scan.command == "confirm":
            self.ship()
        else:
            self.tracking.set_value(scan.text)
        return None

    def ship(self) -> None:
        """Close with what was given."""
        carrier, tracking = self.carrier.value(), self.tracking.value()
        self.accept()
        self._then(carrier, tracking)

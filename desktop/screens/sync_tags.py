"""What RFID tags are: the product and the serial number behind an EPC."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.offload import Connection
from desktop.screen import Screen
from desktop.tones import Tone
from devices.events import TagRead
from domain import catalogue
from domain.barcodes import epc
from domain.barcodes.errors import EpcRefused

Words = tuple[str, str, Tone]


def names_of(connection: Connection, gtin: str, language: str) -> str:
    """Name what the catalogue has under a GTIN, several with a stroke between; empty for none."""
    found = catalogue.matches(connection, gtin)
    return " / ".join(match.product.named(language) for match in found)


class TagNames:
    """Names the goods behind tags; each GTIN is looked up once, off the GUI's thread."""

    def __init__(self, screen: Screen, learned: Callable[[], None]) -> None:
        """``learned`` is called whenever a name came that was not known before."""
        self._screen = screen
        self._learned = learned
        self._names: dict[tuple[str, str], str | None] = {}
        """By language and GTIN: empty where nobody has it, None while it is looked up."""

    def forget(self) -> None:
        """Look everything up again: the catalogue may have changed."""
        self._names = {key: name for key, name in self._names.items() if name is None}

    def words(self, event: TagRead) -> Words:
        """Say what a tag is: its goods, then serial number and strength; how sure that is."""
        strength = "" if event.rssi_dbm is None else f"{event.rssi_dbm} dBm"
        code = event.epc.hex().upper()
        try:
            tag = epc.decode(event.epc)
        except EpcRefused:
            title = QCoreApplication.translate("Devices", "Unknown tag")
            return title, _joined(code, strength), Tone.WARNING
        if tag.gtin is None or tag.serial is None:
            title = QCoreApplication.translate("Devices", "Shipping unit")
            return title, _joined(f"SSCC {tag.sscc}", strength), Tone.SUCCESS
        serial = QCoreApplication.translate("Devices", "serial no. %1").replace("%1", tag.serial)
        name = self._name(tag.gtin)
        if name is None:
            return f"GTIN {tag.gtin}", _joined(serial, strength), Tone.SUCCESS
        if not name:
            title = QCoreApplication.translate("Devices", "Not in the catalogue")
            return title, _joined(f"GTIN {tag.gtin}", serial, strength), Tone.WARNING
        return name, _joined(serial, strength), Tone.SUCCESS

    def _name(self, gtin: str) -> str | None:
        """Give the name of a GTIN's goods; None while it is being looked up."""
        language = self._screen.context.language
        key = (language, gtin)
        if key not in self._names:
            self._names[key] = None

            def take(name: str) -> None:
                self._names[key] = name
                self._learned()

            self._screen.query(lambda c: names_of(c, gtin, language), take)
        return self._names[key]


def _joined(*parts: str) -> str:
    return " \u00b7 ".join(part for part in parts if part)

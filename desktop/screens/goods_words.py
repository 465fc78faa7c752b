"""How screens of the warehouse speak of goods: amounts, lots, days."""

from PySide6.QtCore import QCoreApplication, QObject

from desktop import figures
from domain.catalogue import Product

PIECE = "pc"
"""The unit that needs no word."""


def amount(product: Product, steps: int) -> str:
    """Write an amount of a product: ``24``, ``1.500 kg``."""
    unit = "" if product.unit == PIECE else product.unit
    return figures.quantity(steps, product.decimals, unit)


def counted(product: Product, steps: int, language: str) -> str:
    """Write how much of what: ``24 × Green tea``, ``1.5 kg Rice``."""
    between = " \u00d7 " if product.unit == PIECE else " "
    return f"{amount(product, steps)}{between}{product.named(language)}"


def lot_words(lot: str, expires: str | None, serial: str | None = None) -> str:
    """Write lot, last day and serial number, those that there are."""
    translate = QCoreApplication.translate
    parts = []
    if lot:
        parts.append(translate("Goods", "Lot %1").replace("%1", lot))
    if expires:
        parts.append(translate("Goods", "best before %1").replace("%1", figures.day(expires)))
    if serial:
        parts.append(translate("Goods", "no. %1").replace("%1", serial))
    return ", ".join(parts)


def lot_facts(lot: str, expires: str | None, serial: str | None = None) -> list[tuple[str, str]]:
    """Give the same as facts for an item card."""
    translate = QCoreApplication.translate
    facts = []
    if lot:
        facts.append((translate("Goods", "Lot"), lot))
    if expires:
        facts.append((translate("Goods", "Best before"), figures.day(expires)))
    if serial:
        facts.append((translate("Goods", "Serial number"), serial))
    return facts


class Counts(QObject):
    """Numbers with their words, in the plural of the language.

    A class, because Qt's collector of texts knows plurals only in the ``tr`` of one.
    """

    def lines(self, number: int) -> str:
        """Write ``4 lines``."""
        return self.tr("%n line(s)", "", number)

    def items(self, number: int) -> str:
        """Write ``4 items``."""
        return self.tr("%n item(s)", "", number)

    def lasts(self, days: int) -> str:
        """Say for how many days the stock is enough."""
        return self.tr("lasts %n day(s)", "", days)

    def delivery(self, days: int) -> str:
        """Say how many days a delivery takes."""
        return self.tr("delivery takes %n day(s)", "", days)

    def expected_sales(self, days: int, a_day: str) -> str:
        """Say of how many days the expected sales are, and how much that is a day."""
        text = self.tr("Expected sales of %n day(s), about %1 a day", "", days)
        return text.replace("%1", a_day)

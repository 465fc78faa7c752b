"""How screens of the warehouse speak of goods: amounts, lots, days."""

from PySide6.QtCore import QCoreApplication

from desktop import figures
from domain.catalogue import Product

PIECE = "pc"
"""The unit that needs no word."""


def amount(product: Product, steps: int) -> str:
    """Write an amount of a product: ``24``, ``1.5 kg``."""
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

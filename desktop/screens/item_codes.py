"""From a scan to a product, a quantity, a lot: what every screen that scans goods does first."""

from collections.abc import Collection

from sqlalchemy.engine import Connection

from desktop.scans import Scan
from domain import barcodes, catalogue
from domain.barcodes import Reading
from domain.catalogue import Match


def meaning(scan: Scan) -> Reading:
    """Say what a scan means. Raises BarcodeRefused (wrong check digit, torn code, card …)."""
    return barcodes.read(scan.text, aim=scan.aim).demand()


def candidates(
    connection: Connection, reading: Reading, preferred: Collection[bytes] = ()
) -> list[Match]:
    """Give the products that a code can mean; one at least. Raises UnknownBarcode.

    ``preferred`` are those in hand (on the order, in the receiving place): where the code names
    exactly one of them, it is that one.
    """
    code = reading.gtin14 or reading.text
    found = catalogue.matches(connection, code)
    if not found:
        return [catalogue.find_code(connection, code)]
    wanted = [match for match in found if match.product.id in preferred]
    return wanted if len(wanted) == 1 else found


def steps_of(match: Match, reading: Reading) -> int | None:
    """Give how much one scan counts, in steps; None where only a person can say (loose goods)."""
    product = match.product
    if reading.weight is not None and product.unit == "kg":
        return product.quantity(reading.weight).steps
    if reading.quantity is not None:
        return reading.quantity * match.quantity.steps
    if product.weighed and match.pack is None:
        return None
    return match.quantity.steps

"""The RFID tags on the demo company's goods."""

from desktop.demo.data import DemoProduct
from domain.barcodes.epc import encode_sgtin

_PREFIX_DIGITS = 7
"""The company's GS1 prefix, ``9529100``."""
_ITEM = 1
"""The tag's filter value: a piece at the point of sale."""
TAGGED = 3


def tags_of(item: DemoProduct, pieces: int = TAGGED) -> list[str]:
    """Give the EPCs (hexadecimal) on so many pieces of a product. Raises EpcRefused.

    Source: GS1 EPC Tag Data Standard, SGTIN-96.
    """
    gtin = (item.gtin or "").zfill(14)
    return [
        encode_sgtin(gtin, str(1000 + n), company_prefix_length=_PREFIX_DIGITS, filter_value=_ITEM)
        for n in range(pieces)
    ]

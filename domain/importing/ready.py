"""Ready-made imports: files whose columns and customs are known."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.importing.kinds import BARCODES, SALES
from domain.importing.mapping import ColumnMap
from domain.importing.sales_work import SalesRules


@dataclass(frozen=True, slots=True)
class Ready:
    """A known file: its columns, the name of its system, and what its kind is told besides."""

    columns: ColumnMap
    source: str
    options: Mapping[str, object] = field(default_factory=dict)


SHOP_YEAR_RULES = SalesRules(
    services=frozenset(
        ("post", "dot", "m", "d", "s", "b", "c2", "bank charges", "amazonfee", "cruk")
    ),
    service_beginnings=("gift_0001_",),
)

READY: dict[str, Ready] = {
    "shop-year": Ready(
        ColumnMap(
            SALES,
            {
                "number": "InvoiceNo",
                "sku": "StockCode",
                "name": "Description",
                "quantity": "Quantity",
                "sold_at": "InvoiceDate",
                "price": "UnitPrice",
                "customer_id": "CustomerID",
                "country": "Country",
            },
        ),
        "shop-year",
        {"rules": SHOP_YEAR_RULES},
    ),
    "barcodes": Ready(ColumnMap(BARCODES, {"barcode": "barcode", "name": "name"}), "barcodes"),
}
"""A year of a till that writes one line a sold item; a list of barcodes with names. The folder of
a purchasing company is ``company_folder``."""

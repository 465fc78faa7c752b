"""A purchasing company in a folder of tables: suppliers, products, terms, bins, orders, receipts.

The tables are tab-separated and have no header. Each goes through the same works as any file;
what is particular to them is data here: their columns, which field each one is, and what their
codes stand for.

- An order's header and its lines are two tables; what the header says is joined to each line.
- The receipts are replayed: each order's lines are received on the day it was shipped, through
  the receiving commands. Rejects count as damaged: the tables do not say why.
- An order of status 3 or 4 (rejected, complete) that came short expects nothing more.
- What lies in bins is brought in as opening stock. It was counted after the receipts and after
  whatever was used since, which no table tells; so received goods stay at the receiving place.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from domain import company
from domain.importing.errors import FilesMissing
from domain.importing.kinds import (
    PRODUCTS,
    PURCHASE_ORDERS,
    STOCK,
    SUPPLIER_ITEMS,
    SUPPLIERS,
    kind_of,
)
from domain.importing.mapping import ColumnMap
from domain.importing.model import Report, Source
from domain.importing.readers import Options
from domain.importing.rows import entries
from domain.importing.running import Settings, run, writer_of
from domain.importing.work import Joined
from domain.replica import Actor, Replica

SOURCE = "purchasing"

TABLES: Mapping[str, tuple[str, ...]] = {
    "Vendor": (
        *("BusinessEntityID", "AccountNumber", "Name", "CreditRating", "PreferredVendorStatus"),
        *("ActiveFlag", "PurchasingWebServiceURL", "ModifiedDate"),
    ),
    "ProductSubcategory": (
        *("ProductSubcategoryID", "ProductCategoryID", "Name", "rowguid", "ModifiedDate"),
    ),
    "Product": (
        *("ProductID", "Name", "ProductNumber", "MakeFlag", "FinishedGoodsFlag", "Color"),
        *("SafetyStockLevel", "ReorderPoint", "StandardCost", "ListPrice", "Size"),
        *("SizeUnitMeasureCode", "WeightUnitMeasureCode", "Weight", "DaysToManufacture"),
        *("ProductLine", "Class", "Style", "ProductSubcategoryID", "ProductModelID"),
        *("SellStartDate", "SellEndDate", "DiscontinuedDate", "rowguid", "ModifiedDate"),
    ),
    "ProductVendor": (
        *("ProductID", "BusinessEntityID", "AverageLeadTime", "StandardPrice", "LastReceiptCost"),
        *("LastReceiptDate", "MinOrderQty", "MaxOrderQty", "OnOrderQty", "UnitMeasureCode"),
        "ModifiedDate",
    ),
    "Location": ("LocationID", "Name", "CostRate", "Availability", "ModifiedDate"),
    "ProductInventory": (
        *("ProductID", "LocationID", "Shelf", "Bin", "Quantity", "rowguid", "ModifiedDate"),
    ),
    "PurchaseOrderHeader": (
        *("PurchaseOrderID", "RevisionNumber", "Status", "EmployeeID", "VendorID", "ShipMethodID"),
        *("OrderDate", "ShipDate", "SubTotal", "TaxAmt", "Freight", "TotalDue", "ModifiedDate"),
    ),
    "PurchaseOrderDetail": (
        *("PurchaseOrderID", "PurchaseOrderDetailID", "DueDate", "OrderQty", "ProductID"),
        *("UnitPrice", "LineTotal", "ReceivedQty", "RejectedQty", "StockedQty", "ModifiedDate"),
    ),
}

_SUPPLIERS = ColumnMap(
    SUPPLIERS,
    {
        "id": "BusinessEntityID",
        "code": "AccountNumber",
        "name": "Name",
        "rating": "CreditRating",
        "active": "ActiveFlag",
    },
)
_PRODUCTS = ColumnMap(
    PRODUCTS,
    {
        "id": "ProductID",
        "sku": "ProductNumber",
        "name": "Name",
        "cost": "StandardCost",
        "price": "ListPrice",
        "category": "ProductSubcategoryID",
        "colour": "Color",
        "size": "Size",
    },
    meanings={"price": {".0000": None}},  # made or bought as a part, not for sale
)
_TERMS = ColumnMap(
    SUPPLIER_ITEMS,
    {
        "supplier_id": "BusinessEntityID",
        "item_id": "ProductID",
        "price": "StandardPrice",
        "lead_time": "AverageLeadTime",
        "minimum": "MinOrderQty",
        "maximum": "MaxOrderQty",
    },
)
_BALANCES = ColumnMap(
    STOCK,
    {
        "zone": "LocationID",
        "bin": "LocationID + Shelf + Bin",
        "item_id": "ProductID",
        "quantity": "Quantity",
    },
)
_HEADERS = ColumnMap(
    PURCHASE_ORDERS,
    {
        "number": "PurchaseOrderID",
        "supplier_id": "VendorID",
        "ordered_on": "OrderDate",
        "received_on": "ShipDate",
        "tax": "TaxAmt",
        "freight": "Freight",
        "finished": "Status",
    },
    meanings={"finished": {"1": False, "2": False, "3": True, "4": True}},
)
_LINES = ColumnMap(
    PURCHASE_ORDERS,
    {
        "number": "PurchaseOrderID",
        "item_id": "ProductID",
        "due": "DueDate",
        "quantity": "OrderQty",
        "price": "UnitPrice",
        "received": "ReceivedQty",
        "rejected": "RejectedQty",
    },
)


@dataclass(frozen=True, slots=True)
class CompanyFolder:
    """The folder, looked at: all its tables are there. Raises FilesMissing."""

    path: Path

    def __post_init__(self) -> None:
        missing = [name for name in TABLES if not self._file(name).exists()]
        if missing:
            listed = ", ".join(f"{name}.csv" for name in missing)
            raise FilesMissing(folder=self.path, files=listed)

    def table(self, name: str) -> Source:
        """Give a table as a source."""
        options = Options(
            encoding="utf-8", delimiter="\t", quoting=False, columns=TABLES[name], header=False
        )
        return Source(self._file(name), options)

    def names(self, table: str, number: str) -> dict[str, object]:
        """Give a table's names by its numbers."""
        from domain.importing.readers import read_rows

        source = self.table(table)
        rows = read_rows(source.path, source.options)
        return {row.values[number]: row.values["Name"] for row in rows}

    def headers(self, currency: str) -> Joined:
        """Give what each order's header says."""
        return {
            str(entry.values["number"]): entry.values
            for _, entry in entries(self.table("PurchaseOrderHeader"), _HEADERS, currency, None)
            if entry is not None
        }

    def _file(self, name: str) -> Path:
        return self.path / f"{name}.csv"


def run_folder(
    replica: Replica, actor: Actor, folder: CompanyFolder, settings: Settings | None = None
) -> list[Report]:
    """Import the whole company; give a report for each table. Raises as ``run`` does."""
    settings = replace(settings or Settings(), source=SOURCE)
    writer_of(replica, actor, *(kind_of(k) for k in (SUPPLIERS, PRODUCTS, SUPPLIER_ITEMS)))
    with replica.read() as connection:
        currency = company.company(connection).currency
    products = replace(
        _PRODUCTS,
        meanings={
            **_PRODUCTS.meanings,
            "category": folder.names("ProductSubcategory", "ProductSubcategoryID"),
        },
    )
    balances = replace(_BALANCES, meanings={"zone": folder.names("Location", "LocationID")})
    steps: tuple[tuple[str, ColumnMap, Joined | None], ...] = (
        ("Vendor", _SUPPLIERS, None),
        ("Product", products, None),
        ("ProductVendor", _TERMS, None),
        ("ProductInventory", balances, None),
        ("PurchaseOrderDetail", _LINES, folder.headers(currency)),
    )
    reports = []
    for table, columns, joined in steps:
        report = run(replica, actor, folder.table(table), columns, settings, joined=joined)
        reports.append(report)
        if report.stopped:
            break
    return reports

"""The words of importing: what can be imported, what a row can say, what is being done."""

from PySide6.QtCore import QCoreApplication

from desktop.text import QT_TRANSLATE_NOOP

CONTEXT = "ImportWords"

KINDS = {
    "products": QT_TRANSLATE_NOOP("ImportWords", "Products"),
    "barcodes": QT_TRANSLATE_NOOP("ImportWords", "Barcodes"),
    "customers": QT_TRANSLATE_NOOP("ImportWords", "Customers"),
    "suppliers": QT_TRANSLATE_NOOP("ImportWords", "Suppliers"),
    "supplier_items": QT_TRANSLATE_NOOP("ImportWords", "What suppliers sell"),
    "purchase_orders": QT_TRANSLATE_NOOP("ImportWords", "Purchase orders"),
    "orders": QT_TRANSLATE_NOOP("ImportWords", "Customers' orders"),
    "sales": QT_TRANSLATE_NOOP("ImportWords", "Sales of the past"),
    "stock": QT_TRANSLATE_NOOP("ImportWords", "Opening stock"),
    "shop-year": QT_TRANSLATE_NOOP("ImportWords", "Sales of the past, with postage and fees"),
}
FIELDS = {
    "id": QT_TRANSLATE_NOOP("ImportWords", "Number"),
    "sku": QT_TRANSLATE_NOOP("ImportWords", "SKU"),
    "item_id": QT_TRANSLATE_NOOP("ImportWords", "Item's number elsewhere"),
    "name": QT_TRANSLATE_NOOP("ImportWords", "Name"),
    "name_zh": QT_TRANSLATE_NOOP("ImportWords", "Chinese name"),
    "barcode": QT_TRANSLATE_NOOP("ImportWords", "Barcode"),
    "category": QT_TRANSLATE_NOOP("ImportWords", "Category"),
    "unit": QT_TRANSLATE_NOOP("ImportWords", "Unit"),
    "units": QT_TRANSLATE_NOOP("ImportWords", "Units in the pack"),
    "kind": QT_TRANSLATE_NOOP("ImportWords", "Goods or service"),
    "tracking": QT_TRANSLATE_NOOP("ImportWords", "Lot or serial number"),
    "cost": QT_TRANSLATE_NOOP("ImportWords", "Cost"),
    "price": QT_TRANSLATE_NOOP("ImportWords", "Price"),
    "tax": QT_TRANSLATE_NOOP("ImportWords", "Tax"),
    "colour": QT_TRANSLATE_NOOP("ImportWords", "Colour"),
    "size": QT_TRANSLATE_NOOP("ImportWords", "Size"),
    "phone": QT_TRANSLATE_NOOP("ImportWords", "Phone"),
    "email": QT_TRANSLATE_NOOP("ImportWords", "E-mail"),
    "language": QT_TRANSLATE_NOOP("ImportWords", "Language"),
    "notes": QT_TRANSLATE_NOOP("ImportWords", "Notes"),
    "code": QT_TRANSLATE_NOOP("ImportWords", "Code"),
    "currency": QT_TRANSLATE_NOOP("ImportWords", "Currency"),
    "lead_time": QT_TRANSLATE_NOOP("ImportWords", "Lead time in days"),
    "minimum": QT_TRANSLATE_NOOP("ImportWords", "Minimum"),
    "maximum": QT_TRANSLATE_NOOP("ImportWords", "Maximum"),
    "tolerance": QT_TRANSLATE_NOOP("ImportWords", "Tolerance in per cent"),
    "rating": QT_TRANSLATE_NOOP("ImportWords", "Rating"),
    "active": QT_TRANSLATE_NOOP("ImportWords", "Active"),
    "preferred": QT_TRANSLATE_NOOP("ImportWords", "Preferred"),
    "supplier": QT_TRANSLATE_NOOP("ImportWords", "Supplier"),
    "supplier_id": QT_TRANSLATE_NOOP("ImportWords", "Supplier's number elsewhere"),
    "number": QT_TRANSLATE_NOOP("ImportWords", "Document number"),
    "ordered_on": QT_TRANSLATE_NOOP("ImportWords", "Ordered on"),
    "ordered_at": QT_TRANSLATE_NOOP("ImportWords", "Ordered at"),
    "due": QT_TRANSLATE_NOOP("ImportWords", "Due"),
    "requested": QT_TRANSLATE_NOOP("ImportWords", "Wanted on"),
    "quantity": QT_TRANSLATE_NOOP("ImportWords", "Quantity"),
    "freight": QT_TRANSLATE_NOOP("ImportWords", "Freight"),
    "received": QT_TRANSLATE_NOOP("ImportWords", "Received"),
    "rejected": QT_TRANSLATE_NOOP("ImportWords", "Rejected"),
    "received_on": QT_TRANSLATE_NOOP("ImportWords", "Received on"),
    "finished": QT_TRANSLATE_NOOP("ImportWords", "Nothing more to come"),
    "customer_id": QT_TRANSLATE_NOOP("ImportWords", "Customer's number"),
    "customer": QT_TRANSLATE_NOOP("ImportWords", "Customer"),
    "ship_to": QT_TRANSLATE_NOOP("ImportWords", "Ship to"),
    "note": QT_TRANSLATE_NOOP("ImportWords", "Note"),
    "discount": QT_TRANSLATE_NOOP("ImportWords", "Discount of the line"),
    "sold_at": QT_TRANSLATE_NOOP("ImportWords", "Sold at"),
    "country": QT_TRANSLATE_NOOP("ImportWords", "Country"),
    "zone": QT_TRANSLATE_NOOP("ImportWords", "Zone"),
    "bin": QT_TRANSLATE_NOOP("ImportWords", "Bin"),
    "lot": QT_TRANSLATE_NOOP("ImportWords", "Lot"),
}
STAGES = {
    "check": QT_TRANSLATE_NOOP("ImportWords", "Checking the file"),
    "products": QT_TRANSLATE_NOOP("ImportWords", "Products"),
    "barcodes": QT_TRANSLATE_NOOP("ImportWords", "Barcodes"),
    "customers": QT_TRANSLATE_NOOP("ImportWords", "Customers"),
    "suppliers": QT_TRANSLATE_NOOP("ImportWords", "Suppliers"),
    "supplier items": QT_TRANSLATE_NOOP("ImportWords", "What suppliers sell"),
    "purchase orders": QT_TRANSLATE_NOOP("ImportWords", "Purchase orders"),
    "receipts": QT_TRANSLATE_NOOP("ImportWords", "Receipts"),
    "orders": QT_TRANSLATE_NOOP("ImportWords", "Orders"),
    "opening stock": QT_TRANSLATE_NOOP("ImportWords", "Opening stock"),
    "sales": QT_TRANSLATE_NOOP("ImportWords", "Sales"),
    "balances": QT_TRANSLATE_NOOP("ImportWords", "Balances"),
}
JOURNAL = (
    QT_TRANSLATE_NOOP("Commands", "import products"),
    QT_TRANSLATE_NOOP("Commands", "import barcodes"),
    QT_TRANSLATE_NOOP("Commands", "import customers"),
    QT_TRANSLATE_NOOP("Commands", "import suppliers"),
    QT_TRANSLATE_NOOP("Commands", "import supplier items"),
    QT_TRANSLATE_NOOP("Commands", "import purchase orders"),
    QT_TRANSLATE_NOOP("Commands", "import receipts"),
    QT_TRANSLATE_NOOP("Commands", "import orders"),
    QT_TRANSLATE_NOOP("Commands", "import opening stock"),
    QT_TRANSLATE_NOOP("Commands", "import sales"),
    QT_TRANSLATE_NOOP("Commands", "import balances"),
)
"""The steps of imports as the journal names them: they are made of the stages' names."""


def kind(name: str) -> str:
    """Name what can be imported."""
    return QCoreApplication.translate(CONTEXT, KINDS.get(name, name))


def field(name: str) -> str:
    """Name what a row can say."""
    return QCoreApplication.translate(CONTEXT, FIELDS.get(name, name))


def stage(name: str) -> str:
    """Name what is being done, or what was imported."""
    return QCoreApplication.translate(CONTEXT, STAGES.get(name, name))

"""What can be imported, as data: each kind's fields and how each cell is read.

The column headings that mean a field, in English and Chinese, are in ``headings.toml``; the
mapping of a file's columns is guessed from them and can be changed.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from domain.importing import cells
from domain.importing.cells import Reader
from domain.importing.errors import UnknownKind

PRODUCTS, BARCODES, CUSTOMERS, SUPPLIERS = "products", "barcodes", "customers", "suppliers"
PURCHASE_ORDERS, ORDERS, SALES = "purchase_orders", "orders", "sales"
SUPPLIER_ITEMS, STOCK = "supplier_items", "stock"


@dataclass(frozen=True, slots=True)
class Field:
    """Something that a row can say; ``needed`` in every row."""

    name: str
    title: str
    read: Reader
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of rows. Rows that share their ``document`` field make one document.

    Of each group in ``one_of`` a file must have at least one column. ``shared`` fields are the
    document's: its rows may not disagree about them. ``central`` kinds are written by the centre
    (or a company on one PC) alone.
    """

    name: str
    title: str
    fields: tuple[Field, ...]
    central: bool = False
    document: str | None = None
    one_of: tuple[tuple[str, ...], ...] = ()
    shared: tuple[str, ...] = ()

    def field(self, name: str) -> Field | None:
        """Give a field by its name."""
        return next((each for each in self.fields if each.name == name), None)


def folded(heading: str) -> str:
    """Fold a heading for comparing: letters and digits alone, no case."""
    return "".join(c for c in heading.casefold() if c.isalnum())


@cache
def headings(kind: str) -> dict[str, tuple[str, ...]]:
    """Give, for each field of a kind, all folded headings that mean it, the likeliest first."""
    data = _headings()
    found = {}
    for field in KINDS[kind].fields:
        own = data.get(kind, {}).get(field.name, data["any"].get(field.name, []))
        words = (folded(word) for word in (field.name, field.title, *own))
        found[field.name] = tuple(dict.fromkeys(word for word in words if word))
    return found


@cache
def _headings() -> dict[str, dict[str, list[str]]]:
    text = files("domain.importing").joinpath("headings.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def kind_of(name: str) -> Kind:
    """Give a kind by its name. Raises UnknownKind."""
    found = KINDS.get(name)
    if found is None:
        raise UnknownKind(kind=name, known=", ".join(KINDS))
    return found


_GOODS = cells.choice([("goods", ("商品", "货物")), ("service", ("服务",))])
_TRACKING = cells.choice(
    [("none", ("不跟踪", "无")), ("lot", ("batch", "批次")), ("serial", ("序列号",))]
)
_LANGUAGE = cells.choice(
    [("en", ("english", "英文", "英语")), ("zh_CN", ("zh", "chinese", "中文", "汉语"))]
)

_sku = Field("sku", "SKU", cells.code)
_item_id = Field("item_id", "Item's number elsewhere", cells.whole_code)
_barcode = Field("barcode", "Barcode", cells.barcodes)
_phone = Field("phone", "Phone", cells.text)
_email = Field("email", "E-mail", cells.text)
_name_zh = Field("name_zh", "Chinese name", cells.text)
_lead_time = Field("lead_time", "Lead time in days", cells.count)
_supplier = Field("supplier", "Supplier's code", cells.code)
_supplier_id = Field("supplier_id", "Supplier's number elsewhere", cells.whole_code)
_customer_id = Field("customer_id", "Customer's number", cells.whole_code)

_ITEM = ("sku", "item_id", "barcode")
_SUPPLIER = ("supplier", "supplier_id")

_ALL = (
    Kind(
        PRODUCTS,
        "products",
        (
            Field("id", "Number elsewhere", cells.whole_code),
            _sku,
            Field("name", "Name", cells.text, needed=True),
            _name_zh,
            _barcode,
            Field("category", "Category", cells.text),
            Field("unit", "Unit", cells.text),
            Field("kind", "Goods or service", _GOODS),
            Field("tracking", "Tracking", _TRACKING),
            Field("cost", "Cost", cells.price_not_negative),
            Field("price", "Price", cells.price_not_negative),
            Field("tax", "Tax class", cells.code),
            Field("colour", "Colour", cells.text),
            Field("size", "Size", cells.text),
        ),
        central=True,
        one_of=(("sku", "barcode"),),
    ),
    Kind(
        BARCODES,
        "barcodes",
        (
            Field("barcode", "Barcode", cells.barcode, needed=True),
            _sku,
            Field("name", "Name", cells.text),
            _name_zh,
            Field("units", "Units in the pack", cells.count),
        ),
        central=True,
        one_of=(("sku", "name"),),
    ),
    Kind(
        CUSTOMERS,
        "customers",
        (
            Field("id", "Number", cells.whole_code),
            Field("name", "Name", cells.text, needed=True),
            _phone,
            _email,
            Field("language", "Language", _LANGUAGE),
            Field("notes", "Notes", cells.text),
        ),
    ),
    Kind(
        SUPPLIERS,
        "suppliers",
        (
            Field("id", "Number elsewhere", cells.whole_code),
            Field("code", "Code", cells.code, needed=True),
            Field("name", "Name", cells.text, needed=True),
            _phone,
            _email,
            Field("currency", "Currency", cells.code),
            _lead_time,
            Field("minimum", "Minimum order amount", cells.minor),
            Field("tolerance", "Tolerance in per cent", cells.percent),
            Field("rating", "Rating", cells.count),
            Field("active", "Active", cells.flag),
        ),
        central=True,
    ),
    Kind(
        SUPPLIER_ITEMS,
        "supplier items",
        (
            _supplier,
            _supplier_id,
            _sku,
            _item_id,
            _barcode,
            Field("code", "Supplier's own code", cells.code),
            Field("price", "Price", cells.price_not_negative, needed=True),
            _lead_time,
            Field("minimum", "Smallest quantity", cells.quantity_not_negative),
            Field("maximum", "Largest quantity", cells.quantity_above_zero),
            Field("preferred", "Preferred", cells.flag),
        ),
        central=True,
        one_of=(_SUPPLIER, _ITEM),
    ),
    Kind(
        PURCHASE_ORDERS,
        "purchase orders",
        (
            Field("number", "Order number", cells.whole_code, needed=True),
            _supplier,
            _supplier_id,
            Field("ordered_on", "Ordered on", cells.day),
            Field("due", "Due", cells.day),
            _sku,
            _item_id,
            _barcode,
            Field("quantity", "Quantity", cells.quantity_above_zero, needed=True),
            Field("price", "Price", cells.price_not_negative),
            Field("tax", "Tax of the order", cells.price_not_negative),
            Field("freight", "Freight of the order", cells.price_not_negative),
            Field("received", "Received", cells.quantity_not_negative),
            Field("rejected", "Rejected", cells.quantity_not_negative),
            Field("received_on", "Received on", cells.day),
            Field("finished", "Nothing more to come", cells.flag),
        ),
        document="number",
        one_of=(_SUPPLIER, _ITEM),
        shared=(*_SUPPLIER, "ordered_on", "tax", "freight"),
    ),
    Kind(
        ORDERS,
        "orders",
        (
            Field("number", "Order number", cells.whole_code, needed=True),
            Field("ordered_at", "Ordered at", cells.instant),
            Field("requested", "Wanted on", cells.day),
            _customer_id,
            Field("customer", "Customer's name", cells.text),
            _phone,
            _email,
            Field("ship_to", "Ship to", cells.text),
            Field("note", "Note", cells.text),
            _sku,
            _item_id,
            _barcode,
            Field("quantity", "Quantity", cells.quantity_above_zero, needed=True),
            Field("price", "Price", cells.price_not_negative, needed=True),
            Field("discount", "Discount of the line", cells.minor),
        ),
        document="number",
        one_of=(_ITEM,),
        shared=("customer_id", "customer", "phone", "email", "ship_to"),
    ),
    Kind(
        SALES,
        "sales of the past",
        (
            Field("number", "Invoice number", cells.code, needed=True),
            Field("sku", "SKU", cells.code, needed=True),
            Field("name", "Name", cells.as_written),
            Field("quantity", "Quantity", cells.quantity, needed=True),
            Field("sold_at", "Sold at", cells.instant, needed=True),
            Field("price", "Price", cells.price, needed=True),
            _customer_id,
            Field("country", "Country", cells.text),
        ),
        central=True,
        document="number",
        shared=("customer_id",),
    ),
    Kind(
        STOCK,
        "stock",
        (
            Field("zone", "Zone", cells.code),
            Field("bin", "Bin", cells.code, needed=True),
            _sku,
            _item_id,
            _barcode,
            Field("quantity", "Quantity", cells.quantity_not_negative, needed=True),
            Field("lot", "Lot", cells.code),
        ),
        one_of=(_ITEM,),
    ),
)
KINDS: dict[str, Kind] = {kind.name: kind for kind in _ALL}

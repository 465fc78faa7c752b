"""The catalogue's tables: products, packs, barcodes, prices, taxes. All of them are global."""

from domain.replica import (
    CODE,
    COUNT,
    DAY,
    FLAG,
    ID,
    PRICE,
    QUANTITY,
    TEXT,
    Owner,
    column,
    record,
)

tax_class = record(
    "tax_class",
    column("code", CODE),
    column("name", TEXT),
    column("rate", COUNT),
    column("archived", FLAG),
    owner=Owner.CENTRE,
    unique=("code",),
)
"""``rate`` is in 1/10,000: 13 % is 1300."""

product = record(
    "product",
    column("sku", CODE),
    column("sku_key", CODE),
    column("name", TEXT),
    column("name_zh", TEXT, null=True),
    column("kind", CODE),
    column("unit", CODE),
    column("decimals", COUNT),
    column("tracking", CODE),
    column("shelf_life_days", COUNT, null=True),
    column("tax_class", ID, null=True),
    column("category", TEXT, null=True),
    column("style", ID, null=True),
    column("attributes", TEXT, null=True),
    column("weighed", FLAG),
    column("cost", PRICE, null=True),
    column("archived", FLAG),
    owner=Owner.CENTRE,
    unique=("sku_key",),
    indexes=(("site", "style"),),
)
"""``kind`` goods or service; ``unit`` pc, kg, …; ``decimals`` the digits of a smallest step (0 a
piece, 3 a gram of a kg); ``tracking`` none, lot or serial; ``attributes`` a JSON object of a
variant (colour, size); ``style`` the product it is a variant of; ``sku_key`` the SKU ignoring
case; ``cost`` the standard cost of one unit."""

pack = record(
    "pack",
    column("product", ID),
    column("level", CODE),
    column("name", TEXT),
    column("numerator", QUANTITY),
    column("denominator", QUANTITY),
    column("archived", FLAG),
    owner=Owner.CENTRE,
    indexes=(("site", "product"),),
)
"""A pack level (inner, case, pallet) and how many steps of the product it holds, as a ratio."""

barcode = record(
    "barcode",
    column("code", CODE),
    column("product", ID),
    column("pack", ID, null=True),
    column("as_written", CODE),
    column("archived", FLAG),
    owner=Owner.SHARED,
    unique=("code",),
    indexes=(("site", "product"),),
)
"""``code`` is the 14-digit GTIN, or the text of a code that is none; ``as_written`` as met."""

price_list = record(
    "price_list",
    column("code", CODE),
    column("name", TEXT),
    column("currency", CODE),
    column("tax_included", FLAG),
    column("priority", COUNT),
    column("archived", FLAG),
    owner=Owner.CENTRE,
    unique=("code",),
)

price = record(
    "price",
    column("price_list", ID),
    column("product", ID),
    column("price", PRICE),
    column("min_quantity", QUANTITY),
    column("valid_from", DAY),
    column("valid_to", DAY, null=True),
    column("archived", FLAG),
    owner=Owner.CENTRE,
    indexes=(("site", "product", "price_list"),),
)
"""The price of one unit from ``min_quantity`` steps on, between two days (the last included)."""

"""The counter's tables: shifts, cash movements, sales with lines, taxes and payments, held carts.

A sale or refund is written once and never changed; whatever follows is a document of its own.
"""

from domain.replica import (
    AMOUNT,
    BLOB,
    CODE,
    COUNT,
    DAY,
    FLAG,
    ID,
    MOMENT,
    PRICE,
    QUANTITY,
    TEXT,
    column,
    fact,
    local,
    projection,
)

shift = fact(
    "shift",
    column("id", ID),
    column("till", CODE),
    column("business_date", DAY),
    column("opened_at", MOMENT),
    column("opening_float", AMOUNT),
    column("currency", CODE),
    indexes=(("site", "till"), ("site", "business_date")),
)

shift_closed = fact(
    "shift_closed",
    column("id", ID),
    column("shift", ID),
    column("closed_at", MOMENT),
    column("note", TEXT),
    indexes=(("site", "shift"),),
)
"""The end of a shift. A till that was restored may close a shift twice: both stay visible."""

shift_total = fact(
    "shift_total",
    column("closing", ID),
    column("line", COUNT),
    column("kind", CODE),
    column("name", CODE),
    column("count", COUNT),
    column("amount", AMOUNT),
    column("base", AMOUNT, null=True),
    column("declared", AMOUNT, null=True),
    key=("closing", "line"),
)
"""A line of a Z report as it was printed: stored, never derived again."""

denomination = fact(
    "denomination",
    column("closing", ID),
    column("value", AMOUNT),
    column("count", COUNT),
    key=("closing", "value"),
)
"""How many coins or notes of a value were in the drawer at the close."""

cash_movement = fact(
    "cash_movement",
    column("id", ID),
    column("shift", ID),
    column("kind", CODE),
    column("amount", AMOUNT),
    column("reason", TEXT),
    indexes=(("site", "shift"),),
)
"""Money into the drawer (above zero) or out of it (below): float_in, paid_in, paid_out, drop or
bank_drop; and a drawer that was opened without a sale, kind ``opened``, amount 0."""

sale = fact(
    "sale",
    column("id", ID),
    column("kind", CODE),
    column("shift", ID, null=True),
    column("till", CODE),
    column("customer", ID, null=True),
    column("original", ID, null=True),
    column("reference", CODE, null=True),
    column("business_date", DAY),
    column("occurred_at", MOMENT),
    column("currency", CODE),
    column("tax_included", FLAG),
    column("tax_rounding", CODE),
    column("step", AMOUNT),
    column("cash_step", AMOUNT),
    column("lines", COUNT),
    column("discount", AMOUNT),
    column("net", AMOUNT),
    column("tax", AMOUNT),
    column("total", AMOUNT),
    column("rounding", AMOUNT),
    column("change", AMOUNT),
    column("reason", TEXT, null=True),
    indexes=(
        ("site", "business_date"),
        ("site", "shift"),
        ("site", "customer"),
        ("site", "original"),
        ("site", "reference"),
    ),
)
"""A sale, or a refund with all signs turned. The id is the cart's, so a cart is paid once.
``rounding`` is what coins could not pay; ``reference`` the number another system gave it."""

sale_line = fact(
    "sale_line",
    column("sale", ID),
    column("line", COUNT),
    column("item", ID),
    column("name", TEXT, null=True),
    column("name_zh", TEXT, null=True),
    column("unit", CODE),
    column("decimals", COUNT),
    column("quantity", QUANTITY),
    column("price", PRICE),
    column("list_price", PRICE, null=True),
    column("gross", AMOUNT),
    column("discount", AMOUNT),
    column("share", AMOUNT),
    column("net", AMOUNT),
    column("tax", AMOUNT),
    column("tax_class", ID, null=True),
    column("tax_code", CODE, null=True),
    column("tax_rate", COUNT),
    column("cost", PRICE, null=True),
    column("lot", CODE, null=True),
    column("serial", CODE, null=True),
    column("original", ID, null=True),
    column("original_line", COUNT, null=True),
    column("reason", TEXT, null=True),
    key=("sale", "line"),
)
"""``price`` of one unit as sold, ``list_price`` where it was overridden; ``gross`` is price times
quantity, ``discount`` the line's own, ``share`` its part of the discount on the whole. Names are
those of the receipt; an imported line without one takes the product's."""

sale_tax = fact(
    "sale_tax",
    column("sale", ID),
    column("line", COUNT),
    column("tax_class", ID, null=True),
    column("code", CODE),
    column("rate", COUNT),
    column("base", AMOUNT),
    column("tax", AMOUNT),
    key=("sale", "line"),
)

payment = fact(
    "payment",
    column("sale", ID),
    column("line", COUNT),
    column("tender", CODE),
    column("amount", AMOUNT),
    column("change", AMOUNT),
    column("reference", TEXT, null=True),
    key=("sale", "line"),
)
"""``amount`` as tendered, below zero as paid out; ``change`` from cash. Never card data."""

line_void = fact(
    "line_void",
    column("line", COUNT),
    column("shift", ID, null=True),
    column("cart", ID),
    column("item", ID),
    column("quantity", QUANTITY),
    column("amount", AMOUNT),
    column("reason", TEXT),
    key=("changeset", "line"),
    indexes=(("site", "shift"),),
)
"""A line taken out of a cart before it was paid."""

held_sale = fact(
    "held_sale",
    column("id", ID),
    column("till", CODE),
    column("label", TEXT),
    column("customer", ID, null=True),
    column("lines", COUNT),
    column("total", AMOUNT),
    column("currency", CODE),
    column("held_at", MOMENT),
    column("cart", BLOB),
)
"""A cart put aside, to be taken up at any station of the site. ``cart`` is its JSON."""

held_end = fact(
    "held_end",
    column("id", ID),
    column("held", ID),
    column("kind", CODE),
    column("till", CODE),
    column("note", TEXT),
    indexes=(("site", "held"),),
)
"""A held cart was ``recalled`` or ``cancelled``, or a double recall was ``settled``."""

held_state = projection(
    "held_state",
    column("id", ID),
    column("state", CODE),
    column("recalls", COUNT),
    key=("id",),
    indexes=(("site", "state"),),
)
"""``open``, ``ended``, or ``conflict``: taken up at two stations that had not met."""

refunded = projection(
    "refunded",
    column("sale", ID),
    column("line", COUNT),
    column("quantity", QUANTITY),
    column("gross", AMOUNT),
    column("discount", AMOUNT),
    column("share", AMOUNT),
    column("net", AMOUNT),
    column("tax", AMOUNT),
    key=("sale", "line"),
)
"""What came back of each sold line, above zero as the sale was."""

cart_draft = local(
    "cart_draft",
    column("till", CODE),
    column("cart", BLOB),
    column("saved_at", MOMENT),
    key=("till",),
)
"""The cart on the screen, so that a power cut loses nothing."""

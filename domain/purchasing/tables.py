"""Purchasing's tables: suppliers and their terms are global records, orders are facts of a site.

What an order has become (draft, sent, received …) is no column that somebody edits: it is computed
from the facts, so that one station may cancel while another receives and both are kept.
"""

from domain.replica import (
    AMOUNT,
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
    fact,
    projection,
    record,
)

supplier = record(
    "supplier",
    column("code", CODE),
    column("name", TEXT),
    column("email", TEXT, null=True),
    column("phone", CODE, null=True),
    column("currency", CODE),
    column("lead_time_days", COUNT),
    column("minimum_order_amount", AMOUNT, null=True),
    column("over_tolerance", COUNT),
    column("rating", COUNT, null=True),
    column("archived", FLAG),
    owner=Owner.CENTRE,
    unique=("code",),
)
"""``minimum_order_amount`` in minor units of ``currency``; ``over_tolerance`` in 1/10,000: how much
more than ordered is accepted without asking, where the item's own terms do not say; ``rating`` 1
(best) to 5, or none."""

supplier_item = record(
    "supplier_item",
    column("supplier", ID),
    column("product", ID),
    column("code", CODE, null=True),
    column("lead_time_days", COUNT, null=True),
    column("min_quantity", QUANTITY),
    column("max_quantity", QUANTITY, null=True),
    column("pack_steps", QUANTITY),
    column("price", PRICE),
    column("over_tolerance", COUNT, null=True),
    column("preferred", FLAG),
    column("archived", FLAG),
    owner=Owner.CENTRE,
    indexes=(("site", "product"), ("site", "supplier", "product")),
)
"""What a supplier sells us: quantities in steps of the product, ``pack_steps`` the multiple in
which it is sold, ``price`` of one unit. Null lead time and tolerance are the supplier's."""

purchase_order = fact(
    "purchase_order",
    column("id", ID),
    column("origin", CODE),
    column("supplier", ID),
    column("expected", DAY, null=True),
    column("currency", CODE),
    column("reference", CODE, null=True),
    indexes=(("site", "reference"),),
)
"""``origin`` is manual, reorder or import; ``reference`` the number it has elsewhere."""

purchase_order_line = fact(
    "purchase_order_line",
    column("id", ID),
    column("document", ID),
    column("line", ID),
    column("revision", COUNT),
    column("number", COUNT),
    column("product", ID),
    column("quantity", QUANTITY),
    column("price", PRICE),
    column("amount", PRICE),
    column("due", DAY, null=True),
    column("tolerance", COUNT),
    indexes=(("site", "document"),),
)
"""One wording of a line. ``line`` is the id of its first wording; the highest ``revision`` counts,
so a change beats what it replaced, whatever the clocks say. Quantity 0 takes the line out.
``price`` of one unit and ``amount`` of the line are in 1/10,000 of the order's currency."""

purchase_charge = fact(
    "purchase_charge",
    column("id", ID),
    column("document", ID),
    column("revision", COUNT),
    column("tax", PRICE),
    column("freight", PRICE),
    indexes=(("site", "document"),),
)
"""Tax and freight of a whole order, in 1/10,000; the highest revision counts."""

purchase_order_event = fact(
    "purchase_order_event",
    column("id", ID),
    column("document", ID),
    column("kind", CODE),
    column("day", DAY),
    column("reason", TEXT, null=True),
    column("lines", PRICE, null=True),
    column("tax", PRICE, null=True),
    column("freight", PRICE, null=True),
    column("total", PRICE, null=True),
    indexes=(("site", "document"),),
)
"""Somebody approved, sent, cancelled or closed the order. A sent one carries its totals, as they
went to the supplier, in 1/10,000: total = lines + tax + freight."""

purchase_receipt = fact(
    "purchase_receipt",
    column("line", COUNT),
    column("document", ID),
    column("order_line", ID),
    column("receipt", ID),
    column("cause", ID),
    column("received", QUANTITY),
    column("rejected", QUANTITY),
    column("day", DAY),
    key=("changeset", "line"),
    indexes=(("site", "document"),),
)
"""What came for a line, rejects included, in steps; below zero where it was taken back. ``cause``
is the scan: one that two stations took back without seeing each other goes back only once."""

purchase_order_state = projection(
    "purchase_order_state",
    column("document", ID),
    column("supplier", ID),
    column("status", CODE),
    column("approved", FLAG),
    column("sent_day", DAY, null=True),
    column("line_count", COUNT),
    column("lines", PRICE),
    column("tax", PRICE),
    column("freight", PRICE),
    column("total", PRICE),
    column("contested", FLAG),
    key=("document",),
    indexes=(("site", "status"), ("site", "supplier")),
)
"""``contested``: two people changed a line without seeing each other, or the lines are not those
that were sent."""

purchase_line_state = projection(
    "purchase_line_state",
    column("document", ID),
    column("line", ID),
    column("revision", COUNT),
    column("number", COUNT),
    column("product", ID),
    column("quantity", QUANTITY),
    column("price", PRICE),
    column("amount", PRICE),
    column("due", DAY, null=True),
    column("tolerance", COUNT),
    column("received", QUANTITY),
    column("rejected", QUANTITY),
    column("open", QUANTITY),
    column("contested", FLAG),
    key=("document", "line"),
    indexes=(("site", "product"),),
)
"""``open`` is what is still to come: zero unless the order is sent and neither cancelled nor
closed."""

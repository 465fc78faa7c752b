"""The orders' tables: what was ordered, what happened to it, and what has become of it.

The state of an order is no column that somebody edits: it is computed from the facts, the ledger
and the promises of stock, so that one station may cancel while another ships and both are kept.
"""

from domain.replica import (
    AMOUNT,
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
    projection,
)

sales_order = fact(
    "sales_order",
    column("id", ID),
    column("channel", CODE),
    column("reference", CODE, null=True),
    column("customer", ID, null=True),
    column("ship_to", TEXT),
    column("note", TEXT),
    column("ordered_at", MOMENT),
    column("requested", DAY, null=True),
    column("currency", CODE),
    column("tax_included", FLAG),
    column("priority", COUNT),
    column("complete_only", FLAG),
    indexes=(("site", "reference"), ("site", "customer")),
)
"""``reference`` is the channel's own number: with the channel it names the order once.
``ship_to`` is name and address as text; a higher ``priority`` is promised first;
``complete_only``: the customer takes all or nothing."""

sales_order_line = fact(
    "sales_order_line",
    column("document", ID),
    column("line", COUNT),
    column("product", ID),
    column("quantity", QUANTITY),
    column("price", PRICE),
    column("discount", AMOUNT),
    column("amount", AMOUNT),
    column("tax_class", ID, null=True),
    column("stocked", FLAG),
    column("shipped_before", QUANTITY),
    key=("document", "line"),
    indexes=(("site", "product"),),
)
"""``quantity`` in steps, ``price`` of one unit, ``discount`` off the line and its ``amount`` in
minor units. ``stocked`` is 0 for services. ``shipped_before`` had been shipped by another program
when the order came to us. Lines come with their order and are never added later."""

sales_order_event = fact(
    "sales_order_event",
    column("id", ID),
    column("document", ID),
    column("kind", CODE),
    column("ends", ID, null=True),
    column("reason", TEXT),
    indexes=(("site", "document"),),
)
"""Somebody confirmed, held, released, cancelled or closed the order. A release names the hold
that it ``ends``, so that an order is held while any hold stands, whatever came first."""

sales_line_event = fact(
    "sales_line_event",
    column("line", COUNT),
    column("document", ID),
    column("order_line", COUNT),
    column("kind", CODE),
    column("quantity", QUANTITY),
    column("whole", FLAG),
    column("reason", TEXT),
    key=("changeset", "line"),
    indexes=(("site", "document"),),
)
"""``cancelled``: that many steps are wanted no more; with ``whole`` nothing more is, and
``quantity`` says how many had been shipped as far as was known. ``served``: a service was
rendered (below zero: taken back). ``settled``: goods that went out against a cancellation came
back or stay with the customer."""

count_wanted = fact(
    "count_wanted",
    column("id", ID),
    column("item", ID),
    column("location", ID),
    column("lot", CODE),
    column("reason", CODE),
    column("document", ID, null=True),
)
"""Somebody found less in a bin than the books say: it is to be counted, and promised to nobody."""

count_settled = fact(
    "count_settled",
    column("id", ID),
    column("request", ID),
    indexes=(("site", "request"),),
)
"""The bin of a request was counted."""

sales_order_state = projection(
    "sales_order_state",
    column("document", ID),
    column("status", CODE),
    column("channel", CODE),
    column("ordered_at", MOMENT),
    column("priority", COUNT),
    column("complete_only", FLAG),
    column("confirmed", FLAG),
    column("held", FLAG),
    column("duplicate_of", ID, null=True),
    column("lines", COUNT),
    column("amount", AMOUNT),
    column("waiting", FLAG),
    column("contested", FLAG),
    key=("document",),
    indexes=(
        ("site", "ordered_at"),
        ("site", "status", "ordered_at"),
        ("site", "waiting"),
        ("site", "contested"),
    ),
)
"""``waiting``: a line wants stock that it was not promised. ``contested``: goods are expected
back, or picked goods must go back to their bins."""

sales_line_state = projection(
    "sales_line_state",
    column("document", ID),
    column("line", COUNT),
    column("product", ID),
    column("ordered", QUANTITY),
    column("shipped", QUANTITY),
    column("cancelled", QUANTITY),
    column("open", QUANTITY),
    column("reserved", QUANTITY),
    column("picked", QUANTITY),
    column("backorder", QUANTITY),
    column("over_shipped", QUANTITY),
    column("return_expected", QUANTITY),
    column("put_back", QUANTITY),
    key=("document", "line"),
    indexes=(("site", "product"),),
)
"""Ordered = shipped + open + cancelled, always. ``reserved`` counts promises in bins and at the
packing place, ``picked`` what lies packed and is not shipped, ``backorder`` what is open and
neither. ``over_shipped`` went out beyond what was ordered."""

"""Receiving's tables: receipts and what was scanned to them, label requests."""

from domain.replica import (
    CODE,
    COUNT,
    DAY,
    FLAG,
    ID,
    PRICE,
    QUANTITY,
    TEXT,
    column,
    fact,
    projection,
)

receipt = fact(
    "receipt",
    column("id", ID),
    column("purchase_order", ID, null=True),
    column("supplier", ID, null=True),
    column("location", ID),
    column("blind", FLAG),
    column("reference", CODE, null=True),
    indexes=(("site", "purchase_order"),),
)
"""Goods arriving together: for a purchase order, or blind. ``location`` is where they are put
down; ``reference`` the number on the supplier's delivery note."""

receipt_line = fact(
    "receipt_line",
    column("id", ID),
    column("document", ID),
    column("line", COUNT),
    column("item", ID),
    column("order_line", ID, null=True),
    column("kind", CODE),
    column("accepted", QUANTITY),
    column("rejected", QUANTITY),
    column("reject_reason", CODE, null=True),
    column("lot", CODE),
    column("expires", DAY, null=True),
    column("serial", CODE, null=True),
    column("unit_cost", PRICE, null=True),
    column("day", DAY),
    column("reverses", ID, null=True),
    indexes=(("site", "document"), ("site", "reverses")),
)
"""One scan, in steps. ``accepted`` was stocked, ``rejected`` was not; both are below zero in a
line that ``reverses`` another. ``kind`` is expected, over, over_approved or blind;
``reject_reason`` damaged, wrong or expired."""

receipt_event = fact(
    "receipt_event",
    column("id", ID),
    column("document", ID),
    column("kind", CODE),
    column("reason", TEXT, null=True),
    indexes=(("site", "document"),),
)
"""Somebody closed the receipt or rolled it back."""

receipt_state = projection(
    "receipt_state",
    column("document", ID),
    column("purchase_order", ID, null=True),
    column("status", CODE),
    column("standing", COUNT),
    column("accepted", QUANTITY),
    column("rejected", QUANTITY),
    key=("document",),
    indexes=(("site", "status"),),
)
"""``standing`` counts the lines that nobody took back."""

label_request = fact(
    "label_request",
    column("id", ID),
    column("receipt_line", ID, null=True),
    column("item", ID),
    column("lot", CODE),
    column("expires", DAY, null=True),
    column("serial", CODE, null=True),
    column("template", CODE),
    column("copies", COUNT),
    indexes=(("site", "receipt_line"),),
)
"""A wish for labels; what is to be printed is in the row."""

label_done = fact(
    "label_done",
    column("id", ID),
    column("request", ID),
    column("printed", COUNT),
    column("note", TEXT, null=True),
    indexes=(("site", "request"),),
)
"""Labels of a request came out of a printer, or somebody gave the request up (printed 0)."""

"""Shipping's tables: shipments of an order, their lines, and those that were taken back."""

from domain.replica import CODE, COUNT, DAY, ID, QUANTITY, TEXT, column, fact

shipment = fact(
    "shipment",
    column("id", ID),
    column("order_id", ID),
    column("carrier", TEXT),
    column("tracking", TEXT),
    column("day", DAY),
    indexes=(("site", "order_id"), ("site", "day")),
)

shipment_line = fact(
    "shipment_line",
    column("document", ID),
    column("line", COUNT),
    column("order_line", COUNT),
    column("item", ID),
    column("lot", CODE),
    column("serial", CODE, null=True),
    column("quantity", QUANTITY),
    column("arrived", DAY),
    key=("document", "line"),
)
"""What went out, in steps. A service is a line too; it moves no goods."""

shipment_cancelled = fact(
    "shipment_cancelled",
    column("id", ID),
    column("shipment", ID),
    column("reason", TEXT),
    indexes=(("site", "shipment"),),
)
"""A shipment was taken back; its goods lie at the packing place again."""

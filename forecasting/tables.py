"""What the last run proposed, on this station. Accepting a proposal makes purchase orders.

Imports no numpy: every program that opens a replica declares these tables.
"""

from domain.replica import CODE, COUNT, DAY, ID, MOMENT, QUANTITY, TEXT, column, local

reorder_run = local(
    "reorder_run",
    column("site", COUNT),
    column("id", ID),
    column("finished_at", MOMENT),
    column("day", DAY),
    column("items", COUNT),
    column("without_supplier", COUNT),
    column("oddities", COUNT),
    column("settings", TEXT),
    key=("site",),
)
"""The newest run of each site."""

reorder_line = local(
    "reorder_line",
    column("site", COUNT),
    column("item", ID),
    column("supplier", ID, null=True),
    column("proposed", QUANTITY),
    column("on_hand", QUANTITY),
    column("on_order", QUANTITY),
    column("reserved", QUANTITY),
    column("model", CODE),
    column("confidence", CODE),
    column("weekly_milli", QUANTITY),
    column("account", TEXT),
    column("forecast", TEXT),
    column("tested", TEXT),
    column("order_id", ID, null=True),
    key=("site", "item"),
    indexes=(("site", "supplier"),),
)
"""One item of the newest run: what to order (0: nothing now), and the account of it as JSON.
``forecast`` is the coming weeks in thousandths of a step; ``order_id`` the draft order that the
proposal became."""

"""Picking's tables: lists with tasks, who has a list, what was picked, found short, put off.

A task's state is computed from these facts, and what is left to pick of it from the promises of
stock: a task whose promise is gone, because the order was cancelled or another station picked
the goods, is void by itself.
"""

from domain.replica import (
    CODE,
    COUNT,
    DAY,
    ID,
    MOMENT,
    QUANTITY,
    TEXT,
    column,
    fact,
    projection,
)

pick_list = fact("pick_list", column("id", ID), column("kind", CODE))
"""``kind`` is single (one order) or batch (several in one walk)."""

pick_task = fact(
    "pick_task",
    column("id", ID),
    column("document", ID),
    column("order_id", ID),
    column("order_line", COUNT),
    column("item", ID),
    column("location", ID),
    column("lot", CODE),
    column("quantity", QUANTITY),
    indexes=(("site", "document"), ("site", "order_id")),
)
"""Take that many steps from a bin for a line of an order; ``document`` is the list."""

pick_claim = fact(
    "pick_claim",
    column("id", ID),
    column("document", ID),
    column("user_id", ID, null=True),
    column("user_name", TEXT),
    column("at", MOMENT),
    indexes=(("site", "document"),),
)
"""Somebody took a list. It is theirs until they give it back or do nothing for a while."""

pick_claim_end = fact(
    "pick_claim_end",
    column("id", ID),
    column("claim", ID),
    indexes=(("site", "claim"),),
)

pick = fact(
    "pick",
    column("id", ID),
    column("document", ID),
    column("task", ID),
    column("order_id", ID),
    column("order_line", COUNT),
    column("item", ID),
    column("source", ID),
    column("lot", CODE),
    column("serial", CODE, null=True),
    column("quantity", QUANTITY),
    column("arrived", DAY),
    column("user_id", ID, null=True),
    column("user_name", TEXT),
    column("at", MOMENT),
    indexes=(("site", "document"), ("site", "task"), ("site", "order_id")),
)
"""Goods were taken from a bin to the packing place. ``arrived`` is when they came to the site."""

pick_undone = fact(
    "pick_undone",
    column("id", ID),
    column("pick", ID),
    indexes=(("site", "pick"),),
)
"""The goods of a pick went back to their bin."""

pick_short = fact(
    "pick_short",
    column("id", ID),
    column("task", ID),
    column("quantity", QUANTITY),
    column("reason", CODE),
    indexes=(("site", "task"),),
)
"""So many steps of a task were not there."""

pick_skip = fact(
    "pick_skip",
    column("id", ID),
    column("task", ID),
    column("at", MOMENT),
    indexes=(("site", "task"),),
)
"""A task was put off to the end of its list."""

pick_task_state = projection(
    "pick_task_state",
    column("task", ID),
    column("document", ID),
    column("order_id", ID),
    column("order_line", COUNT),
    column("location", ID),
    column("lot", CODE),
    column("picked", QUANTITY),
    column("short", QUANTITY),
    column("open", QUANTITY),
    column("skipped_at", MOMENT),
    key=("task",),
    indexes=(("site", "document"), ("site", "order_id")),
)
"""``open`` is what the task's own facts leave; ``skipped_at`` 0 where it was never put off."""

"""The stock's tables: locations, the movement ledger, lots, reservations, balances.

A movement takes a quantity from one location to another, the outside world included, so it sums
to zero by its shape. Balances and lots are computed from the facts.
"""

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
    Scope,
    column,
    fact,
    projection,
    record,
)

location = record(
    "location",
    column("parent", ID, null=True),
    column("code", CODE),
    column("name", TEXT),
    column("usage", CODE),
    column("barcode", CODE, null=True),
    column("walk_order", COUNT),
    column("capacity", QUANTITY, null=True),
    column("archived", FLAG),
    owner=Owner.SITE,
    scope=Scope.SITE,
    unique=("code", "barcode"),
)
"""``usage`` is internal, transit, supplier, customer, loss or view (a node that holds nothing);
``walk_order`` is the place on the picking walk; ``capacity`` in steps of whatever lies there."""

movement = fact(
    "movement",
    column("line", COUNT),
    column("item", ID),
    column("quantity", QUANTITY),
    column("source", ID),
    column("target", ID),
    column("lot", CODE),
    column("serial", CODE, null=True),
    column("reason", CODE),
    column("document", ID, null=True),
    column("document_line", COUNT, null=True),
    column("business_date", DAY),
    column("arrived", DAY),
    column("unit_cost", PRICE, null=True),
    key=("changeset", "line"),
    indexes=(("site", "item", "business_date"), ("site", "document")),
)
"""``quantity`` is above zero, in steps. ``lot`` is empty where there is none. ``reason`` is
receipt, sale, refund, pick, ship, putaway, move, adjust, count, write_off, transfer or opening.
``arrived`` is the day the goods came to the site; it travels with them from bin to bin."""

lot_seen = fact(
    "lot_seen",
    column("line", COUNT),
    column("item", ID),
    column("lot", CODE),
    column("expires", DAY, null=True),
    key=("changeset", "line"),
    indexes=(("site", "item", "lot"),),
)
"""A lot met at a receipt or a count, with the last day on which it is good, if it has one."""

lot_status = fact(
    "lot_status",
    column("id", ID),
    column("item", ID),
    column("lot", CODE),
    column("status", CODE),
    column("reason", TEXT),
    indexes=(("site", "item", "lot"),),
)
"""Somebody set a lot to approved, on_hold, quarantined, recalled or damaged."""

reservation = fact(
    "reservation",
    column("id", ID),
    column("document", ID),
    column("document_line", COUNT),
    column("item", ID),
    column("location", ID),
    column("lot", CODE),
    column("quantity", QUANTITY),
    indexes=(("site", "document"), ("site", "item")),
)
"""A promise of stock in one place to one line of an order."""

reservation_end = fact(
    "reservation_end",
    column("line", COUNT),
    column("reservation", ID),
    column("quantity", QUANTITY),
    column("kind", CODE),
    key=("changeset", "line"),
    indexes=(("site", "reservation"),),
)
"""Part of a reservation ended: ``consumed`` by a pick or ``released``."""

balance = projection(
    "balance",
    column("item", ID),
    column("location", ID),
    column("lot", CODE),
    column("on_hand", QUANTITY),
    column("reserved", QUANTITY),
    column("arrived", DAY),
    key=("item", "location", "lot"),
    indexes=(("site", "location"),),
)
"""Where how much is, and how much of it is promised. ``arrived`` is the earliest arrival."""

serial_balance = projection(
    "serial_balance",
    column("item", ID),
    column("serial", CODE),
    column("location", ID),
    column("on_hand", QUANTITY),
    key=("item", "serial", "location"),
)

lot = projection(
    "lot",
    column("item", ID),
    column("lot", CODE),
    column("expires", DAY, null=True),
    column("status", CODE),
    key=("item", "lot"),
)
"""A lot as its facts say: the earliest expiry anybody saw, the newest status anybody set."""

open_reservation = projection(
    "open_reservation",
    column("id", ID),
    column("document", ID),
    column("document_line", COUNT),
    column("item", ID),
    column("location", ID),
    column("lot", CODE),
    column("quantity", QUANTITY),
    key=("id",),
    indexes=(("site", "document"), ("site", "item")),
)
"""What is left of each reservation; a row goes when nothing is left."""

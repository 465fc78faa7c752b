"""Asking for lists, tasks, who has them, and what lies packed."""

from typing import Any

from sqlalchemy.engine import Connection

from domain.orders import PICK, SHIP, UNPICK, UNSHIP, packing_at
from domain.picking.errors import UnknownPick, UnknownPickList, UnknownTask
from domain.picking.model import LEASE_MS, Claim, Packed, Pick, PickList, PickTask
from domain.replica import run
from domain.stock import Location
from domain.values import DocumentNumber

_TASK = (
    "SELECT t.id, t.document, t.order_id, t.order_line, t.item, t.lot, t.quantity,"
    " s.picked, s.short, s.open, (SELECT coalesce(sum(r.quantity), 0) FROM open_reservation r"
    " WHERE r.site = t.site AND r.document = t.order_id AND r.document_line = t.order_line"
    " AND r.location = t.location AND r.lot = t.lot), s.skipped_at,"
    " l.id, l.parent, l.code, l.name, l.usage, l.barcode, l.walk_order, l.capacity"
    " FROM pick_task t JOIN pick_task_state s ON s.site = t.site AND s.task = t.id"
    " JOIN location l ON l.site = t.site AND l.id = t.location"
)
_WALK = " ORDER BY s.skipped_at, l.walk_order, l.code, t.id"


def _task(row: Any) -> PickTask:
    fields: list[Any] = [*row[:5], Location(*row[12:]), *row[5:10], int(row[10]), row[11]]
    return PickTask(*fields)


def task(connection: Connection, site: int, identifier: bytes) -> PickTask:
    """Give a task. Raises UnknownTask."""
    row = run(connection, f"{_TASK} WHERE t.site = ? AND t.id = ?", site, identifier).first()
    if row is None:
        raise UnknownTask
    return _task(row)


def tasks(connection: Connection, site: int, identifier: bytes) -> list[PickTask]:
    """Give a list's tasks in walking order; those that were put off come last."""
    rows = run(connection, f"{_TASK} WHERE t.site = ? AND t.document = ?{_WALK}", site, identifier)
    return [_task(row) for row in rows]


_LIST = (
    "SELECT p.id, p.kind, n.site, n.station, n.life, n.year, n.counter FROM pick_list p"
    " LEFT JOIN document_number n ON n.site = p.site AND n.document = p.id"
)


def _list(connection: Connection, site: int, row: Any) -> PickList:
    number = "" if row[2] is None else str(DocumentNumber(*row[2:7]))
    return PickList(row[0], number, row[1], tuple(tasks(connection, site, row[0])))


def pick_list(connection: Connection, site: int, identifier: bytes) -> PickList:
    """Give a list with its tasks. Raises UnknownPickList."""
    row = run(connection, f"{_LIST} WHERE p.site = ? AND p.id = ?", site, identifier).first()
    if row is None:
        raise UnknownPickList
    return _list(connection, site, row)


def open_lists(connection: Connection, site: int, limit: int = 100) -> list[PickList]:
    """Give the lists on which something is left to be picked, the oldest first."""
    rows = run(
        connection,
        f"{_LIST} WHERE p.site = ? AND p.id IN (SELECT s.document FROM pick_task_state s"  # noqa: S608
        " JOIN open_reservation r ON r.site = s.site AND r.document = s.order_id"
        " AND r.document_line = s.order_line AND r.location = s.location AND r.lot = s.lot"
        " WHERE s.site = ? AND s.open > 0) ORDER BY p.id LIMIT ?",
        site,
        site,
        limit,
    ).all()
    return [_list(connection, site, row) for row in rows]


def ready_to_pick(connection: Connection, site: int, limit: int = 500) -> list[bytes]:
    """Give the orders that have promised stock in bins and no open task, first ordered first."""
    rows = run(
        connection,
        "SELECT s.document FROM sales_order_state s WHERE s.site = ? AND s.held = 0"
        " AND s.confirmed = 1 AND EXISTS (SELECT 1 FROM open_reservation r WHERE r.site = s.site"
        " AND r.document = s.document AND r.location <> ?)"
        " AND NOT EXISTS (SELECT 1 FROM pick_task_state t WHERE t.site = s.site"
        " AND t.order_id = s.document AND t.open > 0)"
        " ORDER BY s.priority DESC, s.ordered_at, s.document LIMIT ?",
        site,
        packing_at(connection, site),
        limit,
    )
    return [row[0] for row in rows]


def claims(connection: Connection, site: int, identifier: bytes, now: int) -> list[Claim]:
    """Give the standing claims of a list, the first made first; that one holds the list.

    A claim falls when its owner gives it back, or does nothing for ``LEASE_MS``.
    """
    rows = run(
        connection,
        "SELECT c.id, c.user_id, c.user_name, c.at, coalesce((SELECT max(p.at) FROM pick p"
        " WHERE p.site = c.site AND p.document = c.document AND p.user_name = c.user_name), 0)"
        " FROM pick_claim c WHERE c.site = ? AND c.document = ? AND NOT EXISTS"
        " (SELECT 1 FROM pick_claim_end e WHERE e.site = c.site AND e.claim = c.id)"
        " ORDER BY c.at, c.id",
        site,
        identifier,
    )
    found = [_claim(row) for row in rows]
    return [each for each in found if now - each.active_at < LEASE_MS]


def _claim(row: Any) -> Claim:
    fields: list[Any] = [*row[:4], max(row[3], row[4])]
    return Claim(*fields)


_PICK = (
    "SELECT p.id, p.document, p.task, p.order_id, p.order_line, p.item, p.source, p.lot,"
    " p.serial, p.quantity, p.arrived, p.user_id, p.user_name, p.at, EXISTS"
    " (SELECT 1 FROM pick_undone u WHERE u.site = p.site AND u.pick = p.id) FROM pick p"
)


def _pick(row: Any) -> Pick:
    fields: list[Any] = [*row[:14], bool(row[14])]
    return Pick(*fields)


def pick(connection: Connection, site: int, identifier: bytes) -> Pick:
    """Give a pick. Raises UnknownPick."""
    row = run(connection, f"{_PICK} WHERE p.site = ? AND p.id = ?", site, identifier).first()
    if row is None:
        raise UnknownPick
    return _pick(row)


def picks(connection: Connection, site: int, order: bytes) -> list[Pick]:
    """Give the picks of an order, the last one first: what can be undone."""
    rows = run(
        connection,
        f"{_PICK} WHERE p.site = ? AND p.order_id = ? ORDER BY p.id DESC",
        site,
        order,
    )
    return [_pick(row) for row in rows]


def packed(connection: Connection, site: int, order: bytes) -> list[Packed]:
    """Give what lies at the packing place for an order, by line, lot and serial number."""
    rows = run(
        connection,
        "SELECT document_line, item, lot, serial,"
        " sum(CASE WHEN reason IN (?, ?) THEN quantity ELSE -quantity END) AS steps"
        " FROM movement WHERE site = ? AND document = ? AND reason IN (?, ?, ?, ?)"
        " GROUP BY document_line, item, lot, serial ORDER BY document_line, lot, serial",
        PICK,
        UNSHIP,
        site,
        order,
        PICK,
        UNPICK,
        SHIP,
        UNSHIP,
    )
    return [Packed(row[0], row[1], row[2], row[3], int(row[4])) for row in rows if row[4] > 0]

"""What waits behind the tiles of the home screen, read in one go."""

from dataclasses import dataclass

from sqlalchemy.engine import Connection

from domain import counter, orders, picking, purchasing, receiving, stock
from domain.purchasing.model import AWAITED
from domain.replica import run
from edge_sync.status import sync_status


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much waits where, by screen id, and since when the till's shift is open (ms UTC)."""

    counts: dict[str, int]
    shift_since: int | None


def waiting(connection: Connection, site: int, station: bytes, station_number: int) -> Waiting:
    """Count what waits at a site, and at a station: its till, its unsent changesets."""
    till = counter.till_name(station_number)
    shift = counter.shift_open(connection, site, till)
    by_status = orders.counts(connection, site)
    to_count = len(stock.below_zero(connection, site)) + len(orders.counts_wanted(connection, site))
    hub = sync_status(connection, station)
    return Waiting(
        {
            "receive": len(purchasing.orders(connection, site, AWAITED)),
            "putaway": _to_put_away(connection, site),
            "orders": by_status.get(orders.CONFIRMED, 0),
            "pick": _to_pick(connection, site),
            "sell": len(counter.held_sales(connection, site)),
            "stock": to_count,
            "conflicts": _undecided(connection),
            "sync": hub.unsent if hub.enrolled else 0,
        },
        None if shift is None else shift.opened_at,
    )


def _to_put_away(connection: Connection, site: int) -> int:
    """Items in the receiving place; none where the site has no such place."""
    try:
        return len(receiving.awaiting_putaway(connection, site))
    except stock.UnknownLocation:
        return 0


def _to_pick(connection: Connection, site: int) -> int:
    """Lists that were begun, and orders that are ready to become one."""
    begun = len(picking.open_lists(connection, site))
    try:
        return begun + len(picking.ready_to_pick(connection, site))
    except stock.UnknownLocation:
        return begun


def _undecided(connection: Connection) -> int:
    """Conflicts and quarantined changesets that nobody has looked at."""
    text = (
        "SELECT (SELECT count(*) FROM conflict WHERE decided = 0)"
        " + (SELECT count(*) FROM quarantine)"
    )
    return int(run(connection, text).scalar())

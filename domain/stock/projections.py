"""Balances, lots and open reservations, computed from the facts: their only writer."""

from collections import defaultdict

from sqlalchemy.engine import Connection

from domain.replica import Written, projects, run, run_many
from domain.replica.changeset import Value
from domain.stock.model import APPROVED
from domain.stock.tables import (
    balance,
    lot,
    lot_seen,
    lot_status,
    movement,
    open_reservation,
    reservation,
    reservation_end,
    serial_balance,
)

_LATEST = "9999-12-31"
Place = tuple[Value, Value, Value, Value]


@projects(reads=[movement], writes=[balance, serial_balance])
def project_balances(connection: Connection, written: Written) -> None:
    """Add new movements to the balances of their two places."""
    sums: dict[Place, int] = defaultdict(int)
    arrived: dict[Place, str] = {}
    serials: dict[Place, int] = defaultdict(int)
    for row in written.rows(movement):
        site, item, lot_code, quantity = row["site"], row["item"], row["lot"], row["quantity"]
        target = (site, item, row["target"], lot_code)
        sums[(site, item, row["source"], lot_code)] -= int(quantity or 0)
        sums[target] += int(quantity or 0)
        day = str(row["arrived"])
        arrived[target] = min(arrived.get(target, day), day)
        if row["serial"] is not None:
            serials[(site, item, row["serial"], row["source"])] -= 1
            serials[(site, item, row["serial"], row["target"])] += 1
    run_many(
        connection,
        "INSERT INTO balance (site, item, location, lot, on_hand, reserved, arrived)"
        " VALUES (?, ?, ?, ?, ?, 0, ?)"
        " ON CONFLICT (site, item, location, lot) DO UPDATE SET"
        " on_hand = balance.on_hand + excluded.on_hand,"
        " arrived = CASE WHEN excluded.arrived < balance.arrived"
        " THEN excluded.arrived ELSE balance.arrived END",
        [(*place, steps, arrived.get(place, _LATEST)) for place, steps in sums.items()],
    )
    run_many(
        connection,
        "INSERT INTO serial_balance (site, item, serial, location, on_hand)"
        " VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (site, item, serial, location) DO UPDATE SET"
        " on_hand = serial_balance.on_hand + excluded.on_hand",
        [(*place, steps) for place, steps in serials.items()],
    )


@projects(reads=[lot_seen, lot_status], writes=[lot])
def project_lots(connection: Connection, written: Written) -> None:
    """Set each touched lot to its earliest expiry and its newest status."""
    touched = {
        (row["site"], row["item"], row["lot"])
        for table in (lot_seen, lot_status)
        for row in written.rows(table)
    }
    for place in touched:
        expires = run(
            connection,
            "SELECT min(expires) FROM lot_seen WHERE site = ? AND item = ? AND lot = ?",
            *place,
        ).scalar()
        status = run(
            connection,
            # A step's own changeset is written after its projections: without one it is the newest.
            "SELECT s.status FROM lot_status s"
            " LEFT JOIN changeset c ON c.site = s.site AND c.key = s.changeset"
            " WHERE s.site = ? AND s.item = ? AND s.lot = ?"
            " ORDER BY c.hlc IS NULL DESC, c.hlc DESC, s.id DESC LIMIT 1",
            *place,
        ).scalar()
        run(
            connection,
            "INSERT INTO lot (site, item, lot, expires, status) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (site, item, lot) DO UPDATE SET"
            " expires = excluded.expires, status = excluded.status",
            *place,
            expires,
            status or APPROVED,
        )


@projects(reads=[reservation, reservation_end], writes=[open_reservation, balance], stage=2)
def project_reservations(connection: Connection, written: Written) -> None:
    """Recompute each touched reservation and move its balance by the difference.

    An end may arrive before its reservation: then nothing is open yet, and the reservation
    finds its end when it comes.
    """
    touched = {(row["site"], row["id"]) for row in written.rows(reservation)}
    touched |= {(row["site"], row["reservation"]) for row in written.rows(reservation_end)}
    for site, identifier in touched:
        row = run(
            connection,
            "SELECT document, document_line, item, location, lot, quantity FROM reservation"
            " WHERE site = ? AND id = ?",
            site,
            identifier,
        ).first()
        if row is None:
            continue
        ended = run(
            connection,
            "SELECT coalesce(sum(quantity), 0) FROM reservation_end"
            " WHERE site = ? AND reservation = ?",
            site,
            identifier,
        ).scalar()
        before = run(
            connection,
            "SELECT quantity FROM open_reservation WHERE site = ? AND id = ?",
            site,
            identifier,
        ).scalar()
        left = max(row[5] - int(ended or 0), 0)
        _set_open(connection, site, identifier, (*row[:5], left))
        run(
            connection,
            "INSERT INTO balance (site, item, location, lot, on_hand, reserved, arrived)"
            " VALUES (?, ?, ?, ?, 0, ?, ?)"
            " ON CONFLICT (site, item, location, lot) DO UPDATE SET"
            " reserved = balance.reserved + excluded.reserved",
            site,
            row[2],
            row[3],
            row[4],
            left - int(before or 0),
            _LATEST,
        )


def _set_open(
    connection: Connection, site: Value, identifier: Value, values: tuple[Value, ...]
) -> None:
    run(connection, "DELETE FROM open_reservation WHERE site = ? AND id = ?", site, identifier)
    if values[-1]:
        run(
            connection,
            "INSERT INTO open_reservation"
            " (site, id, document, document_line, item, location, lot, quantity)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            site,
            identifier,
            *values,
        )

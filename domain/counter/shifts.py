"""Opening and closing shifts, and the cash that moves without a sale."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy.engine import Connection

from domain import access
from domain.company import company
from domain.counter.errors import (
    BadCashMovement,
    BadCount,
    CountMismatch,
    NoShift,
    ReasonNeeded,
    ShiftClosed,
    ShiftOpen,
    UnknownShift,
)
from domain.counter.model import (
    FLOAT_IN,
    INTO_DRAWER,
    OPENED,
    OUT_OF_DRAWER,
    Report,
    Shift,
    Total,
)
from domain.counter.reports import compute_totals
from domain.counter.tables import (
    cash_movement,
    denomination,
    shift,
    shift_closed,
    shift_total,
)
from domain.counter.tenders import CASH, TENDERS
from domain.replica import Transaction, run
from domain.replica.changeset import Value
from domain.stock import today
from domain.values import CurrencyMixed, format_minor

_MOST = 10**11
"""More minor units than any drawer holds: a code was scanned as an amount."""

_SHIFT = (
    "SELECT s.id, s.site, s.till, s.business_date, s.opened_at, s.opening_float, s.currency,"
    " (SELECT min(c.closed_at) FROM shift_closed c WHERE c.site = s.site AND c.shift = s.id)"
    " FROM shift s"
)


def till_name(station: int) -> str:
    """Give the till of a station that has its own drawer: ``W01``."""
    return f"W{station:02d}"


def shift_open(connection: Connection, site: int, till: str) -> Shift | None:
    """Give the open shift of a till, if there is one."""
    row = run(
        connection,
        f"{_SHIFT} WHERE s.site = ? AND s.till = ?"  # noqa: S608 - texts of our own
        " AND NOT EXISTS (SELECT 1 FROM shift_closed c"
        " WHERE c.site = s.site AND c.shift = s.id) ORDER BY s.id DESC LIMIT 1",
        site,
        till,
    ).first()
    return None if row is None else Shift(*row)


def shift_by_id(connection: Connection, site: int, identifier: bytes) -> Shift:
    """Give a shift. Raises UnknownShift."""
    row = run(connection, f"{_SHIFT} WHERE s.site = ? AND s.id = ?", site, identifier).first()
    if row is None:
        raise UnknownShift
    return Shift(*row)


def shifts(connection: Connection, site: int, limit: int = 100) -> list[Shift]:
    """Give a site's shifts, newest first."""
    rows = run(connection, f"{_SHIFT} WHERE s.site = ? ORDER BY s.id DESC LIMIT ?", site, limit)
    return [Shift(*row) for row in rows]


def require_currency(current: Shift, currency: str) -> None:
    """Refuse a document in another currency than the drawer's. Raises CurrencyMixed."""
    if current.currency != currency:
        raise CurrencyMixed(left=currency, right=current.currency)


def require_open(tx: Transaction, till: str, identifier: bytes | None = None) -> Shift:
    """Give the open shift of a till, or the one that is meant. Raises NoShift, ShiftClosed."""
    if identifier is not None:
        found = shift_by_id(tx.connection, tx.site, identifier)
        if not found.open:
            raise ShiftClosed(till=found.till)
        return found
    current = shift_open(tx.connection, tx.site, till)
    if current is None:
        raise NoShift(till=till)
    return current


def open_shift(
    tx: Transaction,
    opening_float: int = 0,
    *,
    till: str | None = None,
    business_date: str | None = None,
    currency: str | None = None,
) -> Shift:
    """Open a shift with the money that lies in the drawer; the till is the station's own.

    ``business_date`` is the day of all its sales, today where it is not given; ``currency`` the
    company's. Raises ShiftOpen, BadCashMovement, NoCompany.
    """
    tx.require("counter.open_shift")
    name = till or till_name(tx.replica.station_number)
    current = shift_open(tx.connection, tx.site, name)
    if current is not None:
        raise ShiftOpen(till=name, date=current.business_date)
    money = currency or company(tx.connection).currency
    if not 0 <= opening_float < _MOST:
        raise BadCashMovement(amount=format_minor(opening_float, money))
    day = date.fromisoformat(business_date or today(tx)).isoformat()
    opened = Shift(tx.new_id(), tx.site, name, day, tx.occurred_at, opening_float, money)
    tx.insert(
        shift,
        id=opened.id,
        till=name,
        business_date=day,
        opened_at=opened.opened_at,
        opening_float=opening_float,
        currency=money,
    )
    return opened


def move_cash(tx: Transaction, identifier: bytes, kind: str, amount: int, reason: str) -> bytes:
    """Put money into a drawer or take it out; ``amount`` above zero, with a reason.

    Kinds: float_in, paid_in, paid_out, drop (to the safe), bank_drop. A supervisor's approval is
    for the shift, detail kind and amount (``drop 150.00``). Raises ShiftClosed, NotPermitted,
    BadCashMovement, ReasonNeeded.
    """
    current = require_open(tx, "", identifier)
    detail = f"{kind} {format_minor(amount, current.currency)}"
    access.require(tx, "counter.cash_movement", subject=identifier, detail=detail)
    if kind not in (*INTO_DRAWER, *OUT_OF_DRAWER) or not 0 < amount < _MOST:
        raise BadCashMovement(amount=format_minor(amount, current.currency))
    if not reason.strip() and kind != FLOAT_IN:
        raise ReasonNeeded
    signed = amount if kind in INTO_DRAWER else -amount
    return _note_movement(tx, identifier, kind, signed, reason.strip())


def note_drawer_opened(tx: Transaction, identifier: bytes, reason: str) -> bytes:
    """Write down that the drawer was opened without a sale.

    A supervisor's approval is for the shift, detail ``opened``. Raises ShiftClosed,
    NotPermitted, ReasonNeeded.
    """
    access.require(tx, "counter.cash_movement", subject=identifier, detail=OPENED)
    require_open(tx, "", identifier)
    if not reason.strip():
        raise ReasonNeeded
    return _note_movement(tx, identifier, OPENED, 0, reason.strip())


def _note_movement(
    tx: Transaction, identifier: bytes, kind: str, amount: int, reason: str
) -> bytes:
    movement = tx.new_id()
    tx.insert(cash_movement, id=movement, shift=identifier, kind=kind, amount=amount, reason=reason)
    return movement


def close_shift(
    tx: Transaction,
    identifier: bytes,
    declared: Mapping[str, int],
    denominations: Mapping[int, int] | None = None,
    note: str = "",
) -> Report:
    """Close a shift with what was counted, and store its Z report.

    The close is blind: the caller passes the counts before anybody saw what is expected; the
    answer shows it. ``declared`` is minor units by tender; cash may be left to
    ``denominations`` (value in minor units to number of pieces). A tender not declared counts
    as zero. Raises ShiftClosed, BadCount, CountMismatch.
    """
    tx.require("counter.close_shift")
    closing = require_open(tx, "", identifier)
    counted = _counted(closing.currency, declared, denominations)
    closing_id = tx.new_id()
    number = tx.number("z", closing_id)
    totals = [
        Total(t.kind, t.name, t.count, t.amount, t.base, counted.pop(t.name, 0))
        if t.kind == "tender"
        else t
        for t in compute_totals(tx.connection, closing)
    ]
    totals += [Total("tender", name, 0, 0, None, left) for name, left in counted.items() if left]
    tx.insert(
        shift_closed, id=closing_id, shift=identifier, closed_at=tx.occurred_at, note=note.strip()
    )
    tx.insert_many(shift_total, [_total_row(closing_id, n, t) for n, t in enumerate(totals, 1)])
    if denominations:
        rows: list[dict[str, Value]] = [
            {"closing": closing_id, "value": value, "count": count}
            for value, count in sorted(denominations.items())
            if count
        ]
        tx.insert_many(denomination, rows)
    closed = shift_by_id(tx.connection, tx.site, identifier)
    return Report(closed, tuple(totals), str(number))


def _counted(
    currency: str, declared: Mapping[str, int], denominations: Mapping[int, int] | None
) -> dict[str, int]:
    counted = dict(declared)
    for name, amount in counted.items():
        if name not in TENDERS or abs(amount) >= _MOST or (name == CASH and amount < 0):
            raise BadCount(name=name, value=format_minor(amount, currency))
    if denominations:
        for value, count in denominations.items():
            if value <= 0 or not 0 <= count < 1_000_000:
                raise BadCount(name=format_minor(value, currency), value=count)
        total = sum(value * count for value, count in denominations.items())
        if counted.setdefault(CASH, total) != total:
            raise CountMismatch(
                counted=format_minor(total, currency),
                declared=format_minor(counted[CASH], currency),
            )
    return counted


def _total_row(closing: bytes, line: int, total: Total) -> dict[str, Value]:
    return {
        "closing": closing,
        "line": line,
        "kind": total.kind,
        "name": total.name,
        "count": total.count,
        "amount": total.amount,
        "base": total.base,
        "declared": total.declared,
    }

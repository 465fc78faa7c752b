"""X and Z reports: what a shift's drawer took in, and what should lie in it."""

from sqlalchemy.engine import Connection

from domain import access
from domain.counter.model import OPENED, SALE, Report, Shift, Total
from domain.counter.tenders import CASH
from domain.replica import Transaction, run
from domain.values import DocumentNumber


def compute_totals(connection: Connection, shift: Shift) -> list[Total]:
    """Add up a shift from its documents. A Z report stores this; only an X shows it live."""
    place = (shift.site, shift.id)
    totals = _sales(connection, place)
    totals += _taxes(connection, place)
    totals.append(Total("float", "", 1, shift.opening_float))
    totals += _cash_movements(connection, place)
    in_drawer = shift.opening_float + sum(t.amount for t in totals if t.kind == "cash")
    voids = run(
        connection,
        "SELECT count(*), coalesce(sum(amount), 0) FROM line_void WHERE site = ? AND shift = ?",
        *place,
    ).one()
    if voids[0]:
        totals.append(Total("voids", "", int(voids[0]), int(voids[1])))
    return totals + _tenders(connection, place, in_drawer)


def _sales(connection: Connection, place: tuple[int, bytes]) -> list[Total]:
    rows = run(
        connection,
        "SELECT kind, count(*), sum(net), sum(discount), sum(rounding), sum(total) FROM sale"
        " WHERE site = ? AND shift = ? GROUP BY kind ORDER BY kind DESC",
        *place,
    ).all()
    items = run(
        connection,
        "SELECT count(*), coalesce(sum(CASE WHEN l.decimals = 0 THEN l.quantity"
        " WHEN l.quantity < 0 THEN -1 ELSE 1 END), 0)"
        " FROM sale s JOIN sale_line l ON l.site = s.site AND l.sale = s.id"
        " WHERE s.site = ? AND s.shift = ?",
        *place,
    ).one()
    documents = sum(int(row[1]) for row in rows)
    sums = [sum(int(row[index]) for row in rows) for index in (2, 3, 4)]
    return [
        *(
            Total("sales" if row[0] == SALE else "refunds", "", int(row[1]), int(row[5]))
            for row in rows
        ),
        Total("items", "", int(items[0]), int(items[1])),
        *(
            Total(kind, "", documents, amount)
            for kind, amount in zip(("net", "discount", "rounding"), sums, strict=True)
        ),
    ]


def _taxes(connection: Connection, place: tuple[int, bytes]) -> list[Total]:
    rows = run(
        connection,
        "SELECT t.code, count(*), sum(t.tax), sum(t.base)"
        " FROM sale s JOIN sale_tax t ON t.site = s.site AND t.sale = s.id"
        " WHERE s.site = ? AND s.shift = ? GROUP BY t.code, t.rate ORDER BY t.rate, t.code",
        *place,
    )
    return [Total("tax", row[0], int(row[1]), int(row[2]), int(row[3])) for row in rows]


def _cash_movements(connection: Connection, place: tuple[int, bytes]) -> list[Total]:
    rows = run(
        connection,
        "SELECT kind, count(*), sum(amount) FROM cash_movement WHERE site = ? AND shift = ?"
        " GROUP BY kind ORDER BY kind",
        *place,
    )
    return [
        Total("opened", "", int(row[1]), 0)
        if row[0] == OPENED
        else Total("cash", row[0], int(row[1]), int(row[2]))
        for row in rows
    ]


def _tenders(connection: Connection, place: tuple[int, bytes], in_drawer: int) -> list[Total]:
    """Expected cash: float and movements, and what cash payments kept after change."""
    rows = run(
        connection,
        "SELECT p.tender, count(*), sum(p.amount - p.change)"
        " FROM sale s JOIN payment p ON p.site = s.site AND p.sale = s.id"
        " WHERE s.site = ? AND s.shift = ? GROUP BY p.tender ORDER BY p.tender",
        *place,
    )
    found = {row[0]: (int(row[1]), int(row[2])) for row in rows}
    count, kept = found.pop(CASH, (0, 0))
    cash = Total("tender", CASH, count, in_drawer + kept)
    return [cash, *(Total("tender", name, n, amount) for name, (n, amount) in found.items())]


def x_report(connection: Connection, shift: Shift) -> Report:
    """Give where a shift stands now. For a person, ``look_into`` asks for the right first."""
    return Report(shift, tuple(compute_totals(connection, shift)))


def look_into(tx: Transaction, shift: Shift) -> Report:
    """Give the X report to a person who may see it, or has a supervisor's approval for the shift.

    Raises NotPermitted.
    """
    access.require(tx, "counter.x_report", subject=shift.id)
    return x_report(tx.connection, shift)


def z_reports(connection: Connection, shift: Shift) -> list[Report]:
    """Give the stored Z reports of a shift: none while it is open, two after a double close."""
    closings = run(
        connection,
        "SELECT c.id, n.site, n.station, n.life, n.year, n.counter FROM shift_closed c"
        " LEFT JOIN document_number n ON n.site = c.site AND n.document = c.id"
        " WHERE c.site = ? AND c.shift = ? ORDER BY c.id",
        shift.site,
        shift.id,
    ).all()
    found = []
    for closing, *number in closings:
        rows = run(
            connection,
            "SELECT kind, name, count, amount, base, declared FROM shift_total"
            " WHERE site = ? AND closing = ? ORDER BY line",
            shift.site,
            closing,
        )
        text = str(DocumentNumber(*number)) if number[0] is not None else None
        found.append(Report(shift, tuple(Total(*row) for row in rows), text))
    return found


def late_documents(connection: Connection, shift: Shift) -> int:
    """Count the documents that reached a closed shift after its Z report was stored.

    They come from a second station on the same till that had not met the first. The Z report
    stays as printed; these stand beside it, for a person to see.
    """
    stored = z_reports(connection, shift)
    if not stored:
        return 0
    counted = stored[0].total("sales").count + stored[0].total("refunds").count
    now = run(
        connection,
        "SELECT count(*) FROM sale WHERE site = ? AND shift = ?",
        shift.site,
        shift.id,
    ).scalar()
    return int(now or 0) - counted

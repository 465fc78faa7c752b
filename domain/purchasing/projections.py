"""What orders have become, computed from their facts; and suppliers made findable."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from sqlalchemy.engine import Connection

from domain.purchasing.model import APPROVE, AWAITED, CANCEL, CLOSE, SEND, status_of
from domain.purchasing.tables import (
    purchase_charge,
    purchase_line_state,
    purchase_order,
    purchase_order_event,
    purchase_order_line,
    purchase_order_state,
    purchase_receipt,
    supplier,
)
from domain.replica import Written, make_findable, projects, run, run_many
from domain.replica.changeset import Value

SUPPLIER = "supplier"
_CHUNK = 300
Facts: TypeAlias = dict[bytes, list[Any]]


@projects(reads=[supplier], writes=[])
def project_supplier_search(connection: Connection, written: Written) -> None:
    """Index the codes and names of new and edited suppliers."""
    entries = []
    for site, identifier in written.records(supplier):
        text = "SELECT code, name FROM supplier WHERE site = ? AND id = ?"
        row = run(connection, text, site, identifier).first()
        if row is not None:
            entries.append((identifier, f"{row[0]} {row[1]}"))
    if entries:
        make_findable(connection, SUPPLIER, entries)


@projects(
    reads=[
        purchase_order,
        purchase_order_line,
        purchase_charge,
        purchase_order_event,
        purchase_receipt,
    ],
    writes=[purchase_order_state, purchase_line_state],
)
def project_orders(connection: Connection, written: Written) -> None:
    """Compute every touched order afresh from all its facts.

    Facts may arrive before their order: it finds them when it comes.
    """
    touched = written.keys(purchase_order, "id")
    for table in (purchase_order_line, purchase_charge, purchase_order_event, purchase_receipt):
        touched |= written.keys(table, "document")
    by_site: dict[int, list[bytes]] = defaultdict(list)
    for site, document in touched:
        by_site[site].append(bytes(document))  # type: ignore[arg-type]
    for site, documents in by_site.items():
        for start in range(0, len(documents), _CHUNK):
            _project(connection, site, documents[start : start + _CHUNK])


def _project(connection: Connection, site: int, documents: Sequence[bytes]) -> None:
    marks = ", ".join("?" * len(documents))

    def read(columns: str, table: str, key: str = "document", rest: str = "") -> list[Any]:
        text = f"SELECT {columns} FROM {table} WHERE site = ? AND {key} IN ({marks}) {rest}"  # noqa: S608
        return list(run(connection, text, site, *documents))

    orders = read("id, supplier", "purchase_order", "id")
    wordings = _grouped(
        read(
            "document, line, revision, number, product, quantity, price, amount, due, tolerance",
            "purchase_order_line",
            rest="ORDER BY revision, id",
        )
    )
    charges = _grouped(
        read("document, tax, freight", "purchase_charge", rest="ORDER BY revision, id")
    )
    events = _grouped(
        read(
            "document, kind, day, lines, tax, freight, total",
            "purchase_order_event",
            rest="ORDER BY day, id",
        )
    )
    came: dict[tuple[bytes, bytes], tuple[int, int]] = {}
    arrivals = "DISTINCT document, order_line, cause, received, rejected"
    for document, line, _, received, rejected in read(arrivals, "purchase_receipt"):
        before = came.get((document, line), (0, 0))
        came[(document, line)] = (before[0] + received, before[1] + rejected)
    for table in ("purchase_order_state", "purchase_line_state"):
        run(
            connection,
            f"DELETE FROM {table} WHERE site = ? AND document IN ({marks})",  # noqa: S608
            site,
            *documents,
        )
    states: list[tuple[Value, ...]] = []
    lines: list[tuple[Value, ...]] = []
    for document, bought_from in orders:
        own = _lines(wordings.get(document, []), came)
        state, awaited = _state(own, charges.get(document, []), events.get(document, []))
        states.append((site, document, bought_from, *state))
        lines += [
            (site, document, *line[:-1], max(line[4] - line[9], 0) if awaited else 0, line[-1])
            for line in own
        ]
    _write(connection, states, lines)


def _grouped(rows: Iterable[Any]) -> Facts:
    found: Facts = defaultdict(list)
    for row in rows:
        found[row[0]].append(row)
    return found


def _lines(wordings: list[Any], came: dict[tuple[bytes, bytes], tuple[int, int]]) -> list[Any]:
    """Give each line's last wording with what came for it, and whether two people changed it."""
    last: dict[bytes, Any] = {}
    contested: set[bytes] = set()
    for row in wordings:
        before = last.get(row[1])
        if before is not None and before[2] == row[2]:
            contested.add(row[1])
        else:
            contested.discard(row[1])
        last[row[1]] = row
    return [
        (*row[1:], *came.get((row[0], row[1]), (0, 0)), int(row[1] in contested))
        for row in last.values()
    ]


def _state(lines: list[Any], charges: list[Any], events: list[Any]) -> tuple[Any, bool]:
    by_kind = {event[1]: event for event in reversed(events)}  # the first of each kind counts
    sent = by_kind.get(SEND)
    status = status_of(
        [(line[4], line[9]) for line in lines],
        sent=sent is not None,
        cancelled=CANCEL in by_kind,
        closed=CLOSE in by_kind,
    )
    value = sum(line[6] for line in lines)
    tax, freight = charges[-1][1:] if charges else (0, 0)
    now = (value, tax, freight, value + tax + freight)
    sums = now if sent is None else tuple(sent[3:])
    contested = any(line[-1] for line in lines) or sums != now
    count = sum(1 for line in lines if line[4])
    approved = int(APPROVE in by_kind)
    day = None if sent is None else sent[2]
    return (status, approved, day, count, *sums, int(contested)), status in AWAITED


def _write(
    connection: Connection, states: list[tuple[Value, ...]], lines: list[tuple[Value, ...]]
) -> None:
    run_many(
        connection,
        "INSERT INTO purchase_order_state (site, document, supplier, status, approved, sent_day,"
        " line_count, lines, tax, freight, total, contested)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        states,
    )
    run_many(
        connection,
        "INSERT INTO purchase_line_state (site, document, line, revision, number, product,"
        " quantity, price, amount, due, tolerance, received, rejected, open, contested)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        lines,
    )

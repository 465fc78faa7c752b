"""What orders have become, computed afresh from all their facts: the only writer of their state."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any, TypeAlias

from sqlalchemy.engine import Connection

from domain.orders.model import (
    CLOSE,
    CONFIRM,
    HELD,
    LINE_CANCELLED,
    RELEASE,
    SERVED,
    SETTLED,
    LineFacts,
    LineState,
    line_state,
    status_of,
)
from domain.orders.tables import (
    sales_line_event,
    sales_line_state,
    sales_order,
    sales_order_event,
    sales_order_line,
    sales_order_state,
)
from domain.replica import Written, in_chunks, projects, run, run_many
from domain.replica.changeset import Value
from domain.stock.tables import movement, reservation, reservation_end

PICK, UNPICK, SHIP, UNSHIP = "pick", "unpick", "ship", "unship"
"""The ledger's reasons that move an order on, and those that mirror them."""

_PROGRESS = {PICK: (0, 1), UNPICK: (0, -1), SHIP: (1, -1), UNSHIP: (-1, 1)}
"""What one step of a movement adds to (shipped, picked)."""

_CHUNK = 300
Place: TypeAlias = tuple[bytes, int]
"""Order and line."""


@projects(
    reads=[
        sales_order,
        sales_order_line,
        sales_order_event,
        sales_line_event,
        movement,
        reservation,
        reservation_end,
    ],
    writes=[sales_order_state, sales_line_state],
    stage=3,
)
def project_sales_orders(connection: Connection, written: Written) -> None:
    """Compute every touched order, and those that bear the same reference.

    Facts may arrive before their order: it finds them when it comes.
    """
    for site, documents in _touched(connection, written).items():
        for chunk in in_chunks(sorted(documents), _CHUNK):
            _project(connection, site, _with_same_reference(connection, site, chunk))


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _touched(connection: Connection, written: Written) -> dict[int, set[bytes]]:
    found: set[tuple[int, Any]] = set(written.keys(sales_order, "id"))
    for table in (sales_order_line, sales_order_event, sales_line_event, reservation):
        found |= written.keys(table, "document")
    for row in written.rows(movement):
        if row["document"] is not None and row["reason"] in _PROGRESS:
            found.add((int(row["site"]), row["document"]))  # type: ignore[arg-type]
    by_site: dict[int, set[bytes]] = defaultdict(set)
    for site, document in found:
        by_site[site].add(document)
    ended: dict[int, set[bytes]] = defaultdict(set)
    for site, identifier in written.keys(reservation_end, "reservation"):
        ended[site].add(identifier)  # type: ignore[arg-type]
    for site, identifiers in ended.items():
        for chunk in in_chunks(sorted(identifiers), _CHUNK):
            text = f"SELECT document FROM reservation WHERE site = ? AND id IN ({_marks(chunk)})"  # noqa: S608
            by_site[site] |= {row[0] for row in run(connection, text, site, *chunk)}
    return by_site


def _with_same_reference(
    connection: Connection, site: int, documents: Sequence[bytes]
) -> Sequence[bytes]:
    rows = run(
        connection,
        "SELECT b.id FROM sales_order a"  # noqa: S608
        " JOIN sales_order b ON b.site = a.site AND b.reference = a.reference"
        " AND b.channel = a.channel AND b.id <> a.id"
        f" WHERE a.site = ? AND a.reference IS NOT NULL AND a.id IN ({_marks(documents)})",
        site,
        *documents,
    )
    others = {row[0] for row in rows}
    return sorted(others.union(documents)) if others else documents


def _project(connection: Connection, site: int, documents: Sequence[bytes]) -> None:
    marks = _marks(documents)

    def read(text: str) -> list[Any]:
        return list(run(connection, text.format(marks=marks), site, *documents))

    heads = read(
        "SELECT id, channel, reference, ordered_at, priority, complete_only FROM sales_order"
        " WHERE site = ? AND id IN ({marks})"
    )
    if not heads:
        return
    lines: dict[bytes, list[Any]] = defaultdict(list)
    for row in read(
        "SELECT document, line, product, quantity, amount, stocked, shipped_before"
        " FROM sales_order_line WHERE site = ? AND document IN ({marks})"
    ):
        lines[row[0]].append(row)
    events = _events(
        read(
            "SELECT document, kind, id, ends FROM sales_order_event"
            " WHERE site = ? AND document IN ({marks})"
        )
    )
    facts = _line_facts(lines, read)
    original = _originals(heads, facts)
    for table in ("sales_order_state", "sales_line_state"):
        text = f"DELETE FROM {table} WHERE site = ? AND document IN ({marks})"  # noqa: S608
        run(connection, text, site, *documents)
    states: list[tuple[Value, ...]] = []
    line_rows: list[tuple[Value, ...]] = []
    for head in heads:
        document = head[0]
        same = original.get(document)
        own = [
            _line(facts[(document, row[1])], duplicate=same is not None, stocked=bool(row[5]))
            for row in lines[document]
        ]
        confirmed, held, closed = events.get(document, (False, False, False))
        status = status_of(own, confirmed=confirmed, held=held, closed=closed)
        amount = sum(row[4] for row in lines[document])
        waiting = confirmed and not held and any(each.backorder for each in own)
        contested = any(each.return_expected or each.put_back for each in own)
        states.append(
            (site, document, status, head[1], head[3], head[4], head[5], int(confirmed))
            + (int(held), same, len(own), amount, int(waiting), int(contested))
        )
        line_rows += [
            (site, document, row[1], row[2], *_columns(state))
            for row, state in zip(lines[document], own, strict=True)
        ]
    _write(connection, states, line_rows)


_STATE = attrgetter(*(each.name for each in fields(LineState)))


def _columns(state: LineState) -> tuple[Value, ...]:
    row: tuple[Value, ...] = _STATE(state)
    return row


def _line(facts: LineFacts, *, duplicate: bool, stocked: bool) -> LineState:
    if duplicate:
        facts = replace(facts, known_shipped=0)
    return line_state(facts, stocked=stocked)


def _events(rows: Iterable[Any]) -> dict[bytes, tuple[bool, bool, bool]]:
    """Say of each order whether it is confirmed, held and closed."""
    kinds: dict[bytes, set[str]] = defaultdict(set)
    holds: dict[bytes, set[bytes]] = defaultdict(set)
    ends: set[bytes] = set()
    for document, kind, identifier, ended in rows:
        kinds[document].add(kind)
        if kind == HELD:
            holds[document].add(identifier)
        elif kind == RELEASE:
            ends.add(ended)
    return {
        document: (CONFIRM in own, bool(holds[document] - ends), CLOSE in own)
        for document, own in kinds.items()
    }


def _line_facts(lines: dict[bytes, list[Any]], read: Any) -> dict[Place, LineFacts]:
    shipped: dict[Place, int] = defaultdict(int)
    picked: dict[Place, int] = defaultdict(int)
    moves = read(
        "SELECT document, document_line, reason, sum(quantity) FROM movement"  # noqa: S608
        f" WHERE site = ? AND document IN ({{marks}}) AND reason IN {tuple(_PROGRESS)}"
        " AND document_line IS NOT NULL GROUP BY document, document_line, reason"
    )
    for document, line, reason, steps in moves:
        to_shipped, to_picked = _PROGRESS[reason]
        shipped[(document, line)] += to_shipped * int(steps)
        picked[(document, line)] += to_picked * int(steps)
    reserved: dict[Place, int] = defaultdict(int)
    for document, line, steps in read(
        "SELECT document, document_line, sum(quantity) FROM open_reservation"
        " WHERE site = ? AND document IN ({marks}) GROUP BY document, document_line"
    ):
        reserved[(document, line)] = int(steps)
    cancelled: dict[Place, int] = defaultdict(int)
    settled: dict[Place, int] = defaultdict(int)
    known: dict[Place, int] = {}
    happened = read(
        "SELECT document, order_line, kind, whole, sum(quantity), min(quantity)"
        " FROM sales_line_event WHERE site = ? AND document IN ({marks})"
        " GROUP BY document, order_line, kind, whole"
    )
    for document, line, kind, whole, total, least in happened:
        place = (document, line)
        if kind == LINE_CANCELLED and whole:
            known[place] = least
        elif kind == LINE_CANCELLED:
            cancelled[place] = int(total)
        elif kind == SERVED:
            shipped[place] += int(total)
        elif kind == SETTLED:
            settled[place] = int(total)
    return {
        (place := (document, row[1])): LineFacts(
            ordered=row[3],
            shipped=row[6] + shipped[place],
            cancelled=cancelled[place],
            known_shipped=known.get(place),
            settled=settled[place],
            reserved=reserved[place],
            picked=picked[place],
        )
        for document, own in lines.items()
        for row in own
    }


def _originals(heads: Iterable[Any], facts: dict[Place, LineFacts]) -> dict[bytes, bytes]:
    """Give, for each order that was entered twice, the one that stands.

    *One reference, one order*: of those that bear the same reference of a channel, the first
    entered stands, but one that was shipped stands before one that was not.
    """
    shipped = {document for (document, _), each in facts.items() if each.shipped > 0}
    groups: dict[tuple[str, str], list[bytes]] = defaultdict(list)
    for head in heads:
        if head[2] is not None:
            groups[(head[1], head[2])].append(head[0])
    found: dict[bytes, bytes] = {}
    for group in groups.values():
        first = min(group, key=lambda document: (document not in shipped, document))
        found.update({document: first for document in group if document != first})
    return found


def _write(
    connection: Connection, states: list[tuple[Value, ...]], lines: list[tuple[Value, ...]]
) -> None:
    for table, rows in ((sales_order_state, states), (sales_line_state, lines)):
        names = [str(column.name) for column in table.columns]
        text = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({_marks(names)})"  # noqa: S608
        run_many(connection, text, rows)

"""Owned records: who does not own one asks for a change, the owner answers.

A request travels in the scope of the site that asks, the edit in the scope of the record, and
one transaction writes one scope. So an accepted request is two steps: the edit, then the
decision. A request is open until its decision is written: where the second step never came, the
owner sees the request again, and accepting it again writes no value twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table
from sqlalchemy.engine import Connection

from domain.errors import NotFound
from domain.replica import Actor, Replica, Transaction
from domain.replica.changeset import Value, pack, unpack
from domain.replica.errors import RecordGone
from domain.replica.journal_tables import change_decision, change_request
from domain.replica.rows import run
from domain.replica.schema import GLOBAL, Scope, specs
from edge_sync.errors import DecidedAlready

ASK = "requests.ask"
DECIDE = "requests.decide"


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """A request that nobody has answered."""

    id: bytes
    site: int
    """The site that asks."""
    table: str
    record: bytes
    changes: dict[str, Value]
    """What is asked for, by column."""
    current: dict[str, Value]
    """What stands there now; empty where the record is not here."""
    reason: str
    asked_by: bytes | None
    asked_at: int
    station_name: str

    @property
    def done(self) -> bool:
        """Whether everything that is asked for stands there already."""
        return self.changes == self.current


def request_change(
    tx: Transaction, table: Table, record: bytes, changes: Mapping[str, Value], reason: str
) -> bytes:
    """Ask the owner of a record to change it; give the request's id.

    Raises NotPermitted, RecordGone, KeyError for a column that the table has not.
    """
    tx.require(ASK)
    spec = specs[table.name]
    unknown = set(changes) - set(spec.columns)
    if unknown:
        raise KeyError(f"{spec.name} has no column {sorted(unknown)}")
    scope = GLOBAL if spec.scope is Scope.GLOBAL else tx.site
    if not _values(tx.connection, spec.name, scope, record, changes):
        raise RecordGone(table=spec.name)
    request = tx.new_id()
    tx.insert(
        change_request,
        scope=tx.site,
        id=request,
        table_name=spec.name,
        record=record,
        changes=pack(dict(changes)),
        reason=reason,
    )
    return request


def apply_request(tx: Transaction, request: OpenRequest) -> None:
    """Make the edit that a request asks for. Raises NotPermitted, NotOwner, RecordGone."""
    tx.require(DECIDE)
    tx.update(specs[request.table].table, request.record, **request.changes)


def close_request(tx: Transaction, request: OpenRequest, note: str, *, accepted: bool) -> None:
    """Write the decision, in the scope of the request. Raises NotPermitted, DecidedAlready."""
    tx.require(DECIDE)
    text = "SELECT 1 FROM change_decision WHERE site = ? AND request = ?"
    if run(tx.connection, text, request.site, request.id).first():
        raise DecidedAlready
    tx.insert(
        change_decision,
        scope=request.site,
        id=tx.new_id(),
        request=request.id,
        accepted=int(accepted),
        note=note,
    )


def decide_request(
    replica: Replica, actor: Actor, request: bytes, note: str = "", *, accept: bool
) -> None:
    """Decide about a request at the owner's replica: the edit first, then the decision.

    Raises NotFound where it is not open here, NotPermitted, NotOwner, RecordGone.
    """
    with replica.read() as connection:
        asked = {each.id: each for each in open_requests(connection)}.get(request)
    if asked is None:
        raise NotFound(what="The request")
    if accept:
        scope = specs[asked.table].scope
        site = None if scope is Scope.GLOBAL else asked.site
        with replica.transaction(actor, "apply request", site=site) as tx:
            apply_request(tx, asked)
    with replica.transaction(actor, "decide request", site=asked.site) as tx:
        close_request(tx, asked, note, accepted=accept)


def open_requests(connection: Connection) -> list[OpenRequest]:
    """List the requests that nobody has answered, the oldest first."""
    rows = run(
        connection,
        "SELECT r.id, r.site, r.table_name, r.record, r.changes, r.reason, c.actor,"
        " c.occurred_at, COALESCE(s.name, '') FROM change_request r"
        " JOIN changeset c ON c.site = r.site AND c.key = r.changeset"
        " LEFT JOIN log l ON l.site = c.site AND l.log = c.log"
        " LEFT JOIN station s ON s.site = 0 AND s.id = l.station"
        " WHERE NOT EXISTS (SELECT 1 FROM change_decision d"
        " WHERE d.site = r.site AND d.request = r.id) ORDER BY c.occurred_at, r.id",
    ).all()
    return [_open(connection, row) for row in rows if row[2] in specs]


def _open(connection: Connection, row: Any) -> OpenRequest:
    identifier, site, table, record, changes, *rest = row
    asked: dict[str, Value] = unpack(changes)
    scope = GLOBAL if specs[table].scope is Scope.GLOBAL else site
    current = _values(connection, table, scope, record, asked)
    return OpenRequest(identifier, site, table, record, asked, current, *rest)


def _values(
    connection: Connection, table: str, site: int, record: bytes, names: Mapping[str, Value]
) -> dict[str, Value]:
    known = [name for name in names if name in specs[table].columns]
    columns = ", ".join(f'"{name}"' for name in known) or "1"
    text = f'SELECT {columns} FROM "{table}" WHERE site = ? AND id = ?'  # noqa: S608 - checked
    row = run(connection, text, site, record).first()
    return dict(zip(known, row, strict=False)) if row else {}

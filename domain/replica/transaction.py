"""A write is a changeset: rows, projections and changeset in one commit, or nothing.

``insert`` and ``update`` are the only doors to synced tables. Rows are gathered and written in
batches; reading through ``connection`` first writes what is gathered and brings the projections
up to date, so a command sees its own writes.
"""

import secrets
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import Table
from sqlalchemy.engine import Connection
from sqlalchemy.sql.dml import UpdateBase

from domain.replica import books
from domain.replica.actor import Actor, Approval
from domain.replica.changeset import EDIT, INSERT, Changeset, Value, pack
from domain.replica.effects import finish, write_edits, write_rows
from domain.replica.errors import MixedScope, NoDefaultSite, NotOwner, RecordGone, TextNotStorable
from domain.replica.fields import current_clock, settle
from domain.replica.journal_tables import document_number
from domain.replica.rows import run
from domain.replica.schema import GLOBAL, Kind, Owner, Scope, Spec, specs
from domain.replica.written import Row, Written
from domain.values import DocumentNumber, from_moment, new_id

if TYPE_CHECKING:
    from domain.replica.replica import Replica


class Transaction:
    """One business step. Made by ``Replica.transaction``; commands take it first."""

    def __init__(
        self,
        replica: "Replica",
        connection: Connection,
        actor: Actor,
        command: str,
        *,
        version: int = 1,
        occurred_at: int | None = None,
        site: int | None = None,
        approval: Approval | None = None,
    ) -> None:
        self.replica = replica
        self.actor = actor
        self.command = command
        self.version = version
        self.approval = approval
        """A supervisor's approval that this step may use; ``access.require`` consumes it."""
        self.occurred_at = replica.clock.wall() if occurred_at is None else occurred_at
        """When it happened, in ms UTC: the business time, not the time of writing."""
        self._site = site if site is not None else replica.site
        self._connection = connection
        self._scope: int | None = None
        self._key = 0
        self._log = 0
        self._pending: dict[str, list[Row]] = {}
        self._rows: dict[str, list[Row]] = {}
        self._edits: dict[str, list[Row]] = {}
        self._written = Written()
        self._lines: dict[str, int] = {}
        self.touched: set[str] = set()
        """Names of the tables that changed, projections included (complete after the commit)."""
        self.changeset: Changeset | None = None
        """What was written to the journal, after the commit; None where nothing synced changed."""
        self.signature: bytes | None = None
        """The signature over its hash, for the till roll."""

    @property
    def site(self) -> int:
        """The site this step is for. Raises NoDefaultSite on a replica that serves all."""
        if self._site is None:
            raise NoDefaultSite
        return self._site

    @property
    def connection(self) -> Connection:
        """The connection, with everything written so far and its projections in place."""
        self._flush()
        if self._written.tables():
            written, self._written = self._written, Written()
            self.touched |= finish(self._connection, written)
        return self._connection

    def require(self, permission: str) -> None:
        """Refuse where the actor lacks a right. Raises NotPermitted."""
        self.actor.require(permission)

    def insert(self, table: Table, /, *, scope: int | None = None, **values: Value) -> None:
        """Write a new row of a fact or a record; columns not named are null.

        ``site`` and ``changeset`` are filled in. ``scope`` is for tables that are answers and
        travel with their question. Raises MixedScope, NotOwner.
        """
        self.insert_many(table, [values], scope=scope)

    def insert_many(
        self, table: Table, rows: list[dict[str, Value]], /, *, scope: int | None = None
    ) -> None:
        """Write several new rows of one table; none is no change."""
        if not rows:
            return
        spec = _synced(table)
        site = self._enter(spec, scope)
        if spec.owner is Owner.CENTRE and spec.kind is Kind.RECORD:
            self._require_owner(spec, site)
        empty: Row = dict.fromkeys(spec.columns)
        auto: Row = {"site": site, "changeset": self._key}
        pending = self._pending.setdefault(spec.name, [])
        for values in rows:
            row = {**auto, **empty, **values}
            if len(row) != len(auto) + len(empty):
                raise KeyError(f"{spec.name} has no column {sorted(set(values) - set(empty))}")
            _check_texts(values)
            pending.append(row)

    def update(self, table: Table, record: bytes, /, **changes: Value) -> None:
        """Edit fields of a record. Values that do not differ are no edit.

        Raises RecordGone, NotOwner, MixedScope.
        """
        spec = _synced(table)
        if spec.kind is not Kind.RECORD:
            raise TypeError(f"{spec.name} holds facts: they are never edited")
        _check_texts(changes)
        site = self._enter(spec, None)
        self._require_owner(spec, site)
        connection = self.connection
        current = self._current(connection, spec, site, record, changes)
        edits: list[Row] = []
        for field, value in changes.items():
            if current[field] == value:
                continue
            base = current_clock(connection, site, spec.name, record, field)
            # Above what it replaces, whatever our clock says; our clock itself stays honest.
            hlc = max(self.replica.clock.tick(), base[0] + 1)
            clocks: Row = {"hlc": hlc, "base_hlc": base[0], "base_log": base[1]}
            edits.append({"id": record, "field": field, "value": value, **clocks})
        if not edits:
            return
        write_edits(connection, (site, self._log, self.actor.id), spec.name, edits)
        touched = [(site, spec.name, record, str(e["field"])) for e in edits]
        settle(connection, touched, self._written)
        self._edits.setdefault(spec.name, []).extend(edits)

    def number(self, kind: str, document: bytes) -> DocumentNumber:
        """Take the next number of this station's life for a document: gapless, never twice.

        The number travels in the scope of this step.
        """
        scope = self._scope if self._scope is not None else self.site
        station, life = self.replica.station_number, self.replica.life
        year = from_moment(self.occurred_at).year
        taken = run(
            self.connection,
            "SELECT max(counter) FROM document_number"
            " WHERE site = ? AND station = ? AND life = ? AND year = ?",
            scope,
            station,
            life,
            year,
        ).scalar()
        number = DocumentNumber(scope, station, life, year, (taken or 0) + 1)
        self.insert(
            document_number,
            scope=scope,
            station=number.station,
            life=number.life,
            year=number.year,
            counter=number.counter,
            kind=kind,
            document=document,
        )
        return number

    def new_id(self) -> bytes:
        """Mint an identifier for a document or record."""
        return new_id()

    def next_line(self, table: Table) -> int:
        """Count the lines of this changeset in a table that is keyed by changeset and line."""
        self._lines[table.name] = self._lines.get(table.name, 0) + 1
        return self._lines[table.name]

    def local(self, statement: UpdateBase) -> Any:
        """Write to a table that stays on this station. Raises TypeError for any other."""
        table = getattr(statement, "table", None)
        if table is None or specs[table.name].kind is not Kind.LOCAL:
            raise TypeError("only tables of this station are written by statement")
        self.touched.add(table.name)
        return self._connection.execute(statement)

    def commit_books(self) -> None:
        """Write the changeset and its place in the log. Called once, just before the commit."""
        connection = self.connection
        operations: list[object] = [
            [INSERT, name, *_columns_and_rows(name, rows)] for name, rows in self._rows.items()
        ]
        for name, edits in self._edits.items():
            fields = ("id", "field", "value", "hlc", "base_hlc", "base_log")
            operations.append([EDIT, name, [[e[f] for f in fields] for e in edits]])
        if not operations or self._scope is None:
            return
        head = books.head(connection, self._scope, self._log)
        self.changeset = Changeset(
            site=self._scope,
            log=self._log,
            seq=head.seq + 1,
            previous=head.hash,
            hlc=self.replica.clock.tick(),
            actor=self.actor.id,
            command=self.command,
            version=self.version,
            occurred_at=self.occurred_at,
            nonce=secrets.randbits(32),
            body=pack(operations),
        )
        self.signature = books.append(connection, self._key, self.changeset, self.replica.sign)
        books.keep_clock(connection, self._scope, self.replica.clock.last)

    def _enter(self, spec: Spec, scope: int | None) -> int:
        """Settle which scope this step writes for, and open its changeset at the first row."""
        if spec.scope is Scope.GLOBAL:
            wanted = GLOBAL
        elif spec.scope is Scope.ANY and scope is not None:
            wanted = scope
        else:
            wanted = self.site
        if self._scope is None:
            self._scope = wanted
            self._key = books.take_key(self._connection, wanted, self.replica.clock)
            self._log = self.replica.own_log(self._connection, wanted)
        elif self._scope != wanted:
            raise MixedScope(first=self._scope, second=wanted)
        return wanted

    def _require_owner(self, spec: Spec, site: int) -> None:
        if spec.owner is Owner.CENTRE and not self.replica.centre:
            raise NotOwner(table=spec.name, owner="the centre")
        if spec.owner is Owner.SITE and site != self.replica.site and not self.replica.standalone:
            raise NotOwner(table=spec.name, owner=f"site {site}")

    def _current(
        self,
        connection: Connection,
        spec: Spec,
        site: int,
        record: bytes,
        changes: Mapping[str, Value],
    ) -> dict[str, Value]:
        names = ", ".join(f'"{spec.table.c[name].name}"' for name in changes)
        text = f'SELECT {names} FROM "{spec.name}" WHERE site = ? AND id = ?'  # noqa: S608
        row = run(connection, text, site, record).first()
        if row is None:
            raise RecordGone(table=spec.name)
        return dict(zip(changes, row, strict=True))

    def _flush(self) -> None:
        pending, self._pending = self._pending, {}
        for name, rows in pending.items():
            write_rows(self._connection, name, rows)
            self._rows.setdefault(name, []).extend(rows)
            self._written.add(name, rows)


def _synced(table: Table) -> Spec:
    spec = specs[table.name]
    if not spec.synced:
        raise TypeError(f"{table.name} is not a table of facts or records")
    return spec


def _columns_and_rows(name: str, rows: list[Row]) -> tuple[list[str], list[list[Value]]]:
    """Leave out the columns that are null throughout: they cost bytes and say nothing."""
    columns = [c for c in specs[name].columns if any(row[c] is not None for row in rows)]
    return columns, [[row[c] for c in columns] for row in rows]


def _check_texts(values: Mapping[str, Value]) -> None:
    """Refuse the null character: SQLite would keep it, a hub on PostgreSQL could not take it."""
    for value in values.values():
        if type(value) is str and "\0" in value:
            raise TextNotStorable

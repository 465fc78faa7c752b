"""What has just been written, and the projections that are computed from it.

A projection is a function over ``Written``; the transaction and the merge call the same one, in
the same commit as the rows, so a balance has only one writer. It is registered with the tables
it reads and runs when one of them has new rows. Its result must depend on the set of facts and
records, never on the order in which they came.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from sqlalchemy import Table
from sqlalchemy.engine import Connection

from domain.replica.changeset import Value

Row: TypeAlias = dict[str, Value]


@dataclass(slots=True)
class Written:
    """Rows written since the projections last ran."""

    inserted: dict[str, list[Row]] = field(default_factory=dict)
    """New rows by table, with ``site`` and ``changeset``."""
    edited: dict[str, set[tuple[int, bytes]]] = field(default_factory=dict)
    """(site, id) of edited records by table."""

    def add(self, table: str, rows: Iterable[Row]) -> None:
        """Note inserted rows."""
        self.inserted.setdefault(table, []).extend(rows)

    def edit(self, table: str, site: int, identifier: bytes) -> None:
        """Note an edited record."""
        self.edited.setdefault(table, set()).add((site, identifier))

    def rows(self, table: Table) -> list[Row]:
        """The new rows of a table."""
        return self.inserted.get(table.name, [])

    def keys(self, table: Table, key: str) -> set[tuple[int, Value]]:
        """(site, value of a column) over the new rows of a table."""
        return {(row["site"], row[key]) for row in self.rows(table)}  # type: ignore[misc]

    def records(self, table: Table) -> set[tuple[int, bytes]]:
        """(site, id) of records of a table that are new or edited."""
        new = {(row["site"], row["id"]) for row in self.rows(table)}
        return new | self.edited.get(table.name, set())  # type: ignore[return-value]

    def tables(self) -> set[str]:
        """The names of all tables with something new."""
        return set(self.inserted) | set(self.edited)


Projector: TypeAlias = Callable[[Connection, Written], None]


@dataclass(frozen=True, slots=True)
class Projection:
    """A registered projection: what it reads, what it writes, what it does."""

    reads: frozenset[str]
    writes: frozenset[str]
    stage: int
    project: Projector


_projections: list[Projection] = []


def projects(
    *, reads: Iterable[Table], writes: Iterable[Table], stage: int = 1
) -> Callable[[Projector], Projector]:
    """Register a projection. One of a later ``stage`` sees what earlier stages computed."""

    def register(project: Projector) -> Projector:
        _projections.append(
            Projection(
                frozenset(t.name for t in reads), frozenset(t.name for t in writes), stage, project
            )
        )
        _projections.sort(key=lambda p: p.stage)
        return project

    return register


def run_projections(connection: Connection, written: Written) -> set[str]:
    """Bring every projection up to date; give the names of the tables it wrote."""
    tables = written.tables()
    touched: set[str] = set()
    for each in _projections:
        if not each.reads.isdisjoint(tables):
            each.project(connection, written)
            touched |= each.writes
    return touched

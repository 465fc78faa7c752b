"""What changesets do to the tables: one function for a transaction, a merge and a replay.

Inserted rows go in first, then edits, then each touched field is settled from all its edits,
then duplicates and projections follow. Whatever the order in which changesets arrive, the
tables come out the same.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy.engine import Connection

from domain.replica.changeset import EDIT, INSERT, Changeset, Value, pack
from domain.replica.fields import settle
from domain.replica.rows import insert_rows
from domain.replica.schema import Kind, specs
from domain.replica.uniques import find_duplicates
from domain.replica.written import Row, Written, run_projections

EDIT_COLUMNS = (
    "site",
    "table_name",
    "id",
    "field",
    "hlc",
    "log",
    "base_hlc",
    "base_log",
    "actor",
    "value",
)


class UnknownShape(ValueError):
    """A changeset names tables or columns of a newer version: kept raw, replayed later."""


def read_inserts(operation: Sequence[object], site: int, key: int) -> tuple[str, list[Row]]:
    """Read one insert operation as rows of today's table. Raises UnknownShape, ValueError."""
    _, table, columns, rows = operation
    spec = specs.get(str(table))
    if spec is None or not spec.synced:
        raise UnknownShape(f"table {table!r}")
    if not isinstance(columns, list) or not isinstance(rows, list):
        raise ValueError("an insert holds a list of columns and a list of rows")
    known = spec.columns
    unknown = [c for c in columns if c not in known]
    if unknown:
        raise UnknownShape(f"columns {unknown} of {table}")
    empty: Row = dict.fromkeys(known)
    auto: Row = {"site": site, "changeset": key}
    return spec.name, [{**auto, **empty, **dict(zip(columns, r, strict=True))} for r in rows]


def write_rows(connection: Connection, table: str, rows: Sequence[Row]) -> None:
    """Insert full rows into a synced table."""
    names = ("site", "changeset", *specs[table].columns)
    insert_rows(connection, table, names, [tuple(row[n] for n in names) for row in rows])


def write_edits(
    connection: Connection, header: tuple[int, int, bytes | None], table: str, edits: Iterable[Row]
) -> None:
    """Store edits of fields; ``header`` is (site, log, actor) of their changeset."""
    site, log, actor = header
    insert_rows(
        connection,
        "field_edit",
        EDIT_COLUMNS,
        [
            (
                (site, table, e["id"], e["field"], e["hlc"], log)
                + (e["base_hlc"], e["base_log"], actor, pack(e["value"]))
            )
            for e in edits
        ],
    )


def read_edits(operation: Sequence[object]) -> tuple[str, list[Row]]:
    """Read one edit operation. Raises UnknownShape, ValueError."""
    _, table, edits = operation
    spec = specs.get(str(table))
    if spec is None or spec.kind is not Kind.RECORD:
        raise UnknownShape(f"table {table!r}")
    if not isinstance(edits, list):
        raise ValueError("an edit holds a list of fields")
    names = ("id", "field", "value", "hlc", "base_hlc", "base_log")
    rows: list[Row] = [dict(zip(names, e, strict=True)) for e in edits]
    unknown = {r["field"] for r in rows} - set(spec.columns)
    if unknown:
        raise UnknownShape(f"columns {sorted(map(str, unknown))} of {table}")
    return spec.name, rows


def apply(
    connection: Connection, changesets: Iterable[tuple[int, Changeset]], written: Written
) -> None:
    """Write the rows and edits of changesets, given with their local keys.

    Projections are left to ``finish``, so that many changesets share one run of them. Raises
    UnknownShape, ValueError or the database's error; the caller holds a savepoint.
    """
    touched: set[tuple[int, str, bytes, str]] = set()
    inserts: dict[str, list[Row]] = {}
    for key, changeset in changesets:
        header = (changeset.site, changeset.identity()[0], changeset.actor)
        for operation in changeset.operations():
            if operation[0] == INSERT:
                table, rows = read_inserts(operation, changeset.site, key)
                inserts.setdefault(table, []).extend(rows)
            elif operation[0] == EDIT:
                table, edits = read_edits(operation)
                write_edits(connection, header, table, edits)
                touched |= {(changeset.site, table, _id(e["id"]), str(e["field"])) for e in edits}
            else:
                raise UnknownShape(f"operation {operation[0]!r}")
    for table, rows in inserts.items():
        write_rows(connection, table, rows)
        written.add(table, rows)
        if specs[table].kind is Kind.RECORD:
            touched |= _edited_before(connection, table, rows)
    settle(connection, sorted(touched), written)


def _id(value: Value) -> bytes:
    if not isinstance(value, bytes):
        raise ValueError("a record's id is bytes")
    return value


def _edited_before(
    connection: Connection, table: str, rows: Sequence[Row]
) -> set[tuple[int, str, bytes, str]]:
    """Fields of new records whose edits arrived before the records themselves."""
    if connection.exec_driver_sql("SELECT 1 FROM field_edit LIMIT 1").first() is None:
        return set()
    found = set()
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    text = (
        "SELECT DISTINCT field FROM field_edit "  # noqa: S608
        f"WHERE site = {mark} AND table_name = {mark} AND id = {mark}"
    )
    for row in rows:
        place = (row["site"], table, row["id"])
        for (field,) in connection.exec_driver_sql(text, place):
            found.add((row["site"], table, row["id"], field))
    return found  # type: ignore[return-value]


def finish(connection: Connection, written: Written) -> set[str]:
    """Find duplicates and run the projections over what was written; give the tables."""
    find_duplicates(connection, written)
    return written.tables() | run_projections(connection, written)

"""Values that should be taken once, taken twice offline: both rows stay, the pair is shown.

The record with the smaller id (the earlier one) answers look-ups; the other waits in the inbox.
"""

import hashlib
from collections.abc import Iterable

from sqlalchemy.engine import Connection

from domain.replica.changeset import Value, pack
from domain.replica.rows import in_chunks, run, run_many
from domain.replica.schema import Kind, Spec, specs
from domain.replica.written import Written


def find_duplicates(connection: Connection, written: Written) -> None:
    """Bring the ``duplicate`` conflicts of touched records up to date."""
    for name in sorted(written.tables()):
        spec = specs.get(name)
        if spec is None or spec.kind is not Kind.RECORD or not spec.unique:
            continue
        edited = written.edited.get(name, set())
        for field in spec.unique:
            _check(connection, spec, field, edited)
            _check_new(connection, spec, field, written)


def _check_new(connection: Connection, spec: Spec, field: str, written: Written) -> None:
    """New records stand in no pair yet: only values that are now there twice matter."""
    by_site: dict[int, set[Value]] = {}
    for row in written.rows(spec.table):
        if row[field] not in (None, ""):
            by_site.setdefault(row["site"], set()).add(row[field])  # type: ignore[arg-type]
    for site, values in by_site.items():
        for chunk in in_chunks(sorted(values, key=repr)):
            marks = ", ".join("?" * len(chunk))
            taken_twice = run(
                connection,
                f'SELECT "{field}" FROM "{spec.name}" WHERE site = ? AND "{field}" IN ({marks})'  # noqa: S608
                f' GROUP BY "{field}" HAVING count(*) > 1',
                site,
                *chunk,
            ).all()
            for (value,) in taken_twice:
                _note(connection, spec, field, site, value)


def _check(
    connection: Connection, spec: Spec, field: str, touched: Iterable[tuple[int, bytes]]
) -> None:
    groups: set[tuple[int, Value]] = set()
    for site, record in sorted(touched):
        for member in {record} | _forget(connection, spec, field, site, record):
            row = run(
                connection,
                f'SELECT "{field}" FROM "{spec.name}" WHERE site = ? AND id = ?',  # noqa: S608
                site,
                member,
            ).first()
            if row is not None and row[0] not in (None, ""):
                groups.add((site, row[0]))
    for site, value in groups:
        _note(connection, spec, field, site, value)


def _forget(connection: Connection, spec: Spec, field: str, site: int, record: bytes) -> set[bytes]:
    """Drop the pairs a record stood in; give the records it stood with."""
    where = (
        " FROM conflict WHERE site = ? AND table_name = ? AND field = ? AND kind = 'duplicate'"
        " AND (record = ? OR other_record = ?)"
    )
    params = (site, spec.name, field, record, record)
    found = run(connection, f"SELECT record, other_record{where}", *params).all()
    if found:
        run(connection, f"DELETE{where}", *params)
    return {member for pair in found for member in pair}


def _note(connection: Connection, spec: Spec, field: str, site: int, value: Value) -> None:
    active = " AND archived = 0" if "archived" in spec.table.columns else ""
    members = [
        row[0]
        for row in run(
            connection,
            f'SELECT id FROM "{spec.name}"'  # noqa: S608
            f' WHERE site = ? AND "{field}" = ?{active} ORDER BY id',
            site,
            value,
        )
    ]
    if not members:
        return
    run(
        connection,
        "DELETE FROM conflict WHERE site = ? AND table_name = ? AND field = ?"
        " AND kind = 'duplicate' AND kept = ?",
        site,
        spec.name,
        field,
        pack(value),
    )
    rows = []
    for other in members[1:]:
        name = pack([site, spec.name, field, members[0], other])
        identifier = hashlib.blake2b(name, digest_size=16).digest()
        decided = run(
            connection,
            "SELECT count(*) FROM conflict_decision WHERE site = ? AND conflict = ?",
            site,
            identifier,
        ).scalar()
        packed = pack(value)
        rows.append(
            (site, identifier, spec.name, members[0], field, packed, packed, other)
            + (int(bool(decided)),)
        )
    run_many(
        connection,
        "INSERT INTO conflict (site, id, kind, table_name, record, field, kept, kept_hlc, kept_log,"
        " kept_actor, other, other_hlc, other_log, other_actor, other_record, review, decided)"
        " VALUES (?, ?, 'duplicate', ?, ?, ?, ?, 0, 0, NULL, ?, 0, 0, NULL, ?, 1, ?)",
        rows,
    )

"""What a received changeset may hold: the same verdict on every replica.

A changeset that breaks a rule here is kept in the journal and set aside, by the hub and by every
station alike, and what follows it flows on. The checks look at the changeset and its author
alone, never at the database, so they cannot differ between replicas.
"""

from functools import lru_cache
from typing import Any, TypeAlias

from sqlalchemy import BigInteger, Integer, LargeBinary, SmallInteger, String

from domain.replica.changeset import EDIT, INSERT, Changeset
from domain.replica.merge import Judge
from domain.replica.schema import GLOBAL, Kind, Owner, Scope, Spec, specs

Verdict: TypeAlias = tuple[str, str]
"""Reason (``malformed``, ``wrong_scope``, ``not_owner``) and detail."""

FINAL = ("malformed", "wrong_scope", "not_owner")
"""Reasons that no newer program and no later arrival can cure."""

_EDIT_WIDTH = 6
_INT64 = 1 << 63


class _Malformed(ValueError):
    pass


def judge_of(*, centre: bool) -> Judge:
    """Give the judge of an author's changesets; the centre may write what the centre owns."""

    def judge(changeset: Changeset) -> Verdict | None:
        try:
            return _judge(changeset, centre)
        except (ValueError, TypeError, RecursionError) as problem:
            return "malformed", f"{type(problem).__name__}: {problem}"

    return judge


def _judge(changeset: Changeset, centre: bool) -> Verdict | None:
    for operation in changeset.operations():
        kind, name, *rest = operation
        spec = specs.get(name)
        if spec is None or not spec.synced:
            continue  # of a newer version, perhaps: the merge keeps it raw
        if (spec.scope is Scope.GLOBAL and changeset.site != GLOBAL) or (
            spec.scope is Scope.SITE and changeset.site == GLOBAL
        ):
            return "wrong_scope", f"{name} in scope {changeset.site}"
        if spec.kind is Kind.RECORD and spec.owner is Owner.CENTRE and not centre:
            return "not_owner", f"{name} belongs to the centre"
        if kind == INSERT:
            _check_inserts(spec, *rest)
        elif kind == EDIT:
            _check_edits(spec, *rest)
    return None


def _check_inserts(spec: Spec, columns: Any, rows: Any) -> None:
    _require(_is_list(columns) and _is_list(rows), "an insert holds columns and rows")
    _require(len(set(columns)) == len(columns), "a column named twice")
    kinds = _kinds(spec.name)
    for index, column in enumerate(columns):
        if column not in kinds:
            continue
        for row in rows:
            _require(_is_list(row) and len(row) == len(columns), "a row of another width")
            _fits(row[index], kinds[column], column)


def _check_edits(spec: Spec, edits: Any) -> None:
    _require(_is_list(edits), "an edit holds fields")
    kinds = _kinds(spec.name)
    for edit in edits:
        _require(_is_list(edit) and len(edit) == _EDIT_WIDTH, "an edit of another width")
        identifier, field, value, *clocks = edit
        _require(type(identifier) is bytes, "a record's id is bytes")
        _require(all(type(c) is int and 0 <= c < _INT64 for c in clocks), "a clock out of range")
        if field in kinds:
            _fits(value, kinds[field], field)


def _fits(value: Any, kind: tuple[type, int], column: str) -> None:
    """Check a value against its column: SQLite would take anything, PostgreSQL would not."""
    if value is None:
        return
    expected, limit = kind
    _require(type(value) is expected, f"{column} is {type(value).__name__}")
    if expected is int:
        _require(-limit <= value < limit, f"{column} is out of range")
    elif expected is str:
        _require("\0" not in value, f"{column} holds a zero character")
        _require(not limit or len(value) <= limit, f"{column} is too long")


@lru_cache(maxsize=512)
def _kinds(table: str) -> dict[str, tuple[type, int]]:
    found: dict[str, tuple[type, int]] = {}
    for column in specs[table].table.columns:
        kind = column.type
        if isinstance(kind, SmallInteger):
            found[column.name] = int, 1 << 15
        elif isinstance(kind, BigInteger):
            found[column.name] = int, _INT64
        elif isinstance(kind, Integer):
            found[column.name] = int, 1 << 31
        elif isinstance(kind, LargeBinary):
            found[column.name] = bytes, 0
        elif isinstance(kind, String):
            found[column.name] = str, kind.length or 0
    return {name: kind for name, kind in found.items() if name in specs[table].columns}


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


def _require(fine: bool, detail: str) -> None:
    if not fine:
        raise _Malformed(detail)

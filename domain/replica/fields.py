"""Merging edited fields: which value stands, and which edits did not see each other.

Every edit carries its own clock and the clock of the value it replaced (its base). Edits form a
tree by base. A tip is an edit that nobody has replaced. With one tip the value is its value,
whatever the clocks say; with several, two people edited without seeing each other: the field's
policy chooses among the tips, and every branch that lost is a conflict row with both values,
authors and times. All of it depends on the set of edits alone, so it is the same everywhere.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy.engine import Connection

from domain.replica.changeset import Value, pack, unpack
from domain.replica.rows import run, run_many
from domain.replica.schema import Policy, Spec, specs
from domain.replica.written import Written

Clock = tuple[int, int]
CREATION: Clock = (0, 0)


class FieldEdit(NamedTuple):
    """One edit of one field."""

    clock: Clock
    base: Clock
    actor: bytes | None
    value: Value


@dataclass(frozen=True, slots=True)
class Lost:
    """A branch that another edit won over."""

    branch: Clock
    tip: FieldEdit


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a set of edits means for a field."""

    value: Value
    winner: FieldEdit
    lost: tuple[Lost, ...]


def resolve(edits: Iterable[FieldEdit], policy: Policy) -> Resolution:
    """Choose the value of a field from all its edits (at least one)."""
    by_clock = {edit.clock: edit for edit in edits}
    replaced = {edit.base for edit in by_clock.values()}
    tips = sorted(e for e in by_clock.values() if e.clock not in replaced)
    winner = tips[-1]
    value = winner.value
    if policy is Policy.MAXIMUM:
        winner = max(tips, key=lambda e: (_number(e.value), e.clock))
        value = winner.value
    elif policy is Policy.UNION and len(tips) > 1:
        merged = {part for tip in tips for part in unpack(_blob(tip.value))}
        value = pack(sorted(merged))
    lost = [Lost(_branch(tip, winner, by_clock), tip) for tip in tips if tip is not winner]
    return Resolution(value, winner, tuple(sorted(lost, key=lambda x: x.branch)))


def _number(value: Value) -> int:
    return value if isinstance(value, int) else 0


def _blob(value: Value) -> bytes:
    return value if isinstance(value, bytes) else pack([])


def _branch(tip: FieldEdit, winner: FieldEdit, by_clock: dict[Clock, FieldEdit]) -> Clock:
    """Where the lost tip's branch leaves the winner's: the name of the conflict."""
    path = set()
    step: FieldEdit | None = winner
    while step is not None:
        path.add(step.clock)
        step = by_clock.get(step.base)
    first = tip
    while (parent := by_clock.get(first.base)) is not None and parent.clock not in path:
        first = parent
    return first.clock


def current_clock(
    connection: Connection, site: int, table: str, record: bytes, field: str
) -> Clock:
    """The clock of the value that stands: what the next edit replaces."""
    edits = _read(connection, site, table, record, field)
    if not edits:
        return CREATION
    return resolve(edits, specs[table].policy(field)).winner.clock


def _read(
    connection: Connection, site: int, table: str, record: bytes, field: str
) -> list[FieldEdit]:
    rows = run(
        connection,
        "SELECT hlc, log, base_hlc, base_log, actor, value FROM field_edit "
        "WHERE site = ? AND table_name = ? AND id = ? AND field = ?",
        site,
        table,
        record,
        field,
    )
    return [FieldEdit((r[0], r[1]), (r[2], r[3]), r[4], unpack(r[5])) for r in rows]


def conflict_id(site: int, table: str, record: bytes, field: str, branch: Clock) -> bytes:
    """Name a conflict so that every replica gives it the same name."""
    text = pack([site, table, record, field, *branch])
    return hashlib.blake2b(text, digest_size=16).digest()


def settle(
    connection: Connection, touched: Iterable[tuple[int, str, bytes, str]], written: Written
) -> None:
    """Set touched fields (site, table, record, field) to what their edits mean."""
    for site, table, record, field in touched:
        spec = specs[table]
        edits = _read(connection, site, table, record, field)
        if not edits:
            continue
        result = resolve(edits, spec.policy(field))
        run(
            connection,
            f'UPDATE "{table}" SET "{field}" = ? WHERE site = ? AND id = ?',  # noqa: S608
            result.value,
            site,
            record,
        )
        written.edit(table, site, record)
        _note_conflicts(connection, spec, (site, record, field), result, written)


def _note_conflicts(
    connection: Connection,
    spec: Spec,
    place: tuple[int, bytes, str],
    result: Resolution,
    written: Written,
) -> None:
    site, record, field = place
    run(
        connection,
        "DELETE FROM conflict WHERE site = ? AND table_name = ? AND record = ? AND field = ?"
        " AND kind = 'field'",
        site,
        spec.name,
        record,
        field,
    )
    if not result.lost:
        return
    review = int(spec.policy(field) is Policy.REVIEW)
    won = result.winner
    rows = []
    for lost in result.lost:
        identifier = conflict_id(site, spec.name, record, field, lost.branch)
        decided = run(
            connection,
            "SELECT count(*) FROM conflict_decision WHERE site = ? AND conflict = ?",
            site,
            identifier,
        ).scalar()
        rows.append(
            (site, identifier, spec.name, record, field)
            + (pack(result.value), *won.clock, won.actor)
            + (pack(lost.tip.value), *lost.tip.clock, lost.tip.actor)
            + (review, int(bool(decided)))
        )
    run_many(
        connection,
        "INSERT INTO conflict (site, id, kind, table_name, record, field, kept, kept_hlc, kept_log,"
        " kept_actor, other, other_hlc, other_log, other_actor, review, decided)"
        " VALUES (?, ?, 'field', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    written.inserted.setdefault("conflict", [])

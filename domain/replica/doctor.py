"""``counterfoil doctor``: proves that the books are whole, or says where they are not.

Seven examinations, each with a plain verdict:

1. pages: every page's seal and SQLite's own structure;
2. chain: every log's hashes from its first changeset to its head, and the heads' signatures;
3. replay: the whole journal into an empty database, through the production code; every synced
   table must come out the same;
4. projections: recomputed by that replay, every one must come out the same;
5. numbers: every series of document numbers without a gap;
6. till roll: whole, and level with the database;
7. quarantine: what could not be applied.
"""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from domain.errors import CounterfoilError
from domain.replica import books, storage
from domain.replica.backup import check_pages
from domain.replica.changeset import START, Changeset
from domain.replica.digest import Digest, table_digests
from domain.replica.effects import apply, finish
from domain.replica.engine import sqlite_engine
from domain.replica.keys import new_secret
from domain.replica.replica import Replica
from domain.replica.rows import run
from domain.replica.schema import Kind, specs
from domain.replica.till_roll import Gap
from domain.replica.written import Written

Progress = Callable[[str, int, int], None]
"""Called with the examination's name, what is done and what there is to do."""

_REPLAY_PAGE = 2000


@dataclass(slots=True)
class Verdict:
    """What one examination found."""

    name: str
    fine: bool
    facts: dict[str, object] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)
    """What is wrong, one line each; empty where all is well."""


def examine(replica: Replica, progress: Progress = lambda *_: None) -> list[Verdict]:
    """Run every examination on one snapshot of the replica."""
    verdicts = []
    with replica.read() as connection:
        if not replica.is_postgres:
            verdicts.append(_pages(connection, progress))
        verdicts.append(_chain(connection, progress))
        verdicts += _replay(connection, replica, progress)
        verdicts.append(_numbers(connection))
        verdicts.append(_quarantine(connection))
    if replica.till_roll is not None:
        verdicts.append(_till_roll(replica, progress))
    return verdicts


def _pages(connection: Connection, progress: Progress) -> Verdict:
    progress("pages", 0, 1)
    size = connection.exec_driver_sql("PRAGMA page_count").scalar()
    try:
        check_pages(connection)
    except CounterfoilError as problem:
        return Verdict("pages", fine=False, facts={"pages": size}, findings=[str(problem)])
    progress("pages", 1, 1)
    return Verdict("pages", fine=True, facts={"pages": size})


def _chain(connection: Connection, progress: Progress) -> Verdict:
    findings: list[str] = []
    logs = run(connection, "SELECT site, log, seq, hash, signature, public_key FROM log").all()
    total = sum(row[2] for row in logs)
    done = 0
    for site, log, seq, head_hash, signature, public_key in logs:
        digest, last = START, 0
        for changeset, entry_hash in _log_entries(connection, site, log):
            last += 1
            done += 1
            if changeset.seq != last:
                findings.append(f"log {log:x}: number {last} is missing")
                break
            digest = changeset.hash()
            if digest != entry_hash:
                findings.append(f"log {log:x}: changeset {last} is not what was written")
                break
            if done % 1000 == 0:
                progress("chain", done, total)
        if last != seq or (digest != head_hash):
            findings.append(f"log {log:x}: the head says {seq}, the chain ends at {last}")
        if signature is not None and not _signed(public_key, signature, head_hash):
            findings.append(f"log {log:x}: the head's signature is wrong")
    progress("chain", total, total)
    facts = {"logs": len(logs), "changesets": total}
    return Verdict("chain", not findings, facts, findings)


def _log_entries(connection: Connection, site: int, log: int) -> Iterator[tuple[Changeset, bytes]]:
    after = 0
    while page := books.read(connection, site, log, after, _REPLAY_PAGE):
        text = "SELECT hash FROM entry WHERE site = ? AND log = ? AND seq > ? ORDER BY seq LIMIT ?"
        hashes = [row[0] for row in run(connection, text, site, log, after, _REPLAY_PAGE)]
        yield from zip(page, hashes, strict=True)
        after = page[-1].seq


def _signed(public_key: bytes, signature: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _replay(connection: Connection, replica: Replica, progress: Progress) -> list[Verdict]:
    """Replay the journal from nothing and compare what comes out."""
    with tempfile.TemporaryDirectory(
        prefix="doctor-", dir=replica.folder, ignore_cleanup_errors=True
    ) as folder:
        path = Path(folder) / "replay.db"
        key = new_secret(48)
        storage.create_sqlite(path, key)
        engine = sqlite_engine(path, key, writer=True)
        try:
            try:
                count = _replay_into(connection, engine.connect, progress)
            except (ValueError, TypeError, KeyError, IndexError, DBAPIError) as problem:
                return [Verdict("replay", fine=False, findings=[f"the journal: {problem}"])]
            with engine.connect() as replayed:
                progress("compare", 0, 1)
                again = table_digests(replayed, projections=True)
                stored = table_digests(connection, projections=True)
                progress("compare", 1, 1)
        finally:
            engine.dispose()
    return [
        _compare("replay", (Kind.FACT, Kind.RECORD), stored, again, count),
        _compare("projections", (Kind.PROJECTION,), stored, again, count),
    ]


def _replay_into(
    connection: Connection, connect: Callable[[], Connection], progress: Progress
) -> int:
    skipped = {(row[0], row[1]) for row in run(connection, "SELECT site, key FROM quarantine")}
    sites = [row[0] for row in run(connection, "SELECT DISTINCT site FROM changeset ORDER BY 1")]
    total = int(run(connection, "SELECT count(*) FROM changeset").scalar() or 0)
    done = 0
    with connect() as target:
        target.begin()
        for site in sites:
            after = 0
            while page := _page(connection, site, after):
                _replay_page(target, [p for p in page if (site, p[0]) not in skipped])
                done += len(page)
                after = page[-1][0]
                progress("replay", done, total)
        target.commit()
    return total


def _page(connection: Connection, site: int, after: int) -> list[tuple[int, Changeset]]:
    found = []
    for pair in books.in_order(connection, site, after):
        found.append(pair)
        if len(found) == _REPLAY_PAGE:
            break
    return found


def _replay_page(target: Connection, page: list[tuple[int, Changeset]]) -> None:
    written = Written()
    books.copy(target, page)
    apply(target, page, written)
    finish(target, written)


def _compare(
    name: str,
    kinds: tuple[Kind, ...],
    stored: dict[str, Digest],
    again: dict[str, Digest],
    changesets: int,
) -> Verdict:
    tables = [table for table in stored if specs[table].kind in kinds]
    findings = [
        f"{table}: {stored[table][0]} rows here, {again[table][0]} from the journal"
        for table in tables
        if stored[table] != again[table]
    ]
    rows = sum(stored[table][0] for table in tables)
    facts: dict[str, object] = {"tables": len(tables), "rows": rows, "changesets": changesets}
    return Verdict(name, not findings, facts, findings)


def _numbers(connection: Connection) -> Verdict:
    rows = run(
        connection,
        "SELECT site, station, life, year, count(*), min(counter), max(counter)"
        " FROM document_number GROUP BY site, station, life, year",
    ).all()
    findings = [
        f"S{row[0]:03d}-W{row[1]:02d}{row[2]}-{row[3]}: {row[6] - row[4]} numbers are missing"
        for row in rows
        if row[5] != 1 or row[6] != row[4]
    ]
    facts: dict[str, object] = {"series": len(rows), "numbers": sum(row[4] for row in rows)}
    return Verdict("numbers", not findings, facts, findings)


def _quarantine(connection: Connection) -> Verdict:
    rows = run(connection, "SELECT site, key, reason, detail FROM quarantine").all()
    findings = [f"changeset {row[1]} of site {row[0]}: {row[2]} ({row[3]})" for row in rows]
    return Verdict("quarantine", not findings, {"set aside": len(rows)}, findings)


def _till_roll(replica: Replica, progress: Progress) -> Verdict:
    roll = replica.till_roll
    gaps: list[Gap] = []
    heads: dict[tuple[int, int], tuple[int, bytes]] = {}
    count = 0
    for entry in roll.read(gaps) if roll else ():
        count += 1
        heads[(entry.changeset.site, entry.changeset.log)] = (
            entry.changeset.seq,
            entry.changeset.hash(),
        )
        if count % 1000 == 0:
            progress("till roll", count, count)
    findings = [f"{gap.file}: {gap.size} bytes at {gap.offset} cannot be read" for gap in gaps]
    with replica.read() as connection:
        for (site, log), (seq, digest) in heads.items():
            text = "SELECT hash FROM entry WHERE site = ? AND log = ? AND seq = ?"
            if run(connection, text, site, log, seq).scalar() != digest:
                findings.append(f"log {log:x}: the roll's number {seq} is not in the database")
    if replica.roll_fault:
        findings.append(replica.roll_fault)
    return Verdict("till roll", not findings, {"records": count}, findings)

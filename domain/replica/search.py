"""Search as you type: one full-text index for everything that has a name.

SQLite's FTS5 indexes words by their beginnings. A Han run would be one word to it, so Han
characters are stored with spaces between them and asked for one by one. The hub on PostgreSQL
keeps the texts but no index: nobody types there.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from domain.replica.changeset import Value
from domain.replica.rows import run, run_many
from domain.replica.schema import BLOB, CODE, COUNT, TEXT, column, local

_HAN = re.compile(r"([\u3400-\u9fff\uf900-\ufaff\U00020000-\U0002ffff])")
_WORD = re.compile(r"\w+")

search_entry = local(
    "search_entry",
    column("number", COUNT),
    column("kind", CODE),
    column("id", BLOB),
    column("text", TEXT),
    key=("number",),
    indexes=(("kind", "id"),),
)
"""What can be found: a kind (``product``, ``customer`` …), its id, and the words."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something that a search found."""

    kind: str
    id: bytes


def make_index(connection: Connection) -> None:
    """Make the full-text index beside its table."""
    if connection.dialect.name != "sqlite":
        return
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE IF NOT EXISTS search_index USING fts5("
        "text, content='', contentless_delete=1, detail=column, prefix='2 3',"
        ' tokenize="unicode61 remove_diacritics 2")'
    )


def words(text: str) -> str:
    """Write a text as the index wants it: Han characters apart, no punctuation."""
    return " ".join(_WORD.findall(_HAN.sub(r" \1 ", text)))


def put(connection: Connection, kind: str, entries: Iterable[tuple[bytes, str]]) -> None:
    """Make things findable by new texts, in place of what they were findable by before."""
    fresh = [(identifier, words(text)) for identifier, text in entries]
    known: dict[bytes, int] = {}
    for identifier, _ in fresh:
        row = run(
            connection,
            "SELECT number FROM search_entry WHERE kind = ? AND id = ?",
            kind,
            identifier,
        ).first()
        if row is not None:
            known[identifier] = row[0]
    top = connection.exec_driver_sql("SELECT coalesce(max(number), 0) FROM search_entry").scalar()
    number = int(top or 0)
    rows: dict[bytes, tuple[Value, ...]] = {}
    for identifier, text in fresh:
        if identifier in rows:
            rows[identifier] = (rows[identifier][0], kind, identifier, text)
            continue
        if identifier not in known:
            number += 1
        rows[identifier] = (known.get(identifier, number), kind, identifier, text)
    _replace(connection, [(n,) for n in known.values()], list(rows.values()))


def _replace(
    connection: Connection, old: list[tuple[Value, ...]], rows: list[tuple[Value, ...]]
) -> None:
    indexed = connection.dialect.name == "sqlite"
    if indexed:
        run_many(connection, "DELETE FROM search_index WHERE rowid = ?", old)
    run_many(connection, "DELETE FROM search_entry WHERE number = ?", old)
    run_many(
        connection, "INSERT INTO search_entry (number, kind, id, text) VALUES (?, ?, ?, ?)", rows
    )
    if indexed:
        pairs = [(row[0], row[3]) for row in rows]
        run_many(connection, "INSERT INTO search_index (rowid, text) VALUES (?, ?)", pairs)


def search(connection: Connection, kind: str, text: str, limit: int = 50) -> list[Found]:
    """Find things of a kind by the beginnings of their words, at most ``limit``.

    From one character on for Han, from two for other scripts; fewer find nothing.
    """
    terms = words(text).split()
    if not terms or (len(terms) == 1 and len(terms[0]) < 2 and not _HAN.match(terms[0])):
        return []
    query = " AND ".join(f'"{term}"' if _HAN.match(term) else f'"{term}"*' for term in terms)
    rows = run(
        connection,
        "SELECT e.kind, e.id FROM search_index i JOIN search_entry e ON e.number = i.rowid"
        " WHERE search_index MATCH ? AND e.kind = ? LIMIT ?",
        query,
        kind,
        limit,
    )
    return [Found(row[0], row[1]) for row in rows]

"""What every refusal must be: one clear sentence, and books that are exactly as before."""

import string
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest

from domain.errors import CounterfoilError
from domain.replica import Replica, run
from domain.replica.digest import Digest, table_digests


@dataclass(frozen=True, slots=True)
class Books:
    """All that a replica holds, short enough to compare."""

    changesets: int
    tables: dict[str, Digest]
    heads: tuple[tuple[Any, ...], ...]


def books_of(replica: Replica) -> Books:
    """Digest every synced table and every projection, and take the heads of all logs."""
    with replica.read() as connection:
        count = run(connection, "SELECT count(*) FROM changeset").scalar()
        heads = run(connection, "SELECT site, log, seq, hash FROM log ORDER BY site, log").all()
        tables = table_digests(connection, projections=True)
    return Books(int(count), tables, tuple(tuple(row) for row in heads))


def assert_clear(error: CounterfoilError, *words: str) -> None:
    """Assert that a person can read it: every place filled, the facts there, no jargon of ours."""
    text = str(error)
    places = {name for _, name, _, _ in string.Formatter().parse(error.sentence) if name}
    assert places <= set(error.params), f"{type(error).__name__} lacks {places}"
    for word in words:
        assert word in text, text
    assert text[-1] in ".?", text
    for jargon in ("Traceback", "Error(", "None", "<", "sqlite", "SELECT"):
        assert jargon not in text, text


@contextmanager
def refused(
    replica: Replica, kind: type[CounterfoilError], *words: str
) -> Iterator[pytest.ExceptionInfo[CounterfoilError]]:
    """Expect a refusal of this very kind whose sentence says these words; nothing is written."""
    before = books_of(replica)
    with pytest.raises(kind) as raised:
        yield raised
    assert type(raised.value) is kind
    assert_clear(raised.value, *words)
    assert books_of(replica) == before

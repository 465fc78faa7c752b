"""Digests of tables that are equal on every replica that holds the same changesets.

A digest does not depend on the order of rows, nor on what is local to a replica: the ``changeset``
column, a local key, is replaced by the hash that names the changeset everywhere. Each row is
MessagePack, hashed with BLAKE2b (16 bytes); the digest of a table is the sum of its rows' hashes
modulo 2**128.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeAlias

from sqlalchemy.engine import Connection

from domain.replica.changeset import pack
from domain.replica.rows import run
from domain.replica.schema import Kind, Spec, specs

Digest: TypeAlias = tuple[int, str]
"""Number of rows, and their digest as 32 hex digits."""

_SIZE = 16
_MODULUS = 1 << 128
_STREAMED = {"stream_results": True, "max_row_buffer": 5000}


def row_sum(rows: Iterable[tuple[Any, ...]]) -> Digest:
    """Digest rows in whatever order they come."""
    total = count = 0
    blake2b, to_int = hashlib.blake2b, int.from_bytes
    for row in rows:
        total += to_int(blake2b(pack(row), digest_size=_SIZE).digest(), "big")
        count += 1
    return count, f"{total % _MODULUS:032x}"


class Digests:
    """Digests tables of one snapshot; remembers the names of the changesets of each site."""

    def __init__(self, connection: Connection, sites: Collection[int] | None = None) -> None:
        self._connection = connection
        self._sites = None if sites is None else sorted(set(sites))
        self._names: dict[int, dict[int, bytes]] = {}

    def of(self, spec: Spec) -> Digest:
        """Digest one table. Raises KeyError where a row names a changeset that is not there."""
        return row_sum(self._rows(spec))

    def _rows(self, spec: Spec) -> Iterator[tuple[Any, ...]]:
        names = [str(c.name) for c in spec.table.columns]
        local = names.index("changeset") if "changeset" in names else None
        place = names.index("site")
        for row in self._read(spec.name, names):
            if local is None:
                yield row
            else:
                name = self._changesets(row[place])[row[local]]
                yield (*row[:local], name, *row[local + 1 :])

    def _read(self, table: str, names: list[str]) -> Iterator[tuple[Any, ...]]:
        columns = ", ".join(f'"{name}"' for name in names)
        text = f'SELECT {columns} FROM "{table}"'  # noqa: S608 - names of our own
        if self._sites is not None:
            numbers = ", ".join(str(int(site)) for site in self._sites) or "NULL"
            text += f" WHERE site IN ({numbers})"
        result = self._connection.exec_driver_sql(text, execution_options=_STREAMED)
        for page in result.partitions(5000):
            for row in page:
                yield tuple(row)

    def _changesets(self, site: int) -> dict[int, bytes]:
        names = self._names.get(site)
        if names is None:
            text = "SELECT key, hash FROM changeset WHERE site = ?"
            names = {key: bytes(name) for key, name in run(self._connection, text, site)}
            self._names[site] = names
        return names


def table_digests(
    connection: Connection,
    sites: Collection[int] | None = None,
    *,
    projections: bool = False,
) -> dict[str, Digest]:
    """Digest every synced table (and the projections, where asked), by name.

    ``sites`` names the scopes to compare (0 is global); None takes all that are here.
    """
    kinds = {Kind.FACT, Kind.RECORD} | ({Kind.PROJECTION} if projections else set())
    digests = Digests(connection, sites)
    return {name: digests.of(spec) for name, spec in sorted(specs.items()) if spec.kind in kinds}

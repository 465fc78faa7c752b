"""The changeset: all that one transaction changed, in one canonical form.

The body is MessagePack of a list of operations; its bytes are hashed as they stand and travel as
they stand. Each operation carries its column names, so a reader of any version knows what it
holds:

- ``[0, table, [column, …], [[value, …], …]]`` inserts rows;
- ``[1, table, [[id, field, value, hlc, base_hlc, base_log], …]]`` edits fields of records.

The hash of a changeset is BLAKE2b (16 bytes) over the hash before it in its log and its own
header and body. With the log that wrote it, it is the changeset's identity everywhere.
"""

import hashlib
from dataclasses import dataclass
from typing import Any, TypeAlias

import msgspec

HASH_SIZE = 16
START = bytes(HASH_SIZE)
"""What the first changeset of a log has as the hash before it."""

INSERT = 0
EDIT = 1

Value: TypeAlias = int | str | bytes | None
Insert: TypeAlias = tuple[int, str, list[str], list[list[Value]]]
Edit: TypeAlias = tuple[bytes, str, Value, int, int, int]
"""id, field, value, hlc, base_hlc, base_log"""

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder()


def pack(value: Any) -> bytes:
    """Encode to canonical MessagePack."""
    return _encoder.encode(value)


def unpack(data: bytes) -> Any:
    """Decode MessagePack of our own. Raises msgspec.DecodeError (a ValueError)."""
    return _decoder.decode(data)


@dataclass(frozen=True, slots=True)
class Changeset:
    """One changeset as it stands in a log."""

    site: int
    log: int
    seq: int
    previous: bytes
    hlc: int
    actor: bytes | None
    command: str
    version: int
    occurred_at: int
    nonce: int
    body: bytes
    origin_log: int = 0
    origin_hash: bytes = b""

    def hash(self) -> bytes:
        """Compute the hash that chains this changeset to the one before it."""
        header = pack(
            [
                self.site,
                self.log,
                self.seq,
                self.hlc,
                self.actor,
                self.command,
                self.version,
                self.occurred_at,
                self.nonce,
                self.origin_log,
                self.origin_hash,
            ]
        )
        digest = hashlib.blake2b(self.previous, digest_size=HASH_SIZE)
        digest.update(header)
        digest.update(self.body)
        return digest.digest()

    def identity(self) -> tuple[int, bytes]:
        """Give (log that wrote it, hash there): the same on every replica."""
        if self.origin_log:
            return self.origin_log, self.origin_hash
        return self.log, self.hash()

    def operations(self) -> list[Any]:
        """Decode the body. Raises ValueError where it is not one of ours."""
        operations = unpack(self.body)
        if not isinstance(operations, list):
            raise ValueError("a changeset's body is a list of operations")
        return operations

"""The till roll: every changeset once more, in a plain daily file, synced after each commit.

A lost database is rebuilt from backup, till roll and hub. A record is its length, the CRC-32 of
its payload (zlib's polynomial), and the payload: MessagePack of the changeset and its log's
signed head, sealed with AES-256-GCM under a key derived from the database key: the roll holds the
same secrets as the database and must be no easier to read.
"""

import hashlib
import os
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from domain.replica.changeset import Changeset, pack, unpack
from domain.replica.durable import sync_folder
from domain.values import from_moment

_HEADER = struct.Struct(">II")
_NONCE = 12
_MAX_RECORD = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class RollEntry:
    """One record of the roll: a changeset and the signature over its hash."""

    changeset: Changeset
    signature: bytes | None


@dataclass(slots=True)
class Gap:
    """A part of a roll file that could not be read."""

    file: str
    offset: int
    size: int


class TillRoll:
    """Appends to ``<folder>/YYYY-MM-DD.roll``; one writer at a time (the replica's lock)."""

    def __init__(self, folder: Path, database_key: str) -> None:
        self.folder = folder
        secret = hashlib.blake2b(database_key.encode(), digest_size=32, person=b"till roll")
        self._cipher = AESGCM(secret.digest())
        self._file: IO[bytes] | None = None
        self._day = ""

    def append(
        self, changeset: Changeset, signature: bytes | None, now: int, *, sync: bool = True
    ) -> None:
        """Append a changeset and sync the file. Raises OSError (the commit stands all the same).

        ``sync`` False leaves that to the last changeset of a batch.
        """
        day = from_moment(now).date().isoformat()
        if self._file is None or day != self._day:
            self.close()
            self.folder.mkdir(parents=True, exist_ok=True)
            path = self.folder / f"{day}.roll"
            new = not path.exists()
            self._file = path.open("ab", buffering=0)
            self._day = day
            if new:
                sync_folder(self.folder)
        fields = [getattr(changeset, name) for name in Changeset.__slots__]
        nonce = os.urandom(_NONCE)
        payload = nonce + self._cipher.encrypt(nonce, pack([fields, signature]), None)
        self._file.write(_HEADER.pack(len(payload), zlib.crc32(payload)) + payload)
        if sync:
            os.fsync(self._file.fileno())

    def close(self) -> None:
        """Close today's file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def files(self) -> list[Path]:
        """The roll's files, oldest first."""
        return sorted(self.folder.glob("*.roll"))

    def read(self, gaps: list[Gap] | None = None) -> Iterator[RollEntry]:
        """Read all that is whole; what is torn or damaged is skipped and noted in ``gaps``."""
        for path in self.files():
            yield from self._read_file(path, gaps if gaps is not None else [])

    def newest(self) -> list[RollEntry]:
        """Read the records of the newest file alone."""
        files = self.files()
        return list(self._read_file(files[-1], [])) if files else []

    def _read_file(self, path: Path, gaps: list[Gap]) -> Iterator[RollEntry]:
        data = path.read_bytes()
        offset, lost = 0, None
        while offset + _HEADER.size <= len(data):
            entry, size = self._record(data, offset)
            if entry is None:
                lost = offset if lost is None else lost
                offset += 1
                continue
            if lost is not None:
                gaps.append(Gap(path.name, lost, offset - lost))
                lost = None
            yield entry
            offset += size
        start = offset if lost is None else lost
        if start < len(data):
            gaps.append(Gap(path.name, start, len(data) - start))

    def _record(self, data: bytes, offset: int) -> tuple[RollEntry | None, int]:
        size, check = _HEADER.unpack_from(data, offset)
        end = offset + _HEADER.size + size
        if size < _NONCE or size > _MAX_RECORD or end > len(data):
            return None, 0
        payload = data[offset + _HEADER.size : end]
        if zlib.crc32(payload) != check:
            return None, 0
        try:
            text = self._cipher.decrypt(payload[:_NONCE], payload[_NONCE:], None)
        except InvalidTag:
            return None, 0
        fields, signature = unpack(text)
        return RollEntry(Changeset(*fields), signature), _HEADER.size + size

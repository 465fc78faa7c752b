"""Identifiers: UUIDv7 for documents and records, and the numbers that people read out."""

import os
import re
import threading
import time
import uuid
from dataclasses import dataclass

from domain.errors import RuleBroken

_lock = threading.Lock()
_last = 0


class NotADocumentNumber(RuleBroken):
    """A text is not one of our document numbers."""

    code = "number.not_a_document_number"
    sentence = "“{text}” is not a document number."


def new_id() -> bytes:
    """Mint a UUIDv7 (RFC 9562, 5.7) as 16 bytes, rising within this process.

    The 12 bits after the milliseconds count up within one millisecond, so that rows made in
    one go are stored in the order they were made.
    """
    global _last  # noqa: PLW0603 - the one counter of the process, behind its lock
    with _lock:
        stamp = max((time.time_ns() // 1_000_000) << 12, _last + 1)
        _last = stamp
    milliseconds, counter = stamp >> 12, stamp & 0xFFF
    tail = int.from_bytes(os.urandom(8), "big") & (1 << 62) - 1
    number = milliseconds << 80 | 0x7 << 76 | counter << 64 | 0b10 << 62 | tail
    return number.to_bytes(16, "big")


def id_text(identifier: bytes) -> str:
    """Write a 16-byte identifier the way people know UUIDs."""
    return str(uuid.UUID(bytes=identifier))


def parse_id(text: str) -> bytes:
    """Read a UUID text back to 16 bytes. Raises ValueError where it is none."""
    return uuid.UUID(text).bytes


_NUMBER = re.compile(r"S(\d{3,})-W(\d{2,})([A-Z]+)-(\d{2})-(\d{6,})\Z")


@dataclass(frozen=True, slots=True, order=True)
class DocumentNumber:
    """``S012-W03B-26-000123``: site, station with the letter of its life, year, counter."""

    site: int
    station: int
    life: str
    year: int
    counter: int

    def __str__(self) -> str:
        return (
            f"S{self.site:03d}-W{self.station:02d}{self.life}"
            f"-{self.year % 100:02d}-{self.counter:06d}"
        )

    @classmethod
    def parse(cls, text: str) -> "DocumentNumber":
        """Read a number that a person typed or scanned. Raises NotADocumentNumber."""
        match = _NUMBER.match(text.strip().upper())
        if match is None:
            raise NotADocumentNumber(text=text)
        site, station, life, year, counter = match.groups()
        return cls(int(site), int(station), life, 2000 + int(year), int(counter))


def next_life(letter: str) -> str:
    """Give the letter of the next life of a station: A, B … Z, AA, AB …"""
    number = 0
    for character in letter:
        number = number * 26 + ord(character) - 64
    number += 1
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

"""A segment: a run of changesets of one log and scope as it travels.

154 bytes of header, then the columns of its changesets, compressed. The header is signed by the
station that writes the log; the chain of hashes from ``previous`` to ``head`` covers every byte
of every changeset. So a segment is stored and forwarded as it was received, and a hub in between
can neither alter nor forge one.

Codec 1 is MessagePack and Zstandard (RFC 8878), codec 2 is JSON and zlib (RFC 1950), for people
who debug: the same columns, bytes written in base64.
"""

import struct
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import msgspec
import zstandard
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from domain.replica.changeset import HASH_SIZE, Changeset
from domain.replica.versions import HEAD
from edge_sync.errors import SegmentForged, SegmentMalformed

MAGIC = b"CFSG"
VERSION = 1
MSGPACK_ZSTD = 1
JSON_ZLIB = 2
MAX_PLAIN = 64 * 1024 * 1024
"""Bytes after decompression, at most."""
MAX_CHANGESETS = 10_000
MAX_ACTOR = 64
MAX_COMMAND = 200

_HEADER = struct.Struct(">4sBBiqqI8s16s4s16s16s")
_SIGNATURE = 64
HEADER_SIZE = _HEADER.size + _SIGNATURE
_CHUNK = 256 * 1024


@dataclass(frozen=True, slots=True)
class Header:
    """What a segment says about itself; ``signature`` covers everything before it."""

    codec: int
    site: int
    log: int
    first_seq: int
    count: int
    schema: str
    station: bytes
    life: str
    previous: bytes
    head: bytes
    signature: bytes = bytes(_SIGNATURE)

    @property
    def last_seq(self) -> int:
        """The sequence number of the last changeset."""
        return self.first_seq + self.count - 1

    def signed_part(self) -> bytes:
        """Give the bytes that the signature covers."""
        return _HEADER.pack(
            *(MAGIC, VERSION, self.codec, self.site, self.log, self.first_seq, self.count),
            *(self.schema.encode("ascii"), self.station, self.life.encode("ascii")),
            *(self.previous, self.head),
        )


class Columns(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """The columns of the changesets; what the header or the chain implies is left out."""

    hlc: list[int]
    actor: list[bytes | None]
    command: list[str]
    version: list[int]
    occurred_at: list[int]
    nonce: list[int]
    body: list[bytes]
    origin_log: list[int]
    origin_hash: list[bytes]
    """The last two are empty where nothing was adopted."""

    def lengths(self) -> set[int]:
        """Give the lengths of the columns that are always full."""
        full = (self.hlc, self.actor, self.command, self.version)
        return {len(c) for c in (*full, self.occurred_at, self.nonce, self.body)}


@dataclass(frozen=True, slots=True)
class Segment:
    """An opened segment: what it says, its changesets, its bytes as received."""

    header: Header
    changesets: tuple[Changeset, ...]
    data: bytes


def seal(
    changesets: Sequence[Changeset],
    station: bytes,
    life: str,
    sign: Callable[[bytes], bytes],
    codec: int = MSGPACK_ZSTD,
) -> bytes:
    """Make the segment of consecutive changesets of one log (at least one), signed."""
    first, last = changesets[0], changesets[-1]
    header = Header(
        *(codec, first.site, first.log, first.seq, len(changesets), HEAD, station, life),
        *(first.previous, last.hash()),
    )
    adopted = any(c.origin_log for c in changesets)
    columns = Columns(
        hlc=[c.hlc for c in changesets],
        actor=[c.actor for c in changesets],
        command=[c.command for c in changesets],
        version=[c.version for c in changesets],
        occurred_at=[c.occurred_at for c in changesets],
        nonce=[c.nonce for c in changesets],
        body=[c.body for c in changesets],
        origin_log=[c.origin_log for c in changesets] if adopted else [],
        origin_hash=[c.origin_hash for c in changesets] if adopted else [],
    )
    if codec == JSON_ZLIB:
        payload = zlib.compress(msgspec.json.encode(columns))
    else:
        payload = zstandard.ZstdCompressor(level=3).compress(msgspec.msgpack.encode(columns))
    plain = header.signed_part()
    return plain + sign(plain) + payload


def peek(data: bytes) -> Header:
    """Read the header alone. Raises SegmentMalformed."""
    if len(data) < HEADER_SIZE:
        raise SegmentMalformed(detail="shorter than its header")
    magic, version, codec, site, log, first, count, schema, station, life, previous, head = (
        _HEADER.unpack_from(data)
    )
    if magic != MAGIC or version != VERSION:
        raise SegmentMalformed(detail="not a segment of this protocol")
    if codec not in (MSGPACK_ZSTD, JSON_ZLIB):
        raise SegmentMalformed(detail=f"unknown codec {codec}")
    if site < 0 or log < 1 or first < 1 or not 1 <= count <= MAX_CHANGESETS:
        raise SegmentMalformed(detail="numbers out of range")
    try:
        texts = schema.rstrip(b"\0").decode("ascii"), life.rstrip(b"\0").decode("ascii")
    except UnicodeDecodeError as problem:
        raise SegmentMalformed(detail="names are not ASCII") from problem
    signature = data[_HEADER.size : HEADER_SIZE]
    return Header(
        *(codec, site, log, first, count, texts[0], station, texts[1], previous, head, signature)
    )


def open_segment(data: bytes) -> Segment:
    """Read a segment, within the limits of size and count. Raises SegmentMalformed.

    The bytes are then well-formed; whether they are true, ``verify`` says.
    """
    header = peek(data)
    payload = memoryview(data)[HEADER_SIZE:]
    try:
        if header.codec == JSON_ZLIB:
            columns = msgspec.json.decode(_inflate(payload), type=Columns)
        else:
            columns = msgspec.msgpack.decode(_unzstd(payload), type=Columns)
    except (msgspec.MsgspecError, RecursionError, zlib.error, zstandard.ZstdError) as problem:
        raise SegmentMalformed(detail=type(problem).__name__) from problem
    return Segment(header, tuple(_changesets(header, columns)), data)


def verify(segment: Segment, public_key: bytes) -> None:
    """Check the signature and the chain of hashes. Raises SegmentForged."""
    header = segment.header
    try:
        key = Ed25519PublicKey.from_public_bytes(public_key)
        key.verify(header.signature, replace(header, signature=b"").signed_part())
    except (InvalidSignature, ValueError) as problem:
        raise SegmentForged(detail="the signature is not the station's") from problem
    if segment.changesets[-1].hash() != header.head:
        raise SegmentForged(detail="the contents are not those that were signed")


def _changesets(header: Header, columns: Columns) -> list[Changeset]:
    adopted = {len(columns.origin_log), len(columns.origin_hash)}
    if columns.lengths() != {header.count} or adopted not in ({0}, {header.count}):
        raise SegmentMalformed(detail="columns of different length")
    if not all(_small(columns)):
        raise SegmentMalformed(detail="a value out of range")
    rows = zip(
        columns.hlc,
        columns.actor,
        columns.command,
        columns.version,
        columns.occurred_at,
        columns.nonce,
        columns.body,
        columns.origin_log or [0] * header.count,
        columns.origin_hash or [b""] * header.count,
        strict=True,
    )
    found: list[Changeset] = []
    previous = header.previous
    for seq, row in enumerate(rows, header.first_seq):
        found.append(Changeset(header.site, header.log, seq, previous, *row))
        previous = found[-1].hash()
    return found


def _small(columns: Columns) -> list[bool]:
    """Whether every value fits the journal's columns on every database."""
    return [
        all(0 <= n < 1 << 63 for n in columns.hlc),
        all(abs(n) < 1 << 53 for n in columns.occurred_at),
        all(0 <= n < 1 << 31 for n in columns.version),
        all(0 <= n < 1 << 32 for n in columns.nonce),
        all(0 <= n < 1 << 63 for n in columns.origin_log),
        all(len(h) in (0, HASH_SIZE) for h in columns.origin_hash),
        all(a is None or len(a) <= MAX_ACTOR for a in columns.actor),
        all(len(c) <= MAX_COMMAND and "\0" not in c for c in columns.command),
    ]


def _unzstd(payload: memoryview) -> bytes:
    """Decompress at most ``MAX_PLAIN`` bytes, however much the frame holds."""
    reader = zstandard.ZstdDecompressor(max_window_size=8 * 1024 * 1024).stream_reader(payload)
    parts: list[bytes] = []
    size = 0
    while part := reader.read(_CHUNK):
        size += len(part)
        if size > MAX_PLAIN:
            raise SegmentMalformed(detail="larger than allowed when unpacked")
        parts.append(part)
    return b"".join(parts)


def _inflate(payload: memoryview) -> bytes:
    inflater = zlib.decompressobj()
    plain = inflater.decompress(payload, MAX_PLAIN)
    if not inflater.eof:
        raise SegmentMalformed(detail="cut off, or larger than allowed when unpacked")
    return plain

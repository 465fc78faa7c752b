"""What the reading child and its parent say to each other: length-prefixed msgpack messages."""

import struct
from typing import BinaryIO, Literal

import msgspec

from domain.importing.readers.model import Limits, Note, Options, Row, Sniff

MAX_FRAME = 32 * 1024 * 1024  # bytes; the parent believes no larger announcement
BATCH_ROWS = 500
BATCH_CHARACTERS = 512 * 1024

_LENGTH = struct.Struct(">I")

Cells = tuple[int, list[str], list[str], dict[str, Note]]


class Request(msgspec.Struct, frozen=True):
    """Parent to child: which file to read, and how."""

    path: str
    mode: Literal["sniff", "rows"]
    options: Options
    limits: Limits


class Previewed(msgspec.Struct, frozen=True, tag="previewed"):
    """Child to parent: the answer to ``sniff``."""

    sniff: Sniff


class Columns(msgspec.Struct, frozen=True, tag="columns"):
    """Child to parent: the names of the columns, before the first batch."""

    columns: tuple[str, ...]


class Batch(msgspec.Struct, frozen=True, tag="batch"):
    """Child to parent: some rows as (line, cells, surplus, notes)."""

    rows: list[Cells]


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """Child to parent: the file is refused, with the error's code and parameters."""

    code: str
    params: dict[str, str | int | float]


class Finished(msgspec.Struct, frozen=True, tag="finished"):
    """Child to parent: that was all; without it the child died on the way."""

    rows: int


Message = Previewed | Columns | Batch | Failed | Finished

_encoder = msgspec.msgpack.Encoder(enc_hook=dict)
_messages: msgspec.msgpack.Decoder[Message] = msgspec.msgpack.Decoder(Message)
_requests = msgspec.msgpack.Decoder(Request)


class BrokenStream(Exception):
    """What came is no message: the other side died or went mad."""


def send(stream: BinaryIO, message: Message | Request) -> None:
    """Write one message and push it out."""
    content = _encoder.encode(message)
    stream.write(_LENGTH.pack(len(content)) + content)
    stream.flush()


def receive(stream: BinaryIO) -> Message:
    """Read one message from the child.

    Raises:
        BrokenStream: the stream ended or holds something else.
    """
    try:
        return _messages.decode(_receive(stream))
    except msgspec.MsgspecError as error:
        raise BrokenStream(str(error)) from None


def receive_request(stream: BinaryIO) -> Request:
    """Read the request in the child."""
    return _requests.decode(_receive(stream))


def to_cells(row: Row) -> Cells:
    """Take a row apart for the way."""
    return row.line, list(row.values.values()), list(row.surplus), dict(row.notes)


def from_cells(columns: tuple[str, ...], cells: Cells) -> Row:
    """Put a row together again."""
    line, values, surplus, notes = cells
    return Row(line, dict(zip(columns, values, strict=True)), tuple(surplus), notes)


def _receive(stream: BinaryIO) -> bytes:
    start = stream.read(_LENGTH.size)
    if len(start) < _LENGTH.size:
        raise BrokenStream("the stream ended")
    (length,) = _LENGTH.unpack(start)
    if length > MAX_FRAME:
        raise BrokenStream(f"a message of {length} bytes")
    content = stream.read(length)
    if len(content) < length:
        raise BrokenStream("the stream ended inside a message")
    return content

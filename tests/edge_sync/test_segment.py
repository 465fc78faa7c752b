"""Segments: what goes in comes out, and nothing else gets in."""

import struct
import zlib

import msgspec
import pytest
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from domain.replica.changeset import START, Changeset, pack
from edge_sync import segment
from edge_sync.errors import SegmentForged, SegmentMalformed
from edge_sync.segment import (
    HEADER_SIZE,
    JSON_ZLIB,
    MSGPACK_ZSTD,
    open_segment,
    peek,
    seal,
    verify,
)

KEY = Ed25519PrivateKey.generate()
PUBLIC = KEY.public_key().public_bytes_raw()
STATION = bytes(range(16))

fields = st.fixed_dictionaries(
    {
        "hlc": st.integers(0, 2**63 - 1),
        "actor": st.none() | st.binary(max_size=16),
        "command": st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=40),
        "version": st.integers(0, 2**31 - 1),
        "occurred_at": st.integers(-(2**50), 2**50),
        "nonce": st.integers(0, 2**32 - 1),
        "body": st.binary(max_size=200),
    }
)
origins = st.none() | st.tuples(st.integers(1, 2**63 - 1), st.binary(min_size=16, max_size=16))


def chain(rows: list[dict[str, object]], first_seq: int = 1) -> list[Changeset]:
    """Make a log's changesets out of their fields."""
    made: list[Changeset] = []
    previous = START
    for seq, row in enumerate(rows, first_seq):
        made.append(Changeset(3, 77, seq, previous, **row))  # type: ignore[arg-type]
        previous = made[-1].hash()
    return made


def some(count: int = 3) -> list[Changeset]:
    """Make a few plain changesets."""
    rows = [
        {
            "hlc": n,
            "actor": None,
            "command": "sell",
            "version": 1,
            "occurred_at": n,
            "nonce": n,
            "body": pack([[0, "sale", ["item"], [[n]]]]),
        }
        for n in range(count)
    ]
    return chain(rows)


@given(
    st.lists(fields, min_size=1, max_size=5), st.sampled_from([MSGPACK_ZSTD, JSON_ZLIB]), origins
)
def test_a_segment_gives_back_its_changesets(
    rows: list[dict[str, object]], codec: int, origin: tuple[int, bytes] | None
) -> None:
    if origin is not None:
        rows[0] |= {"origin_log": origin[0], "origin_hash": origin[1]}
    changesets = chain(rows, first_seq=4)
    opened = open_segment(seal(changesets, STATION, "AB", KEY.sign, codec))
    verify(opened, PUBLIC)
    assert list(opened.changesets) == changesets
    header = opened.header
    assert (header.site, header.log, header.first_seq, header.last_seq) == (
        *(3, 77, 4),
        3 + len(rows),
    )
    assert (header.station, header.life, header.previous) == (STATION, "AB", START)


@pytest.mark.parametrize("codec", [MSGPACK_ZSTD, JSON_ZLIB])
def test_every_altered_byte_is_noticed(codec: int) -> None:
    data = seal(some(), STATION, "A", KEY.sign, codec)
    for place in range(len(data)):
        altered = bytearray(data)
        altered[place] ^= 0x41
        with pytest.raises((SegmentMalformed, SegmentForged)):
            opened = open_segment(bytes(altered))
            verify(opened, PUBLIC)
            # A few bits of the codecs' own framing carry nothing: then nothing has changed.
            assert list(opened.changesets) != some(), place
            raise SegmentForged(detail="unused bit")


@pytest.mark.parametrize("codec", [MSGPACK_ZSTD, JSON_ZLIB])
def test_a_segment_that_was_cut_off_is_not_taken(codec: int) -> None:
    data = seal(some(), STATION, "A", KEY.sign, codec)
    for end in range(len(data) - 1):
        with pytest.raises(SegmentMalformed):
            open_segment(data[:end])


def test_another_stations_signature_is_not_taken() -> None:
    opened = open_segment(seal(some(), STATION, "A", KEY.sign))
    other = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    with pytest.raises(SegmentForged):
        verify(opened, other)


def test_contents_of_another_segment_under_a_true_header_are_not_taken() -> None:
    true = seal(some(3), STATION, "A", KEY.sign)
    other = seal(some(4)[:2] + some(4)[3:], STATION, "A", KEY.sign)
    with pytest.raises(SegmentForged):
        verify(open_segment(true[:HEADER_SIZE] + other[HEADER_SIZE:]), PUBLIC)


@pytest.mark.parametrize("codec", [MSGPACK_ZSTD, JSON_ZLIB])
def test_what_unpacks_to_more_than_allowed_is_stopped_on_the_way(
    codec: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    header = seal(some(1), STATION, "A", KEY.sign, codec)[:HEADER_SIZE]
    bomb = bytes(80 * 1024 * 1024)
    packed = zlib.compress(bomb, 1) if codec == JSON_ZLIB else zstandard.compress(bomb, 1)
    with pytest.raises(SegmentMalformed):
        open_segment(header + packed)


def test_depth_and_types_are_limited() -> None:
    header = seal(some(1), STATION, "A", KEY.sign)[:HEADER_SIZE]
    deep = b"\x91" * 100_000 + b"\x00"
    for payload in (deep, b"\xc0", msgspec.msgpack.encode([1, 2, 3])):
        with pytest.raises(SegmentMalformed):
            open_segment(header + zstandard.compress(payload))


def test_a_false_count_is_noticed() -> None:
    data = seal(some(3), STATION, "A", KEY.sign)
    for count in (0, 2, 4, 2**31):
        place = struct.calcsize(">4sBBiqq")
        lying = data[:place] + struct.pack(">I", count) + data[place + 4 :]
        with pytest.raises(SegmentMalformed):
            open_segment(lying)


def test_a_receipt_of_four_lines_is_small() -> None:
    """The wire's goal: at most 450 bytes for one receipt, and 18 a movement in long runs."""
    lines = [[n, bytes(15) + b"\x01", -1000, 4990 + n] for n in range(4)]
    body = pack([[0, "sale_line", ["line", "item", "quantity", "amount"], lines]])
    one = chain(
        [
            {
                "hlc": 1 << 60,
                "actor": bytes(16),
                "command": "pay",
                "version": 1,
                "occurred_at": 1_760_000_000_000,
                "nonce": 2**31,
                "body": body,
            }
        ]
    )
    assert len(seal(one, STATION, "A", KEY.sign)) <= 450
    assert peek(seal(one, STATION, "A", KEY.sign)).count == 1
    assert segment.MAX_PLAIN == 64 * 1024 * 1024

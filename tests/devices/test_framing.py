"""Rules of every framer: cuts do not matter, noise costs nothing, nothing raises or grows."""

import itertools
import statistics
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.registry import PROTOCOLS
from devices.simulators.m100 import tag_notice
from devices.testing import decode

epcs = st.integers(0, 8).flatmap(lambda words: st.binary(min_size=2 * words, max_size=2 * words))
notices = st.builds(tag_notice, epcs, st.integers(-90, -20))
weights = st.integers(0, 99_999).map(
    lambda grams: f"\x02{grams // 1000:02d}.{grams % 1000:03d}\r".encode()
)
statuses = st.integers(0x40, 0x7F).map(lambda bits: b"\x02?" + bytes([bits]) + b"\r")
codes = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=20).map(
    lambda text: text.encode() + b"\r\n"
)
configs = {
    "scanner": st.sampled_from([{}, {"max_len": 7}, {"idle_flush": True}, {"stx_etx": True}]),
    "toledo_8217": st.just({}),
    "m100": st.just({}),
}
pieces = {
    "scanner": st.one_of(codes, st.binary(max_size=12), st.sampled_from([b"\x02", b"\x03"])),
    "toledo_8217": st.one_of(weights, statuses, st.binary(max_size=9)),
    "m100": st.one_of(
        notices,
        notices.map(lambda frame: frame[:9]),
        st.binary(max_size=9),
        st.sampled_from([b"\xbb", b"\xbb\x02\x22\x00", bytes.fromhex("BB01FF000115167E")]),
    ),
}


def cut(data, places):
    bounds = sorted({place % (len(data) + 1) for place in places} | {0, len(data)})
    return [data[start:end] for start, end in itertools.pairwise(bounds)]


@pytest.mark.parametrize("protocol", sorted(PROTOCOLS))
@given(case=st.data())
def test_the_result_is_the_same_however_the_bytes_are_cut(protocol, case):
    data = b"".join(case.draw(st.lists(pieces[protocol], max_size=8)))
    config = case.draw(configs[protocol])
    idle = case.draw(st.booleans())
    places = case.draw(st.lists(st.integers(0, 400), max_size=6))
    whole = decode(protocol, data, idle=idle, config=config)
    assert decode(protocol, data, chunks=cut(data, places), idle=idle, config=config) == whole
    single = [bytes([byte]) for byte in data]
    assert decode(protocol, data, chunks=single, idle=idle, config=config) == whole


@pytest.mark.parametrize("protocol", sorted(PROTOCOLS))
@given(chunks=st.lists(st.binary(max_size=600), max_size=12))
def test_no_input_raises_or_is_hoarded(protocol, chunks):
    framer = PROTOCOLS[protocol].framer({})
    for chunk in chunks:
        framer.feed(chunk)
        assert framer.pending <= 4096
    framer.idle(1.0)
    assert framer.pending == 0


@pytest.mark.parametrize(
    ("protocol", "endless", "limit"),
    [("scanner", b"A" * 997, 4096), ("toledo_8217", b"\x021" + b"1" * 99, 17),
     ("m100", b"\xbb\x02\x22\x00\xff" + b"\xbb" * 95, 262)],
)  # fmt: skip
def test_an_endless_stream_without_a_frame_keeps_memory_bounded(protocol, endless, limit):
    framer = PROTOCOLS[protocol].framer({})
    for _ in range(200):
        framer.feed(endless)
        assert framer.pending <= limit


@given(frames=st.lists(st.tuples(st.binary(max_size=9), notices), min_size=1, max_size=10))
def test_noise_between_tag_frames_loses_none_and_invents_none(frames):
    stream = b"".join(noise + frame for noise, frame in frames)
    alone = [decode("m100", frame)[0] for _, frame in frames]
    assert decode("m100", stream, idle=True) == alone


@given(
    frames=st.lists(
        st.tuples(st.binary(max_size=9).filter(lambda noise: b"\x8d" not in noise), weights),
        min_size=1,
        max_size=10,
    )
)
def test_noise_between_weights_loses_none_and_invents_none(frames):
    stream = b"".join(noise + frame for noise, frame in frames)
    read = [event for event in decode("toledo_8217", stream) if event["event"] == "weight"]
    assert [event for event in read if event["value"] is not None] == [
        decode("toledo_8217", frame)[0] for _, frame in frames
    ]


@pytest.mark.parametrize("epc", ["bb" * 12, "7e" * 12, "bb022200ff7ebb0122007ebb", "bb7e" * 31])
def test_header_and_end_inside_a_tag_are_data(epc):
    frame = tag_notice(bytes.fromhex(epc), -50)
    for chunks in ([frame + frame], [bytes([byte]) for byte in frame + frame]):
        assert [event["epc"] for event in decode("m100", b"", chunks=chunks)] == [epc, epc]


@given(frame=notices, place=st.integers(0, 100), bit=st.integers(0, 7))
def test_a_flipped_bit_never_gives_another_tag(frame, place, bit):
    damaged = bytearray(frame)
    damaged[place % len(frame)] ^= 1 << bit
    assert all(event["event"] != "tag" for event in decode("m100", bytes(damaged), idle=True))


@given(frame=weights, place=st.integers(0, 100))
def test_a_weight_with_a_lost_byte_is_no_weight(frame, place):
    place %= len(frame)
    events = decode("toledo_8217", frame[:place] + frame[place + 1 :])
    assert all(event["event"] != "weight" for event in events)


@pytest.mark.parametrize(
    ("protocol", "frame", "per_second"),
    [("scanner", b"4006381333931\r\n", 50_000), ("toledo_8217", b"\x0200.125\r", 50_000),
     ("m100", tag_notice(bytes(range(12)), -50), 25_000)],
)  # fmt: skip
def test_framers_are_far_faster_than_any_line(protocol, frame, per_second):
    """The goals are twice these numbers; half is asked so that a busy machine does not fail."""
    data = frame * 4000
    chunks = [data[start : start + 64] for start in range(0, len(data), 64)]
    times = []
    for _ in range(5):
        framer = PROTOCOLS[protocol].framer({})
        began = time.process_time()
        count = sum(len(framer.feed(chunk)) for chunk in chunks)
        times.append(time.process_time() - began)
        assert count == 4000
    assert 4000 / statistics.median(times) > per_second

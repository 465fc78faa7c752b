"""Sessions and drivers without a port: requests, time-outs, silence, and how a line is judged."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.drivers.base import DriverContext
from devices.drivers.command import Command
from devices.errors import BadCommand
from devices.events import DeviceFault, Scan, TagRead, Weight
from devices.registry import protocol
from devices.session import Session
from devices.simulators.base import with_even_parity
from devices.simulators.m100 import tag_notice
from devices.states import DeviceState, advice

ASK = Command("request_weight")
MOTION, STABLE = b"\x02?\x41\r", b"\x0201.250\r"


def session(name, *, settle=0.0, now=0.0, **config):
    return Session(protocol(name), DriverContext("d"), config, now=now, settle=settle)


def test_each_request_gets_its_own_answer_and_its_own_byte():
    scale = session("toledo_8217")
    first, second = scale.command(ASK, 1.0), scale.command(ASK, 1.0)
    assert scale.outgoing() == b"W"
    [moving] = scale.receive(MOTION, 1.1)
    assert (moving.request_id, moving.value, moving.stable) == (first, None, False)
    assert scale.outgoing() == b"W"
    [still] = scale.receive(STABLE, 1.2)
    assert (still.request_id, still.value, still.requested_at) == (second, Decimal("1.250"), 1.1)
    assert still.settled
    assert not moving.settled
    assert still.age(2.0) == pytest.approx(0.9)


def test_two_equal_weights_in_a_row_are_two_events():
    scale = session("toledo_8217")
    assert len(scale.receive(STABLE + STABLE, 1.0)) == 2


def test_an_answer_that_comes_too_late_is_not_taken_for_the_answer_to_a_newer_question():
    scale = session("toledo_8217")
    late = scale.command(ASK, 0.0)
    scale.outgoing()
    [fault] = scale.tick(1.0)
    assert (fault.code, fault.request_id) == ("no_answer", late)
    newer = scale.command(ASK, 1.5)
    assert scale.outgoing() == b""
    [stale] = scale.receive(STABLE, 3.0)
    assert (stale.request_id, stale.requested_at) == (None, None)
    assert scale.outgoing() == b"W"
    [fresh] = scale.receive(b"\x0202.500\r", 3.1)
    assert (fresh.request_id, fresh.value) == (newer, Decimal("2.500"))


def test_after_a_lost_answer_the_scale_is_asked_again_when_none_can_be_late():
    scale = session("toledo_8217")
    scale.command(ASK, 0.0)
    scale.outgoing()
    scale.tick(1.0)
    again = scale.command(ASK, 1.1)
    assert scale.wake_at() == 4.0
    scale.tick(4.0)
    assert scale.outgoing() == b"W"
    assert scale.receive(STABLE, 4.1)[0].request_id == again


def test_the_status_after_zeroing_is_not_taken_for_a_weight_that_was_asked_for():
    scale = session("toledo_8217")
    zero, asked = scale.command(Command("zero"), 0.0), scale.command(ASK, 0.0)
    assert scale.outgoing() == b"Z"
    assert scale.receive(b"\x02?\x50\r", 0.1)[0].request_id == zero
    assert scale.outgoing() == b"W"
    assert scale.receive(STABLE, 0.2)[0].request_id == asked


def test_polling_asks_by_itself_ten_times_a_second():
    scale = session("toledo_8217")
    scale.command(Command("poll_start", {"interval_ms": 100}), 0.0)
    asked = 0
    for tick in range(20):
        now = tick * 0.05
        scale.tick(now)
        if scale.outgoing():
            asked += 1
            scale.receive(STABLE, now + 0.01)
    assert asked == 10
    scale.command(Command("poll_stop"), 1.0)
    assert scale.wake_at() is None


def test_commands_do_not_pile_up_without_end():
    scale = session("toledo_8217")
    for _ in range(33):
        scale.command(ASK, 0.0)
    with pytest.raises(BadCommand, match="too many"):
        scale.command(ASK, 0.0)


statuses = st.integers(0x40, 0x7F)


@given(bits=statuses, answered=st.booleans())
def test_a_moving_over_or_negative_scale_never_yields_a_number(bits, answered):
    scale = session("toledo_8217")
    if answered:
        scale.command(ASK, 0.0)
    [status] = scale.receive(b"\x02?" + bytes([bits]) + b"\r", 0.1)
    assert status.value is None
    assert not status.settled


@given(
    value=st.none() | st.decimals(0, 15, places=3),
    stable=st.sampled_from([True, False, None]),
    flags=st.sets(st.sampled_from(["motion", "over_capacity", "under_zero", "center_of_zero"])),
)
def test_only_a_stable_value_without_a_fault_is_settled(value, stable, flags):
    weight = Weight("s", 0.0, 1, value, "kg", stable, net=False, flags=frozenset(flags))
    sound = value is not None and stable is True and flags <= {"center_of_zero"}
    assert weight.settled == sound


def test_a_reader_that_falls_silent_is_started_again_and_called_stalled_then_recovers():
    reader = session("m100")
    reader.command(Command("inventory_start"), 0.0)
    start = reader.outgoing()
    assert start == bytes.fromhex("BB00270003222710837E")
    for now in (1.0, 2.0):
        assert [event.code for event in reader.tick(now)] == ["no_answer"]
        assert reader.outgoing() == start
    assert (reader.state, reader.reason) == (DeviceState.STALLED, "no_answer")
    [tag] = reader.receive(tag_notice(bytes(12), -50), 2.1)
    assert isinstance(tag, TagRead)
    assert reader.state is DeviceState.ONLINE
    reader.command(Command("inventory_stop"), 2.2)
    assert reader.tick(3.3)[0] == DeviceFault("d", 3.3, 4, "no_answer", 2)
    assert reader.tick(9.0) == []


def test_what_arrives_while_settling_is_the_tail_of_something_and_dropped():
    scanner = session("scanner", settle=0.06)
    assert scanner.receive(b"333931\r\n", 0.05) == []
    assert scanner.tick(0.07) == []
    assert scanner.state is DeviceState.PROBING
    scanner.tick(0.11)
    assert scanner.state is DeviceState.ONLINE
    assert [event.text for event in scanner.receive(b"4006381333931\r\n", 0.2)] == ["4006381333931"]


def test_a_device_that_never_stops_talking_comes_online_after_a_second():
    reader = session("m100", settle=0.06)
    for step in range(20):
        reader.receive(tag_notice(bytes(12), -50), step * 0.05)
        reader.tick(step * 0.05)
    reader.tick(1.0)
    assert reader.state is DeviceState.ONLINE


def test_a_code_that_stops_halfway_does_not_become_the_head_of_the_next():
    scanner = session("scanner")
    scanner.receive(b"4006\r\n40063", 0.0)
    assert scanner.tick(1.0) == []
    assert [event.text for event in scanner.receive(b"12345670\r\n", 5.0)] == ["12345670"]
    assert scanner.state is DeviceState.ONLINE


def test_a_scanner_without_suffix_is_closed_by_silence_where_set_so_and_hinted_at_where_not():
    flushed = session("scanner", idle_flush=True)
    flushed.receive(b"4006381333931", 0.0)
    assert flushed.wake_at() == pytest.approx(0.04)
    assert [event.text for event in flushed.tick(0.05)] == ["4006381333931"]
    unset = session("scanner")
    unset.receive(b"4006381333931", 0.0)
    unset.tick(1.0)
    assert (unset.state, unset.reason) == (DeviceState.MISCONFIGURED, "no_terminator")


def test_a_line_read_with_the_wrong_parity_or_speed_says_so_and_recovers():
    scale = session("toledo_8217")
    scale.receive(with_even_parity(STABLE) * 2, 0.0)
    assert (scale.state, scale.reason) == (DeviceState.MISCONFIGURED, "wrong_parity")
    scale.receive(STABLE, 1.0)
    assert scale.state is DeviceState.ONLINE
    reader = session("m100")
    reader.receive(bytes(range(1, 100)), 0.0)
    assert (reader.state, reader.reason) == (DeviceState.MISCONFIGURED, "no_frame")
    scanner = session("scanner")
    scans = scanner.receive(b"\x9f\xe0\r\n" * 3, 0.0)
    assert all(isinstance(scan, Scan) for scan in scans)
    assert (scanner.state, scanner.reason) == (DeviceState.MISCONFIGURED, "unreadable")


def test_sequence_and_request_numbers_outlive_a_reconnect():
    context = DriverContext("scale")
    seen = []
    for _ in range(2):
        scale = Session(protocol("toledo_8217"), context, {}, now=0.0, settle=0.0)
        scale.command(ASK, 0.0)
        seen += scale.receive(STABLE, 0.1)
    assert [(event.seq, event.request_id) for event in seen] == [(1, 1), (2, 2)]


@pytest.mark.parametrize("state", list(DeviceState))
def test_every_state_has_a_sentence_for_the_clerk(state):
    told = advice(state)
    assert told.sentence_code == f"device.{state}"
    assert told.sentence.endswith(".")
    assert advice(state, "a reason nobody knows") == told


def test_some_reasons_say_more_than_their_state():
    assert advice(DeviceState.MISCONFIGURED, "no_terminator").action_code.endswith("set_suffix")

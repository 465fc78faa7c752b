"""Ports and traces: what the system's errors mean, and what is recorded."""

import errno
import threading
import time
from pathlib import Path

import pytest

from devices.dispatch import Dispatcher
from devices.errors import (
    BadSettings,
    PortAbsent,
    PortBusy,
    PortDenied,
    PortFailed,
    PortLost,
)
from devices.events import DeviceHealth, Scan, TagRead
from devices.settings import LineSettings
from devices.simulators import TcpEndpoint
from devices.trace import TraceRecorder, read_trace
from devices.transport import open_transport, opening_problem

WINDOWS = "could not open port 'COM5': {}"


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        (OSError(errno.ENOENT, "No such file or directory"), PortAbsent),
        (OSError(errno.EAGAIN, "Could not exclusively lock port"), PortBusy),
        (OSError(errno.EBUSY, "Device or resource busy"), PortBusy),
        (OSError(errno.EACCES, "Permission denied"), PortDenied),
        (OSError(errno.ENOTTY, "Inappropriate ioctl for device"), PortFailed),
        (OSError(WINDOWS.format("PermissionError(13, 'Access is denied.', None, 5)")), PortBusy),
        (OSError(WINDOWS.format("FileNotFoundError(2, 'Not found.', None, 2)")), PortAbsent),
        (OSError(WINDOWS.format("OSError(22, 'The semaphore', None, 121)")), PortFailed),
    ],
)
def test_the_errors_of_opening_are_named(error, meaning):
    assert type(opening_problem("COM5", error)) is meaning


@pytest.mark.parametrize(
    ("url", "error"),
    [
        ("/no/such/port", PortAbsent),
        ("socket://127.0.0.1:1", PortAbsent),
        ("socket://127.0.0.1", BadSettings),
        ("socket://127.0.0.1:banana", BadSettings),
        ("replay:/no/such/trace", PortAbsent),
        ("replay:/no/such/trace?speed=fast", BadSettings),
    ],
)
def test_an_address_that_does_not_open_says_why(url, error):
    with pytest.raises(error):
        open_transport(url, LineSettings())


def test_a_file_that_is_no_port_is_not_opened(tmp_path: Path):
    (tmp_path / "port").write_bytes(b"")
    with pytest.raises(PortFailed):
        open_transport(str(tmp_path / "port"), LineSettings())


def test_cancelling_ends_a_blocked_read_and_any_later_one():
    endpoint = TcpEndpoint()
    transport = open_transport(endpoint.url, LineSettings())
    threading.Timer(0.05, transport.cancel).start()
    began = time.monotonic()
    assert transport.read() == b""
    assert transport.read() == b""
    assert time.monotonic() - began < 1.0
    transport.close()
    endpoint.close()


def test_a_server_that_goes_away_is_a_loss():
    endpoint = TcpEndpoint()
    transport = open_transport(endpoint.url, LineSettings())
    endpoint.read(0.5)
    endpoint.write(b"last words")
    endpoint.close()
    assert transport.read() == b"last words"
    with pytest.raises(PortLost):
        transport.read()
    transport.close()


def test_the_trace_keeps_the_newest_bytes_and_reads_back(tmp_path: Path):
    recorder = TraceRecorder(limit=1000)
    for number in range(100):
        recorder.add("rx" if number % 2 else "tx", bytes([number]) * 26, float(number))
    lines = recorder.lines()
    assert [line.data[0] for line in lines] == list(range(90, 100))
    assert recorder.export(tmp_path / "trace.jsonl") == 10
    again = list(read_trace(tmp_path / "trace.jsonl"))
    assert [(line.dir, line.data) for line in again] == [(line.dir, line.data) for line in lines]
    assert again[-1].t - again[0].t == pytest.approx(9.0)
    assert abs(again[0].t - time.time() - (90 - time.monotonic())) < 5


def test_a_damaged_trace_names_its_line(tmp_path: Path):
    trace = tmp_path / "trace.jsonl"
    trace.write_text('{"t": 1, "dir": "rx", "hex": "41"}\n{"t": 1, "dir": "up", "hex": "41"}\n')
    with pytest.raises(BadSettings, match=r"trace\.jsonl:2"):
        open_transport(f"replay:{trace}", LineSettings())


def test_a_line_knows_how_long_a_character_takes():
    assert LineSettings(9600).byte_seconds == pytest.approx(10 / 9600)
    assert LineSettings(9600, data_bits=7, parity="E").byte_seconds == pytest.approx(10 / 9600)


def test_when_nobody_keeps_up_tags_give_way_and_scans_stay():
    dispatcher = Dispatcher(limit=10)
    hold, seen = threading.Event(), []

    def slow(event):
        hold.wait(5)
        seen.append(event)

    dispatcher.subscribe(slow)
    for number in range(50):
        dispatcher.put(TagRead("r", 0.0, number, b"", 0, None, None, None, crc_ok=True))
        if number % 10 == 0:
            dispatcher.put(Scan("s", 0.0, number, b"A", "A", None, "serial"))
    hold.set()
    dispatcher.close()
    assert [event.seq for event in seen if isinstance(event, Scan)] == [0, 10, 20, 30, 40]
    assert dispatcher.dropped == 55 - len(seen) > 30
    assert not any(isinstance(event, DeviceHealth) for event in seen)

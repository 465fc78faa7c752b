"""The manager over pseudo-terminals: pulled, held, lost, found, and nothing left behind."""

import os
import sys
import threading
import time
from decimal import Decimal
from pathlib import Path

import pytest

from devices.drivers.command import Command
from devices.errors import (
    DeviceOffline,
    PortBusy,
)
from devices.events import DeviceHealth, Scan, Weight
from devices.identity import DeviceIdentity, PortInfo
from devices.manager import DeviceManager
from devices.ports import Ports
from devices.settings import DeviceSettings, LineSettings
from devices.simulators import (
    PtyEndpoint,
    SimulatedScale,
    SimulatedScanner,
)
from devices.states import DeviceState
from devices.transport import SerialTransport, open_transport
from devices.weighing import await_stable
from tests.devices.conftest import QUICK, online

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")


def test_thirty_unplugs_are_noticed_at_once_and_leave_no_thread_or_file_behind(manager, heard):
    with SimulatedScanner(PtyEndpoint(), paced=False) as scanner:
        online(manager, heard, scanner, "scanner")
        threads, files = threading.active_count(), open_files()
        for cycle in range(30):
            began = time.monotonic()
            scanner.unplug()
            heard.state(DeviceState.LOST)
            assert time.monotonic() - began < 0.5
            scanner.plug()
            began = time.monotonic()
            heard.state(DeviceState.ONLINE)
            assert time.monotonic() - began < 1.0
            scanner.scan(b"%d" % cycle)
            assert heard.next(Scan).text == str(cycle)
        assert threading.active_count() == threads
        assert open_files() == files
        counters = manager.health("scanner").counters
        assert (counters.connects, counters.losses, counters.frames) == (31, 30, 30)
        assert [scan.seq for scan in heard.all(Scan)] == list(range(1, 31))


def test_closing_the_manager_ends_every_thread_and_file():
    before = threading.active_count(), open_files()
    with DeviceManager(timing=QUICK) as manager, SimulatedScanner(PtyEndpoint()) as scanner:
        manager.add(DeviceSettings("there", "scanner", scanner.url))
        manager.add(DeviceSettings("missing", "scanner", scanner.url + "-not"))
        manager.add(DeviceSettings("off", "scanner", scanner.url + "-not", enabled=False))
    assert (threading.active_count(), open_files()) == before


def test_a_port_held_by_another_program_is_left_alone_and_taken_when_free(manager, heard):
    with SimulatedScanner(PtyEndpoint()) as scanner:
        import fcntl

        other = os.open(scanner.url, os.O_RDWR | os.O_NOCTTY)
        fcntl.flock(other, fcntl.LOCK_EX)
        manager.add(DeviceSettings("scanner", "scanner", scanner.url))
        busy = heard.state(DeviceState.IN_USE_ELSEWHERE)
        assert busy.reason_code == "port_busy"
        assert "another program" in busy.detail
        assert busy.advice.action_code == "device.action.close_other_program"
        os.close(other)
        heard.state(DeviceState.ONLINE)


def test_a_device_that_takes_no_more_data_is_given_up_and_named(manager, heard, monkeypatch):
    monkeypatch.setattr("devices.transport.WRITE_SECONDS", 0.1)
    deaf, port = os.openpty()
    flood = (Command("get_version"),) * 9000
    manager.add(DeviceSettings("reader", "m100", os.ttyname(port), on_online=flood))
    told = heard.state(DeviceState.LOST)
    manager.remove("reader")
    os.close(port)
    os.close(deaf)
    assert told.reason_code == "write_failed"
    assert told.advice.sentence == "The device takes no more data."


def test_our_own_port_cannot_be_opened_a_second_time(manager, heard):
    with SimulatedScanner(PtyEndpoint()) as scanner:
        online(manager, heard, scanner, "scanner")
        with pytest.raises(PortBusy):
            open_transport(scanner.url, LineSettings())


def test_a_device_can_be_switched_off_and_on_and_its_port_is_free_meanwhile(manager, heard):
    with SimulatedScanner(PtyEndpoint()) as scanner:
        online(manager, heard, scanner, "scanner")
        manager.disable("scanner")
        heard.state(DeviceState.DISABLED)
        SerialTransport(scanner.url, LineSettings()).close()
        with pytest.raises(DeviceOffline):
            manager.command("scanner", Command("beep"))
        manager.enable("scanner")
        heard.state(DeviceState.ONLINE)
        assert not any(event.state is DeviceState.LOST for event in heard.all(DeviceHealth))


class WatchedPorts:
    """Counts listing and opening that overlap."""

    def __init__(self, ports):
        self.ports = ports
        self.overlaps = 0
        self._busy = threading.Lock()

    def lister(self):
        with self._alone():
            return self.ports

    def opener(self, url, line):
        with self._alone():
            return open_transport(url, line)

    def _alone(self):
        if not self._busy.acquire(blocking=False):
            self.overlaps += 1
            self._busy.acquire()
        self._busy.release()
        time.sleep(0.002)
        return self._busy


def test_devices_are_found_by_identity_and_listing_never_overlaps_opening(heard_by):
    left, right = DeviceIdentity(1, 2, "LEFT"), DeviceIdentity(1, 2, "RIGHT")
    with SimulatedScanner(PtyEndpoint()) as one, SimulatedScanner(PtyEndpoint()) as two:
        watched = WatchedPorts([PortInfo(two.url, "", 1, 2, "LEFT")])
        ports = Ports(watched.lister, watched.opener)
        with DeviceManager(ports=ports, timing=QUICK) as manager:
            heard = heard_by(manager)
            manager.add(DeviceSettings("left", "scanner", identity=left))
            manager.add(DeviceSettings("right", "scanner", identity=right))
            heard.state(DeviceState.ONLINE, device_id="left")
            assert manager.health("right").state is DeviceState.ABSENT
            watched.ports = [*watched.ports, PortInfo(one.url, "", 1, 2, "RIGHT")]
            heard.state(DeviceState.ONLINE, device_id="right")
            one.scan(b"A")
            assert heard.next(Scan).device_id == "right"
            assert watched.overlaps == 0


def test_a_trace_of_a_session_replays_to_the_same_events(manager, heard, tmp_path):
    trace = tmp_path / "trace.jsonl"
    with SimulatedScale(PtyEndpoint(), faults=["garbage"]) as scale:
        online(manager, heard, scale, "toledo_8217")
        scale.put(Decimal("2.5"))
        await_stable(manager, "toledo_8217")
        lines = manager.export_trace("toledo_8217", trace)
    live = [(event.value, event.flags) for event in heard.all(Weight)]
    assert lines == len(trace.read_text().splitlines())
    manager.remove("toledo_8217")
    manager.add(DeviceSettings("again", "toledo_8217", f"replay:{trace}?speed=20"))
    for value, flags in live:
        heard.next(Weight, device_id="again", value=value, flags=flags)


def test_a_scan_is_an_event_within_milliseconds(manager, heard):
    with SimulatedScanner(PtyEndpoint(), paced=False) as scanner:
        online(manager, heard, scanner, "scanner")
        delays = []
        for _ in range(100):
            began = time.monotonic()
            scanner.scan(b"4006381333931")
            heard.next(Scan)
            delays.append(time.monotonic() - began)
        assert sorted(delays)[50] < 0.02


def open_files():
    """How many files this process holds open (Linux and macOS)."""
    return len(list(Path("/dev/fd").iterdir()))

"""The manager over every kind of endpoint: what devices say, and what is said of them."""

import time
from decimal import Decimal

import pytest

from devices.drivers.command import Command
from devices.errors import (
    BadCommand,
    BadSettings,
    NoStableWeight,
    UnknownDevice,
)
from devices.events import DeviceFault, DeviceHealth, Scan, TagRead, Weight
from devices.identity import DeviceIdentity, PortInfo
from devices.manager import DeviceManager
from devices.ports import Ports, list_serial_ports
from devices.settings import DeviceSettings
from devices.simulators import (
    SimulatedReader,
    SimulatedScale,
    SimulatedScanner,
    TcpEndpoint,
)
from devices.states import DeviceState
from devices.weighing import await_stable
from tests.devices.conftest import QUICK, online

EPC = "3034257bf7194e4000001a85"


def test_a_scan_travels_from_the_wire_to_the_listener(manager, heard, endpoint):
    with SimulatedScanner(endpoint) as scanner:
        online(manager, heard, scanner, "scanner")
        scanner.scan(b"]C10109501101530003\x1d10AB")
        scan = heard.next(Scan)
        assert (scan.aim, scan.text, scan.source) == ("]C1", "0109501101530003\x1d10AB", "serial")
        states = [event.state for event in heard.all(DeviceHealth)]
        assert states == [DeviceState.OPENING, DeviceState.PROBING, DeviceState.ONLINE]


def test_a_scale_is_read_when_it_stands_still(manager, heard, endpoint):
    with SimulatedScale(endpoint) as scale:
        online(manager, heard, scale, "toledo_8217")
        scale.put(Decimal("1.234"))
        weight = await_stable(manager, "toledo_8217")
        assert (weight.value, weight.unit, weight.net) == (Decimal("1.234"), "kg", False)
        before = [event for event in heard.all(Weight) if event.seq < weight.seq]
        assert before
        assert all(event.value is None and not event.stable for event in before)


def test_a_weight_is_never_the_one_from_before_it_was_asked(manager, heard, endpoint):
    with SimulatedScale(endpoint) as scale:
        online(manager, heard, scale, "toledo_8217")
        first = await_stable(manager, "toledo_8217")
        asked = time.monotonic()
        second = await_stable(manager, "toledo_8217", after=asked)
        assert first.value == second.value == Decimal("0.000")
        assert second.requested_at >= asked > first.requested_at


@pytest.mark.parametrize(
    ("fault", "reason"),
    [("motion", "motion"), ("overload", "over_capacity"), ("negative", "under_zero"),
     ("silent", "no_answer"), ("parity", "no_answer"), ("slow", "no_answer")],
)  # fmt: skip
def test_a_scale_in_trouble_gives_a_reason_and_no_number(manager, heard, endpoint, fault, reason):
    with SimulatedScale(endpoint, faults=[fault]) as scale:
        online(manager, heard, scale, "toledo_8217", config={"answer_s": 0.1, "late_s": 0.2})
        with pytest.raises(NoStableWeight) as caught:
            await_stable(manager, "toledo_8217", timeout=0.3)
        assert caught.value.facts["reason"] == reason
        assert all(event.value is None for event in heard.all(Weight))


def test_zero_and_tare_reach_the_scale(manager, heard, endpoint):
    with SimulatedScale(endpoint) as scale:
        online(manager, heard, scale, "toledo_8217")
        scale.put(Decimal("0.500"))
        await_stable(manager, "toledo_8217")
        manager.command("toledo_8217", Command("set_tare", {"value": "0.125"}))
        weight = await_stable(manager, "toledo_8217")
        assert (weight.value, weight.net) == (Decimal("0.375"), True)
        manager.command("toledo_8217", Command("clear_tare"))
        manager.command("toledo_8217", Command("zero"))
        weight = await_stable(manager, "toledo_8217")
        assert (weight.value, weight.net) == (Decimal("0.000"), False)


def test_a_silent_scale_is_called_stalled_and_recovers(manager, heard, endpoint):
    with SimulatedScale(endpoint, faults=["silent"]) as scale:
        config = {"answer_s": 0.05, "late_s": 0.05, "poll_s": 0.05}
        online(manager, heard, scale, "toledo_8217", config=config)
        heard.state(DeviceState.STALLED, reason_code="no_answer")
        scale.set_faults([])
        heard.state(DeviceState.ONLINE)


def test_tags_in_the_field_are_read_until_reading_stops(manager, heard, endpoint):
    with SimulatedReader(endpoint) as reader:
        reader.present([EPC, "e2801160600002041122"])
        online(manager, heard, reader, "m100", on_online=(Command("inventory_start"),))
        for epc in (EPC, "e2801160600002041122"):
            assert heard.next(TagRead, epc=bytes.fromhex(epc)).crc_ok
        manager.command("m100", Command("inventory_stop"))
        time.sleep(0.1)
        count = len(heard.all(TagRead))
        time.sleep(0.1)
        assert len(heard.all(TagRead)) == count


def test_a_scan_cut_in_two_by_an_unplug_gives_no_half_scan(manager, heard, endpoint):
    with SimulatedScanner(endpoint) as scanner:
        online(manager, heard, scanner, "scanner")
        scanner.scan(b"40063813339314006381333931")
        time.sleep(0.012)
        scanner.unplug()
        heard.state(DeviceState.LOST)
        scanner.plug()
        heard.state(DeviceState.ONLINE)
        scanner.scan(b"12345670")
        assert heard.next(Scan).text == "12345670"
        assert len(heard.all(Scan)) == 1
        assert manager.health("scanner").counters.bytes_in > 10


def test_an_absent_device_is_said_once_and_found_when_it_is_plugged_in(manager, heard, endpoint):
    with SimulatedScanner(endpoint) as scanner:
        scanner.unplug()
        manager.add(DeviceSettings("scanner", "scanner", scanner.url))
        heard.state(DeviceState.ABSENT)
        time.sleep(0.2)
        assert sum(event.state is DeviceState.ABSENT for event in heard.all(DeviceHealth)) == 1
        scanner.plug()
        manager.hotplug()
        heard.state(DeviceState.ONLINE)


def test_a_scanner_without_suffix_is_named_as_such(manager, heard, endpoint):
    with SimulatedScanner(endpoint) as scanner:
        scanner.SUFFIX = b""
        online(manager, heard, scanner, "scanner")
        scanner.scan(b"4006381333931")
        told = heard.state(DeviceState.MISCONFIGURED)
        assert told.reason_code == "no_terminator"
        manager.remove("scanner")
        online(manager, heard, scanner, "scanner", config={"idle_flush": True})
        scanner.scan(b"4006381333931")
        assert heard.next(Scan).text == "4006381333931"


def test_two_devices_that_cannot_be_told_apart_are_not_guessed(heard_by):
    twin = DeviceIdentity(1, 2)
    ports = Ports(lambda: [PortInfo("COM1", "", 1, 2), PortInfo("COM2", "", 1, 2)])
    with DeviceManager(ports=ports, timing=QUICK) as manager:
        heard = heard_by(manager)
        manager.add(DeviceSettings("scale", "toledo_8217", identity=twin))
        told = heard.state(DeviceState.MISCONFIGURED)
        assert told.advice.action_code == "device.action.teach_device"


def test_listing_the_real_ports_of_this_machine_works():
    assert all(isinstance(port, PortInfo) for port in list_serial_ports())


def test_mistakes_in_the_settings_are_told_when_the_device_is_added(manager):
    with pytest.raises(BadSettings, match="baud"):
        manager.add(DeviceSettings("a", "scanner", "COM1", config={"baud": 9600}))
    with pytest.raises(BadCommand):
        manager.add(DeviceSettings("a", "scanner", "COM1", on_online=(Command("poll_once"),)))
    with pytest.raises(BadSettings, match="not both"):
        DeviceSettings("a", "scanner")
    manager.add(DeviceSettings("a", "scanner", "COM1-not-here"))
    with pytest.raises(BadSettings, match="exists already"):
        manager.add(DeviceSettings("a", "scanner", "COM1"))
    with pytest.raises(UnknownDevice):
        manager.health("b")
    assert [health.device_id for health in manager.healths()] == ["a"]


def test_a_listener_that_fails_does_not_silence_the_others(manager, heard, endpoint, caplog):
    def broken(event):
        raise RuntimeError("broken listener")

    with SimulatedScanner(endpoint) as scanner:
        end = manager.subscribe(broken)
        online(manager, heard, scanner, "scanner")
        end()
        scanner.scan(b"A")
        assert heard.next(Scan).text == "A"
    assert "a listener failed" in caplog.text


def test_an_unanswered_command_is_an_event_with_its_request_id(manager, heard, endpoint):
    with SimulatedReader(endpoint, faults=["silent"]) as reader:
        online(manager, heard, reader, "m100")
        asked = manager.command("m100", Command("get_version"))
        assert heard.next(DeviceFault, code="no_answer").request_id == asked


def test_a_server_that_hangs_up_on_a_second_client_does_not_disturb_the_first(manager, heard):
    with SimulatedScanner(TcpEndpoint()) as scanner:
        online(manager, heard, scanner, "scanner")
        manager.add(DeviceSettings("second", "scanner", scanner.url))
        heard.state(DeviceState.LOST, device_id="second")
        scanner.scan(b"A")
        assert heard.next(Scan).device_id == "scanner"

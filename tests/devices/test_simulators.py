"""Simulated devices: real bytes, real pace, faults from a menu, driven by typed lines."""

import time
from decimal import Decimal

import pytest

from devices.drivers.command import Command
from devices.errors import BadSettings, EndpointUnsupported
from devices.events import Response, Scan, TagRead, Weight
from devices.simulators import (
    SIMULATORS,
    SimulatedReader,
    SimulatedScale,
    SimulatedScanner,
    TcpEndpoint,
    open_endpoint,
    run_simulator,
)
from devices.states import DeviceState
from tests.devices.conftest import LOCAL_ENDPOINT, online


def test_bytes_take_the_time_the_wire_needs(manager, heard, endpoint):
    with SimulatedScanner(endpoint) as scanner:
        online(manager, heard, scanner, "scanner")
        began = time.monotonic()
        scanner.scan(b"0" * 94)
        heard.next(Scan)
        assert time.monotonic() - began >= 95 * 10 / 9600


def test_duplicates_are_all_passed_on(manager, heard, endpoint):
    with SimulatedScanner(endpoint, faults=["duplicates", "garbage"]) as scanner:
        online(manager, heard, scanner, "scanner")
        scanner.scan(b"A")
        assert [heard.next(Scan).text, heard.next(Scan).text] == ["A", "A"]


def test_frames_that_stop_short_give_no_tag_and_cost_no_other(manager, heard, endpoint):
    with SimulatedReader(endpoint, faults=["truncated", "garbage", "strays"]) as reader:
        reader.present(["3034257bf7194e4000001a85"])
        online(manager, heard, reader, "m100", on_online=(Command("inventory_start"),))
        for _ in range(20):
            heard.next(TagRead)
        known = {"3034257bf7194e4000001a85"}
        seen = {tag.epc.hex() for tag in heard.all(TagRead)}
        assert all(epc in known or epc.startswith("e280116060000204") for epc in seen)


def test_a_device_that_pulls_its_own_plug_comes_back_by_itself(manager, heard, endpoint):
    with SimulatedScanner(endpoint, faults=["unplug"]) as scanner:
        online(manager, heard, scanner, "scanner")
        for code in (b"A", b"B", b"C", b"D", b"EEEE"):
            scanner.scan(code)
        heard.state(DeviceState.LOST)
        heard.state(DeviceState.ONLINE)
        scanner.scan(b"F")
        assert heard.next(Scan).text == "F"
        assert [scan.text for scan in heard.all(Scan)] == ["A", "B", "C", "D", "F"]


@pytest.mark.parametrize(
    ("op", "cmd", "data"),
    [
        (Command("get_version", {"which": "hardware"}), "03", b"\x00M100 26dBm V1.0"),
        (Command("set_power", {"dbm": "20"}), "b6", b"\0"),
        (Command("get_power"), "b7", b"\x0a\x28"),
        (Command("set_region", {"code": 1}), "07", b"\0"),
        (Command("poll_stop"), "28", b"\0"),
    ],
)
def test_the_reader_answers_every_command_of_the_driver(manager, heard, op, cmd, data):
    with SimulatedReader(open_endpoint(LOCAL_ENDPOINT)) as reader:
        online(manager, heard, reader, "m100")
        asked = manager.command("m100", op)
        answer = heard.next(Response)
        assert (answer.cmd, answer.data, answer.request_id) == (cmd, data, asked)


def test_the_scale_echoes_a_probe_and_speaks_grams_where_it_is_an_8213(manager, heard):
    with SimulatedScale(open_endpoint(LOCAL_ENDPOINT), unit="g") as scale:
        online(manager, heard, scale, "toledo_8217", config={"unit": "g"})
        manager.command("toledo_8217", Command("probe"))
        assert heard.next(Response).cmd == "E"
        scale.put(Decimal("0.125"))
        manager.command("toledo_8217", Command("poll_start", {"interval_ms": 20}))
        assert heard.next(Weight, stable=True, unit="g").value == Decimal(125)


@pytest.mark.parametrize(
    ("protocol", "lines", "answers"),
    [
        ("scanner", ["scan ]C1010<GS>1", "scan", "jump"], ["scanned", "scan what", "jump"]),
        ("toledo_8217", ["put 1.25", "put much", "clear"], ["1.25 kg", "no weight", "empty"]),
        ("m100", ["present e280", "present e2", "present x", "present"],
         ["1 tags", "words long", "hexadecimal", "0 tags"]),
        ("scanner", ["", "fault slow silent", "fault fire", "unplug", "plug", "quit", "scan A"],
         ["done", "fire", "done", "done"]),
    ],
)  # fmt: skip
def test_a_simulator_is_driven_by_typed_lines(protocol, lines, answers):
    said = []
    code = run_simulator(protocol, "tcp:127.0.0.1:0", commands=lines, announce=said.append)
    assert code == 0
    assert said[0].startswith("socket://127.0.0.1:")
    assert len(said) == 2 + len(answers)
    assert all(answer in told for answer, told in zip(answers, said[2:], strict=True))


@pytest.mark.parametrize(
    ("protocol", "endpoint", "faults", "told"),
    [
        ("semaphore", "pty", [], "semaphore"),
        ("scanner", "usb", [], "tcp:HOST:PORT"),
        ("scanner", f"pty:{__file__}", [], "test_simulators.py"),
        ("scanner", "tcp:127.0.0.1:99999", [], "tcp:HOST:PORT"),
        ("scanner", "tcp:127.0.0.1:0", ["fire"], "fire"),
    ],
)
def test_a_simulator_that_cannot_start_says_why(protocol, endpoint, faults, told):
    said = []
    code = run_simulator(protocol, endpoint, faults=faults, commands=[], announce=said.append)
    assert code == 2
    assert len(said) == 1
    assert told in said[0]


def test_a_taken_address_is_refused():
    held = TcpEndpoint()
    try:
        with pytest.raises(EndpointUnsupported):
            open_endpoint(held.url.replace("socket://", "tcp:"))
    finally:
        held.close()


@pytest.mark.parametrize("protocol", sorted(SIMULATORS))
def test_every_fault_of_the_menu_can_be_chosen_and_no_other(protocol):
    with SIMULATORS[protocol](TcpEndpoint()) as device:
        device.set_faults(device.FAULTS)
        assert device.faults == device.FAULTS.keys()
        with pytest.raises(BadSettings, match="fire"):
            device.set_faults(["fire"])

"""Setting devices up and trying them out, over simulated ones."""

import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.screens import sync_words
from desktop.screens.sync import SyncScreen
from desktop.screens.sync_device_sheet import DeviceSheet
from desktop.station_devices import StationDevices
from desktop.tones import Tone
from desktop.widgets import ConfirmDialog
from devices import states
from devices.simulators import SimulatedReader, SimulatedScale, SimulatedScanner, start_simulator
from domain import catalogue, company
from domain.barcodes.epc import encode_sgtin, encode_sscc
from domain.catalogue import NewProduct
from domain.company import DeviceSetting
from domain.replica import Actor, Replica
from tests.gui.screens.support import Driver, MakeScreen, titles
from tests.gui.screens.test_sync import CLERK, IT, shop
from tests.support.replicas import PROGRAM

__all__ = ["shop"]

Desk = Driver[SyncScreen]
MUG = "9529100000013"


@pytest.fixture
def ports() -> Iterator[Callable[[str], str]]:
    """Plug in simulated devices; gives where each is."""
    made = []

    def plug(protocol: str) -> str:
        made.append(start_simulator(protocol, "tcp:127.0.0.1:0"))
        return made[-1].url

    plug.made = made  # type: ignore[attr-defined]
    yield plug
    for device in made:
        device.close()


Plug = Callable[..., tuple[Desk, StationDevices]]


@pytest.fixture
def desk_with(shop: Replica, make_screen: MakeScreen, tmp_path: Path) -> Iterator[Plug]:
    """A screen with the window's devices behind it."""
    opened: list[StationDevices] = []

    def make(*settings: DeviceSetting, actor: Actor = IT) -> tuple[Desk, StationDevices]:
        with shop.transaction(PROGRAM, "set up") as tx:
            for setting in settings:
                company.set_device(tx, setting)
        desk = make_screen(SyncScreen, shop, actor)
        station = StationDevices(desk.context.offload, tmp_path / "prints")
        opened.append(station)
        desk.context.devices = station
        station.configure(settings)

        def follow(changed: frozenset[str]) -> None:
            if "device_setting" in changed:
                with shop.read() as connection:
                    station.configure(company.device_settings(connection))

        desk.context.offload.refresh.changed.connect(follow)
        desk.enter(part="devices")
        return desk, station

    yield make
    for station in opened:
        station.close()


def until(desk: Desk, happened: Callable[[], bool], seconds: float = 5.0) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it did not happen"
        desk.settle()
        time.sleep(0.02)
        desk.screen.devices.show_devices()


def state(desk: Desk) -> str:
    return desk.screen.devices.list.lines()[0].status


def test_a_scan_is_shown_with_its_meaning(desk_with: Plug, ports: Callable[[str], str]) -> None:
    desk, _ = desk_with(DeviceSetting("Scanner", "scanner", ports("scanner")))
    until(desk, lambda: state(desk) == "Ready")
    (scanner,) = ports.made  # type: ignore[attr-defined]
    assert isinstance(scanner, SimulatedScanner)
    scanner.scan(b"]C1010400638133393117270331" + b"10A17")
    live = desk.screen.devices.live
    until(desk, lambda: any("lot A17" in line.detail for line in live.lines()))
    (line,) = [line for line in live.lines() if "lot" in line.detail]
    assert "GTIN 04006381333931" in line.detail
    assert "good until 31 Mar 2027" in line.detail


def test_a_keyboard_scanner_is_tried_out_without_any_setting_up(desk_with: Plug) -> None:
    desk, _ = desk_with()
    assert desk.screen.devices.faces.currentWidget() is desk.screen.devices.nothing
    desk.scan("4006381333931")
    assert desk.said == ["4006381333931 · GTIN 04006381333931"]
    assert titles(desk.screen.devices.live) == ["4006381333931"]
    desk.scan("4006381333932" + "\x1d")
    assert len(desk.screen.devices.live.lines()) == 2


def test_the_scale_weighs_and_says_why_not(desk_with: Plug, ports: Callable[[str], str]) -> None:
    desk, _ = desk_with(DeviceSetting("Scale", "toledo_8217", ports("toledo_8217")))
    until(desk, lambda: state(desk) == "Ready")
    (scale,) = ports.made  # type: ignore[attr-defined]
    assert isinstance(scale, SimulatedScale)
    scale.put(Decimal("1.250"))
    desk.act("confirm")
    assert desk.said[-1] == "Scale: 1.250 kg"
    scale.put(Decimal(99))
    desk.act("confirm")
    assert desk.said[-1] == "Too much lies on the scale."
    desk.screen.devices.second.click()
    assert desk.said[-1] == "Zero was asked for"


def test_tags_are_named_and_counted_while_the_reader_reads(
    desk_with: Plug, ports: Callable[[str], str], shop: Replica
) -> None:
    desk, _ = desk_with(DeviceSetting("Reader", "m100", ports("m100")))
    until(desk, lambda: state(desk) == "Ready")
    (reader,) = ports.made  # type: ignore[attr-defined]
    assert isinstance(reader, SimulatedReader)
    chinese = "\u84dd\u8272\u9a6c\u514b\u676f"
    with shop.transaction(PROGRAM, "goods") as tx:
        mug = NewProduct("MUG", "Mug, blue", name_zh=chinese, barcodes=[MUG])
        catalogue.create_product(tx, mug)
    goods = encode_sgtin(MUG, "1001", company_prefix_length=7, filter_value=1)
    strange = encode_sgtin("4006381333931", "7", company_prefix_length=7, filter_value=1)
    case = encode_sscc("340123450000000024", company_prefix_length=7, filter_value=0)
    reader.present([goods, strange, case, "E28011606000020412345678"])
    live = desk.screen.devices.live
    desk.act("confirm")
    until(desk, lambda: sum(n.figure > "× 1" for n in live.lines()) == 4)
    until(desk, lambda: "Mug, blue" in titles(live) and "Not in the catalogue" in titles(live))
    said = {line.title: line.detail for line in live.lines()}
    assert said["Mug, blue"].startswith("serial no. 1001")
    assert said["Not in the catalogue"].startswith("GTIN 04006381333931 \u00b7 serial no. 7")
    assert said["Shipping unit"].startswith("SSCC 340123450000000024")
    assert said["Unknown tag"].startswith("E28011606000020412345678")
    assert desk.screen.devices.first.text() == "Stop reading"
    assert desk.screen.leave()
    assert desk.screen.devices.first.text() == "Start reading"
    desk.context.language = "zh_CN"
    desk.screen.retranslate()
    until(desk, lambda: chinese in titles(live))


def test_a_device_that_is_not_there_says_what_to_do(desk_with: Plug) -> None:
    desk, _ = desk_with(DeviceSetting("Scale", "toledo_8217", "socket://127.0.0.1:9"))
    until(desk, lambda: state(desk) != "Connecting")
    page = desk.screen.devices
    assert "Plug it in or switch it on." in page.advice.text() or "Wait" in page.advice.text()
    page.second.click()
    assert desk.tone is Tone.ERROR
    assert "Scale is not ready" in desk.said[-1]


def test_a_device_is_added_changed_and_removed(
    desk_with: Plug, ports: Callable[[str], str], shop: Replica
) -> None:
    desk, _ = desk_with()
    where = ports("scanner")
    desk.act("devices.add")
    form = desk.screen.window().findChildren(DeviceSheet)[-1]
    form.save()
    assert form.isVisible(), "a device needs a name and a place"
    form.name.set_value("Door")
    form.protocol.set_value("scanner")
    form.url.set_value(where)
    form.save()
    desk.settle()
    until(desk, lambda: state(desk) == "Ready")
    assert desk.said == ["Door is set up"]
    desk.act("devices.change")
    form = [f for f in desk.screen.window().findChildren(DeviceSheet) if f.isVisible()][-1]
    form.name.set_value("Back door")
    form.save()
    desk.settle()
    desk.settle()
    assert titles(desk.screen.devices.list) == ["Back door"]
    desk.act("devices.trace")
    (trace,) = (shop.folder / "traces").glob("*Back-door.jsonl")
    assert str(trace) in desk.said[-1]
    desk.act("devices.remove")
    dialog = desk.screen.window().findChildren(ConfirmDialog)[-1]
    dialog._confirm()
    desk.settle()
    desk.settle()
    with shop.read() as connection:
        assert company.device_settings(connection) == []


def test_who_may_not_set_devices_up_can_still_try_them(
    desk_with: Plug, ports: Callable[[str], str]
) -> None:
    desk, _ = desk_with(DeviceSetting("Scale", "toledo_8217", ports("toledo_8217")), actor=CLERK)
    assert not desk.can("devices.add")
    assert not desk.can("devices.remove")
    assert desk.can("confirm")


def test_every_advice_of_the_devices_can_be_translated() -> None:
    reasons = {reason for _, reason in states._BY_REASON}
    said = set()
    for each in states.DeviceState:
        assert each in sync_words.STATES
        for reason in (None, *reasons):
            advice = states.advice(each, reason)
            said |= {advice.sentence, advice.action}
    assert said - {""} == set(sync_words.ADVICE)

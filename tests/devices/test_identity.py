"""Devices are recognised by what they are, whatever their port is called today."""

from hypothesis import given
from hypothesis import strategies as st

from devices.identity import DeviceIdentity, PortInfo, bind, score

SCALE = DeviceIdentity(0x0403, 0x6001, "AL05XYZ1", None, "1-1")
SCANNER = DeviceIdentity(0x0C2E, 0x0B6A, "19123B4C", None, "1-2")


def port(name, of, **changes):
    values = {
        "vid": of.vid,
        "pid": of.pid,
        "serial_number": of.serial_number,
        "interface": of.interface,
        "location": of.location,
    }
    return PortInfo(name, **values | changes)


def names(bound):
    return {device: binding and binding.port.name for device, binding in bound.items()}


def test_two_devices_that_swapped_names_and_sockets_keep_their_roles():
    wanted = {"scale": SCALE, "scanner": SCANNER}
    before = [port("COM3", SCALE), port("COM4", SCANNER)]
    after = [port("COM3", SCANNER, location="1-1"), port("COM4", SCALE, location="1-2")]
    assert names(bind(wanted, before)) == {"scale": "COM3", "scanner": "COM4"}
    assert names(bind(wanted, after)) == {"scale": "COM4", "scanner": "COM3"}


def test_the_letter_windows_adds_to_an_ftdi_serial_number_does_not_matter():
    assert bind({"scale": SCALE}, [port("COM9", SCALE, serial_number="AL05XYZ1A", location=None)])[
        "scale"
    ].certainty == "serial_number"  # fmt: skip


def test_twins_without_serial_number_are_told_apart_by_their_usb_socket():
    left = DeviceIdentity(0x1A86, 0x7523, None, None, "1-1.1")
    right = DeviceIdentity(0x1A86, 0x7523, "0", None, "1-1.2")
    ports = [port("/dev/ttyUSB0", right), port("/dev/ttyUSB1", left)]
    bound = bind({"left": left, "right": right}, ports)
    assert names(bound) == {"left": "/dev/ttyUSB1", "right": "/dev/ttyUSB0"}
    assert bound["left"].certainty == "usb_location"


def test_a_single_device_in_another_socket_is_found_and_marked_as_less_certain():
    only = DeviceIdentity(0x1A86, 0x7523, None, None, "1-1.1")
    bound = bind({"scale": only}, [port("COM7", only, location="2-3")])
    assert bound["scale"].certainty == "model_only"


def test_what_cannot_be_told_apart_is_not_guessed():
    left = DeviceIdentity(0x1A86, 0x7523)
    right = DeviceIdentity(0x1A86, 0x7523)
    assert bind({"left": left, "right": right}, [port("COM7", left)]) == {
        "left": None,
        "right": None,
    }
    assert bind({"left": left}, [port("COM7", left), port("COM8", left)]) == {"left": None}


def test_another_serial_number_interface_or_model_is_another_device():
    assert score(SCALE, port("COM3", SCALE, serial_number="AL05XYZ2")) == 0
    assert score(SCALE, port("COM3", SCANNER)) == 0
    two = DeviceIdentity(1, 2, "S", "CDC 0")
    assert score(two, port("COM3", two, interface="CDC 1")) == 0
    assert bind({"scale": SCALE}, []) == {}


identities = st.builds(
    DeviceIdentity,
    st.integers(1, 2),
    st.integers(1, 2),
    st.sampled_from([None, "0", "A1B2", "C3D4"]),
    st.none(),
    st.sampled_from([None, "1-1", "1-2"]),
)


@given(st.lists(identities, max_size=5), st.lists(identities, max_size=5))
def test_no_port_serves_two_devices_and_no_misfit_is_bound(wanted, present):
    ports = [port(f"COM{number}", identity) for number, identity in enumerate(present)]
    devices = dict(enumerate(wanted))
    bound = [one for one in bind(devices, ports).items() if one[1] is not None]
    assert len({binding.port.name for _, binding in bound}) == len(bound)
    assert all(score(devices[device], binding.port) > 0 for device, binding in bound)

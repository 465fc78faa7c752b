"""The public testing surface: what each protocol makes of known bytes, and which bytes it sends."""

import pytest

from devices.errors import BadCommand, BadSettings, UnknownProtocol
from devices.testing import decode, encode

TAG = bytes.fromhex("BB02220011C9340030751FEB705C5904E3D50D703A76EF7E")
TAG_EVENT = {
    "event": "tag",
    "epc": "30751feb705c5904e3d50d70",
    "pc": "3400",
    "rssi": -55,
    "antenna": None,
}


def scan(text, aim=None):
    return {"event": "scan", "aim": aim, "text": text}


def weight(value, *, unit="kg", stable=True, mode="gross", flags=()):
    unit = unit if value is not None else None
    return {
        "event": "weight",
        "value": value,
        "unit": unit,
        "stable": stable,
        "mode": mode,
        "flags": list(flags),
    }


@pytest.mark.parametrize(
    ("data", "config", "expected"),
    [
        (
            b"]C1011231231231233310ABC123\x1d99TESTING\r\n",
            {},
            [scan("011231231231233310ABC123\x1d99TESTING", "]C1")],
        ),
        (b"4006381333931\r\n4006381333931\r\n", {}, [scan("4006381333931")] * 2),
        (b"\r\n\r\n  \r\nA\r", {}, [scan("A")]),
        (b"\x00\xff\x00A\x00B\r\n", {}, [scan("A\x00B")]),
        (b"]K0X\r\n]\r\n]E0\r\n", {}, [scan("]K0X"), scan("]")]),
        (b"]d2010\x1d\r\n", {}, [scan("010\x1d", "]d2")]),
        (b" A \r\n", {}, [scan(" A ")]),
        (b"A\tB\t", {"terminators_hex": "09"}, [scan("A"), scan("B")]),
        (b"x\x02A\rB\x03junk\x02C\x02D\x03", {"stx_etx": True, "terminators_hex": "03"},
         [scan("A\rB"), scan("D")]),
        (b"\xe2\x82\xac1\r\n1\r\n", {"prefix_hex": "e282ac"}, [scan("1"), scan("1")]),
        ("商品\r\n".encode("gb18030"), {"encoding": "gb18030"}, [scan("商品")]),
        ("商品\r\n".encode(), {}, [scan("商品")]),
        (b"12345678\r\n1234\r\n", {"max_len": 4}, [{"event": "overrun"}, scan("1234")]),
        (b"unfinished", {}, []),
    ],
)  # fmt: skip
def test_scanner(data, config, expected):
    assert decode("scanner", data, config=config) == expected


def test_silence_is_the_suffix_only_where_it_is_set_so():
    assert decode("scanner", b"ABC", idle=True) == []
    assert decode("scanner", b"ABC", idle=True, config={"idle_flush": True}) == [scan("ABC")]


@pytest.mark.parametrize(
    ("hex_data", "config", "expected"),
    [
        ("0230302E3132350D", {}, [weight("0.125")]),
        ("0231322E3334354E0D", {}, [weight("12.345", mode="net")]),
        ("023030303132350D", {"unit": "g"}, [weight("125", unit="g")]),
        ("0230302E3030300D", {}, [weight("0.000")]),
        ("023F440D", {}, [weight(None, flags=["under_zero"])]),
        ("023F410D", {}, [weight(None, stable=False, flags=["motion"])]),
        ("023F420D", {}, [weight(None, flags=["over_capacity"])]),
        ("023F600D", {}, [weight(None, mode="net")]),
        ("023F5F0D", {}, [weight(None, stable=False, flags=[
            "center_of_zero", "motion", "outside_zero_range", "over_capacity", "under_zero"])]),
        ("02450D", {"probe": True}, [{"event": "response", "cmd": "E"}]),
        ("322E3132350D 0230302E3132350D", {}, [weight("0.125")]),
        ("0230302E31 0230302E3132350D", {}, [weight("0.125")]),
        ("0230302E3132", {}, []),
    ],
)  # fmt: skip
def test_toledo_8217(hex_data, config, expected):
    assert decode("toledo_8217", bytes.fromhex(hex_data), config=config) == expected


@pytest.mark.parametrize(
    "damaged",
    ["02302E3132350D", "0230302E31320D", "023030313233350D", "023F040D", "02303030303132350D"],
)
def test_a_weight_of_any_other_form_is_no_weight(damaged):
    events = decode("toledo_8217", bytes.fromhex(damaged))
    assert [event["event"] for event in events] == ["health"]


def test_seven_even_one_read_as_eight_none_one_gives_no_weight_but_a_hint():
    events = decode("toledo_8217", bytes.fromhex("8230302EB1B2358D"))
    assert events == [{"event": "health", "code": "parity"}]


@pytest.mark.parametrize(
    ("hex_data", "expected"),
    [
        (TAG.hex(), [TAG_EVENT]),
        ("BB01FF000115167E", [{"event": "no_tag"}]),
        ("BB01FF000109 0A 7E", [{"event": "device_error", "code": "read_fail"}]),
        ("BB01FF0001A3 A4 7E", [{"event": "device_error", "code": "read_error"}]),
        ("BB0103000200413E7E", []),
        ("BB01030002004147 7E".replace(" ", ""),
         [{"event": "response", "cmd": "03", "data_hex": "0041"}]),
        ("BB02220003C93400247E", [{"event": "malformed", "cmd": "22"}]),
    ],
)  # fmt: skip
def test_m100(hex_data, expected):
    assert decode("m100", bytes.fromhex(hex_data)) == expected


def test_a_tag_with_a_damaged_inner_crc_is_none_even_where_the_sum_fits():
    damaged = bytearray(TAG)
    damaged[10] += 1
    damaged[12] -= 1
    assert decode("m100", bytes(damaged)) == [{"event": "bad_tag_crc"}]


def test_a_frame_is_found_behind_a_header_that_announces_more_than_follows():
    assert decode("m100", TAG[:10] + TAG) == [TAG_EVENT]
    assert decode("m100", bytes.fromhex("BB022200FF") + TAG) == [TAG_EVENT]


@pytest.mark.parametrize(
    ("protocol", "op", "expected"),
    [
        ("m100", {"op": "poll_many", "count": 10000}, "bb00270003222710837e"),
        ("m100", {"op": "poll_once"}, "bb00220000227e"),
        ("m100", {"op": "poll_stop"}, "bb00280000287e"),
        ("m100", {"op": "get_version", "which": "hardware"}, "bb00030001 00047e"),
        ("m100", {"op": "set_power", "dbm": "20"}, "bb00b6000207d08f7e"),
        ("m100", {"op": "set_power", "dbm": 20.5}, "bb00b600020802c27e"),
        ("m100", {"op": "get_power"}, "bb00b70000b77e"),
        ("m100", {"op": "set_region", "code": 1}, "bb0007000101097e"),
        ("toledo_8217", {"op": "request_weight"}, "57"),
        ("toledo_8217", {"op": "zero"}, "5a"),
        ("toledo_8217", {"op": "clear_tare"}, "43"),
        ("toledo_8217", {"op": "set_tare", "value": "0.125", "unit": "kg"}, "543030313235"),
        ("toledo_8217", {"op": "set_tare", "value": "125", "unit": "g"}, "543030313235"),
    ],
)
def test_encode(protocol, op, expected):
    assert encode(protocol, op).hex() == expected.replace(" ", "")


@pytest.mark.parametrize(
    ("protocol", "op"),
    [
        ("m100", {"op": "poll_many", "count": 0}),
        ("m100", {"op": "poll_many", "count": "7"}),
        ("m100", {"op": "set_power", "dbm": "much"}),
        ("m100", {"op": "set_power", "dbm": "0.001"}),
        ("m100", {"op": "reboot"}),
        ("m100", {"op": "poll_once", "count": 3}),
        ("toledo_8217", {"op": "set_tare", "value": "100", "unit": "kg"}),
        ("toledo_8217", {"op": "set_tare", "value": "0.0005"}),
        ("toledo_8217", {"op": "set_tare", "value": "NaN"}),
        ("scanner", {"op": "beep"}),
    ],
)
def test_impossible_commands_are_refused_before_a_byte_is_sent(protocol, op):
    with pytest.raises(BadCommand):
        encode(protocol, op)


@pytest.mark.parametrize(
    "config",
    [{"terminator": "0d"}, {"max_len": "9"}, {"max_len": 0}, {"terminators_hex": "0"},
     {"terminators_hex": ""}, {"encoding": "utf-16"}, {"stx_etx": 1}],
)  # fmt: skip
def test_wrong_settings_are_named(config):
    with pytest.raises(BadSettings) as caught:
        decode("scanner", b"", config=config)
    assert caught.value.facts["name"] in config


def test_an_unknown_protocol_is_named():
    with pytest.raises(UnknownProtocol, match="semaphore"):
        decode("semaphore", b"")

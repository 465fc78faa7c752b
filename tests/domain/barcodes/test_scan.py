"""The one function that every screen uses, and the rules that it promises."""

import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.barcodes import check_digit, command_text, gtin14, read
from domain.barcodes.errors import BY_REASON, BarcodeRefused, WrongCheckDigit
from domain.barcodes.testing import interpret

GS = "\x1d"
any_text = st.text(max_size=300) | st.text(f"]CEdQeJ0123456789AB{GS}|", max_size=60)


def with_check_digit(payload: str) -> str:
    return f"{payload}{check_digit(payload)}"


def scan(text: str, **config: object) -> dict[str, object]:
    return interpret("scan", {"text": text, "config": config})


# --- element strings


def test_the_acceptance_scenario_of_gs1() -> None:
    reading = read(f"01940190976854571033650100138{GS}310200200415131018")
    assert reading.kind == "element_string"
    assert reading.gtin14 == "94019097685457"
    assert reading.lot == "33650100138"
    assert reading.weight == Decimal("20.04")
    assert reading.best_before == reading.expires == date(2013, 10, 18)


@pytest.mark.parametrize("aim", ["]C1", "]d2", "]Q3", "]e0", "]J1"])
def test_only_these_aim_ids_mean_element_strings(aim: str) -> None:
    assert scan(f"{aim}010950110153000310ABC{GS}17261231") == {
        "valid": True,
        "ai": [["01", "09501101530003"], ["10", "ABC"], ["17", "261231"]],
    }


@pytest.mark.parametrize("aim", ["]C0", "]d1", "]Q1", "]J0", "]A0", "]X0"])
def test_other_aim_ids_never_mean_element_strings(aim: str) -> None:
    data = f"010950110153000310ABC{GS}17261231"
    assert scan(aim + data) == {"valid": True, "kind": "text", "text": data}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("0109501101530004", "check_digit"),
        ("00106141412345678909", "check_digit"),
        ("414950110153000", "too_short"),
        ("4149501101530004", "check_digit"),
        ("010950110153000", "too_short"),
        ("010950110153000310", "too_short"),
        ("010950110153000310" + "A" * 21, "too_long"),
        ("0109501101530003800500123421ABC", "charset"),  # a separator is missing before 21
        ("0109501101530003" + "17261331", "date"),
        ("0109501101530003" + "17260230", "date"),
        ("0109501101530003" + "7003260100" + "1200", "date"),  # day 00 not allowed here
        ("0109501101530003" + "70032601012561", "date"),
        ("010950110153000310A B", "charset"),
        ("010950110153000310Ä", "charset"),
        ("01095011015300A3", "charset"),
        ("10ABC", "association"),
        ("0109501101530003" + "37" + "12", "association"),
        ("0209501101530003", "association"),
        ("0109501101530003" + "3100001234" + "3101000123", "association"),
        (f"010950110153000310A{GS}10B", "repeated"),
        ("0109501101530003" + "89X", "unknown_ai"),
        ("", "too_short"),
        (GS, "too_short"),
    ],
)
def test_an_announced_element_string_is_read_strictly(data: str, reason: str) -> None:
    assert scan("]C1" + data) == {"valid": False, "reason": reason}


def test_the_same_element_twice_with_one_value_is_allowed() -> None:
    assert scan(f"]C1010950110153000310A{GS}10A")["valid"] is True


def test_a_separator_may_follow_a_value_of_fixed_length() -> None:
    assert scan(f"]C1{GS}0109501101530003{GS}{GS}10A{GS}")["valid"] is True


def test_a_pallet_label_gives_content_and_count() -> None:
    reading = read("]C1001061414123456789080209501101530003" + f"3748{GS}10L1")
    assert reading.sscc == "106141412345678908"
    assert (reading.gtin14, reading.quantity, reading.lot) == ("09501101530003", 48, "L1")


def test_a_variable_price_is_exact() -> None:
    reading = read("]C10109501101530003" + f"3103001500392201250{GS}11260131")
    assert (str(reading.weight), str(reading.amount)) == ("1.500", "12.50")
    assert reading.produced == date(2026, 1, 31)


@pytest.mark.parametrize(
    ("value", "warned"),
    [("ABC17261231", True), ("ABC1726123121XYZ", True), ("33650100138", False), ("ABC", False)],
)
def test_a_lot_that_swallowed_a_date_is_pointed_out(value: str, warned: bool) -> None:
    found = scan(f"]C1010950110153000310{value}")
    assert ("warning" in found) is warned
    assert found["ai"] == [["01", "09501101530003"], ["10", value]]


@pytest.mark.parametrize("alias", ["{GS}", "~", "<GS>"])
def test_a_stand_in_for_the_separator(alias: str) -> None:
    found = scan(f"]C1010950110153000310ABC{alias}17261231", gs_aliases=[alias])
    assert found["ai"] == [["01", "09501101530003"], ["10", "ABC"], ["17", "261231"]]


def test_the_second_part_of_a_composite_belongs_to_the_item() -> None:
    found = scan("]E09501101530003|]e010ABC")
    assert found["ai"] == [["01", "09501101530003"], ["10", "ABC"]]


# --- rule (a): an AIM id counts only if its code character is in use


@given(st.text(max_size=20).filter(lambda t: t[:1] not in "ECeAFGIMLdQJzUX"))
def test_a_bracket_with_anything_else_is_data(tail: str) -> None:
    text = "]" + tail
    reading = read(text)
    assert reading.aim is None
    assert reading.text == text


def test_the_device_may_have_cut_the_aim_id_off() -> None:
    whole, cut = read("]E09501101530003"), read("9501101530003", aim="]E0")
    assert (whole.gtin14, whole.aim) == (cut.gtin14, cut.aim) == ("09501101530003", "]E0")
    assert read("]C1 is data here", aim="]Q1").text == "]C1 is data here"


# --- rule (b): a fitting check digit beats any GS1 reading, and look-alikes are text


@given(
    st.sampled_from([7, 11, 12, 13]).flatmap(
        lambda n: st.text("0123456789", min_size=n, max_size=n)
    )
)
def test_a_valid_gtin_is_a_gtin_whatever_it_begins_with(payload: str) -> None:
    code = with_check_digit(payload)
    assert scan(code) == {"valid": True, "gtin14": code.zfill(14)}


@given(st.text("0123456789", min_size=17, max_size=17))
def test_eighteen_digits_with_a_fitting_check_digit_are_a_logistic_unit(payload: str) -> None:
    assert scan(with_check_digit(payload)) == {"valid": True, "sscc": with_check_digit(payload)}


@given(
    st.sampled_from(["10", "11", "13", "15", "17", "21", "30", "37", "95", "240", "3103"]),
    st.text("0123456789ABC", max_size=18),
)
def test_text_that_looks_like_an_element_is_never_a_lot_or_a_date(ai: str, tail: str) -> None:
    reading = read(ai + tail)
    assert reading.kind in ("text", "gtin", "sscc", "refused")
    assert reading.kind != "refused" or reading.reason == "card_number"
    assert (reading.lot, reading.serial, reading.expires) == (None, None, None)


@given(st.text("0123456789", min_size=8, max_size=8))
def test_eight_digits_are_ean_8_else_upc_e_else_text(code: str) -> None:
    found = scan(code)
    if code[-1] == str(check_digit(code[:-1])):
        assert found == {"valid": True, "gtin14": code.zfill(14)}
    elif gtin14(code):
        assert found == {"valid": True, "gtin14": gtin14(code), "symbology_hint": "upc-e"}
    else:
        assert found == {"valid": True, "kind": "text", "text": code}
        assert read(code).warning == "check_digit"


# --- rule (c): a web link is text, never an error


@pytest.mark.parametrize("link", ["https://example.com/?q=1", "http://id.gs1.org/x", "HTTP://A/B"])
def test_a_web_link_is_plain_text(link: str) -> None:
    assert scan(link) == {"valid": True, "kind": "text", "text": link}
    assert scan("]Q1" + link) == {"valid": True, "kind": "text", "text": link}


# --- rule (d): day 00 is the last day of the month


@given(st.integers(0, 50), st.integers(1, 12))
def test_day_00_is_the_last_day_of_the_month(year: int, month: int) -> None:
    reading = read(f"]C1010950110153000317{year:02}{month:02}00")
    assert reading.expires is not None
    assert reading.expires.month == month
    assert date.fromordinal(reading.expires.toordinal() + 1).day == 1


# --- retail codes


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("]E0614141123452", {"valid": True, "gtin14": "00614141123452"}),
        ("]E00614141123452", {"valid": True, "gtin14": "00614141123452"}),
        ("]E496385074", {"valid": True, "gtin14": "00000096385074"}),
        ("]E3950110153000312345", {"valid": True, "gtin14": "09501101530003"}),
        ("]E09501101530004", {"valid": False, "reason": "check_digit"}),
        ("]E095011015300", {"valid": False, "reason": "too_short"}),
        ("]E0950110153000312", {"valid": False, "reason": "too_long"}),
        ("]E0ABCDEFGHIJKLM", {"valid": False, "reason": "charset"}),
        (
            "]E004252614",
            {"valid": True, "gtin14": "00042100005264", "symbology_hint": "upc-e"},
        ),
    ],
)
def test_retail_codes(text: str, answer: dict[str, object]) -> None:
    assert scan(text) == answer


# --- hostile content


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "too_short"),
        ("   ", "too_short"),
        ("A" * 257, "too_long"),
        ("7" * 7_000, "too_long"),
        ("A\x00B", "charset"),
        ("A\x1bB", "charset"),
        ("A\r\nB", "charset"),
        ("A\u202eB", "charset"),  # right-to-left override
        ("A\u200bB", "charset"),  # zero width
        ("A\ud800B", "charset"),  # half a character
        ("4111 1111 1111 1111", "card_number"),
        ("378282246310005", "card_number"),
        ("6212345678901265", "card_number"),
        ("%B4111111111111111^DOE/JOHN^2512", "card_number"),
        (";4111111111111111=2512101", "card_number"),
        ("]C04111111111111111", "card_number"),
    ],
)
def test_hostile_content_is_refused(text: str, reason: str) -> None:
    assert scan(text) == {"valid": False, "reason": reason}


def test_a_card_number_is_not_kept() -> None:
    reading = read("]C04111111111111111")
    assert "1111" not in repr(reading)
    assert "1111" not in str(reading.error())


@pytest.mark.parametrize("text", ["'; DROP TABLE product; --", "<b>x</b>", "../../etc", "=1+1"])
def test_text_that_would_attack_something_else_stays_text(text: str) -> None:
    assert read(text).text == text


@given(any_text)
def test_no_text_ever_raises(text: str) -> None:
    reading = read(text, gs_aliases=["~"], templates=["26PPPPPMMMMMWWWWWC"])
    assert reading.valid == (reading.reason is None)
    assert interpret("scan", {"text": text})["valid"] in (True, False)


@given(any_text)
def test_text_is_never_changed(text: str) -> None:
    reading = read(text)
    if reading.kind == "text":
        assert text == (reading.aim or "") + reading.text


def test_every_refusal_has_a_sentence() -> None:
    for reason, error in BY_REASON.items():
        assert str(error(code_text="X"))
        assert error.code == f"barcode.{reason}"
    with pytest.raises(WrongCheckDigit, match="check digit of 9501101530004 is wrong"):
        read("]E09501101530004").demand()
    assert isinstance(read("A\x00B").error(), BarcodeRefused)
    assert read("A").demand().error() is None


# --- commands


def test_a_printed_command_is_read_back() -> None:
    reading = read(command_text("short-pick"))
    assert (reading.kind, reading.command) == ("command", "short-pick")
    assert read("]C0" + command_text("confirm").lower()).command == "confirm"


def test_a_command_name_that_no_barcode_should_carry_is_refused() -> None:
    with pytest.raises(ValueError, match="command"):
        command_text("delete all")


def test_a_plain_scan_does_not_load_the_element_string_library() -> None:
    program = (
        "import sys; from domain.barcodes import read; read('9501101530003'); read('LOC-1');"
        "assert 'biip' not in sys.modules; read(']C10109501101530003'); "
        "assert 'biip' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)

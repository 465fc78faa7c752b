"""Price- and weight-embedded codes: site templates, presets, regional rules."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.barcodes import (
    PRESETS,
    BadTemplate,
    Region,
    Template,
    check_digit,
    gtin14,
    read,
    rules_for,
)
from domain.barcodes.testing import interpret


def with_check_digit(payload: str) -> str:
    return f"{payload}{check_digit(payload)}"


def test_the_acceptance_scenario_of_a_scale_code() -> None:
    by_weight = read(with_check_digit("21234500123"), templates=PRESETS["upc-weight"])
    assert (by_weight.plu, by_weight.weight) == ("12345", Decimal("0.123"))
    by_price = read(with_check_digit("21234501234"), templates=PRESETS["upc-price"])
    assert (by_price.plu, by_price.amount) == ("12345", Decimal("12.34"))


@pytest.mark.parametrize("invalid", ["2123450012349", "2123450123449"])
def test_a_wrong_check_digit_is_no_scale_code(invalid: str) -> None:
    reading = read(invalid, templates=["2PPPPPPWWWWWC"])
    assert (reading.kind, reading.warning) == ("text", "check_digit")
    lenient = read(invalid, templates=[Template("2PPPPPPWWWWWC", verify=False)])
    assert lenient.kind == "weighed"


def test_a_twelve_digit_code_may_arrive_with_a_leading_zero() -> None:
    code = with_check_digit("21234500123")
    for text in (code, f"0{code}", f"]E00{code}"):
        assert read(text, templates=PRESETS["upc-weight"]).plu == "12345"


def test_the_chinese_codes() -> None:
    thirteen = with_check_digit("210000100500")
    reading = read(thirteen, templates=PRESETS["cn-13"])
    assert (reading.kind, reading.plu, str(reading.amount)) == ("weighed", "00001", "5.00")
    eighteen = with_check_digit("26000420129900456")
    reading = read(eighteen, templates=PRESETS["cn-18"])
    assert (reading.plu, str(reading.amount), str(reading.weight)) == ("00042", "12.99", "0.456")
    assert read(eighteen).kind == "sscc"  # without the site's template it is a logistic unit


@given(st.integers(0, 99_999), st.integers(0, 99_999), st.integers(0, 99_999))
def test_the_eighteen_digit_code_reads_back_exactly(item: int, fen: int, grams: int) -> None:
    code = with_check_digit(f"26{item:05}{fen:05}{grams:05}")
    reading = read(code, templates=PRESETS["cn-18"])
    assert (reading.plu, reading.amount, reading.weight) == (
        f"{item:05}",
        Decimal(fen) / 100,
        Decimal(grams) / 1000,
    )


def test_a_template_never_claims_other_codes() -> None:
    for text in ("9501101530003", "LOC-1", "2200001005006", "210000100500"):
        assert read(text, templates=["21PPPPPMMMMMC"]).kind != "weighed"


@pytest.mark.parametrize("pattern", ["", "C", "21", "PPPC1", "PXC", "MMMMC", "P" * 33, "PP²C"])
def test_a_template_without_sense_is_refused(pattern: str) -> None:
    with pytest.raises(BadTemplate):
        Template(pattern)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (("2100001005009", "21PPPPPMMMMMC"), {"plu": "00001", "amount": "5.00"}),
        (("2100001005000", "21PPPPPMMMMMC"), {"valid": False, "reason": "check_digit"}),
        (("2200001005009", "21PPPPPMMMMMC"), {"valid": False, "reason": "no_match"}),
        (("21", "21PPPPPMMMMMC"), {"valid": False, "reason": "too_short"}),
        (("2" * 20, "21PPPPPMMMMMC"), {"valid": False, "reason": "too_long"}),
        (("21A", "21PPPPPMMMMMC"), {"valid": False, "reason": "charset"}),
        (("21", "??"), {"valid": False, "reason": "template"}),
    ],
)
def test_the_template_surface(asked: tuple[str, str], answer: dict[str, object]) -> None:
    text, template = asked
    assert interpret("template", {"text": text, "template": template}) == answer


@pytest.mark.parametrize(
    ("payload", "region", "weight", "price", "count"),
    [
        ("230214821086", "se", "1.086", None, None),
        ("230214821500", "se", "1.500", None, None),
        ("200214821099", "se", None, "10.99", None),
        ("210214821099", "no", None, "109.9", None),
        ("220214821099", "se", None, "1099", None),
        ("240214821086", "fi", "10.86", None, None),
        ("250214821086", "lv", "108.6", None, None),
        ("260214012345", "dk", "12.345", None, None),
        ("950110153000", "se", None, None, None),
        ("230214821086", "cn", None, None, None),
    ],
)
def test_regional_rules(
    payload: str, region: str, weight: str | None, price: str | None, count: int | None
) -> None:
    found = interpret("rcn", {"text": with_check_digit(payload), "region": region})
    assert found == {"weight": weight, "price": price, "count": count}


def test_the_inner_check_digit_of_germany_is_verified() -> None:
    found = {
        digit: interpret("rcn", {"text": with_check_digit(f"281234{digit}01500"), "region": "de"})
        for digit in range(10)
    }
    assert [answer["weight"] for answer in found.values()].count("1.500") == 1


def test_a_regional_reading_says_which_number_to_look_up() -> None:
    heavy = read(with_check_digit("230214821500"), templates=[Region("se")])
    light = read(with_check_digit("230214820500"), templates=[Region("se")])
    assert heavy.kind == light.kind == "weighed"
    assert heavy.gtin14 == light.gtin14 == gtin14(with_check_digit("230214820000"))


def test_without_template_a_restricted_number_carries_a_warning() -> None:
    reading = read(with_check_digit("210000100500"))
    assert (reading.kind, reading.warning) == ("gtin", "restricted_circulation")


@given(st.text(max_size=20), st.sampled_from(["se", "de", "gb", "dk", "xx", ""]))
def test_no_text_raises_under_regional_rules(text: str, region: str) -> None:
    assert set(interpret("rcn", {"text": text, "region": region})) == {"weight", "price", "count"}


def test_the_price_codes_of_a_country() -> None:
    assert rules_for("DE") == (Region("de"),)
    code = with_check_digit("211234501234")
    assert read(code, templates=rules_for("CN")).amount == Decimal("12.34")
    assert rules_for("FR") == ()

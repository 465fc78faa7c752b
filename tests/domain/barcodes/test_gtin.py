"""Trade item numbers: check digits, 14 digits, UPC-E, restricted circulation."""

import csv
import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.barcodes import (
    check_digit,
    ends_in_check_digit,
    expand_upc_e,
    gtin14,
    is_restricted,
    is_valid_gtin,
    is_valid_sscc,
    same_item,
)

CATALOGUE = Path(__file__).parents[4] / "shared" / "data" / "open_food_facts" / "products.csv.gz"
digits = st.text("0123456789", min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("code", "canonical"),
    [
        ("96385074", "00000096385074"),
        ("614141123452", "00614141123452"),
        ("0614141123452", "00614141123452"),
        ("9501101530003", "09501101530003"),
        ("09501101530003", "09501101530003"),
        ("10614141123459", "10614141123459"),
        ("04252614", "00042100005264"),  # UPC-E
        ("9501101530004", None),  # wrong check digit
        ("950110153000", None),
        ("95011015300٣", None),  # a digit, but not one of ours
        ("", None),
    ],
)
def test_a_trade_item_number_has_one_canonical_form(code: str, canonical: str | None) -> None:
    assert gtin14(code) == canonical


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("01278907", "012000007897"),  # last digit 0: two digits of the maker
        ("01234531", "012300000451"),  # 3
        ("01234543", "012340000053"),  # 4
        ("04252614", "042100005264"),  # 1
        ("01234558", "012345000058"),  # 5 to 9
    ],
)
def test_upc_e_expands(short: str, long: str) -> None:
    payload = long[:-1]
    fitting = short[:-1] + str(check_digit(payload))
    assert expand_upc_e(fitting) == payload + str(check_digit(payload))


def test_upc_e_has_only_the_number_systems_0_and_1() -> None:
    assert expand_upc_e("24252614") is None


@given(digits)
def test_an_appended_check_digit_fits_and_no_other_does(payload: str) -> None:
    right = check_digit(payload)
    assert ends_in_check_digit(f"{payload}{right}")
    assert not ends_in_check_digit(f"{payload}{(right + 1) % 10}")


@given(st.text("0123456789", min_size=7, max_size=13), st.integers(0, 12), st.integers(1, 9))
def test_every_single_wrong_digit_is_noticed(payload: str, where: int, by: int) -> None:
    code = f"{payload}{check_digit(payload)}"
    where %= len(code)
    wrong = f"{code[:where]}{(int(code[where]) + by) % 10}{code[where + 1 :]}"
    assert not ends_in_check_digit(wrong)


@given(st.text("0123456789", min_size=1, max_size=13), st.integers(0, 5), st.integers(0, 5))
def test_leading_zeros_never_matter(code: str, left: int, right: int) -> None:
    assert same_item("0" * left + code, "0" * right + code)


@given(st.text(max_size=20))
def test_the_canonical_form_is_its_own_canonical_form(text: str) -> None:
    canonical = gtin14(text)
    assert canonical is None or (gtin14(canonical) == canonical and is_valid_gtin(canonical))


def test_different_items_differ() -> None:
    assert not same_item("9501101530003", "9501101530010")
    assert not same_item("ABC", "abc")
    assert same_item("04252614", "042100005264")


def test_check_digit_of_something_else_than_digits_is_an_error() -> None:
    with pytest.raises(ValueError, match="digits"):
        check_digit("12a")


@pytest.mark.parametrize(
    ("code", "restricted"),
    [
        ("2100001005009", True),  # price or weight code
        ("0212345001236", True),  # the same as UPC-A
        ("0412345678903", True),  # inside one company
        ("20000004", True),  # eight digits
        ("4006381333931", False),  # 40 to 44 are Germany
        ("9501101530003", False),
        ("12100001005006", False),  # a case has its own number
    ],
)
def test_restricted_circulation(code: str, restricted: bool) -> None:
    assert is_restricted(code.zfill(14)) is restricted


def test_sscc() -> None:
    assert is_valid_sscc("106141412345678908")
    assert not is_valid_sscc("106141412345678909")
    assert not is_valid_sscc("9501101530003")


@pytest.mark.realdata
@pytest.mark.skipif(not CATALOGUE.exists(), reason=f"real data are not here: {CATALOGUE}")
def test_the_real_catalogue_has_the_known_number_of_bad_check_digits() -> None:
    wrong = {8: 0, 12: 0, 13: 0, 14: 0}
    with gzip.open(CATALOGUE, "rt", encoding="utf-8", newline="") as lines:
        codes = [row[0] for row in csv.reader(lines)][1:]
    for code in codes:
        if len(code) in wrong and not is_valid_gtin(code):
            wrong[len(code)] += 1
    assert wrong == {8: 3_143, 12: 955, 13: 2_539, 14: 171}

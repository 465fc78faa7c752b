"""Cells to values: exact or refused, nothing guessed."""

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.barcodes import check_digit, gtin14
from domain.importing import cells
from domain.importing.cells import CellContext
from domain.importing.errors import NotADay, NotANumber, NotExact, RowProblem, TooLong, TooSmall
from domain.values import format_price

POINT, COMMA = CellContext(), CellContext(decimal=",")


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("12.50", POINT, "12.50"),
        (".00", POINT, "0.00"),
        ("1,250.00", POINT, "1250.00"),
        ("1.250,5", COMMA, "1250.5"),
        ("-3", POINT, "-3"),
        ("€ 4.20", POINT, "4.20"),
        ("4.20 EUR", POINT, "4.20"),
        ("１２．５", POINT, "12.5"),  # full-width digits
        ("12.50元", POINT, "12.50"),
    ],
)
def test_a_number_is_read_exactly(text: str, context: CellContext, expected: str) -> None:
    assert cells.number(text, context) == Decimal(expected)


@pytest.mark.parametrize(
    "text", ["1,5", "1.2.3", "12,34,567", "x", "-", ".", "1e5", "4E+12", "½", "١٢x"]
)
def test_what_is_not_clearly_a_number_is_refused(text: str) -> None:
    with pytest.raises(NotANumber):
        cells.number(text, POINT)


@given(st.integers(-(10**12), 10**12))
def test_a_price_survives_being_written_and_read(price: int) -> None:
    assert cells.price(format_price(price), CellContext()) == price


def test_a_price_finer_than_the_books_is_refused_not_rounded() -> None:
    with pytest.raises(NotExact):
        cells.price("0.00001", POINT)


def test_money_has_the_decimals_of_its_currency() -> None:
    assert cells.minor("12.34", CellContext("EUR")) == 1234
    assert cells.minor("12.345", CellContext("KWD")) == 12345
    with pytest.raises(NotExact):
        cells.minor("12.5", CellContext("JPY"))
    with pytest.raises(TooSmall):
        cells.minor("-1", CellContext("EUR"))


@pytest.mark.parametrize(
    ("text", "dates", "expected"),
    [
        ("2011-12-09", "dmy", "2011-12-09"),
        ("2011-12-09 12:50:00", "dmy", "2011-12-09"),
        ("2022-04-15 00:00:00.000", "dmy", "2022-04-15"),
        ("09.12.2011", "dmy", "2011-12-09"),
        ("12/09/2011", "mdy", "2011-12-09"),
        ("2011年12月9日", "dmy", "2011-12-09"),
        ("2011/1/5", "mdy", "2011-01-05"),
    ],
)
def test_days(text: str, dates: cells.Dates, expected: str) -> None:
    assert cells.day(text, CellContext(dates=dates)) == expected


@pytest.mark.parametrize(
    "text", ["2011-13-01", "31.02.2011", "9.12.11", "yesterday", "2011-12-09 25:00", "40886"]
)
def test_a_day_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(NotADay):
        cells.instant(text, POINT)


def test_an_instant_is_read_as_utc() -> None:
    assert cells.instant("1970-01-01 00:00:01", POINT) == 1000


@given(st.text(alphabet="0123456789", min_size=12, max_size=12))
def test_a_barcode_with_its_check_digit_is_not_flagged(payload: str) -> None:
    context = CellContext()
    code = payload + str(check_digit(payload))
    assert cells.barcode(code, context) == code
    assert [flag for flag in context.flags if flag.code != "importing.restricted_code"] == []


@given(st.text(alphabet="0123456789", min_size=13, max_size=13), st.integers(1, 9))
def test_a_wrong_check_digit_is_flagged_and_the_code_kept(code: str, by: int) -> None:
    right = code[:12] + str(check_digit(code[:12]))
    wrong = right[:12] + str((int(right[12]) + by) % 10)
    context = CellContext()
    assert cells.barcode(wrong, context) == wrong
    assert "importing.bad_check_digit" in [flag.code for flag in context.flags]


@pytest.mark.parametrize(
    ("code", "flag", "group"),
    [
        ("2000000000008", "restricted_code", "13"),
        ("0212345678901", "restricted_code", "13"),
        ("04183539", "bad_check_digit", "8"),
        ("04783539", "read_as_upc_e", "8"),
        ("123", "not_a_gtin", "3"),
        ("ABC-1", "not_a_gtin", "5"),
        ("²³⁴⁵⁶⁷⁸⁹", "not_a_gtin", "8"),
    ],
)
def test_what_a_cashier_will_stumble_over_is_flagged(code: str, flag: str, group: str) -> None:
    context = CellContext()
    cells.barcode(code, context)
    assert (f"importing.{flag}", group) in [(each.code, each.group) for each in context.flags]


def test_a_upc_e_becomes_the_gtin_that_it_stands_for() -> None:
    context = CellContext()
    cells.barcode("04783539", context)
    assert gtin14("04783539") == str(context.flags[0].params["full"]).zfill(14)


def test_several_barcodes_in_one_cell() -> None:
    assert cells.barcodes("4006381333931; 73513537，123", CellContext()) == (
        "4006381333931",
        "73513537",
        "123",
    )


def test_a_number_that_names_something_loses_no_zero_and_no_digit() -> None:
    assert cells.code("000017", POINT) == "000017"
    assert cells.whole_code("17850.0", POINT) == "17850"
    assert cells.whole_code("1.2.0", POINT) == "1.2.0"
    with pytest.raises(TooLong):
        cells.code("9" * 65, POINT)


@given(st.text(max_size=30))
def test_no_text_makes_a_reader_fail_otherwise_than_with_a_row_problem(text: str) -> None:
    readers = (
        *(cells.number, cells.price, cells.count, cells.percent, cells.day, cells.instant),
        *(cells.barcode, cells.barcodes, cells.code, cells.whole_code, cells.flag, cells.minor),
    )
    for read in readers:
        with contextlib.suppress(RowProblem):
            read(text, CellContext())

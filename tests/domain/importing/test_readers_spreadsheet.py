"""Spreadsheets: what a cell becomes, which sheet is read, what is reported."""

import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from domain.importing.readers import Limits, Options, Row, read_rows, sniff
from domain.importing.readers.errors import (
    ChildDied,
    FileTooLarge,
    FormulaCells,
    NeedsTooMuchMemory,
    NoSuchSheet,
    NotASpreadsheet,
    PasswordProtected,
    TookTooLong,
)
from domain.importing.readers.workbook import to_text
from tests.domain.importing.attacks import number_rows, write_xlsx, zip_of

Sheet = xlsxwriter.worksheet.Worksheet
Book = xlsxwriter.Workbook


@pytest.fixture
def book(tmp_path: Path) -> Callable[[Callable[[Book, Sheet], None]], Path]:
    """Write a workbook whose first sheet is filled by the given function."""

    def write(fill: Callable[[Book, Sheet], None]) -> Path:
        path = tmp_path / "book.xlsx"
        with xlsxwriter.Workbook(path) as workbook:
            fill(workbook, workbook.add_worksheet("Stock"))
        return path

    return write


Write = Callable[[Callable[[Book, Sheet], None]], Path]


def test_a_price_list(book: Write) -> None:
    def fill(workbook: Book, sheet: Sheet) -> None:
        date = workbook.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, ["条码", "Name", "Price", "From", ""])
        sheet.write_row(1, 0, ["0012345678905", "洗衣液", 2.55])
        sheet.write_datetime(1, 3, dt.datetime(2026, 3, 1), date)  # noqa: DTZ001
        sheet.write_row(2, 0, [4006381333931, "Cup", 3])
        sheet.write_row(4, 0, ["", "", "", "", "note"])

    assert list(read_rows(book(fill))) == [
        Row(2, {"条码": "0012345678905", "Name": "洗衣液", "Price": "2.55", "From": "2026-03-01"}),
        Row(3, {"条码": "4006381333931", "Name": "Cup", "Price": "3", "From": ""}),
        Row(5, {"条码": "", "Name": "", "Price": "", "From": ""}, ("note",)),
    ]


@pytest.mark.parametrize(
    ("value", "text", "note"),
    [
        (4006381333931.0, "4006381333931", None),
        (12.0, "12", None),
        (-0.0, "0", None),
        (0.1 + 0.2, "0.3", None),
        (1e-7, "0.0000001", None),
        (-2.50, "-2.5", None),
        (1e12, "1000000000000", None),
        (1e15, "1000000000000000", "precision"),
        (1.2e22, "12000000000000000000000", "precision"),
        (float("inf"), "inf", "error_value"),
        ("4.00638E+12", "4.00638E+12", "scientific"),
        ("0012", "0012", None),
        (True, "TRUE", None),
        (dt.date(2026, 3, 1), "2026-03-01", None),
        (dt.datetime(2026, 3, 1, 10, 5), "2026-03-01T10:05:00", None),  # noqa: DTZ001
        (dt.time(10, 5), "10:05:00", None),
        (dt.timedelta(hours=30, seconds=1), "30:00:01", None),
        (-dt.timedelta(minutes=1), "-00:01:00", None),
    ],
)
def test_what_a_cell_becomes(value: float, text: str, note: str | None) -> None:
    assert to_text(value) == (text, note)


@given(st.integers(0, 10**15 - 1))
def test_no_digit_of_an_identifier_is_lost(number: int) -> None:
    assert to_text(float(number)) == (str(number), None)


@given(st.floats(-1e14, 1e14, allow_nan=False))
def test_no_number_is_written_in_scientific_notation(number: float) -> None:
    text, _ = to_text(number)
    assert set(text) <= set("-.0123456789")


def test_formulas_are_refused_or_reported(book: Write) -> None:
    def fill(workbook: Book, sheet: Sheet) -> None:
        sheet.write_row(0, 0, ["sku", "price", "twice"])
        sheet.write_row(1, 0, ["A", 2])
        sheet.write_formula(1, 2, "=B2*2", value=4)
        sheet.write_row(2, 0, ["B", 3, 6])
        sheet.write_formula(3, 0, '=WEBSERVICE("http://example.com")', value="C")

    path = book(fill)
    found = sniff(path)
    assert (found.formulas, found.row_estimate, found.warnings) == (2, 3, ("formulas",))
    with pytest.raises(FormulaCells, match="2 formulas, the first in C2"):
        list(read_rows(path))
    rows = list(read_rows(path, Options(formulas="report")))
    assert [row.notes for row in rows] == [{"twice": "formula"}, {}, {"sku": "formula"}]
    assert rows[0].values == {"sku": "A", "price": "2", "twice": "4"}


def test_error_values_are_reported(tmp_path: Path) -> None:
    rows = [
        '<row r="2"><c r="B2" t="inlineStr"><is><t>price</t></is></c></row>',
        '<row r="3"><c r="B3" t="e"><v>#N/A</v></c></row>',
    ]
    (row,) = read_rows(write_xlsx(tmp_path / "e.xlsx", rows))
    assert (row.line, row.values, row.notes) == (3, {"price": ""}, {"price": "error_value"})


def test_the_first_visible_sheet_or_the_named_one(book: Write) -> None:
    def fill(workbook: Book, sheet: Sheet) -> None:
        second = workbook.add_worksheet("库存")
        sheet.hide()
        second.activate()
        second.set_first_sheet()
        sheet.write_row(0, 0, ["a", "b"])
        second.write_row(0, 0, ["c", "d"])
        second.write_row(1, 0, ["1", "2"])

    path = book(fill)
    found = sniff(path)
    assert (found.sheets, found.sheet, found.columns) == (("Stock", "库存"), "库存", ("c", "d"))
    assert sniff(path, Options(sheet="Stock")).columns == ("a", "b")
    with pytest.raises(NoSuchSheet, match="Stock, 库存"):
        sniff(path, Options(sheet="Prices"))


def test_a_long_sheet_streams_and_may_be_left_early(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "long.xlsx", number_rows(20_000, 5))
    rows = read_rows(path, Options(header=False))
    assert next(rows).line == 1
    rows.close()  # type: ignore[attr-defined]
    assert sum(1 for _ in read_rows(path, Options(header=False))) == 20_000
    assert (sniff(path).row_estimate, sniff(path).exact) == (19_999, True)


@pytest.mark.parametrize(
    ("content", "name", "error"),
    [
        (b"id,name\n1,x\n", "text.xlsx", NotASpreadsheet),
        (zip_of({"readme.txt": b"hello"}), "a.xlsx", NotASpreadsheet),
        (zip_of({"xl/workbook.xml": b"<a"}), "a.xlsx", NotASpreadsheet),
        (zip_of({"xl/workbook.xml": "<a/>".encode("utf-16")}), "a.xlsx", NotASpreadsheet),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 2_000, "a.xls", NotASpreadsheet),
    ],
)
def test_what_only_looks_like_a_spreadsheet(
    tmp_path: Path, content: bytes, name: str, error: type[Exception]
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(error):
        sniff(path)


def test_a_text_table_called_xls_is_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "export.xls"
    path.write_text("id\tname\n1\tx\n")
    assert sniff(path).kind == "text"


def test_a_protected_package(tmp_path: Path) -> None:
    content = bytearray(zip_of({"xl/workbook.xml": b"<a/>"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.find(signature) + offset] |= 1
    path = tmp_path / "locked.xlsx"
    path.write_bytes(content)
    with pytest.raises(PasswordProtected):
        sniff(path)


def test_limits_of_size_time_and_memory(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "wide.xlsx", number_rows(20_000, 20))
    with pytest.raises(FileTooLarge):
        sniff(path, limits=Limits(spreadsheet_file=1000))
    with pytest.raises(TookTooLong):
        sniff(path, limits=Limits(seconds=0.05))
    with pytest.raises((NeedsTooMuchMemory, ChildDied)):
        sniff(path, limits=Limits(memory=40 * 1024 * 1024))


def test_the_time_of_the_caller_does_not_count(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "small.xlsx", number_rows(2_000, 5))
    clock = Limits(seconds=1.5)
    rows = read_rows(path, Options(header=False), clock)
    next(rows)
    time.sleep(2)
    assert sum(1 for _ in rows) == 1_999

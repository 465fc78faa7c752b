"""Tables of text: encodings, delimiters, line ends, broken and hostile files."""

import codecs
import csv
import gzip
import io
import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.importing.readers import Limits, Options, Row, read_rows, sniff
from domain.importing.readers.errors import (
    CellTooLarge,
    DamagedFile,
    FileMissing,
    FileTooLarge,
    FileUnpacksTooMuch,
    NotASpreadsheet,
    TooManyColumns,
    UndecodableText,
    UnknownEncoding,
)

SHOP_YEAR = Path(__file__).parents[4] / "shared/data/uci_online_retail/online_retail.csv.gz"
SUPPLIERS = Path(__file__).parents[4] / "shared/data/adventureworks/Vendor.csv"
CHINESE = (
    "编号,名称,供应商\n0012,洗衣液（薰衣草香）2升,广州日化有限公司\n0013,不锈钢保温杯,浙江永康\n"
)


def put(folder: Path, content: bytes | str, name: str = "table.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def values(path: Path, options: Options | None = None) -> list[list[str]]:
    return [list(row.values.values()) for row in read_rows(path, options or Options())]


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
    ],
)
def test_chinese_arrives_unharmed_in_every_usual_encoding(
    tmp_path: Path, encoding: str, found: str
) -> None:
    path = put(tmp_path, CHINESE.encode(encoding))
    assert sniff(path).encoding == found
    assert sniff(path).columns == ("编号", "名称", "供应商")
    assert values(path)[0] == ["0012", "洗衣液（薰衣草香）2升", "广州日化有限公司"]


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_utf_16_with_a_mark(tmp_path: Path, mark: bytes) -> None:
    order = "utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be"
    path = put(tmp_path, mark + "id;name\r\n007;café\r\n".encode(order))
    assert values(path) == [["007", "café"]]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("id;Name\n1;Müller & Söhne, Größe 5\n2;Façade\n", "cp1252"),
        ("id;имя\n1;Молоко пастеризованное\n2;Хлеб ржаной\n", "cp1251"),
    ],
)
def test_an_encoding_that_cannot_be_told_is_asked_for(
    tmp_path: Path, text: str, encoding: str
) -> None:
    path = put(tmp_path, text.encode(encoding))
    with pytest.raises(UnknownEncoding, match="Choose it"):
        sniff(path)
    chosen = Options(encoding=encoding)
    assert sniff(path, chosen).encoding == codecs.lookup(encoding).name
    assert values(path, chosen)[0][1] == text.splitlines()[1].split(";")[1]


@pytest.mark.parametrize("encoding", ["klingon", "zlib", "rot13"])
def test_an_encoding_that_is_none_is_refused(tmp_path: Path, encoding: str) -> None:
    with pytest.raises(UnknownEncoding):
        sniff(put(tmp_path, "a,b\n1,2\n"), Options(encoding=encoding))


def test_the_first_foreign_character_may_come_late(tmp_path: Path) -> None:
    head = "id,name\n" + "1,plain\n" * 100_000
    path = put(tmp_path, (head + "2,不锈钢保温杯\n").encode("gb18030"))
    *_, last = read_rows(path)
    assert (last.line, last.values) == (100_002, {"id": "2", "name": "不锈钢保温杯"})


def test_text_that_leaves_its_encoding_says_where(tmp_path: Path) -> None:
    head = "id,name\n1,café\n" + "1,plain\n" * 100_000
    path = put(tmp_path, head.encode() + "2,Müller\n".encode("cp1252"))
    with pytest.raises(UndecodableText) as caught:
        list(read_rows(path))
    assert caught.value.params["encoding"] == "utf-8"
    assert 90_000 < int(str(caught.value.params["line"])) <= 100_002


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    lines = [["id", "name", "price"], ["1", 'say "x", or; y|z', "1,50"], ["2", "plain", "2,00"]]
    output = io.StringIO()
    csv.writer(output, delimiter=delimiter).writerows(lines)
    path = put(tmp_path, output.getvalue())
    assert sniff(path).delimiter == delimiter
    assert values(path) == lines[1:]


def test_decimal_commas_do_not_pass_for_delimiters(tmp_path: Path) -> None:
    path = put(tmp_path, "sku;price;weight\nA;1,50;0,125\nB;2,00;1,000\n")
    assert sniff(path).delimiter == ";"


def test_one_column_needs_no_delimiter(tmp_path: Path) -> None:
    assert values(put(tmp_path, "barcode\n0012\n0013\n")) == [["0012"], ["0013"]]


def test_line_ends_may_be_mixed_and_quoted_cells_keep_theirs(tmp_path: Path) -> None:
    path = put(tmp_path, 'a,b\r\n1,"two\nlines"\r3,4\n\n5,"x\r\ny"\r\n')
    assert [(row.line, list(row.values.values())) for row in read_rows(path)] == [
        (2, ["1", "two\nlines"]),
        (4, ["3", "4"]),
        (6, ["5", "x\r\ny"]),
    ]


def test_separators_inside_text_do_not_end_lines(tmp_path: Path) -> None:
    path = put(tmp_path, "a,b\n1,x\u2028y\x1d z\x85\n")
    assert values(path) == [["1", "x\u2028y\x1d z\x85"]]


def test_identifiers_stay_text(tmp_path: Path) -> None:
    path = put(tmp_path, "barcode,qty\n0012345678905,1.0\n 007 ,-0\n")
    assert values(path) == [["0012345678905", "1.0"], [" 007 ", "-0"]]


@pytest.mark.parametrize("text", ["4.00638E+12", "4,00638E+12", "1E+12", "-1.5e+09"])
def test_a_shortened_number_is_pointed_out(tmp_path: Path, text: str) -> None:
    path = put(tmp_path, f"barcode;qty\n{text};1\n0012;2\nE+1;TEA+10\n")
    assert [dict(row.notes) for row in read_rows(path)] == [{"barcode": "scientific"}, {}, {}]


def test_nul_characters_are_shown_as_damage(tmp_path: Path) -> None:
    path = put(tmp_path, b"id,name\n1,A\x00B\n2,plain\n" + b"\x00" * 5 + b"\n")
    first, second, third = read_rows(path)
    assert first.values["name"] == "A\ufffdB"
    assert first.notes == {"name": "damaged"}
    assert second.notes == {}
    assert third.notes == {"id": "damaged"}
    assert "damaged" in sniff(path).warnings


def test_a_file_without_header_gets_the_given_columns(tmp_path: Path) -> None:
    path = put(tmp_path, "1\tLitware\n2\tContoso\n")
    options = Options(columns=("id", "name"))
    assert next(read_rows(path, options)) == Row(1, {"id": "1", "name": "Litware"})
    assert sniff(path, Options(header=False)).columns == ("Column 1", "Column 2")


def test_columns_may_replace_a_header(tmp_path: Path) -> None:
    path = put(tmp_path, "编号,名称\n1,杯\n")
    options = Options(columns=("id", "name"), header=True)
    assert list(read_rows(path, options)) == [Row(2, {"id": "1", "name": "杯"})]


def test_odd_headers_are_named_and_reported(tmp_path: Path) -> None:
    found = sniff(put(tmp_path, "sku,,name, name \n1,2,3,4\n"))
    assert found.columns == ("sku", "Column 2", "name", "name (2)")
    assert found.warnings == ("blank_columns", "duplicate_columns")
    assert sniff(put(tmp_path, "1,2.50\n2,3.00\n")).warnings == ("no_header",)


def test_ragged_rows_keep_everything(tmp_path: Path) -> None:
    path = put(tmp_path, "a,b,c\n1\n1,2,3,4,5\n1,2,3,,\n,,\n")
    assert list(read_rows(path)) == [
        Row(2, {"a": "1", "b": "", "c": ""}),
        Row(3, {"a": "1", "b": "2", "c": "3"}, ("4", "5")),
        Row(4, {"a": "1", "b": "2", "c": "3"}),
    ]


def test_a_preview_has_fifty_rows_and_counts_a_small_file_exactly(tmp_path: Path) -> None:
    path = put(tmp_path, "id,name\n" + "".join(f"{i},n\n" for i in range(120)))
    found = sniff(path)
    assert (len(found.rows), found.row_estimate, found.exact) == (50, 120, True)


@pytest.mark.parametrize("packed", [False, True])
def test_a_preview_estimates_a_large_file(tmp_path: Path, packed: bool) -> None:
    content = b"id,name\n" + b"".join(b"%06d,name %d\n" % (i, i % 97) for i in range(100_000))
    path = put(tmp_path, gzip.compress(content) if packed else content, "big.csv.gz")
    found = sniff(path)
    assert (found.exact, found.compressed) == (False, packed)
    assert abs(found.row_estimate - 100_000) < 2_000


@pytest.mark.parametrize("content", [b"", b"\n\n", b"id,name\n"])
def test_a_file_without_rows(tmp_path: Path, content: bytes) -> None:
    path = put(tmp_path, content)
    assert values(path) == []
    assert sniff(path).row_estimate == 0
    assert sniff(path).columns == (("id", "name") if content.strip() else ())


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, UnknownEncoding),
        (b"%PDF-1.7 ...", NotASpreadsheet),
        (b"<!DOCTYPE html><html><table><tr><td>1</td></tr></table></html>", NotASpreadsheet),
        (b"<?xml version='1.0'?><a/>", NotASpreadsheet),
        (gzip.compress(b"a,b\n1,2\n" * 1000)[:-20], DamagedFile),
        (b"\x1f\x8b" + b"junk" * 100, DamagedFile),
        (b'a,b\n1,"' + b"never closed, " * 20_000, CellTooLarge),
        (b"a,b\n" + b"x" * 2_000_000, CellTooLarge),
        (b"a," * 2_000 + b"\n", TooManyColumns),
        (b"a,b\n1,2" + b"," * 2_000 + b"\n", TooManyColumns),
        (gzip.compress(b"a,b\n" + b"0" * 60_000_000), CellTooLarge),
    ],
)
def test_what_is_no_table_is_refused_quickly(
    tmp_path: Path, content: bytes, error: type[Exception]
) -> None:
    path = put(tmp_path, content)
    started = time.monotonic()
    with pytest.raises(error):
        list(read_rows(path))
    assert time.monotonic() - started < 5


def test_a_packed_flood_of_rows_is_stopped(tmp_path: Path) -> None:
    path = put(tmp_path, gzip.compress(b"a,b\n" + (b"0," + b"0" * 1_000 + b"\n") * 40_000))
    with pytest.raises(FileUnpacksTooMuch):
        list(read_rows(path))


def test_a_file_that_is_too_large_or_missing(tmp_path: Path) -> None:
    with pytest.raises(FileTooLarge, match="at most 1 MiB"):
        sniff(put(tmp_path, b"x" * (1024 * 1024 + 1)), limits=Limits(text_file=1024 * 1024))
    with pytest.raises(FileMissing):
        sniff(tmp_path / "nothing.csv")
    with pytest.raises(FileMissing):
        sniff(tmp_path)


def test_a_text_table_may_be_read_in_the_child_too(tmp_path: Path) -> None:
    path = put(tmp_path, CHINESE.encode("gb18030") + b'1,"x\ny",4E+12,5\n')
    here, there = Options(isolated=False), Options(isolated=True)
    assert list(read_rows(path, there)) == list(read_rows(path, here))
    assert sniff(path, there) == sniff(path, here)


printable = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffd\ufeff"), max_size=12
)
tables = st.lists(st.lists(printable, min_size=3, max_size=3), min_size=1, max_size=6)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(tables, st.sampled_from(["utf-8-sig", "utf-16"]), st.sampled_from(",;\t|"))
def test_every_table_reads_back_as_it_was_written(
    tmp_path: Path, rows: list[list[str]], encoding: str, delimiter: str
) -> None:
    output = io.StringIO()
    csv.writer(output, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    path = put(tmp_path, output.getvalue().encode(encoding))
    options = Options(columns=("a", "b", "c"), delimiter=delimiter)
    assert values(path, options) == [row for row in rows if any(row)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(st.binary(max_size=400))
def test_no_bytes_raise_anything_but_a_typed_error(tmp_path: Path, content: bytes) -> None:
    path = put(tmp_path, content)
    try:
        rows = list(read_rows(path, Options(encoding="utf-8")))
    except (UndecodableText, NotASpreadsheet, DamagedFile):
        rows = []
    assert all(isinstance(row, Row) for row in rows)


needs_data = pytest.mark.skipif(not SHOP_YEAR.exists(), reason=f"real data not here: {SHOP_YEAR}")


@pytest.mark.realdata
@needs_data
def test_the_shop_year_arrives_whole() -> None:
    lines = quantity = 0
    value = Decimal(0)
    for row in read_rows(SHOP_YEAR):
        lines += 1
        quantity += int(row.values["Quantity"])
        value += int(row.values["Quantity"]) * Decimal(row.values["UnitPrice"])
    assert (lines, quantity, value) == (541_909, 5_176_450, Decimal("9747747.934"))
    found = sniff(SHOP_YEAR)
    assert (found.encoding, found.delimiter, found.compressed) == ("utf-8", ",", True)
    assert abs(found.row_estimate - lines) < lines * 0.1


@pytest.mark.realdata
@needs_data
def test_a_table_without_header_of_the_real_purchasing_company() -> None:
    columns = ("BusinessEntityID", "AccountNumber", "Name")
    rows = list(read_rows(SUPPLIERS, Options(columns=columns)))
    assert len(rows) == 104
    assert rows[0].values["Name"] == "Australia Bike Retailer"

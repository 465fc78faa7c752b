"""``counterfoil import`` as IT types it: tables, sentences, exit statuses."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.command_line import main
from desktop.founding import Founding, found
from tests.domain.importing.world import write

PRODUCTS = """
    sku,name,ean,price
    A1,Juice,4006381333931,12.50
    A2,Tea,4006381333932,x
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder of a new company."""
    folder = tmp_path / "data"
    found(folder, Founding("Test Ltd", pin="293847")).close()
    return folder


def counterfoil(data: Path, *words: object) -> int:
    """Run the command line in this process."""
    return main(["--data", str(data), "import", *map(str, words)])


def test_a_dry_run_shows_and_changes_nothing(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, "p.csv", PRODUCTS)
    assert counterfoil(data, path, "--dry-run") == 1
    shown = capsys.readouterr().out
    assert "p.csv: products" in shown
    assert "line 3, price: “x” is not a number." in shown
    assert "2 rows: 1 can be imported, 1 cannot. Nothing was changed." in shown
    assert counterfoil(data, path) == 1
    assert "products         1             0" in capsys.readouterr().out


def test_the_second_time_there_is_nothing_new(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, "p.csv", "sku,name\nA1,Juice")
    assert counterfoil(data, path) == 0
    assert counterfoil(data, path) == 0
    shown = capsys.readouterr().out
    assert "Nothing new: all of it was here already, and nothing was changed." in shown
    assert "Peak memory" in shown


def test_columns_can_be_named(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path, "p.csv", "Ref;Wording;Preis\nA1;Juice;1,50")
    words = ("--as", "products", "--map", "sku=Ref", "--map", "name=Wording")
    assert counterfoil(data, path, *words, "--map", "price=Preis", "--decimal", ",") == 0


def test_json_for_programs(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, "p.csv", PRODUCTS)
    counterfoil(data, path, "--json")
    (report,) = json.loads(capsys.readouterr().out)
    assert report["imported"] == {"products": 1}
    assert [each["code"] for each in report["problems"]] == [
        "importing.bad_check_digit",
        "importing.not_a_number",
    ]


def test_every_problem_in_a_file(data: Path, tmp_path: Path) -> None:
    problems = tmp_path / "problems.csv"
    counterfoil(data, write(tmp_path, "p.csv", PRODUCTS), "--problems", problems)
    lines = problems.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "line,column,left out,code,sentence"
    assert lines[2] == "3,price,yes,importing.not_a_number,“x” is not a number."


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("a,b\n1,2", (), "The columns of f.csv do not tell what it holds."),
        ("sku,name\n1,2", ("--as", "recipes"), "“recipes” cannot be imported."),
        ("sku,name\n1,2", ("--as", "orders"), "Choose the column of f.csv that holds"),
        ("sku,name\n1,2", ("--map", "price=Cost"), "The file f.csv has no column “Cost”."),
        ("sku,name\n1,2", ("--map", "weight=sku"), "There is no “weight” in products."),
        ("sku,name\n1,2", ("--rows", "two"), "“two” does not name rows."),
        ("sku,name\n1,2", ("--encoding", "klingon"), "f.csv"),
    ],
)
def test_what_cannot_begin_is_said_in_a_sentence(
    data: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    text: str,
    words: tuple[str, ...],
    sentence: str,
) -> None:
    assert counterfoil(data, write(tmp_path, "f.csv", text), *words) == 1
    heard = capsys.readouterr()
    assert sentence in heard.err
    assert heard.out == ""


def test_a_folder_that_is_no_purchasing_company(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert counterfoil(data, tmp_path) == 1
    assert "lacks: Vendor.csv" in capsys.readouterr().err


def test_the_child_speaks_json_lines_and_stops_when_its_input_closes(
    data: Path, tmp_path: Path
) -> None:
    path = write(tmp_path, "p.csv", PRODUCTS)
    command = [sys.executable, "-m", "desktop.command_line", "--data", str(data), "import"]
    child = subprocess.Popen(
        [*command, str(path), "--json-progress"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    said = [json.loads(line) for line in child.stdout]
    assert child.wait(60) == 0
    child.stdout.close()
    assert child.stdin is not None
    child.stdin.close()
    assert said[-1]["kind"] == "result"
    assert said[-1]["reports"][0]["imported"] == {"products": 1}
    assert {line["kind"] for line in said[:-1]} == {"progress"}
    stopped = subprocess.run(
        [*command, str(path), "--json-progress"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert stopped.returncode == 0


def test_the_packaged_program_opens_files_through_read_file() -> None:
    """What the frozen application starts instead of an interpreter."""
    done = subprocess.run(
        [sys.executable, "-m", "desktop.command_line", "read-file", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "open a file within limits" in done.stdout.lower()

"""Spreadsheets that attack are refused in seconds, with little memory, by a typed error.

Each file is read in a fresh interpreter, so that the memory measured is that of its reader.
"""

import contextlib
import json
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from domain.importing.readers import UnreadableFile, read_rows
from tests.domain.importing.attacks import (
    MIB,
    lie_about_size,
    number_rows,
    write_xlsx,
    zip_of,
)

MOST_SECONDS = 5
MOST_MEMORY = 256_000_000

_MEASURE = """
import json, sys, time
from domain.importing.readers import UnreadableFile, read_rows
started, error, rows = time.monotonic(), None, 0
try:
    for _ in read_rows(sys.argv[1]):
        rows += 1
except UnreadableFile as refused:
    error = type(refused).__name__
    assert str(refused)
seconds = time.monotonic() - started
try:
    import resource
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    peak *= 1 if sys.platform == "darwin" else 1024
except ImportError:  # Windows: the job object holds the limit
    peak = 0
print(json.dumps({"error": error, "rows": rows, "seconds": seconds, "peak": peak}))
"""

_CELL = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
_STEP = '<c r="{0}"><v>1</v></c>'


def outcome(path: Path) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE, str(path)],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


def small_but_huge_inside(path: Path) -> None:
    write_xlsx(path, ("<row><c><v>1</v></c></row>" * 1000 for _ in range(4_000)))
    assert path.stat().st_size < 500_000
    with zipfile.ZipFile(path) as package:
        assert sum(info.file_size for info in package.infolist()) > 100_000_000


def three_million_cells(path: Path) -> None:
    write_xlsx(path, number_rows(200_000, 15))


def two_cells_far_apart(path: Path) -> None:
    far = '<row r="1048576">' + _STEP.format("XFD1048576") + "</row>"
    write_xlsx(path, ['<row r="1">' + _STEP.format("A1") + "</row>", far])


def two_cells_far_apart_in_disguise(path: Path) -> None:
    far = '<row r="1048576"><c x=">" r="XFD1048576"><v>1</v></c></row>'
    write_xlsx(path, ['<row r="1">' + _STEP.format("A1") + "</row>", far])


def a_cell_of_200_mib(path: Path) -> None:
    write_xlsx(path, [_CELL], ["<si><t>", *["x" * MIB] * 200, "</t></si>"])


def noise(characters: int, seed: int) -> str:
    return f"{random.Random(seed).getrandbits(4 * characters):0{characters}x}"


def a_cell_of_50_mib_that_hardly_packs(path: Path) -> None:
    write_xlsx(path, [_CELL], ["<si><t>", *(noise(MIB, i) for i in range(50)), "</t></si>"])


def the_same_in_small_runs(path: Path) -> None:
    runs = (f"<r><t>{noise(MIB // 2, i)}</t></r>" for i in range(100))
    write_xlsx(path, [_CELL], ["<si>", *runs, "</si>"])


def one_long_text_in_every_cell(path: Path) -> None:
    rows = (f'<row r="{r}"><c r="A{r}" t="s"><v>0</v></c></row>' for r in range(1, 300_000))
    write_xlsx(path, rows, ["<si><t>", "y" * 100_000, "</t></si>"])


def a_directory_that_lies(path: Path) -> None:
    write_xlsx(path, ("<row><c><v>1</v></c></row>" * 1000 for _ in range(8_000)))
    lie_about_size(path, "xl/worksheets/sheet1.xml", 1_000)


def a_thousand_laughs(path: Path) -> None:
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9)
    )
    row = '<row r="1"><c r="A1" t="str"><v>&j;</v></c></row>'
    write_xlsx(path, [row], before=f"<!DOCTYPE x [{entities}]>")


def formulas(path: Path) -> None:
    write_xlsx(path, ['<row r="1"><c r="A1"><f>CMD()</f><v>1</v></c></row>'])


def more_formulas_than_can_be_reported(path: Path) -> None:
    line = '<c r="A{0}"><f>B{0}</f><v>1</v></c>'
    write_xlsx(path, (f'<row r="{r}">{line.format(r)}</row>' for r in range(1, 250_000)))


def two_thousand_members(path: Path) -> None:
    path.write_bytes(zip_of({f"xl/part{i}.xml": b"<a/>" for i in range(2_000)}))


def two_members_of_one_name(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("xl/workbook.xml", "<a/>")
        with pytest.warns(UserWarning, match="Duplicate"):
            package.writestr("xl/workbook.xml", "<b/>")


def a_file_cut_in_half(path: Path) -> None:
    write_xlsx(path, number_rows(1_000, 5))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


ATTACKS: list[tuple[Callable[[Path], None], set[str]]] = [
    (small_but_huge_inside, {"FileUnpacksTooMuch"}),
    (three_million_cells, {"TooManyCells"}),
    (two_cells_far_apart, {"TooManyCells"}),
    (two_cells_far_apart_in_disguise, {"NeedsTooMuchMemory"}),
    (a_cell_of_200_mib, {"FileUnpacksTooMuch"}),
    (a_cell_of_50_mib_that_hardly_packs, {"HugeText"}),
    (the_same_in_small_runs, {"CellTooLarge", "NeedsTooMuchMemory"}),
    (one_long_text_in_every_cell, {"NeedsTooMuchMemory"}),
    (a_directory_that_lies, {"DamagedFile"}),
    (a_thousand_laughs, {"HostileXml"}),
    (formulas, {"FormulaCells"}),
    (more_formulas_than_can_be_reported, {"FormulaCells"}),
    (two_thousand_members, {"FileUnpacksTooMuch"}),
    (two_members_of_one_name, {"DamagedFile"}),
    (a_file_cut_in_half, {"DamagedFile"}),
]


@pytest.mark.parametrize(
    ("attack", "errors"), ATTACKS, ids=lambda value: getattr(value, "__name__", "")
)
def test_an_attack_is_refused(
    tmp_path: Path, attack: Callable[[Path], None], errors: set[str]
) -> None:
    path = tmp_path / "attack.xlsx"
    attack(path)
    found = outcome(path)
    assert found["error"] in errors
    assert found["rows"] == 0
    assert float(str(found["seconds"])) < MOST_SECONDS
    assert int(str(found["peak"])) < MOST_MEMORY


def test_a_large_honest_file_is_read_within_the_same_memory(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "honest.xlsx", number_rows(25_000, 20))
    found = outcome(path)
    assert (found["error"], found["rows"]) == (None, 24_999)
    assert int(str(found["peak"])) < MOST_MEMORY


@pytest.mark.parametrize("seed", range(12))
def test_a_corrupted_file_gives_rows_or_a_typed_error(tmp_path: Path, seed: int) -> None:
    source = random.Random(seed)
    path = write_xlsx(tmp_path / "good.xlsx", number_rows(20, 4), ["<si><t>x</t></si>"])
    with zipfile.ZipFile(path) as package:
        members = {name: bytearray(package.read(name)) for name in package.namelist()}
    victim = members[source.choice(sorted(members))]
    for _ in range(source.randint(1, 3)):
        victim[source.randrange(60, len(victim))] = source.choice(b"0179<>/ARcsv\x00\xff")
    path.write_bytes(zip_of(members))
    with contextlib.suppress(UnreadableFile):
        assert all(row.line > 0 for row in read_rows(path))

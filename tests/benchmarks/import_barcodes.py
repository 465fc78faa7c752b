"""Imports a catalogue of 818,846 real barcodes and compares what was flagged with what is known.

Run by hand: ``python -m tests.benchmarks.import_barcodes [--rows N] [--keep FOLDER]``; with
``--keep``, ``tests.benchmarks.lookups`` measures look-ups in that company afterwards. Exit status
1 if a figure differs.
"""

import argparse
import gzip
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy.engine import Connection

from desktop.commands.console import say
from domain.importing import READY, Problem, Report, Settings, Source, run
from domain.importing.readers import read_rows
from domain.replica import Actor, Replica
from tests.benchmarks.import_support import (
    compare,
    data_folder,
    machine,
    need,
    new_company,
    progress,
    show_cost,
    sound,
)

EXPECTED = {
    "rows": "818,846",
    "distinct codes": "818,776",
    "13 digits": "768,849",
    "8 digits": "44,724",
    "11 digits": "2,632",
    "12 digits": "1,047",
    "14 digits": "348",
    "bad check digit, 8 digits": "3,143",
    "bad check digit, 12 digits": "955",
    "bad check digit, 13 digits": "2,539",
    "bad check digit, 14 digits": "171",
    "restricted circulation, 13 digits": "60,409",
    "groups equal without leading zeros": "469",
    "names not ASCII": "182,029",
    "products in the books": "818,776",
    "barcodes in the books": "818,776",
}
GTIN_LENGTHS = ("8", "12", "13", "14")


def barcode_file(folder: Path) -> Path:
    """Give the path of the barcodes in the folder of the real data sets."""
    return folder / "open_food_facts" / "products.csv.gz"


def first_rows(path: Path, rows: int, folder: Path) -> Path:
    """Cut the first rows of the file."""
    cut = folder / "codes.csv"
    with gzip.open(path, "rt", encoding="utf-8") as whole, cut.open("w", encoding="utf-8") as part:
        part.writelines(islice(whole, rows + 1))
    return cut


def bring(replica: Replica, path: Path, *, quiet: bool = False) -> tuple[Report, set[int]]:
    """Import the file as ``counterfoil import --as barcodes`` does; give the lines left out too."""
    ready = READY["barcodes"]
    left_out: set[int] = set()

    def keep(problem: Problem) -> None:
        if problem.refused:
            left_out.add(problem.line)

    settings = Settings(ready.source, sink=keep)
    if not quiet:
        settings = replace(settings, progress=progress(time.monotonic()))  # type: ignore[arg-type]
    report = run(replica, Actor.program("import"), Source(path), ready.columns, settings)
    return report, left_out


def figures_of(
    connection: Connection, report: Report, repeated: Sequence[tuple[str, str]]
) -> dict[str, str]:
    """Give what the import found: from the books, which hold each code once, and its report.

    ``repeated`` are code and name of the rows that were left out: they count in the lengths and
    names of the whole file.
    """
    findings = report.findings
    books = _books(connection)
    lengths = books["lengths"]
    for code, _ in repeated:
        lengths[len(code)] = lengths.get(len(code), 0) + 1
    figures = {"rows": report.rows, "distinct codes": books["codes"]}
    figures |= {f"{n} digits": lengths.get(n, 0) for n in (13, 8, 11, 12, 14)}
    for length in GTIN_LENGTHS:
        wrong = findings.count("importing.bad_check_digit", length)
        shortened = findings.count("importing.read_as_upc_e", length)
        figures[f"bad check digit, {length} digits"] = wrong + shortened
    figures["  of them read as UPC-E"] = findings.count("importing.read_as_upc_e")
    restricted = findings.count("importing.restricted_code", "13")
    figures["restricted circulation, 13 digits"] = restricted
    figures["groups equal without leading zeros"] = books["groups"]
    again = sum(1 for _, name in repeated if not name.isascii())
    figures["names not ASCII"] = books["names"] + again
    figures["products in the books"] = books["products"]
    figures["barcodes in the books"] = books["codes"]
    figures["rows that repeat a code"] = len(repeated)
    figures["codes that two products share"] = findings.count("importing.code_shared")
    figures["pairs in the inbox"] = books["pairs"]
    return {name: f"{value:,}" for name, value in figures.items()}


def _books(connection: Connection) -> dict[str, Any]:
    def ask(text: str) -> int:
        return int(connection.exec_driver_sql(text).scalar() or 0)

    lengths = connection.exec_driver_sql(
        "SELECT length(as_written), count(*) FROM barcode GROUP BY length(as_written)"
    )
    names = connection.exec_driver_sql("SELECT name FROM product")
    return {
        "products": ask("SELECT count(*) FROM product"),
        "codes": ask("SELECT count(DISTINCT as_written) FROM barcode"),
        "lengths": {row[0]: row[1] for row in lengths},
        "groups": ask(
            "SELECT count(*) FROM (SELECT 1 FROM barcode GROUP BY ltrim(as_written, '0')"
            " HAVING count(*) > 1)"
        ),
        "names": sum(1 for (name,) in names if not name.isascii()),
        "pairs": ask("SELECT count(*) FROM conflict WHERE kind = 'duplicate'"),
    }


def rows_at(path: Path, lines: set[int]) -> list[tuple[str, str]]:
    """Give code and name of some lines of the file."""
    rows = (row for row in read_rows(path) if row.line in lines)
    return [(row.values["barcode"], row.values["name"]) for row in rows]


def main() -> int:
    """Run; give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, help="only so many rows: then nothing is compared")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the company here")
    parser.add_argument("--doctor", action="store_true", help="examine the books as well")
    options = parser.parse_args()
    path = need(barcode_file(data_folder()))
    say(machine())
    with new_company("shop", "EUR", options.keep) as replica, tempfile.TemporaryDirectory() as cut:
        if options.rows:
            path = first_rows(path, options.rows, Path(cut))
        report, lines = bring(replica, path)
        repeated = rows_at(path, lines)
        fine = show_cost(report.rows, report.seconds, replica)
        say()
        with replica.read() as connection:
            figures = figures_of(connection, report, repeated)
        fine = compare("barcodes", figures, {} if options.rows else EXPECTED) and fine
        if options.doctor:
            fine = sound(replica) and fine
        again, _ = bring(replica, path, quiet=True)
        say(f"second run: {again.total:,} imported, {again.seconds:.1f} s")
        fine = fine and again.total == 0
    say("all as expected" if fine else "NOT as expected")
    return 0 if fine else 1


if __name__ == "__main__":
    raise SystemExit(main())

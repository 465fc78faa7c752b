"""Imports a year of a real shop and compares every figure with what is known of it.

Run by hand: ``python -m tests.benchmarks.import_shop_year [--rows N] [--keep FOLDER]``. It reads
the shop year (folder named by COUNTERFOIL_DATA, or ../shared/data) into a new company, asks the
books for every figure of the data's description, runs the doctor, imports a second time (nothing
may change), and prints time, rows/s, peak memory and the machine. Exit status 1 if a figure
differs.
"""

import argparse
import gzip
import tempfile
import time
from itertools import islice
from pathlib import Path

from desktop.commands.console import say
from domain import counter
from domain.importing import READY, Report, Settings, Source, run
from domain.importing.sales_figures import sales_figures
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
    "lines": "541,909",
    "sum of quantities": "5,176,450",
    "invoices": "25,900",
    "cancellations": "3,836",
    "lines of cancellations": "9,288",
    "bad-debt adjustments": "3",
    "stock codes as written": "4,070",
    "stock codes ignoring case": "3,958",
    "codes with several descriptions": "650",
    "lines without a customer": "135,080",
    "negative-quantity lines": "10,624",
    "  of them outside cancellations": "1,336",
    "prices of zero": "2,515",
    "negative prices": "2",
    "prices of 0.001": "4",
    "exact duplicate lines": "5,268",
    "invoices with two times": "43",
    "lines of the largest invoice": "1,114",
    "invoices of the busiest day": "218",
    "lines of the busiest day": "5,331",
    "sum of quantity × price": "9747747.934",
    "  of cancellations": "-896812.49",
    "movements without a line": "0",
    "balances below zero": "0",
    "sum of all balances": "0",
    "services with movements": "0",
}
"""From the data's own description; the last four must hold for any import."""


def shop_year_file(folder: Path) -> Path:
    """Give the path of the shop year in the folder of the real data sets."""
    return folder / "uci_online_retail" / "online_retail.csv.gz"


def first_rows(path: Path, rows: int, folder: Path) -> Path:
    """Cut the first rows of the file."""
    cut = folder / "year.csv"
    with gzip.open(path, "rt", encoding="utf-8") as whole, cut.open("w", encoding="utf-8") as part:
        part.writelines(islice(whole, rows + 1))
    return cut


def bring(replica: Replica, path: Path, *, quiet: bool = False) -> Report:
    """Import the file as ``counterfoil import --as shop-year`` does."""
    ready = READY["shop-year"]
    settings = Settings(source=ready.source, options=dict(ready.options))
    if not quiet:
        show = progress(time.monotonic())
        settings = Settings(ready.source, options=dict(ready.options), progress=show)  # type: ignore[arg-type]
    return run(replica, Actor.program("import"), Source(path), ready.columns, settings)


def main() -> int:
    """Run; give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, help="only so many rows: then nothing is compared")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the company here")
    options = parser.parse_args()
    path = need(shop_year_file(data_folder()))
    say(machine())
    with new_company("shop", "GBP", options.keep) as replica, tempfile.TemporaryDirectory() as cut:
        if options.rows:
            path = first_rows(path, options.rows, Path(cut))
        report = bring(replica, path)
        fine = show_cost(report.rows, report.seconds, replica)
        say(f"{report.changesets:,} changesets: one an invoice")
        say()
        with replica.read() as connection:
            figures = sales_figures(connection, 1, report.source)
            broken = sum(1 for _ in counter.broken_identities(connection, 1))
        figures["documents that break an identity"] = str(broken)
        expected = {} if options.rows else {**EXPECTED, "documents that break an identity": "0"}
        fine = compare("shop year, asked of the books", figures, expected) and fine
        fine = sound(replica) and fine
        again = bring(replica, path, quiet=True)
        say(f"second run: {again.total:,} imported, {again.seconds:.1f} s")
        fine = fine and again.total == 0 and not report.findings.refused
    say("all as expected" if fine else "NOT as expected")
    return 0 if fine else 1


if __name__ == "__main__":
    raise SystemExit(main())

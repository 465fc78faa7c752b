"""How fast are look-ups in 818,846 real barcodes, beside the same statements on a bare connection?

Run by hand: ``python -m tests.benchmarks.lookups [--data FOLDER] [--count N]``. Without a folder
(of ``import_barcodes --keep``) it imports the barcodes first. Each look-up is timed through the
catalogue on an open snapshot, and as the very same statements on a bare sqlcipher3 connection,
directly after each other. The goal is that the catalogue's p50 and p99 stay within three times
the bare ones. The last figure is the whole way of a screen, which opens a snapshot each time;
the bare connection has nothing like it, so it is shown and not judged.
"""

import argparse
import importlib
import os
import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.engine import Connection

from desktop.commands.console import say, table
from domain import catalogue
from domain.replica import Replica, run
from domain.replica.keys import open_key_store, require
from domain.replica.storage import DATABASE
from tests.benchmarks.import_barcodes import barcode_file, bring
from tests.benchmarks.import_support import data_folder, machine, need, new_company

GOAL = 3.0
catalogue_queries: Any = importlib.import_module("domain.catalogue.queries")
search: Any = importlib.import_module("domain.replica.search")
Statement = tuple[str, tuple[Any, ...]]
LookUp = Callable[[Connection], object]
Times = tuple[list[float], list[float], list[float]]


@contextmanager
def opened(folder: Path | None) -> Iterator[Replica]:
    """Give the company with the barcodes: the kept one, or a new one."""
    if folder is not None:
        os.environ.setdefault("COUNTERFOIL_KEYS", "file")
        with Replica.open(folder) as replica:
            yield replica
        return
    path = need(barcode_file(data_folder()))
    with new_company("shop", "EUR") as replica:
        bring(replica, path)
        yield replica


def bare(folder: Path) -> Any:
    """Open the database without anything of ours around it, with the same settings."""
    key = require(open_key_store(folder), "database_key")
    connection = sqlcipher.connect(str(folder / DATABASE), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    for setting in ("cache_size = -65536", "mmap_size = 0", "synchronous = FULL"):
        connection.execute(f"PRAGMA {setting}").fetchall()
    return connection


@contextmanager
def recorded() -> Iterator[list[Statement]]:
    """Give the statements that the catalogue and the search run meanwhile, with their values."""
    statements: list[Statement] = []
    asking = (catalogue_queries, search)
    before = [module.run for module in asking]

    def note(connection: Connection, text: str, *params: Any) -> Any:
        statements.append((text, params))
        return run(connection, text, *params)

    for module in asking:
        module.run = note
    try:
        yield statements
    finally:
        for module, original in zip(asking, before, strict=True):
            module.run = original


def measure(replica: Replica, plain: Any, look_ups: Sequence[LookUp]) -> Times:
    """Time each look-up through the catalogue, bare, and with a snapshot of its own; in seconds."""
    times: Times = ([], [], [])
    with replica.read() as connection:
        for number, look_up in enumerate(look_ups):
            with recorded() as statements:
                look_up(connection)  # every way finds the pages in its cache

            def bare_way(asked: Sequence[Statement] = tuple(statements)) -> None:
                for text, params in asked:
                    plain.execute(text, params).fetchall()

            def screen_way(ask: LookUp = look_up) -> None:
                with replica.read() as another:
                    ask(another)

            ways = [partial(look_up, connection), bare_way, screen_way]
            for way in ways:
                way()
            order = range(3) if number % 2 else reversed(range(3))
            for which in order:
                started = time.perf_counter()
                ways[which]()
                times[which].append(time.perf_counter() - started)
    return times


def percentile(times: Sequence[float], part: float) -> float:
    """Give the time below which a part of all stays, in milliseconds."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))] * 1000


def typed(name: str) -> list[str]:
    """Give what a person types until the search has found a name: 2, 3, 5 letters, two words."""
    words = name.split()
    return [words[0][:2], words[0][:3], words[0][:5], " ".join(word[:4] for word in words[:2])]


def main() -> int:
    """Run; give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="a kept company")
    parser.add_argument("--count", type=int, default=2000, help="look-ups of each sort")
    options = parser.parse_args()
    choose = random.Random(7)
    say(machine())
    with opened(options.data) as replica:
        with replica.read() as connection:
            rows = connection.exec_driver_sql(
                "SELECT as_written, name FROM barcode JOIN product ON product.site = 0"
                " AND product.id = barcode.product WHERE length(name) > 6"
            ).all()
        chosen = choose.sample(rows, min(options.count, len(rows)))
        codes: list[LookUp] = [
            lambda c, code=code: catalogue.matches(c, code)  # type: ignore[misc]
            for code, _ in chosen
        ]
        texts = [text for _, name in chosen for text in typed(name)]
        searches: list[LookUp] = [
            lambda c, text=text: catalogue.find_products(c, text, 20)  # type: ignore[misc]
            for text in choose.sample(texts, options.count)
        ]
        plain = bare(replica.folder)
        fine = True
        lines = []
        for title, look_ups in (("barcode → product", codes), ("search as you type", searches)):
            ours, theirs, whole = measure(replica, plain, look_ups)
            for name, part in (("p50", 0.5), ("p99", 0.99)):
                own, other = percentile(ours, part), percentile(theirs, part)
                fine = fine and own <= GOAL * other
                ratio, way = f"{own / other:.1f} ×", f"{percentile(whole, part):.3f}"
                lines.append((title, name, f"{own:.3f}", f"{other:.3f}", ratio, "≤ 3 ×", way))
        plain.close()
        say(f"{len(rows):,} products, {options.count:,} look-ups of each sort, times in ms")
        head = ("look-up", "", "catalogue", "bare", "ratio", "goal", "with snapshot")
        say(table(head, lines))
    say("within the goal" if fine else "NOT within the goal")
    return 0 if fine else 1


if __name__ == "__main__":
    raise SystemExit(main())

"""What the import benchmarks share: the data, a new company, the machine, tables of figures."""

import os
import platform
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

import domain.areas  # noqa: F401 - declares tables
from desktop.commands.console import say, table
from desktop.commands.import_report import peak_memory
from desktop.founding import Founding, found
from domain.replica import Replica
from domain.replica.doctor import examine

GIB = 2**30


def data_folder() -> Path:
    """Give the folder of the real data sets (it may not exist)."""
    named = os.environ.get("COUNTERFOIL_DATA")
    return Path(named) if named else Path(__file__).parents[2].parent / "shared" / "data"


def need(path: Path) -> Path:
    """Give a file or folder of the real data, or end the program with the reason."""
    if not path.exists():
        raise SystemExit(f"no real data: {path} does not exist (COUNTERFOIL_DATA names the folder)")
    return path


@contextmanager
def new_company(kind: str, currency: str, keep: Path | None = None) -> Iterator[Replica]:
    """Give a new company in a folder that is removed afterwards, or kept."""
    os.environ.setdefault("COUNTERFOIL_KEYS", "file")
    with tempfile.TemporaryDirectory(prefix="counterfoil-") as scratch:
        folder = keep or Path(scratch) / "data"
        founding = Founding("Benchmark Ltd", kind=kind, currency=currency, pin="293847")
        with found(folder, founding) as replica:
            yield replica


def machine() -> str:
    """Say on what this runs."""
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors,"
        f" Python {platform.python_version()}, SQLite {sqlcipher.sqlite_version} (encrypted)"
    )


def progress(started: float) -> object:
    """Give what prints each stage once, with the time."""
    seen: set[str] = set()

    def show(stage: str, _done: int, total: int) -> None:
        if stage not in seen:
            seen.add(stage)
            say(f"  {time.monotonic() - started:6.1f} s  {stage} ({total:,})")

    return show


def compare(title: str, found_figures: Mapping[str, str], expected: Mapping[str, str]) -> bool:
    """Print expected and found figures side by side; give whether all are equal."""
    rows: list[Sequence[object]] = []
    for name, found_one in found_figures.items():
        wanted = expected.get(name)
        verdict = "" if wanted is None else "ok" if wanted == found_one else "DIFFERS"
        rows.append((name, wanted or "", found_one, verdict))
    missing = [name for name in expected if name not in found_figures]
    rows += [(name, expected[name], "", "MISSING") for name in missing]
    say(table((title, "expected", "found", ""), rows))
    say()
    return not any(row[3] in ("DIFFERS", "MISSING") for row in rows)


def sound(replica: Replica) -> bool:
    """Run the doctor; print its verdicts and the time."""
    started = time.monotonic()
    verdicts = examine(replica)
    for each in verdicts:
        facts = ", ".join(f"{value:,} {name}" for name, value in each.facts.items())
        say(f"  {'ok ' if each.fine else 'BAD'} {each.name:<12} {facts}")
        for finding in each.findings[:5]:
            say(f"        {finding}")
    say(f"doctor: {time.monotonic() - started:.1f} s")
    return all(each.fine for each in verdicts)


def show_cost(rows: int, seconds: float, replica: Replica) -> bool:
    """Print time, rows/s, peak memory and size; give whether memory stayed below 1 GiB."""
    most = peak_memory() or 0
    size = sum(file.stat().st_size for file in replica.folder.glob("replica.db*"))
    say(
        f"{rows:,} rows in {seconds:.1f} s: {rows / seconds:,.0f} rows/s;"
        f" peak memory {most / 2**20:,.0f} MiB; database {size / 2**20:,.0f} MiB"
    )
    return most < GIB

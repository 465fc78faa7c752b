"""What the subcommands share: opening the replica, tables, a progress bar."""

import argparse
import contextlib
import os
import shutil
import sys
import threading
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.replica import Replica


def open_replica(folder: Path, *, beside: bool = False) -> "Replica":
    """Open the replica in a folder with every area's tables declared."""
    declare_tables()
    from domain.replica import Replica

    return Replica.open(folder, beside=beside)


def declare_tables() -> None:
    """Import every module that declares tables: before a replica is made or opened."""
    import domain.areas  # noqa: F401 - declares tables
    import edge_sync.tables  # noqa: F401 - declares tables
    import forecasting.tables  # noqa: F401 - declares tables


def add_until_closed(parser: argparse.ArgumentParser) -> None:
    """Declare the option of processes that must not outlive the one that started them."""
    parser.add_argument("--until-closed", action="store_true", help=argparse.SUPPRESS)


def when_input_ends(then: Callable[[], object]) -> None:
    """Call ``then``, on a thread of its own, when standard input is closed: whoever holds its
    other end wants us to end, or is gone.
    """

    def watch() -> None:
        with contextlib.suppress(OSError, ValueError):
            while os.read(0, 1024):
                pass
        then()

    threading.Thread(target=watch, name="watch-input", daemon=True).start()


def own_command(*arguments: str) -> list[str]:
    """The command line that starts this program again, also when it is frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, "-m", "desktop.command_line", *arguments]


def say(text: str = "") -> None:
    """Print a line at once, also into a pipe; what the terminal cannot show becomes ``?``."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding) + "\n")
    sys.stdout.flush()


def width_of(text: str) -> int:
    """How many columns a terminal needs: Han characters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Lay out a table; numbers stand at the right."""
    cells = [[str(cell) for cell in row] for row in rows]
    numeric = [bool(cells) and all(_numeric(row[i]) for row in cells) for i in range(len(head))]
    widths = [max(width_of(r[i]) for r in [list(head), *cells]) for i in range(len(head))]

    def line(row: Sequence[str]) -> str:
        parts = []
        for cell, width, right in zip(row, widths, numeric, strict=True):
            space = " " * (width - width_of(cell))
            parts.append(space + cell if right else cell + space)
        return "  ".join(parts).rstrip()

    rule = "  ".join("-" * width for width in widths)
    return "\n".join([line(list(head)), rule, *(line(row) for row in cells)])


def _numeric(cell: str) -> bool:
    return (
        cell.replace(",", "").replace(".", "").replace("-", "").replace("%", "").strip().isdigit()
    )


class ProgressBar:
    """One line that fills up on a terminal; silent elsewhere."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._name = ""

    def __call__(self, name: str, done: int, total: int) -> None:
        """Show how far something is."""
        if not self._shown:
            return
        if name != self._name and self._name:
            sys.stderr.write("\n")
        self._name = name
        size = max(10, min(40, shutil.get_terminal_size().columns - 40))
        filled = size * done // total if total else size
        sys.stderr.write(f"\r{name:<14} [{'#' * filled}{' ' * (size - filled)}] {done:,}/{total:,}")
        sys.stderr.flush()

    def close(self) -> None:
        """End the line."""
        if self._shown and self._name:
            sys.stderr.write("\n")

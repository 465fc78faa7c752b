"""Untrusted files to rows of text.

``sniff`` shows what a file looks like; ``read_rows`` streams its rows with constant memory.
Text tables are read here, within limits; spreadsheets in a child process that limits its own
memory and time. Every refusal is one of the typed errors of ``readers.errors``.
"""

from collections.abc import Iterator
from pathlib import Path

from domain.importing.readers import parent
from domain.importing.readers.delimited import Delimited, is_scientific
from domain.importing.readers.errors import UnreadableFile
from domain.importing.readers.kinds import check_spreadsheet_size, is_spreadsheet
from domain.importing.readers.model import PREVIEW_ROWS, Limits, Note, Options, Row, Sniff

__all__ = [
    "PREVIEW_ROWS",
    "Limits",
    "Note",
    "Options",
    "Row",
    "Sniff",
    "UnreadableFile",
    "is_scientific",
    "read_rows",
    "sniff",
]

_DEFAULT_OPTIONS = Options()
_DEFAULT_LIMITS = Limits()


def sniff(
    path: Path | str, options: Options = _DEFAULT_OPTIONS, limits: Limits = _DEFAULT_LIMITS
) -> Sniff:
    """Say what a file looks like: encoding, delimiter, columns, the first 50 rows, how many.

    Raises:
        UnreadableFile: one of its subclasses, with a sentence for the user.
    """
    path = Path(path)
    if _isolated(path, options, limits):
        return parent.sniff(path, options, limits)
    return Delimited(path, options, limits).sniff()


def read_rows(
    path: Path | str, options: Options = _DEFAULT_OPTIONS, limits: Limits = _DEFAULT_LIMITS
) -> Iterator[Row]:
    """Give the rows of a file, one at a time, in its order.

    A file can prove unreadable after its first rows (a wrong character in its last line), so
    the caller writes in one transaction.

    Raises:
        UnreadableFile: one of its subclasses, with a sentence for the user.
    """
    path = Path(path)
    if _isolated(path, options, limits):
        return parent.rows(path, options, limits)
    return Delimited(path, options, limits).rows()


def _isolated(path: Path, options: Options, limits: Limits) -> bool:
    """Whether the child process must read this file."""
    if is_spreadsheet(path):
        check_spreadsheet_size(path, limits)
        return True
    return bool(options.isolated)

"""What kind of file it is, by its content; the name only says what someone meant."""

from pathlib import Path

from domain.importing.readers.errors import FileMissing, FileTooLarge, NotASpreadsheet
from domain.importing.readers.model import MIB, Limits

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # xls, and encrypted xlsx
_NAMES = (".xlsx", ".xlsm", ".ods")


def is_spreadsheet(path: Path) -> bool:
    """Whether the content is that of a spreadsheet file.

    Raises:
        NotASpreadsheet: the name says spreadsheet, the content does not.
        FileMissing: it cannot be opened.
    """
    try:
        with path.open("rb") as stream:
            beginning = stream.read(8)
    except OSError as error:
        raise FileMissing(file=path.name, why=error.strerror or str(error)) from None
    if beginning.startswith((_ZIP, _COMPOUND)):
        return True
    # An .xls is often a text table with that name; the others never are.
    if path.suffix.lower() in _NAMES:
        raise NotASpreadsheet(file=path.name, why="its content is something else")
    return False


def check_spreadsheet_size(path: Path, limits: Limits) -> None:
    """Refuse a spreadsheet file that is too large to be looked at."""
    size = path.stat().st_size
    if size > limits.spreadsheet_file:
        limit = limits.spreadsheet_file // MIB
        raise FileTooLarge(file=path.name, size=-(-size // MIB), limit=limit)

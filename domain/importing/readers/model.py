"""What a reader is asked, what it allows, and what it gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple

MIB = 1024 * 1024
PREVIEW_ROWS = 50

Note = Literal["scientific", "precision", "formula", "error_value", "damaged"]
NO_NOTES: Mapping[str, Note] = MappingProxyType({})

# What the readers hand on before the columns have names: line, cells, notes by cell index.
RawRow = tuple[int, list[str], dict[int, Note] | None]


class Row(NamedTuple):
    """One line of a file: text by column name, nothing converted.

    ``line`` is the line of a text file where the row begins, or the row of a sheet, from 1.
    ``surplus`` are cells beyond the last named column. ``notes`` names doubtful columns:
    ``scientific`` (a number such as 4.00638E+12: digits are lost), ``precision`` (a number
    with more than 15 digits: its last digits are not those that were typed), ``formula``
    (the last computed value), ``error_value`` (#N/A and the like), ``damaged`` (NUL or
    undecodable characters, shown as U+FFFD).
    """

    line: int
    values: dict[str, str]
    surplus: tuple[str, ...] = ()
    notes: Mapping[str, Note] = NO_NOTES


@dataclass(frozen=True, slots=True)
class Options:
    """How to read a file; what is None is found out.

    ``columns`` names the columns of a file that has no header line (or, with ``header`` true,
    replaces the header). ``formulas`` says whether computed cells are refused or read with
    their last value and a note. ``isolated`` forces (or forbids, for text) the limited child
    process; spreadsheets always use it.
    """

    encoding: str | None = None
    delimiter: str | None = None
    quoting: bool = True
    columns: tuple[str, ...] | None = None
    header: bool | None = None
    sheet: str | None = None
    formulas: Literal["refuse", "report"] = "refuse"
    isolated: bool | None = None

    @property
    def has_header(self) -> bool:
        """Whether the first line names the columns."""
        return self.columns is None if self.header is None else self.header


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost. Sizes in bytes, times in seconds of the reader's own work."""

    text_file: int = 1024 * MIB
    text_unpacked: int = 4096 * MIB
    spreadsheet_file: int = 64 * MIB
    unpacked: int = 64 * MIB
    ratio: int = 100
    members: int = 1_000
    cells: int = 2_000_000
    columns: int = 1_000
    cell_characters: int = 131_072
    memory: int = 240 * MIB
    seconds: float = 20.0


@dataclass(frozen=True, slots=True)
class Sniff:
    """What a file looks like, before anything of it is used.

    ``row_estimate`` counts data rows without the header; ``exact`` says whether it was
    counted. ``formulas`` is None where the format does not tell. ``warnings`` are of
    ``no_header blank_columns duplicate_columns damaged formulas``.
    """

    kind: Literal["text", "spreadsheet"]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    row_estimate: int
    exact: bool
    encoding: str | None = None
    delimiter: str | None = None
    compressed: bool = False
    sheets: tuple[str, ...] = ()
    sheet: str | None = None
    formulas: int | None = None
    warnings: tuple[str, ...] = field(default=())


def name_columns(cells: list[str], options: Options) -> tuple[tuple[str, ...], list[str]]:
    """Give every column a name of its own, and what was odd about the header.

    A blank heading becomes ``Column 3``; a repeated one ``Name (2)``.
    """
    if options.columns is not None:
        return options.columns, []
    if not options.has_header:
        return tuple(f"Column {i}" for i in range(1, len(cells) + 1)), []
    names: list[str] = []
    warnings: list[str] = []
    for position, cell in enumerate(cells, start=1):
        name = " ".join(cell.split())
        if not name:
            warnings.append("blank_columns")
            name = f"Column {position}"
        unique, copy = name, 2
        while unique in names:
            unique, copy = f"{name} ({copy})", copy + 1
        if unique != name:
            warnings.append("duplicate_columns")
        names.append(unique)
    if not any(any(c.isalpha() for c in cell) for cell in cells):
        warnings.append("no_header")
    return tuple(names), list(dict.fromkeys(warnings))


def to_row(columns: tuple[str, ...], raw: RawRow) -> Row:
    """Put the column names to a raw row; missing cells at its end are empty."""
    line, cells, notes = raw
    width = len(columns)
    surplus: tuple[str, ...] = ()
    if len(cells) < width:
        cells = cells + [""] * (width - len(cells))
    elif len(cells) > width:
        surplus = tuple(cells[width:])
        if not any(surplus):
            surplus = ()
    named = NO_NOTES
    if notes:
        named = {columns[i]: note for i, note in notes.items() if i < width}
    return Row(line, dict(zip(columns, cells, strict=False)), surplus, named)

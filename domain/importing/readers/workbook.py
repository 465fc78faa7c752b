"""Spreadsheets (xlsx, xlsm, ods, xls) to rows of text. Runs only in the limited child process.

Identifiers survive: a number that is integral becomes its digits without a decimal point, and
no number is ever written in scientific notation. What a spreadsheet has already lost cannot be
brought back, so numbers beyond 15 digits and texts such as 4.00638E+12 carry a note. Dates and
times are ISO 8601.
"""

import datetime as dt
import math
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from domain.importing.readers import package as packages
from domain.importing.readers.delimited import is_scientific
from domain.importing.readers.errors import (
    CellTooLarge,
    DamagedFile,
    FormulaCells,
    NoSuchSheet,
    NotASpreadsheet,
    PasswordProtected,
    TooManyCells,
    TooManyColumns,
)
from domain.importing.readers.model import (
    PREVIEW_ROWS,
    Limits,
    Note,
    Options,
    Row,
    Sniff,
    name_columns,
    to_row,
)

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Value = float | str | bool | dt.date | dt.time | dt.timedelta

_ROW_CELLS = 8  # a row may hold this many times the text of the longest cell
_EXACT = 10**15  # a spreadsheet keeps 15 digits


class Workbook:
    """One sheet of a workbook, opened. Its methods raise the errors of ``readers.errors``."""

    def __init__(self, path: Path, options: Options, limits: Limits) -> None:
        """Check the file, open it, and choose the sheet: the named one, else the first seen."""
        self._file = path.name
        self._options = options
        self._limits = limits
        self._package: packages.Package | None = None
        with path.open("rb") as stream:
            packed = stream.read(4) == b"PK\x03\x04"
        if packed:
            self._package = packages.check(path, limits)
        workbook = _open(path)
        self.sheets = tuple(workbook.sheet_names)
        self.sheet = self._choose(workbook)
        self._part = self._package.part_of(self.sheet) if self._package else None
        self._sheet = _load(workbook, self.sheet, path.name)
        self._check_area(self._sheet)
        self.columns: tuple[str, ...] = ()
        self._warnings: list[str] = []

    @property
    def formulas(self) -> int | None:
        """The number of computed cells; None where the format (xls) does not tell."""
        return self._part.formulas if self._part else None

    def rows(self) -> Iterator[Row]:
        """Give every data row; blank rows are passed over."""
        if self.formulas and self._part and self._options.formulas == "refuse":
            raise FormulaCells(file=self._file, count=self.formulas, first=self._part.first_formula)
        yield from self._rows()

    def sniff(self) -> Sniff:
        """Give the first rows, and how many there are, without refusing formulas."""
        preview: list[Row] = []
        counted = 0
        for counted, row in enumerate(self._rows(), start=1):
            if counted <= PREVIEW_ROWS:
                preview.append(row)
        if self.formulas:
            self._warnings.append("formulas")
        return Sniff(
            kind="spreadsheet",
            columns=self.columns,
            rows=tuple(preview),
            row_estimate=counted,
            exact=True,
            sheets=self.sheets,
            sheet=self.sheet,
            formulas=self.formulas,
            warnings=tuple(self._warnings),
        )

    def _rows(self) -> Iterator[Row]:
        left = self._sheet.start[1] if self._sheet.start else 0
        marked = self._marked_rows()
        for line, values in enumerate(self._sheet.iter_rows(), start=1):
            cells, notes = self._texts(line, values)
            for column, note in marked.get(line - 1, ()):
                notes[column - left] = note
            if not any(cells) and not notes:
                continue
            if not self.columns:
                self._start(line, cells)
                if self._options.has_header:
                    continue
            yield to_row(self.columns, (line, cells, notes))

    def _start(self, line: int, cells: list[str]) -> None:
        while cells and not cells[-1]:
            cells = cells[:-1]
        limit = self._limits.columns
        if len(cells) > limit:
            raise TooManyColumns(file=self._file, line=line, columns=len(cells), limit=limit)
        self.columns, self._warnings = name_columns(cells, self._options)

    def _texts(self, line: int, values: list[Value]) -> tuple[list[str], dict[int, Note]]:
        cells: list[str] = []
        notes: dict[int, Note] = {}
        limit, together = self._limits.cell_characters, 0
        for index, value in enumerate(values):
            if value == "":
                cells.append("")
                continue
            text, note = to_text(value)
            together += len(text)
            if len(text) > limit or together > limit * _ROW_CELLS:
                raise CellTooLarge(file=self._file, line=line, limit=limit)
            cells.append(text)
            if note:
                notes[index] = note
        return cells, notes

    def _marked_rows(self) -> dict[int, list[tuple[int, Note]]]:
        rows: dict[int, list[tuple[int, Note]]] = {}
        for (row, column), note in (self._part.marks if self._part else {}).items():
            rows.setdefault(row, []).append((column, note))
        return rows

    def _choose(self, workbook: "CalamineWorkbook") -> str:
        from python_calamine import SheetTypeEnum, SheetVisibleEnum

        if self._options.sheet is not None:
            if self._options.sheet in self.sheets:
                return self._options.sheet
            listed = ", ".join(self.sheets)
            raise NoSuchSheet(file=self._file, sheet=self._options.sheet, sheets=listed)
        tables = [m for m in workbook.sheets_metadata if m.typ == SheetTypeEnum.WorkSheet]
        if not tables:
            raise NotASpreadsheet(file=self._file, why="it has no sheet with cells")
        shown = [m for m in tables if m.visible == SheetVisibleEnum.Visible]
        return (shown or tables)[0].name

    def _check_area(self, sheet: "CalamineSheet") -> None:
        area = sheet.total_height * sheet.total_width
        if area > self._limits.cells:
            raise TooManyCells(file=self._file, cells=area, limit=self._limits.cells)


def to_text(value: Value) -> tuple[str, Note | None]:
    """Give a cell's text, and what is doubtful about it."""
    if isinstance(value, str):
        return value, "scientific" if is_scientific(value) else None
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), None
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, dt.timedelta):
        seconds = round(value.total_seconds())
        sign, seconds = ("-" if seconds < 0 else ""), abs(seconds)
        return f"{sign}{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}", None
    return value.isoformat(), None


def _number(value: float) -> tuple[str, Note | None]:
    if not math.isfinite(value):
        return str(value), "error_value"
    if abs(value) >= _EXACT:
        return f"{Decimal(repr(value)):f}".removesuffix(".0"), "precision"
    if value == int(value):
        return str(int(value)), None
    # Fifteen digits, as the spreadsheet shows: 0.1 + 0.2 is 0.3 there.
    return f"{Decimal(f'{value:.15g}'):f}", None


def _load(workbook: "CalamineWorkbook", sheet: str, file: str) -> "CalamineSheet":
    from python_calamine import CalamineError

    try:
        return workbook.get_sheet_by_name(sheet)
    except CalamineError as error:
        raise DamagedFile(file=file, why=str(error)) from None


def _open(path: Path) -> "CalamineWorkbook":
    from python_calamine import CalamineError, PasswordError, load_workbook

    try:
        return load_workbook(str(path))
    except PasswordError:
        raise PasswordProtected(file=path.name) from None
    except CalamineError as error:
        raise NotASpreadsheet(file=path.name, why=str(error)) from None

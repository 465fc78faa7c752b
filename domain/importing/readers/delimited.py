"""Tables of text: CSV and its relatives, read as a stream with constant memory.

The text is cut into lines of bounded length, whichever line ends it uses; the standard
library's csv parser does the rest. Nothing here depends on the file's size.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from domain.importing.readers.errors import CellTooLarge, DamagedFile, TooManyColumns
from domain.importing.readers.model import (
    NO_NOTES,
    PREVIEW_ROWS,
    Limits,
    Note,
    Options,
    Row,
    Sniff,
    name_columns,
    to_row,
)
from domain.importing.readers.textfile import TextFile

DELIMITERS = (",", ";", "\t", "|")

_LINE_CELLS = 8  # a line may be this many times as long as the longest cell
_SAMPLE_LINES = 200
_REPLACED = "\ufffd"
# A block without any of these needs no look at its single cells, which would cost a third more.
_SUSPICIOUS = (_REPLACED, "+0", "+1", "+2")
_SCIENTIFIC = re.compile(r"[+-]?[0-9](?:[.,][0-9]+)?[eE]\+[0-2][0-9]?")


class Delimited:
    """A table of text, opened. Its methods raise the errors of ``readers.errors``."""

    def __init__(self, path: Path, options: Options, limits: Limits) -> None:
        """Look at the beginning of the file and find out what the options leave open."""
        self.text = TextFile(path, options.encoding, limits)
        self.delimiter = options.delimiter or _find_delimiter(self.text, options)
        self.columns: tuple[str, ...] = ()
        self._options = options
        self._limits = limits
        self._warnings: list[str] = []
        self._suspect = self._suspect_before = False

    def rows(self) -> Iterator[Row]:
        """Give every data row, in the order of the file; blank lines are passed over."""
        reader = _parse(self._lines(), self.delimiter, self._options)
        following = 1
        width = -1
        columns = self.columns
        make = tuple.__new__  # Row(...) without its Python-level constructor: twice as fast
        while True:
            line = following
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise self._bad_line(line, error) from None
            following = reader.line_num + 1  # type: ignore[attr-defined]  # csv.reader has it
            if not any(cells):
                continue
            if width < 0:
                width = self._start(line, cells)
                columns = self.columns
                if self._options.has_header:
                    continue
            if self._suspect or self._suspect_before or len(cells) != width:
                self._check_width(line, len(cells))
                yield to_row(columns, (line, cells, _notes(cells)))
            else:
                values = dict(zip(columns, cells, strict=True))
                yield make(Row, (line, values, (), NO_NOTES))

    def sniff(self) -> Sniff:
        """Give the first rows and an estimate of how many there are."""
        preview: list[Row] = []
        counted = 0
        for counted, row in enumerate(self.rows(), start=1):
            if counted <= PREVIEW_ROWS:
                preview.append(row)
            elif not self.text.head_is_all:
                break
        if not self.text.head_is_all:
            counted = max(1, self.text.estimated_lines() - self._options.has_header)
        if any("damaged" in row.notes.values() for row in preview):
            self._warnings.append("damaged")
        return Sniff(
            kind="text",
            columns=self.columns,
            rows=tuple(preview),
            row_estimate=counted,
            exact=self.text.head_is_all,
            encoding=self.text.encoding,
            delimiter=self.delimiter,
            compressed=self.text.compressed,
            warnings=tuple(self._warnings),
        )

    def _start(self, line: int, cells: list[str]) -> int:
        self._check_width(line, len(cells))
        self.columns, self._warnings = name_columns(cells, self._options)
        return len(self.columns)

    def _lines(self) -> Iterator[str]:
        """Cut the text into lines; remember which blocks hold something to look at closely."""
        longest = self._limits.cell_characters * _LINE_CELLS
        carry, number = "", 1
        for block in self.text.blocks():
            text = block.replace("\x00", _REPLACED) if "\x00" in block else block
            self._suspect_before = self._suspect
            self._suspect = any(mark in text for mark in _SUSPICIOUS)
            lines = io.StringIO(carry + text, newline="").readlines()
            carry = "" if lines[-1].endswith("\n") else lines.pop()
            number += len(lines)
            if len(carry) > longest:
                limit = self._limits.cell_characters
                raise CellTooLarge(file=self.text.name, line=number, limit=limit)
            yield from lines
        if carry:
            yield carry

    def _check_width(self, line: int, columns: int) -> None:
        limit = self._limits.columns
        if columns > limit:
            raise TooManyColumns(file=self.text.name, line=line, columns=columns, limit=limit)

    def _bad_line(self, line: int, error: csv.Error) -> CellTooLarge | DamagedFile:
        if "field limit" in str(error):
            return CellTooLarge(file=self.text.name, line=line, limit=csv.field_size_limit())
        return DamagedFile(file=self.text.name, why=f"line {line}: {error}")


def _notes(cells: list[str]) -> dict[int, Note] | None:
    notes: dict[int, Note] = {}
    for index, cell in enumerate(cells):
        if _REPLACED in cell:
            notes[index] = "damaged"
        elif is_scientific(cell):
            notes[index] = "scientific"
    return notes or None


def is_scientific(text: str) -> bool:
    """Whether a text is a number as a spreadsheet shortens it: 4.00638E+12 lost its digits."""
    return "+" in text and _SCIENTIFIC.fullmatch(text.strip()) is not None


def _parse(lines: Iterable[str], delimiter: str, options: Options) -> Iterator[list[str]]:
    if options.quoting:
        return csv.reader(lines, delimiter=delimiter)
    return csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)


def _find_delimiter(text: TextFile, options: Options) -> str:
    """Give the delimiter that cuts most of the first lines into the same number of columns."""
    lines = io.StringIO(text.head, newline="").readlines()
    if not text.head_is_all:
        lines = lines[:-1]  # the last may be cut off
    scores = {mark: _score(lines[:_SAMPLE_LINES], mark, options) for mark in DELIMITERS}
    best = max(DELIMITERS, key=lambda mark: scores[mark])
    return best if scores[best][1] > 1 else ","


def _score(lines: list[str], delimiter: str, options: Options) -> tuple[float, int]:
    """Give the share of rows that have the usual number of columns, and that number."""
    try:
        widths = [len(cells) for cells in _parse(lines, delimiter, options) if any(cells)]
    except csv.Error:
        return 0.0, 1
    usual = max(set(widths), key=widths.count, default=1)
    return (round(widths.count(usual) / len(widths), 2), usual) if usual > 1 else (0.0, 1)

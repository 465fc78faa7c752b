"""Rows of a file to entries: every cell read once, every problem noted with line and column."""

from collections.abc import Iterator

from domain.importing.cells import CellContext
from domain.importing.errors import (
    CellBroken,
    DigitsLost,
    Flag,
    FormulaValue,
    RowProblem,
    SurplusCells,
    TextDamaged,
    ValueMissing,
)
from domain.importing.kinds import Field, kind_of
from domain.importing.mapping import ColumnMap, parts_of
from domain.importing.model import Entry, Findings, Problem, Source
from domain.importing.readers import Row, read_rows

_UNREAD = object()
_REMEMBERED = 20_000  # values of a column that are not read again


class RowReader:
    """Understands the rows of one file by one map."""

    def __init__(self, columns: ColumnMap, currency: str, findings: Findings | None) -> None:
        """``findings`` None passes problems over: they were noted when the file was checked."""
        self._context = CellContext(currency, columns.decimal, columns.dates)
        self._findings = findings
        kind = kind_of(columns.kind)
        self._fields: list[tuple[Field, str, dict[str, object]]] = [
            (each, columns.columns[each.name], dict(columns.meanings.get(each.name, {})))
            for each in kind.fields
            if each.name in columns.columns
        ]
        self._joined: list[tuple[str, tuple[str, ...]]] | None = None

    def understand(self, row: Row) -> Entry | None:
        """Read a row; None where it is refused."""
        values: dict[str, object] = {}
        fine = True
        cells = self._with_joined(row.values)
        for field, column, memory in self._fields:
            text = cells[column]
            found = _UNREAD if row.notes else memory.get(text, _UNREAD)
            if found is _UNREAD:
                try:
                    found = self._read(row, field, column, memory)
                except RowProblem as problem:
                    fine = False
                    self._note(row.line, column, problem)
                    continue
            if found is not None:
                values[field.name] = found
        if row.surplus:
            self._note(row.line, "", SurplusCells(value=" · ".join(row.surplus)[:80]))
        return Entry(row.line, values) if fine else None

    def _with_joined(self, cells: dict[str, str]) -> dict[str, str]:
        """Put in the columns that are made of several."""
        if self._joined is None:
            columns = [column for _, column, _ in self._fields if column not in cells]
            self._joined = [(column, parts_of(column, cells)) for column in columns]
        for column, parts in self._joined:
            cells[column] = "-".join(text for part in parts if (text := cells[part].strip()))
        return cells

    def _read(self, row: Row, field: Field, column: str, memory: dict[str, object]) -> object:
        """Read a cell and note its flags; a value without any is remembered by its text."""
        text = row.values[column]
        found = self._cell(field, text, row.notes.get(column))
        if self._context.flags:
            for flag in self._context.flags:
                self._note(row.line, column, flag)
            self._context.flags.clear()
        elif len(memory) < _REMEMBERED and not row.notes:
            memory[text] = found
        return found

    def _cell(self, field: Field, text: str, note: str | None) -> object | None:
        if not text or text.isspace():
            if field.needed:
                raise ValueMissing
            return None
        if note in ("scientific", "precision"):
            raise DigitsLost(value=text)
        if note == "error_value":
            raise CellBroken(value=text)
        if note is not None:
            flag: Flag = FormulaValue(value=text) if note == "formula" else TextDamaged(value=text)
            self._context.flags.append(flag)
        return field.read(text, self._context)

    def _note(self, line: int, column: str, problem: RowProblem) -> None:
        if self._findings is not None:
            self._findings.add(Problem(line, column, problem))


def entries(
    source: Source, columns: ColumnMap, currency: str, findings: Findings | None
) -> Iterator[tuple[int, Entry | None]]:
    """Give each row's line and what was understood of it, in the order of the file."""
    reader = RowReader(columns, currency, findings)
    for row in read_rows(source.path, source.options, source.limits):
        yield row.line, reader.understand(row)

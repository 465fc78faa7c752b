"""Looking at a file for the import screen: off the GUI thread, and never more than its beginning.

What an import's own process says arrives as JSON; ``Trouble`` and ``Outcome`` are its values.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop.commands.import_report import problem_fields, understood
from domain.importing import READY, ColumnMap, Source, guess, guess_kind, kind_of, plan
from domain.importing.errors import KindNotClear
from domain.importing.readers import PREVIEW_ROWS, Options, sniff

FIRST_KIND = "products"
SHOP_YEAR = "shop-year"


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with a row: its sentence as a template, to be said in the user's language."""

    line: int
    column: str
    template: str
    params: Mapping[str, object]
    refused: bool

    @classmethod
    def of(cls, fields: Mapping[str, Any]) -> "Trouble":
        """Read what the command line's JSON says."""
        return cls(
            int(fields["line"]),
            str(fields["column"]),
            str(fields["template"]),
            dict(fields["params"]),
            bool(fields["refused"]),
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of the preview: its line, and its cells by field as they are understood."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Looked:
    """A file's beginning, understood by a choice of columns.

    ``kind`` is what was chosen, a ready-made one included; ``certain`` says whether the headings
    told it. ``rows`` is an estimate unless ``exact``.
    """

    path: Path
    kind: str
    columns: ColumnMap
    headings: tuple[str, ...]
    rows: int
    exact: bool
    encoding: str
    sheets: tuple[str, ...]
    certain: bool
    ready: tuple[str, ...]
    preview: tuple[Shown, ...]
    troubles: tuple[Trouble, ...]
    missing: tuple[str, ...]
    """Fields of which at least one needs a column."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person chose: None and empty mean that it is guessed."""

    path: Path
    kind: str | None = None
    columns: Mapping[str, str | None] = field(default_factory=dict)
    encoding: str | None = None
    sheet: str | None = None


def look(wish: Wish, currency: str) -> Looked:
    """Look at a file. Raises UnreadableFile."""
    source = Source(wish.path, Options(encoding=wish.encoding, sheet=wish.sheet, formulas="report"))
    seen = sniff(source.path, source.options, source.limits)
    ready = tuple(
        name
        for name, each in READY.items()
        if name == SHOP_YEAR and set(each.columns.columns.values()) <= set(seen.columns)
    )
    kind, columns, certain = _columns(wish, source.file, seen.columns, ready)
    preview = plan(source, columns, currency, rows=PREVIEW_ROWS)
    return Looked(
        path=wish.path,
        kind=kind,
        columns=columns,
        headings=seen.columns,
        rows=seen.row_estimate,
        exact=seen.exact,
        encoding=seen.encoding or "",
        sheets=seen.sheets,
        certain=certain,
        ready=ready,
        preview=tuple(
            Shown(
                row.line,
                {n: understood(n, value, currency) for n, value in row.values.items()},
            )
            for row in preview.rows
        ),
        troubles=tuple(Trouble.of(problem_fields(each)) for each in preview.findings.kept),
        missing=_missing(columns),
    )


def _columns(
    wish: Wish, file: str, headings: Sequence[str], ready: Sequence[str]
) -> tuple[str, ColumnMap, bool]:
    certain = True
    if wish.kind in ready:
        kind, columns = str(wish.kind), READY[str(wish.kind)].columns
    elif wish.kind:
        kind, columns = wish.kind, guess(wish.kind, headings)
    elif ready:
        kind, columns = ready[0], READY[ready[0]].columns
    else:
        try:
            columns = guess_kind(file, headings)
        except KindNotClear:
            columns, certain = guess(FIRST_KIND, headings), False
        kind = columns.kind
    return kind, columns.with_columns(wish.columns), certain


def _missing(columns: ColumnMap) -> tuple[str, ...]:
    kind, have = kind_of(columns.kind), set(columns.columns)
    lacking = [each.name for each in kind.fields if each.needed and each.name not in have]
    for group in kind.one_of:
        if not have & set(group):
            lacking += group
    return tuple(dict.fromkeys(lacking))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import did: things by what they are, rows left out, and why."""

    rows: int
    imported: Mapping[str, int]
    already: Mapping[str, int]
    refused: int
    flagged: int
    seconds: float
    troubles: tuple[Trouble, ...]

    @classmethod
    def of(cls, reports: Sequence[Mapping[str, Any]]) -> "Outcome":
        """Add up what the child process reported."""
        imported: dict[str, int] = {}
        already: dict[str, int] = {}
        for each in reports:
            for name, count in each["imported"].items():
                imported[name] = imported.get(name, 0) + int(count)
            for name, count in each["already"].items():
                already[name] = already.get(name, 0) + int(count)
        return cls(
            rows=sum(int(each["rows"]) for each in reports),
            imported=imported,
            already=already,
            refused=sum(int(each["refused"]) for each in reports),
            flagged=sum(int(each["flagged"]) for each in reports),
            seconds=sum(float(each["seconds"]) for each in reports),
            troubles=tuple(Trouble.of(p) for each in reports for p in each["problems"]),
        )

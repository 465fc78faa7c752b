"""An import's request and its outcome, as values."""

import re
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from domain.importing.errors import BadRowChoice, RowProblem
from domain.importing.readers import Limits, Options

PROBLEMS_KEPT = 1000
DEFAULT_SOURCE = "import"
"""The name of the other system where nobody gives one."""

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to import, and how to read it."""

    path: Path
    options: Options = field(default_factory=Options)
    limits: Limits = field(default_factory=Limits)

    @property
    def file(self) -> str:
        """The file's name."""
        return self.path.name


@dataclass(frozen=True, slots=True)
class Entry:
    """A row as it is understood: values by field; a field that is empty is not there."""

    line: int
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Document:
    """Rows that make one document, in the order of the file."""

    key: str
    entries: Sequence[Entry]

    @property
    def first(self) -> Entry:
        """The row that says what all of them share."""
        return self.entries[0]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, or worth a look, with a row; ``column`` is empty where it is the row."""

    line: int
    column: str
    problem: RowProblem

    @property
    def code(self) -> str:
        """The stable code of the problem."""
        return self.problem.code

    @property
    def refused(self) -> bool:
        """Whether the row is left out."""
        return self.problem.refused

    @property
    def sentence(self) -> str:
        """The sentence in English."""
        return str(self.problem)


@dataclass(slots=True)
class Findings:
    """Problems as they come: all are counted, the first are kept, each goes to ``sink``."""

    kept: list[Problem] = field(default_factory=list)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often by (code, group)."""
    refused: set[int] = field(default_factory=set)
    """Lines that are left out."""
    flagged: int = 0
    sink: Callable[[Problem], None] | None = None
    _last_flagged: int = -1

    def add(self, problem: Problem) -> None:
        """Note a problem."""
        self.counts[(problem.code, problem.problem.group)] += 1
        if problem.refused:
            self.refused.add(problem.line)
        elif problem.line != self._last_flagged:
            self.flagged += 1
            self._last_flagged = problem.line
        if len(self.kept) < PROBLEMS_KEPT:
            self.kept.append(problem)
        if self.sink is not None:
            self.sink(problem)

    @property
    def total(self) -> int:
        """How many problems there are, also those that were not kept."""
        return self.counts.total()

    def count(self, code: str, group: str | None = None) -> int:
        """Count the problems of a code, of one group or of all."""
        return sum(n for (c, g), n in self.counts.items() if c == code and group in (None, g))


@dataclass(frozen=True, slots=True)
class Preview:
    """A file as it would be imported: nothing was changed.

    ``rows`` are the first ones, understood; ``documents`` counts documents, or is None where
    each row stands alone. ``complete`` says whether all of the file was looked at.
    """

    file: str
    kind: str
    columns: Mapping[str, str]
    unused: tuple[str, ...]
    rows: tuple[Entry, ...]
    row_count: int
    documents: int | None
    findings: Findings
    complete: bool

    @property
    def good(self) -> int:
        """Rows that would be imported."""
        return self.row_count - len(self.findings.refused)


@dataclass(slots=True)
class Report:
    """What an import did: rows of the file, and things in the books by their kind."""

    source: str
    file: str
    kind: str
    rows: int = 0
    imported: Counter[str] = field(default_factory=Counter)
    already: Counter[str] = field(default_factory=Counter)
    changesets: int = 0
    findings: Findings = field(default_factory=Findings)
    stopped: bool = False
    started: float = field(default_factory=time.monotonic)
    seconds: float = 0.0

    @property
    def total(self) -> int:
        """How many things were imported."""
        return self.imported.total()

    @property
    def rows_per_second(self) -> int:
        """Rows of the file for each second of the whole run."""
        return round(self.rows / self.seconds) if self.seconds else 0


_RANGE = re.compile(r"(\d+)(?:\s*-\s*(\d+)?)?")


@dataclass(frozen=True, slots=True)
class Choice:
    """Which lines of the file to take: ranges from 1, both ends included; None takes all."""

    ranges: tuple[tuple[int, int], ...] | None = None

    @classmethod
    def parse(cls, text: str) -> "Choice":
        """Read ``2-50,77,100-``. Raises BadRowChoice."""
        found = []
        for part in re.split(r"[,;，、]", text):
            match = _RANGE.fullmatch(part.strip())
            if match is None:
                raise BadRowChoice(text=text)
            low = int(match[1])
            high = int(match[2]) if match[2] else low
            if part.strip().endswith("-"):
                high = 1 << 62
            if low < 1 or high < low:
                raise BadRowChoice(text=text)
            found.append((low, high))
        return cls(tuple(found))

    def takes(self, line: int) -> bool:
        """Whether a line is chosen."""
        return self.ranges is None or any(low <= line <= high for low, high in self.ranges)


ALL = Choice()

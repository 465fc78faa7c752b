"""What every kind's import shares: the job, its stages, and how documents are put together.

A file is read twice. The survey understands every row and notes every problem, so that nothing
is written from a file that turns out unreadable at its end; it also learns where each document
has its last line. Then rows (or whole documents) are written in chunks, a transaction each.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy.engine import Connection

from domain.errors import RuleBroken
from domain.importing.errors import Disagrees, DocumentRefused, Repeated, RowProblem
from domain.importing.kinds import Kind
from domain.importing.mapping import ColumnMap
from domain.importing.model import Choice, Document, Entry, Findings, Problem, Report, Source
from domain.importing.readers import Row, read_rows
from domain.importing.rows import RowReader
from domain.importing.tables import import_row
from domain.replica import Replica, Transaction
from domain.replica.changeset import Value

T = TypeVar("T")
Joined = Mapping[str, Mapping[str, object]]
"""What another file says of each document: its values by the document's number."""


@dataclass(slots=True)
class Survey:
    """What the first reading learned."""

    rows: int = 0
    good: int = 0
    lines: Counter[str] = field(default_factory=Counter)
    """Rows by document."""
    last: dict[str, int] = field(default_factory=dict)
    """The last line of each document."""
    bad: dict[str, int] = field(default_factory=dict)
    """Documents with a row that is refused, and that row's line."""

    @property
    def documents(self) -> int:
        """How many documents can be imported."""
        return len(self.last) - len(self.bad)


@dataclass(slots=True)
class Job:
    """One file on its way into one replica."""

    replica: Replica
    source: Source
    columns: ColumnMap
    kind: Kind
    name: str
    site: int
    currency: str
    choice: Choice
    report: Report
    joined: Joined | None = None
    survey: Survey = field(default_factory=Survey)

    @property
    def findings(self) -> Findings:
        """The problems so far."""
        return self.report.findings

    def column(self, *fields: str) -> str:
        """Give the column of the first of some fields that has one."""
        return next((self.columns.columns[f] for f in fields if f in self.columns.columns), "")

    def refuse(self, entry: Entry, problem: RowProblem, *fields: str) -> None:
        """Note why a row is left out; the column is that of the first field that has one."""
        named = fields or (str(problem.params.get("field", "")),)
        self.findings.add(Problem(entry.line, self.column(*named), problem))

    def rows(self) -> Iterator[Row]:
        """Give the chosen rows of the file; of a document all rows, if one of them is chosen."""
        rows = read_rows(self.source.path, self.source.options, self.source.limits)
        if self.choice.ranges is None:
            return rows
        if self.kind.document is None:
            return (row for row in rows if self.choice.takes(row.line))
        column = self.columns.columns[self.kind.document]
        again = read_rows(self.source.path, self.source.options, self.source.limits)
        wanted = {row.values[column] for row in again if self.choice.takes(row.line)}
        return (row for row in rows if row.values[column] in wanted)

    def entries(self) -> Iterator[Entry]:
        """Give the rows that can be written, as they are understood."""
        reader = RowReader(self.columns, self.currency, None)
        refused = self.findings.refused
        for row in self.rows():
            if row.line not in refused:
                entry = reader.understand(row)
                if entry is not None:
                    yield self._with_joined(entry)

    def documents(self) -> Iterator[Document]:
        """Give the documents that can be written, each when its last row was read."""
        name = str(self.kind.document)
        open_ones: dict[str, list[Entry]] = {}
        for entry in self.entries():
            key = str(entry.values[name])
            if key in self.survey.bad:
                self._leave_out(entry, key)
                continue
            open_ones.setdefault(key, []).append(entry)
            if entry.line == self.survey.last[key]:
                document = Document(key, open_ones.pop(key))
                if self._agrees(document):
                    yield document

    def _agrees(self, document: Document) -> bool:
        """Whether the rows say the same about their document; the first that does not is noted."""
        first = document.first
        for entry in document.entries[1:]:
            for name in self.kind.shared:
                value, said = entry.values.get(name), first.values.get(name)
                if value is not None and said is not None and value != said:
                    problem = Disagrees(value=value, said=said, first=first.line)
                    if entry.line not in self.findings.refused:
                        self.refuse(entry, problem, name)
                    return False
        return True

    def _leave_out(self, entry: Entry, key: str) -> None:
        problem = DocumentRefused(value=key, other=self.survey.bad[key])
        self.refuse(entry, problem, str(self.kind.document))

    def _with_joined(self, entry: Entry) -> Entry:
        if self.joined is None:
            return entry
        more = self.joined.get(str(entry.values[str(self.kind.document)]), {})
        return Entry(entry.line, {**more, **entry.values})

    def note_rows(
        self,
        tx: Transaction,
        rows: Iterable[tuple[str, bytes, str | None]],
        kind: str,
        scope: int | None = None,
    ) -> None:
        """Keep what the source's numbers became: (number, record, remark)."""
        facts: list[dict[str, Value]] = [
            {
                "line": tx.next_line(import_row),
                "source": self.name,
                "kind": kind,
                "key": key,
                "record": record,
                "remark": remark,
            }
            for key, record, remark in rows
        ]
        if facts:
            tx.insert_many(import_row, facts, scope=self.site if scope is None else scope)


@dataclass(frozen=True, slots=True)
class Stage:
    """Part of an import: chunks, each written in one step.

    A chunk is one changeset. ``fresh`` gives what of it is not in the books yet; ``write`` writes
    that and gives how many things it made. ``moment`` says when it happened, in ms UTC.
    """

    name: str
    chunks: Iterable[Sequence[Any]]
    total: int
    fresh: Callable[[Connection, Sequence[Any]], Sequence[Any]]
    write: Callable[[Transaction, Sequence[Any]], int]
    moment: Callable[[Sequence[Any]], int] | None = None
    refuse: Callable[[Sequence[Any], RuleBroken], None] | None = None
    """Notes that a rule said no to a chunk, which is then left out; None lets it end the run."""
    together: int = 1
    """How many chunks, each a changeset, share one commit."""


class Work:
    """How one kind is imported. ``survey`` is done when ``stages`` is asked."""

    def __init__(self, job: Job) -> None:
        self.job = job

    def key(self, _entry: Entry) -> str | None:
        """What a row may say only once in a file; None where it may be repeated."""
        return None

    def label(self, entry: Entry) -> str:
        """What a person calls the row."""
        return " / ".join(part for part in str(self.key(entry)).split("\x1f") if part)

    def see(self, _entry: Entry) -> None:
        """Look at a row during the survey."""

    def stages(self) -> Iterator[Stage]:
        """Give the parts of the import, in their order."""
        raise AssertionError  # every kind says its own


def chunked(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """Cut values into lists of at most ``size``."""
    steps = iter(values)
    while chunk := list(islice(steps, size)):
        yield chunk


def survey(job: Job, work: Work, tick: Callable[[int], bool]) -> bool:
    """Read the whole file once; ``tick`` hears of rows and says whether to go on.

    Gives False where it was stopped. Raises UnreadableFile.
    """
    reader = RowReader(job.columns, job.currency, job.findings)
    found, document = job.survey, job.kind.document
    seen: dict[str, int] = {}
    for row in job.rows():
        found.rows += 1
        if found.rows % 1000 == 0 and not tick(found.rows):
            return False
        entry = reader.understand(row)
        if document is not None:
            _count_document(job, row, entry, document)
        if entry is None:
            continue
        key = work.key(entry)
        if key is not None and seen.setdefault(key, row.line) != row.line:
            job.refuse(entry, Repeated(value=work.label(entry), first=seen[key]))
            continue
        found.good += 1
        work.see(entry)
    job.report.rows = found.rows
    return True


def _count_document(job: Job, row: Row, entry: Entry | None, document: str) -> None:
    found = job.survey
    if entry is not None:
        key = str(entry.values[document])
    else:
        key = row.values[job.columns.columns[document]].strip()
        found.bad.setdefault(key, row.line)
    found.lines[key] += 1
    found.last[key] = row.line

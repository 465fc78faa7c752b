"""What an import would do, without doing it."""

from itertools import islice

from domain.importing import readers
from domain.importing.errors import ColumnNeeded
from domain.importing.kinds import kind_of
from domain.importing.mapping import ColumnMap
from domain.importing.model import Entry, Findings, Preview, Source
from domain.importing.rows import RowReader

SHOWN = readers.PREVIEW_ROWS


def plan(
    source: Source, columns: ColumnMap, currency: str = "EUR", *, rows: int | None = None
) -> Preview:
    """Understand a file (or its first ``rows`` rows) and say what is wrong with it.

    A column that every row needs and that nobody chose shows as missing values, not as an
    error. Raises NoSuchColumn, UnknownKind, UnreadableFile.
    """
    looked_at = readers.sniff(source.path, source.options, source.limits)
    try:
        columns.check(source.file, looked_at.columns)
    except ColumnNeeded:
        if rows is None:
            raise
    findings = Findings()
    reader = RowReader(columns, currency, findings)
    document = kind_of(columns.kind).document
    documents: set[str] = set()
    shown: list[Entry] = []
    count = 0
    for row in islice(readers.read_rows(source.path, source.options, source.limits), rows):
        count += 1
        entry = reader.understand(row)
        if entry is None:
            continue
        if document is not None and document in entry.values:
            documents.add(str(entry.values[document]))
        if len(shown) < SHOWN:
            shown.append(entry)
    used = set(columns.columns.values())
    return Preview(
        file=source.file,
        kind=columns.kind,
        columns=dict(columns.columns),
        unused=tuple(c for c in looked_at.columns if c not in used),
        rows=tuple(shown),
        row_count=count,
        documents=None if document is None else len(documents),
        findings=findings,
        complete=rows is None or count < rows,
    )

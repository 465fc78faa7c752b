"""How an import is shown on the command line: previews, reports, problems, figures."""

import contextlib
import csv
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC
from decimal import Decimal
from pathlib import Path
from typing import Any

from desktop.commands.console import say, table
from domain.importing import Findings, Preview, Problem, Report, kind_of
from domain.importing.company_figures import company_figures
from domain.importing.company_folder import SOURCE, TABLES, CompanyFolder
from domain.importing.kinds import SALES
from domain.importing.sales_figures import sales_figures
from domain.replica import Replica
from domain.values import format_minor, format_price, from_moment

SHOWN_ROWS = 10
SHOWN_PROBLEMS = 20

_PRICES = frozenset({"price", "cost", "tax", "freight"})
_MINOR = frozenset({"minimum", "discount"})
_MOMENTS = frozenset({"sold_at", "ordered_at"})
_CUT = 36


def understood(field: str, value: object, currency: str) -> str:
    """Write a value as it was understood, for a person."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return " ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, int):
        return _number(field, value, currency)
    return str(value)


def _number(field: str, value: int, currency: str) -> str:
    if field in _PRICES:
        return format_price(value)
    if field in _MOMENTS:
        return from_moment(value).astimezone(UTC).strftime("%Y-%m-%d %H:%M")
    if field == "tolerance":
        return f"{format_price(value * 100)} %"
    return format_minor(value, currency) if field in _MINOR else str(value)


def show_preview(preview: Preview, currency: str) -> None:
    """Print what would be imported: columns, first rows, problems, counts."""
    kind = kind_of(preview.kind)
    say(f"{preview.file}: {kind.title}")
    say()
    fields = [each for each in kind.fields if each.name in preview.columns]
    say(table(("field", "column"), [(each.name, preview.columns[each.name]) for each in fields]))
    if preview.unused:
        say(f"not used: {', '.join(preview.unused)}")
    say()
    rows = [
        [
            row.line,
            *(understood(f.name, row.values.get(f.name), currency)[:_CUT] for f in fields),
        ]
        for row in preview.rows[:SHOWN_ROWS]
    ]
    say(table(("line", *(each.name for each in fields)), rows))
    say()
    show_findings(preview.findings)
    counted = "" if preview.documents is None else f" in {preview.documents:,} documents"
    say(
        f"{preview.row_count:,} rows{counted}: {preview.good:,} can be imported,"
        f" {len(preview.findings.refused):,} cannot. Nothing was changed."
    )


def show_report(report: Report) -> None:
    """Print what an import did."""
    say(f"{report.file}: {kind_of(report.kind).title}, source “{report.source}”")
    names = dict.fromkeys((*report.imported, *report.already))
    rows = [(n, f"{report.imported[n]:,}", f"{report.already[n]:,}") for n in names]
    say(table(("what", "imported", "already here"), rows))
    say()
    show_findings(report.findings)
    say(
        f"{report.rows:,} rows in {report.seconds:.1f} s ({report.rows_per_second:,} rows/s),"
        f" {report.changesets:,} changesets, {len(report.findings.refused):,} rows left out."
    )
    if report.stopped:
        say("Stopped. What was imported stands; run it again to go on.")
    elif not report.total:
        say("Nothing new: all of it was here already, and nothing was changed.")
    say()


def show_findings(findings: Findings) -> None:
    """Print the problems: counts by sort, then the first ones."""
    if not findings.total:
        return
    sorts: dict[tuple[str, bool], list[Any]] = {}
    for each in findings.kept:
        sorts.setdefault((each.code, each.refused), [0, each])
    rows = [
        (f"{findings.count(code):,}", "left out" if refused else "look", code, found[1].sentence)
        for (code, refused), found in sorts.items()
    ]
    say(table(("rows", "what", "code", "such as"), [(*r[:3], r[3][:90]) for r in rows]))
    say()
    bad = [each for each in findings.kept if each.refused][:SHOWN_PROBLEMS]
    for each in bad:
        place = f", {each.column}" if each.column else ""
        say(f"line {each.line}{place}: {each.sentence}")
    more = len(findings.refused) - len({each.line for each in bad})
    if more > 0:
        say(f"… and {more:,} more lines; --problems FILE writes all")
    if bad:
        say()


def show_figures(replica: Replica, reports: list[Report], site: int | None) -> None:
    """Print the figures of past sales or of a purchasing company, asked of the books."""
    last, site = reports[-1], site or replica.site or 1
    with replica.read() as connection:
        if last.kind == SALES:
            show_table("In the books", sales_figures(connection, site, last.source))
        elif last.source == SOURCE and len(reports) > 1:
            show_table("In the books", company_figures(connection, site))


def show_table(title: str, figures: Mapping[str, str]) -> None:
    """Print figures by name."""
    say(table((title, "figure"), list(figures.items())))
    say()


def folder_tables(folder: CompanyFolder) -> str:
    """List the tables of a folder that is there."""
    rows = [(name, f"{folder.table(name).path.stat().st_size:,}") for name in TABLES]
    return table(("table", "bytes"), rows)


@contextlib.contextmanager
def problem_file(path: Path | None) -> Iterator[Callable[[Problem], None] | None]:
    """Give what writes every problem to a CSV (with a mark, so that spreadsheets read it)."""
    if path is None:
        yield None
        return
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("line", "column", "left out", "code", "sentence"))

        def write(each: Problem) -> None:
            left_out = "yes" if each.refused else "no"
            writer.writerow((each.line, each.column, left_out, each.code, each.sentence))

        yield write


def problem_fields(each: Problem) -> dict[str, object]:
    """Give a problem as JSON values."""
    return {
        "line": each.line,
        "column": each.column,
        "code": each.code,
        "refused": each.refused,
        "template": each.problem.sentence,
        "params": {name: str(value) for name, value in each.problem.params.items()},
        "sentence": each.sentence,
    }


def _findings_fields(findings: Findings) -> dict[str, object]:
    return {
        "refused": len(findings.refused),
        "flagged": findings.flagged,
        "problems": [problem_fields(each) for each in findings.kept],
        "problem_count": findings.total,
        "counts": [
            {"code": code, "group": group, "count": count}
            for (code, group), count in sorted(findings.counts.items())
        ],
    }


def report_fields(report: Report) -> dict[str, object]:
    """Give a report as JSON values."""
    return {
        "file": report.file,
        "kind": report.kind,
        "source": report.source,
        "rows": report.rows,
        "imported": dict(report.imported),
        "already": dict(report.already),
        "changesets": report.changesets,
        "seconds": round(report.seconds, 3),
        "stopped": report.stopped,
        **_findings_fields(report.findings),
    }


def preview_fields(preview: Preview) -> dict[str, object]:
    """Give a preview as JSON values; rows as they are understood."""
    return {
        "file": preview.file,
        "kind": preview.kind,
        "columns": dict(preview.columns),
        "unused": list(preview.unused),
        "rows": [
            {"line": row.line, **{name: str(value) for name, value in row.values.items()}}
            for row in preview.rows
        ],
        "row_count": preview.row_count,
        "documents": preview.documents,
        "good": preview.good,
        **_findings_fields(preview.findings),
    }


def peak_memory() -> int | None:
    """Give the most memory that this process held, in bytes; None where nobody knows."""
    if sys.platform == "win32":
        return _peak_on_windows()
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def show_peak_memory() -> None:
    """Print the most memory that this process held."""
    most = peak_memory()
    if most is not None:
        say(f"Peak memory {most / 2**20:,.0f} MiB.")


def _peak_on_windows() -> int | None:
    import ctypes
    from ctypes import wintypes

    class Counters(ctypes.Structure):
        _fields_ = (
            ("size", wintypes.DWORD),
            ("page_faults", wintypes.DWORD),
            ("peak_working_set", ctypes.c_size_t),
            ("rest", ctypes.c_size_t * 7),
        )

    counters = Counters()
    counters.size = ctypes.sizeof(counters)
    windll = getattr(ctypes, "windll")  # noqa: B009 - other systems have none
    kernel = windll.kernel32
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    ask = kernel.K32GetProcessMemoryInfo
    ask.argtypes = (wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD)
    if not ask(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.size):
        return None
    return int(counters.peak_working_set)

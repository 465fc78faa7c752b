"""``counterfoil import``: read products, customers, orders … from files."""

import argparse
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.commands import import_report as report
from desktop.commands.console import ProgressBar, open_replica, say
from domain import access, company, importing
from domain.importing import Choice, ColumnMap, Preview, Report, Settings, Source
from domain.importing.company_folder import CompanyFolder, run_folder
from domain.importing.readers import Options, sniff
from domain.replica import Actor, Replica

FOLDER = "purchasing"
"""The ready-made import of a whole folder."""


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("path", type=Path, metavar="FILE", help="a CSV, a spreadsheet, a folder")
    parser.add_argument(
        "--as",
        dest="kind",
        metavar="KIND",
        help="products, barcodes, customers, suppliers, supplier_items, purchase_orders, orders,"
        " sales or stock; or shop-year, purchasing (a folder). Else the headings tell",
    )
    parser.add_argument(
        "--map",
        dest="changes",
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help="the column of a field, where it is guessed wrong; FIELD= takes one away",
    )
    parser.add_argument("--dry-run", action="store_true", help="show what would be imported")
    parser.add_argument("--rows", metavar="LINES", help="these lines alone, as in 2-50,77,100-")
    parser.add_argument("--encoding", help="of the text, where it cannot be told (gb18030 …)")
    parser.add_argument(
        "--delimiter", type=delimiter, help="between columns, where it is guessed wrong"
    )
    parser.add_argument("--sheet", help="the sheet of a workbook (default: the first)")
    parser.add_argument("--formulas", action="store_true", help="take the results of formulas")
    parser.add_argument("--decimal", choices=(".", ","), default=".", help="1.5 or 1,5")
    parser.add_argument("--dates", choices=("dmy", "mdy"), default="dmy", help="31/12 or 12/31")
    parser.add_argument("--source", metavar="NAME", help="the other system (default: import)")
    parser.add_argument("--site", type=int, help="the site of orders and stock (default: own)")
    parser.add_argument("--problems", type=Path, metavar="CSV", help="write every problem here")
    parser.add_argument("--json", action="store_true", help="print the outcome as JSON")
    parser.add_argument("--json-progress", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--user", type=bytes.fromhex, help=argparse.SUPPRESS)


def delimiter(text: str) -> str:
    r"""Read a delimiter: one character, or ``\t``. Raises ArgumentTypeError."""
    character = "\t" if text == "\\t" else text
    if len(character) != 1 or character in '"\r\n':
        raise argparse.ArgumentTypeError(f"“{text}” is not one character, such as ; or \\t")
    return character


def run(options: argparse.Namespace) -> int:
    """Import, or with --dry-run only look; 0 where all rows were good, 1 where some were not."""
    if options.json_progress:
        from desktop.commands.import_child import serve

        return serve(options)
    with open_replica(options.data) as replica:
        if options.dry_run:
            return _look(replica, options)
        return _import(replica, options)


@dataclass(frozen=True, slots=True)
class Request:
    """What the options come to: the file, its columns, and what its kind is told besides."""

    source: Source
    columns: ColumnMap
    name: str
    options: Mapping[str, object]


def request_of(options: argparse.Namespace) -> Request:
    """Settle what is to be imported. Raises ImportRefused, UnreadableFile."""
    source = Source(
        options.path,
        Options(
            encoding=options.encoding,
            delimiter=options.delimiter,
            sheet=options.sheet,
            formulas="report" if options.formulas else "refuse",
        ),
    )
    headings = sniff(source.path, source.options, source.limits).columns
    ready = importing.READY.get(options.kind or "")
    if ready is not None and set(ready.columns.columns.values()) <= set(headings):
        columns = ready.columns
    elif options.kind:
        columns = importing.guess(ready.columns.kind if ready else options.kind, headings)
    else:
        columns = importing.guess_kind(source.file, headings)
    changes = dict(_pair(text) for text in options.changes)
    columns = replace(columns.with_columns(changes), decimal=options.decimal, dates=options.dates)
    columns.check(source.file, headings)
    name = options.source or (ready.source if ready else importing.DEFAULT_SOURCE)
    return Request(source, columns, name, ready.options if ready else {})


def _pair(text: str) -> tuple[str, str | None]:
    field, _, column = text.partition("=")
    return field.strip(), column.strip() or None


def actor_of(replica: Replica, options: argparse.Namespace) -> Actor:
    """Who imports: the person for whom the window started this, else the program."""
    if options.user is None:
        return Actor.program("import")
    with replica.read() as connection:
        return access.actor_of(connection, options.user)


Import = Callable[[Replica, Settings], list[Report]]
"""Imports by the settings; gives a report for each file."""


def import_of(options: argparse.Namespace) -> tuple[Import, Settings]:
    """Settle how to import, before anything is changed. Raises ImportRefused, UnreadableFile."""
    choice = Choice.parse(options.rows) if options.rows else importing.ALL
    if _is_folder(options):
        folder = CompanyFolder(options.path)

        def import_folder(replica: Replica, settings: Settings) -> list[Report]:
            return run_folder(replica, actor_of(replica, options), folder, settings)

        return import_folder, Settings(site=options.site)
    request = request_of(options)

    def import_file(replica: Replica, settings: Settings) -> list[Report]:
        actor = actor_of(replica, options)
        return [importing.run(replica, actor, request.source, request.columns, settings)]

    told = dict(request.options)
    return import_file, Settings(request.name, options.site, choice, options=told)


def _is_folder(options: argparse.Namespace) -> bool:
    return bool(options.kind == FOLDER or (options.kind is None and options.path.is_dir()))


def _look(replica: Replica, options: argparse.Namespace) -> int:
    if _is_folder(options):
        say(report.folder_tables(CompanyFolder(options.path)))
        return 0
    preview = plan_of(replica, options)
    if options.json:
        say(json.dumps(report.preview_fields(preview), ensure_ascii=False))
    else:
        with replica.read() as connection:
            report.show_preview(preview, company.company(connection).currency)
    return 1 if preview.findings.refused else 0


def plan_of(replica: Replica, options: argparse.Namespace) -> Preview:
    """Say what would be imported of a file. Raises ImportRefused, UnreadableFile."""
    request = request_of(options)
    with replica.read() as connection:
        currency = company.company(connection).currency
    return importing.plan(request.source, request.columns, currency)


def _import(replica: Replica, options: argparse.Namespace) -> int:
    work, settings = import_of(options)
    bar = ProgressBar()
    with report.problem_file(options.problems) as sink:
        done = work(replica, replace(settings, progress=bar, sink=sink))
    bar.close()
    if options.json:
        say(json.dumps([report.report_fields(each) for each in done], ensure_ascii=False))
    else:
        for each in done:
            report.show_report(each)
        report.show_figures(replica, done, options.site)
        report.show_peak_memory()
    return 1 if any(each.findings.refused or each.stopped for each in done) else 0

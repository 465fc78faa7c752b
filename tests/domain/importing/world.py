"""A small company to import into, and short ways to do it."""

from pathlib import Path

from domain import catalogue, company, importing
from domain.importing import ColumnMap, Report, Settings, Source
from domain.importing.readers import Options, sniff
from domain.replica import Replica, run
from tests.support.replicas import PROGRAM


def found(replica: Replica, kind: str = company.SHOP, currency: str = "EUR") -> None:
    """Write the company, its first site and a price list into an empty replica."""
    with replica.transaction(PROGRAM, "found company") as tx:
        company.found_company(tx, company.NewCompany("Test Ltd", currency=currency))
        company.open_site(tx, 1, "Main", kind, currency=currency)
        catalogue.create_price_list(tx, "RETAIL", "Retail", currency, tax_included=True)
        catalogue.create_tax_class(tx, "VAT19", "Standard rate", 1900)
    with replica.transaction(PROGRAM, "set up places") as tx:
        company.set_up_places(tx, kind)


def write(folder: Path, name: str, text: str) -> Path:
    """Write a file; its lines may be indented like the test that holds them."""
    path = folder / name
    lines = [line.strip() for line in text.strip().splitlines()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def bring(
    replica: Replica,
    path: Path,
    kind: str | None = None,
    settings: Settings | None = None,
    **changes: str,
) -> Report:
    """Import a file as its headings say, with some columns chosen by hand."""
    source = Source(path, Options())
    headings = sniff(path).columns
    guessed = importing.guess(kind, headings) if kind else importing.guess_kind(path.name, headings)
    columns: ColumnMap = guessed.with_columns(changes)
    return importing.run(replica, PROGRAM, source, columns, settings)


def problems(report: Report) -> list[tuple[int, str, str]]:
    """Give (line, column, code without its area) of each problem."""
    return [
        (each.line, each.column, each.code.removeprefix("importing."))
        for each in report.findings.kept
    ]


def ask(replica: Replica, text: str, *params: object) -> object:
    """Ask the books for one value."""
    with replica.read() as connection:
        return run(connection, text, *params).scalar()  # type: ignore[arg-type]


def heads(replica: Replica) -> list[tuple[object, ...]]:
    """Give the head of every log: what a run that changes nothing leaves alone."""
    with replica.read() as connection:
        return [tuple(row) for row in run(connection, "SELECT site, log, seq, hash FROM log")]

"""Asking for the company, its sites and its stations."""

from sqlalchemy.engine import Connection

from domain.company.errors import NoCompany
from domain.company.model import Company, Site, Station
from domain.replica import run


def company(connection: Connection) -> Company:
    """Give the company. Raises NoCompany."""
    row = run(
        connection,
        "SELECT id, name, currency, region, tax_rounding, cash_step, language, receipt_head"
        " FROM company WHERE site = 0 ORDER BY id LIMIT 1",
    ).first()
    if row is None:
        raise NoCompany
    return Company(*row)


def sites(connection: Connection) -> list[Site]:
    """Give all sites by number."""
    rows = run(
        connection,
        "SELECT id, number, name, kind, currency, timezone, address FROM site"
        " WHERE archived = 0 ORDER BY number, id",
    )
    return [Site(*row) for row in rows]


def site(connection: Connection, number: int) -> Site | None:
    """Give a site by its number, if there is one."""
    return next((each for each in sites(connection) if each.number == number), None)


def stations(connection: Connection) -> list[Station]:
    """Give all stations by site and number."""
    rows = run(
        connection,
        "SELECT id, number, at_site, name, revoked FROM station ORDER BY at_site, number, id",
    )
    return [Station(row[0], row[1], row[2], row[3], bool(row[4])) for row in rows]

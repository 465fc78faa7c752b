"""Founding a company and opening its sites."""

from dataclasses import dataclass

from domain.company.errors import CompanyInvalid, SiteTaken
from domain.company.model import SHOP, WAREHOUSE
from domain.company.queries import site as find_site
from domain.company.tables import company
from domain.errors import RuleBroken
from domain.replica import Transaction
from domain.replica.journal_tables import site, station
from domain.stock import create_location, set_up_outside

MANAGE = "access.manage"

ROUNDINGS = ("line", "global")
"""Where tax is rounded: in each line, or once for all of a rate."""

RECEIVING, PACKING, SALES_FLOOR = "RECEIVING", "PACKING", "SHOP"
"""The codes of the places that every site of a kind has."""


@dataclass(frozen=True, slots=True)
class NewCompany:
    """What is needed to found a company."""

    name: str
    currency: str = "EUR"
    region: str = "DE"
    tax_rounding: str = "line"
    cash_step: int = 1
    language: str = "en"
    receipt_head: str = ""


def found_company(tx: Transaction, new: NewCompany) -> bytes:
    """Write the company's row; give its id. Only the centre may. Raises CompanyInvalid."""
    tx.require(MANAGE)
    _check(new)
    identifier = tx.new_id()
    tx.insert(
        company,
        id=identifier,
        name=new.name,
        currency=new.currency,
        region=new.region,
        tax_rounding=new.tax_rounding,
        cash_step=new.cash_step,
        language=new.language,
        receipt_head=new.receipt_head or new.name,
    )
    return identifier


def _check(new: NewCompany) -> None:
    rules = (
        ("name", new.name, bool(new.name.strip()), "give it a name"),
        ("currency", new.currency, _letters(new.currency, 3), "write three letters, as in EUR"),
        ("country", new.region, _letters(new.region, 2), "write two letters, as in DE"),
        ("smallest coin", new.cash_step, new.cash_step >= 1, "write it in minor units, as in 5"),
        ("tax rounding", new.tax_rounding, new.tax_rounding in ROUNDINGS, "it is line or global"),
    )
    for field, value, good, rule in rules:
        if not good:
            raise CompanyInvalid(field=field, value=value, rule=rule)


def _letters(code: str, count: int) -> bool:
    return len(code) == count and code.isascii() and code.isalpha() and code.isupper()


def open_site(
    tx: Transaction,
    number: int,
    name: str,
    kind: str,
    *,
    currency: str = "EUR",
    timezone: str = "Europe/Berlin",
    address: str = "",
) -> bytes:
    """Add a site (a global record); its places are made in a step of its own. Raises SiteTaken."""
    tx.require(MANAGE)
    if kind not in (WAREHOUSE, SHOP) or number < 1:
        raise RuleBroken
    if find_site(tx.connection, number) is not None:
        raise SiteTaken(number=number)
    identifier = tx.new_id()
    tx.insert(
        site,
        id=identifier,
        number=number,
        name=name,
        kind=kind,
        currency=currency,
        timezone=timezone,
        address=address,
        archived=0,
    )
    return identifier


def set_up_places(tx: Transaction, kind: str) -> dict[str, bytes]:
    """Make the places every site has: the four outside, receiving, packing, a shop's floor."""
    places = set_up_outside(tx)
    places[RECEIVING] = create_location(tx, RECEIVING, "Receiving", walk_order=1)
    places[PACKING] = create_location(tx, PACKING, "Packing", walk_order=9_000)
    if kind == SHOP:
        places[SALES_FLOOR] = create_location(tx, SALES_FLOOR, "Sales floor", walk_order=10)
    return places


def name_station(tx: Transaction, identifier: bytes, number: int, at_site: int, name: str) -> None:
    """Enter this replica's own station where it is its own centre (no hub has enrolled it)."""
    tx.require(MANAGE)
    tx.insert(
        station,
        id=identifier,
        number=number,
        at_site=at_site,
        name=name,
        public_key=tx.replica.public_key,
        revoked=0,
    )

"""Founding a company and opening its sites."""

from dataclasses import dataclass

from domain.company.errors import SiteTaken
from domain.company.model import SHOP, WAREHOUSE
from domain.company.queries import site as find_site
from domain.company.tables import company
from domain.errors import RuleBroken
from domain.replica import Transaction
from domain.replica.journal_tables import site, station
from domain.stock import create_location, set_up_outside

MANAGE = "access.manage"

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
    """Write the company's row; give its id. Only the centre may."""
    tx.require(MANAGE)
    if new.tax_rounding not in ("line", "global") or new.cash_step < 1:
        raise RuleBroken
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

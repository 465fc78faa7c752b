"""What the customers screen reads: a profile with its likenesses and purchases."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from domain import company, counter, customers
from domain.counter import SaleHead
from domain.customers import Customer, DuplicateHint

PURCHASES = 200


@dataclass(frozen=True, slots=True)
class Bought:
    """One purchase or refund, and the site where it was made."""

    head: SaleHead
    site: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A customer, whoever looks like them, and what they bought, newest first."""

    customer: Customer
    hints: tuple[DuplicateHint, ...]
    bought: tuple[Bought, ...]


def profile(connection: Connection, identifier: bytes) -> Profile:
    """Give a customer's profile. Raises CustomerUnknown."""
    found = customers.get(connection, identifier)
    hints = customers.duplicate_hints(
        connection,
        name=found.name,
        phone=found.phone or "",
        email=found.email or "",
        ignore=found.id,
    )
    return Profile(found, tuple(hints), tuple(purchases(connection, found.id)))


def still_there(
    connection: Connection, identifiers: Sequence[bytes]
) -> dict[bytes, Customer | None]:
    """Give customers as they stand now; None for one who was archived or merged into another."""
    now = {each: customers.get(connection, each) for each in identifiers}
    return {
        each: None if found.archived or found.id != each else found for each, found in now.items()
    }


def purchases(connection: Connection, customer: bytes) -> list[Bought]:
    """Give what a customer bought at the sites whose books are here, under all of its names."""
    found = [
        Bought(head, site.name)
        for site in company.sites(connection)
        for name in customers.aliases(connection, customer)
        for head in counter.sales_of(connection, site.number, name, PURCHASES)
    ]
    found.sort(key=lambda each: (each.head.occurred_at, each.head.id), reverse=True)
    return found[:PURCHASES]

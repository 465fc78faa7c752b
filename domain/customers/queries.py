"""Finding customers: by id through aliases, by words and digits, by what looks like them."""

import re
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.engine import Connection

from domain.company import NoCompany, company
from domain.customers.errors import CustomerUnknown, EmailRefused, PhoneRefused
from domain.customers.model import Customer, DuplicateHint, near, normal_email, normal_phone
from domain.customers.tables import customer as table
from domain.replica import GLOBAL
from domain.replica import search as search_index

KIND = "customer"
"""Under what customers stand in the search index."""

_PHONE_LIKE = re.compile(r"[\d\s()+./\-]+\Z")


def default_region(connection: Connection) -> str | None:
    """The company's country: that of phone numbers without a country code, or None."""
    try:
        return company(connection).region
    except NoCompany:
        return None


def standing(connection: Connection, identifier: bytes) -> bytes:
    """The id of the customer that an id stands for, after all merges.

    Where two stations merged two customers into each other, the smaller id of the circle stands.
    """
    path = [identifier]
    while True:
        query = select(table.c.merged_into).where(table.c.site == GLOBAL, table.c.id == path[-1])
        after = connection.execute(query).scalar()
        if after is None:
            return path[-1]
        if after in path:
            return min(path[path.index(after) :])
        path.append(after)


def get(connection: Connection, identifier: bytes) -> Customer:
    """A customer by id or by the id of one that was merged into it. Raises CustomerUnknown."""
    found = _read(connection, table.c.id == standing(connection, identifier))
    if not found:
        raise CustomerUnknown
    return found[0]


def aliases(connection: Connection, identifier: bytes) -> list[bytes]:
    """All ids of a customer, its own first: sales of each of them are its sales."""
    ids = [standing(connection, identifier)]
    for each in ids:
        query = select(table.c.id).where(table.c.site == GLOBAL, table.c.merged_into == each)
        ids += [i for i in connection.execute(query.order_by(table.c.id)).scalars() if i not in ids]
    return ids


def by_phone(connection: Connection, phone: str) -> list[Customer]:
    """The customers with a number in E.164, the earliest first."""
    return _in_use(connection, table.c.phone == phone)


def by_email(connection: Connection, email: str) -> list[Customer]:
    """The customers with a normalised e-mail address, the earliest first."""
    return _in_use(connection, table.c.email == email)


def search(connection: Connection, text: str, limit: int = 50) -> list[Customer]:
    """Find customers as one types: beginnings of names, e-mail, any four digits on of a phone.

    Who was merged is found as the customer who stands for them; archived ones are not found.
    """
    query = re.sub(r"\D", "", text) if _PHONE_LIKE.match(text) else text
    found = search_index(connection, KIND, query, limit)
    if not found and query.isdigit():
        # What only stands for being dialled is not kept; the end of a number may begin with 0.
        found = search_index(connection, KIND, query.lstrip("0"), limit)
    return _standing_ones(connection, (hit.id for hit in found))


def duplicate_hints(
    connection: Connection,
    *,
    name: str = "",
    phone: str = "",
    email: str = "",
    ignore: bytes | None = None,
) -> list[DuplicateHint]:
    """Customers who may be the one being entered: same phone, same e-mail, near name.

    What cannot be read yet gives no hint. ``ignore`` is the customer being edited.
    """
    hints: dict[bytes, DuplicateHint] = {}
    own = None if ignore is None else standing(connection, ignore)

    def hint(candidates: Iterable[Customer], why: str) -> None:
        for each in candidates:
            if each.id != own:
                hints.setdefault(each.id, DuplicateHint(each, why))

    try:
        number = normal_phone(phone, default_region(connection)) if phone else ""
    except PhoneRefused:
        number = ""
    try:
        address = normal_email(email) if email else ""
    except EmailRefused:
        address = ""
    if number:
        hint(by_phone(connection, number), "phone")
    if address:
        hint(by_email(connection, address), "email")
    for word in name.split():
        hint((c for c in search(connection, word) if near(c.name, name)), "name")
    return list(hints.values())


def search_words(name: str, email: str | None, phone: str | None) -> str:
    """The words under which a customer is found; of a phone every ending from four digits."""
    digits = (phone or "").removeprefix("+")
    endings = [digits[start:] for start in range(max(0, len(digits) - 3))]
    return " ".join([name, email or "", *endings])


def _in_use(connection: Connection, condition: ColumnElement[bool]) -> list[Customer]:
    found = _read(connection, condition)
    return _standing_ones(connection, (each.id for each in found))


def _standing_ones(connection: Connection, ids: Iterable[bytes]) -> list[Customer]:
    unique = dict.fromkeys(standing(connection, each) for each in ids)
    found = [get(connection, each) for each in unique]
    return [each for each in found if not each.archived]


def _read(connection: Connection, condition: ColumnElement[bool]) -> list[Customer]:
    query = select(table).where(table.c.site == GLOBAL, condition).order_by(table.c.id)
    return [_customer(row) for row in connection.execute(query)]


def _customer(row: Any) -> Customer:
    return Customer(
        row.id,
        row.name,
        row.phone,
        row.phone_typed,
        row.email,
        row.language,
        row.notes,
        row.marketing_consent_at,
        # A merge archives the alias; the one that stands in a circle of merges is in use.
        bool(row.archived) and row.merged_into is None,
    )

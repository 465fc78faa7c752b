"""Entering, editing and merging customers."""

from enum import Enum
from typing import Final

from domain.customers import queries
from domain.customers.errors import CustomerNameMissing, MergedWithItself
from domain.customers.model import (
    NAME_MOST,
    NOTES_MOST,
    Customer,
    check_text,
    clean_name,
    more_than_number,
    normal_email,
    normal_phone,
)
from domain.customers.tables import customer
from domain.replica import Row, Transaction


class Unchanged(Enum):
    """The type of ``UNCHANGED``."""

    UNCHANGED = "unchanged"


UNCHANGED: Final = Unchanged.UNCHANGED
"""Leave this field as it is."""


def create_customer(
    tx: Transaction,
    name: str,
    *,
    phone: str = "",
    email: str = "",
    language: str = "en",
    notes: str = "",
    marketing_consent: bool = False,
) -> Customer:
    """Enter a customer. A phone or e-mail that is taken already is let through and shown.

    Raises NotPermitted, CustomerNameMissing, PhoneRefused, EmailRefused, TextTooLong,
    CardDataRefused.
    """
    tx.require("customers.edit")
    identifier = tx.new_id()
    check_text(notes, NOTES_MOST)
    row: Row = {
        "id": identifier,
        "name": _name(name),
        "email": normal_email(email) if email.strip() else None,
        "language": language,
        "notes": notes,
        "marketing_consent_at": tx.occurred_at if marketing_consent else None,
        "archived": 0,
    }
    tx.insert_many(customer, [row | _phone(tx, phone)])
    return queries.get(tx.connection, identifier)


def edit_customer(
    tx: Transaction,
    identifier: bytes,
    *,
    name: str | Unchanged = UNCHANGED,
    phone: str | Unchanged = UNCHANGED,
    email: str | Unchanged = UNCHANGED,
    language: str | Unchanged = UNCHANGED,
    notes: str | Unchanged = UNCHANGED,
    marketing_consent: bool | Unchanged = UNCHANGED,
) -> Customer:
    """Edit the fields that are given; an empty phone or e-mail takes it away.

    Consent keeps the moment at which it was first given. Raises as ``create_customer`` does, and
    CustomerUnknown.
    """
    tx.require("customers.edit")
    current = queries.get(tx.connection, identifier)
    changes: Row = {}
    if name is not UNCHANGED:
        changes["name"] = _name(name)
    if phone is not UNCHANGED:
        changes |= _phone(tx, phone)
    if email is not UNCHANGED:
        changes["email"] = normal_email(email) if email.strip() else None
    if language is not UNCHANGED:
        changes["language"] = language
    if notes is not UNCHANGED:
        check_text(notes, NOTES_MOST)
        changes["notes"] = notes
    if marketing_consent is not UNCHANGED:
        given_at = current.marketing_consent_at or tx.occurred_at
        changes["marketing_consent_at"] = given_at if marketing_consent else None
    if changes:
        tx.update(customer, current.id, **changes)
    return queries.get(tx.connection, current.id)


def archive_customer(tx: Transaction, identifier: bytes) -> None:
    """Take a customer out of search. Raises NotPermitted, CustomerUnknown."""
    tx.require("customers.edit")
    tx.update(customer, queries.get(tx.connection, identifier).id, archived=1)


def restore_customer(tx: Transaction, identifier: bytes) -> Customer:
    """Bring an archived customer back. Raises NotPermitted, CustomerUnknown."""
    tx.require("customers.edit")
    current = queries.get(tx.connection, identifier)
    if current.archived:
        tx.update(customer, current.id, archived=0)
    return queries.get(tx.connection, current.id)


def merge_customers(tx: Transaction, keep: bytes, other: bytes) -> Customer:
    """Make one customer of two: ``other`` becomes an alias of ``keep``, which fills its gaps.

    Phone and e-mail are taken over where ``keep`` has none, notes are joined, consent is not
    taken over: it was given for the other profile. Raises NotPermitted, CustomerUnknown,
    MergedWithItself, TextTooLong.
    """
    tx.require("customers.edit")
    kept, merged = queries.get(tx.connection, keep), queries.get(tx.connection, other)
    if kept.id == merged.id:
        raise MergedWithItself
    notes = "\n".join(n for n in (kept.notes, merged.notes) if n)
    check_text(notes, NOTES_MOST)
    changes: Row = {"notes": notes, "email": kept.email or merged.email}
    if kept.phone is None:
        changes |= {"phone": merged.phone, "phone_typed": merged.phone_typed}
    tx.update(customer, merged.id, merged_into=kept.id, archived=1)
    tx.update(customer, kept.id, **changes)
    return queries.get(tx.connection, kept.id)


def _name(name: str) -> str:
    text = clean_name(name)
    if not text:
        raise CustomerNameMissing
    check_text(text, NAME_MOST)
    return text


def _phone(tx: Transaction, typed: str) -> Row:
    text = clean_name(typed)
    if not text:
        return {"phone": None, "phone_typed": None}
    check_text(text, NAME_MOST)
    phone = normal_phone(text, queries.default_region(tx.connection))
    return {"phone": phone, "phone_typed": more_than_number(text, phone)}

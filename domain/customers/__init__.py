"""Customers: profile, normalised phone and e-mail, duplicates, merging.

What a customer bought is a question to ``domain.counter``, which knows this area; ask it for all
of ``aliases(connection, customer)``.
"""

from domain.customers.commands import (
    UNCHANGED,
    Unchanged,
    archive_customer,
    create_customer,
    edit_customer,
    merge_customers,
    restore_customer,
)
from domain.customers.errors import (
    CardDataRefused,
    CustomerNameMissing,
    CustomerUnknown,
    EmailRefused,
    MergedWithItself,
    PhoneRefused,
    TextTooLong,
)
from domain.customers.model import (
    Customer,
    DuplicateHint,
    holds_card_number,
    normal_email,
    normal_phone,
)
from domain.customers.projections import make_customers_findable
from domain.customers.queries import (
    aliases,
    by_email,
    by_phone,
    default_region,
    duplicate_hints,
    get,
    search,
    standing,
)

__all__ = [
    "UNCHANGED",
    "CardDataRefused",
    "Customer",
    "CustomerNameMissing",
    "CustomerUnknown",
    "DuplicateHint",
    "EmailRefused",
    "MergedWithItself",
    "PhoneRefused",
    "TextTooLong",
    "Unchanged",
    "aliases",
    "archive_customer",
    "by_email",
    "by_phone",
    "create_customer",
    "default_region",
    "duplicate_hints",
    "edit_customer",
    "get",
    "holds_card_number",
    "make_customers_findable",
    "merge_customers",
    "normal_email",
    "normal_phone",
    "restore_customer",
    "search",
    "standing",
]

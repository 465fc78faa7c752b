"""Plain words for what stands in the inbox: tables, fields, values, reasons."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop import figures
from desktop.screens import till
from desktop.screens.conflicts_reading import Named
from desktop.text import QT_TRANSLATE_NOOP
from domain.replica import AMOUNT, DAY, FLAG, ID, MOMENT, PRICE, QUANTITY
from domain.replica.changeset import Value
from domain.replica.schema import specs

TABLES: Mapping[str, str] = {
    "customer": QT_TRANSLATE_NOOP("Conflicts", "Customer"),
    "product": QT_TRANSLATE_NOOP("Conflicts", "Product"),
    "barcode": QT_TRANSLATE_NOOP("Conflicts", "Barcode"),
    "pack": QT_TRANSLATE_NOOP("Conflicts", "Pack"),
    "price": QT_TRANSLATE_NOOP("Conflicts", "Price"),
    "price_list": QT_TRANSLATE_NOOP("Conflicts", "Price list"),
    "tax_class": QT_TRANSLATE_NOOP("Conflicts", "Tax class"),
    "supplier": QT_TRANSLATE_NOOP("Conflicts", "Supplier"),
    "supplier_item": QT_TRANSLATE_NOOP("Conflicts", "Supplier's item"),
    "location": QT_TRANSLATE_NOOP("Conflicts", "Place"),
    "user": QT_TRANSLATE_NOOP("Conflicts", "User"),
    "role": QT_TRANSLATE_NOOP("Conflicts", "Role"),
    "role_permission": QT_TRANSLATE_NOOP("Conflicts", "Right of a role"),
    "company": QT_TRANSLATE_NOOP("Conflicts", "Company"),
    "site": QT_TRANSLATE_NOOP("Conflicts", "Site"),
    "station": QT_TRANSLATE_NOOP("Conflicts", "Station"),
}

FIELDS: Mapping[str, str] = {
    "name": QT_TRANSLATE_NOOP("Conflicts", "Name"),
    "name_zh": QT_TRANSLATE_NOOP("Conflicts", "Chinese name"),
    "phone": QT_TRANSLATE_NOOP("Conflicts", "Phone number"),
    "phone_typed": QT_TRANSLATE_NOOP("Conflicts", "Phone number as typed"),
    "email": QT_TRANSLATE_NOOP("Conflicts", "E-mail address"),
    "language": QT_TRANSLATE_NOOP("Conflicts", "Language"),
    "notes": QT_TRANSLATE_NOOP("Conflicts", "Notes"),
    "marketing_consent_at": QT_TRANSLATE_NOOP("Conflicts", "Consent to advertising"),
    "archived": QT_TRANSLATE_NOOP("Conflicts", "Archived"),
    "merged_into": QT_TRANSLATE_NOOP("Conflicts", "Merged into"),
    "code": QT_TRANSLATE_NOOP("Conflicts", "Code"),
    "as_written": QT_TRANSLATE_NOOP("Conflicts", "Code as printed"),
    "barcode": QT_TRANSLATE_NOOP("Conflicts", "Barcode"),
    "product": QT_TRANSLATE_NOOP("Conflicts", "Product"),
    "pack": QT_TRANSLATE_NOOP("Conflicts", "Pack"),
    "sku": QT_TRANSLATE_NOOP("Conflicts", "Item number"),
    "sku_key": QT_TRANSLATE_NOOP("Conflicts", "Item number"),
    "kind": QT_TRANSLATE_NOOP("Conflicts", "Kind"),
    "unit": QT_TRANSLATE_NOOP("Conflicts", "Unit"),
    "decimals": QT_TRANSLATE_NOOP("Conflicts", "Decimals"),
    "tracking": QT_TRANSLATE_NOOP("Conflicts", "Lots or serial numbers"),
    "shelf_life_days": QT_TRANSLATE_NOOP("Conflicts", "Shelf life in days"),
    "tax_class": QT_TRANSLATE_NOOP("Conflicts", "Tax class"),
    "category": QT_TRANSLATE_NOOP("Conflicts", "Category"),
    "style": QT_TRANSLATE_NOOP("Conflicts", "Style"),
    "attributes": QT_TRANSLATE_NOOP("Conflicts", "Attributes"),
    "weighed": QT_TRANSLATE_NOOP("Conflicts", "Sold by weight"),
    "cost": QT_TRANSLATE_NOOP("Conflicts", "Cost"),
    "price": QT_TRANSLATE_NOOP("Conflicts", "Price"),
    "price_list": QT_TRANSLATE_NOOP("Conflicts", "Price list"),
    "min_quantity": QT_TRANSLATE_NOOP("Conflicts", "From quantity"),
    "max_quantity": QT_TRANSLATE_NOOP("Conflicts", "Up to quantity"),
    "pack_steps": QT_TRANSLATE_NOOP("Conflicts", "Pack size"),
    "valid_from": QT_TRANSLATE_NOOP("Conflicts", "Valid from"),
    "valid_to": QT_TRANSLATE_NOOP("Conflicts", "Valid until"),
    "rate": QT_TRANSLATE_NOOP("Conflicts", "Rate"),
    "currency": QT_TRANSLATE_NOOP("Conflicts", "Currency"),
    "supplier": QT_TRANSLATE_NOOP("Conflicts", "Supplier"),
    "lead_time_days": QT_TRANSLATE_NOOP("Conflicts", "Lead time in days"),
    "minimum_order_amount": QT_TRANSLATE_NOOP("Conflicts", "Minimum order"),
    "over_tolerance": QT_TRANSLATE_NOOP("Conflicts", "Tolerance for more"),
    "rating": QT_TRANSLATE_NOOP("Conflicts", "Rating"),
    "preferred": QT_TRANSLATE_NOOP("Conflicts", "Preferred"),
    "parent": QT_TRANSLATE_NOOP("Conflicts", "Lies in"),
    "usage": QT_TRANSLATE_NOOP("Conflicts", "Use"),
    "walk_order": QT_TRANSLATE_NOOP("Conflicts", "Walking order"),
    "capacity": QT_TRANSLATE_NOOP("Conflicts", "Capacity"),
    "login": QT_TRANSLATE_NOOP("Conflicts", "Sign-on name"),
    "roles": QT_TRANSLATE_NOOP("Conflicts", "Roles"),
    "pin_hash": QT_TRANSLATE_NOOP("Conflicts", "PIN"),
    "badge_hash": QT_TRANSLATE_NOOP("Conflicts", "Badge"),
    "number": QT_TRANSLATE_NOOP("Conflicts", "Number"),
    "address": QT_TRANSLATE_NOOP("Conflicts", "Address"),
    "timezone": QT_TRANSLATE_NOOP("Conflicts", "Time zone"),
    "receipt_head": QT_TRANSLATE_NOOP("Conflicts", "Head of the receipt"),
}

_LANGUAGES = {
    "en": QT_TRANSLATE_NOOP("Conflicts", "English"),
    "zh": QT_TRANSLATE_NOOP("Conflicts", "Chinese"),
    "de": QT_TRANSLATE_NOOP("Conflicts", "German"),
    "fr": QT_TRANSLATE_NOOP("Conflicts", "French"),
}
_GTIN = 14
_PERCENT = {"rate", "over_tolerance"}
"""Fields in 1/10,000."""

_REASONS = {
    "malformed": QT_TRANSLATE_NOOP(
        "Conflicts", "It is damaged or was written by a faulty program. It cannot be applied."
    ),
    "wrong_scope": QT_TRANSLATE_NOOP(
        "Conflicts", "It was written for another site than it names. It cannot be applied."
    ),
    "not_owner": QT_TRANSLATE_NOOP(
        "Conflicts",
        "The station changed something that belongs to the centre. It is not applied anywhere.",
    ),
    "newer_version": QT_TRANSLATE_NOOP(
        "Conflicts",
        "A newer version of Counterfoil wrote it. Update this station, then try again.",
    ),
    "not_applicable": QT_TRANSLATE_NOOP(
        "Conflicts",
        "Something that it builds on was not there. Try again after the next exchange.",
    ),
}


def _say(text: str) -> str:
    return QCoreApplication.translate("Conflicts", text)


def table_words(table: str) -> str:
    """Name a table as people do; an unknown one by its own name."""
    return _say(TABLES[table]) if table in TABLES else table


def field_words(field: str) -> str:
    """Name a field as people do; an unknown one by its own name."""
    return _say(FIELDS[field]) if field in FIELDS else field


def reason_words(reason: str) -> str:
    """Say why a changeset was set aside and what can be done."""
    return _say(_REASONS[reason]) if reason in _REASONS else reason


def value_words(
    table: str,
    field: str,
    value: Value,
    *,
    names: Mapping[bytes, Named],
    language: str,
    currency: str,
    decimals: int = 0,
) -> str:
    """Write a stored value as people read it; ``decimals`` are those of the record's product."""
    if value is None or value == "":
        return QCoreApplication.translate("Conflicts", "Nothing")
    column = specs[table].table.columns.get(field) if table in specs else None
    kind = None if column is None else column.type
    if isinstance(value, bytes):
        if kind is ID and value in names:
            return names[value].words(language)
        return QCoreApplication.translate("Conflicts", "Set anew")
    if isinstance(value, int):
        return _number_words(field, value, kind, currency, decimals)
    if kind is DAY:
        return figures.day(value)
    if field == "pin_hash":
        return QCoreApplication.translate("Conflicts", "Set anew")
    if field == "language" and value[:2] in _LANGUAGES:
        return _say(_LANGUAGES[value[:2]])
    if table == "barcode" and len(value) == _GTIN:
        return value.removeprefix("0")  # stored with 14 digits; people know the 13 below the bars
    return value


def _number_words(field: str, value: int, kind: object, currency: str, decimals: int) -> str:
    """Write a number by what its column holds."""
    if kind is FLAG:
        yes = QCoreApplication.translate("Conflicts", "Yes")
        return yes if value else QCoreApplication.translate("Conflicts", "No")
    if kind is MOMENT:
        return figures.moment(value)
    if kind is PRICE:
        return till.unit_price(value, currency)
    if kind is AMOUNT:
        return till.money(value, currency)
    if field in _PERCENT:
        return f"{figures.figure(value, 2, keep_zeros=False)} %"
    if kind is QUANTITY:
        return figures.quantity(value, decimals)
    return figures.figure(value)

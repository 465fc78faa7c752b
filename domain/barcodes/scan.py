"""From what a scanner or a person sent to its meaning: the one door for every screen.

The rules, in this order:

1. More than 256 characters, control and invisible characters: refused.
2. An AIM id that says GS1: element strings, strictly, or refused with a reason.
3. An AIM id that says EAN or UPC: a GTIN with a fitting check digit, or refused.
4. Otherwise a command of our own sheet; a price or weight code of the site; a GTIN or SSCC
   whose check digit fits (it beats any GS1 reading); without AIM id an element string that
   begins with a GTIN or SSCC whose check digit fits; a payment card (refused); plain text.

Text that merely looks like an application identifier is text, never a lot or a date, and a web
link is text, never an error.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from domain.barcodes import aim as aim_ids
from domain.barcodes import element_strings, hostile
from domain.barcodes.element_strings import Elements, ElementsError, to_date, to_decimal
from domain.barcodes.gtin import (
    expand_upc_e,
    gtin14,
    is_digits,
    is_restricted,
    is_valid_gtin,
    is_valid_sscc,
)
from domain.barcodes.reading import Reading
from domain.barcodes.templates import Rule, first_match

COMMAND_PREFIX = "CF-CMD-"

_COMMAND = re.compile(re.escape(COMMAND_PREFIX) + r"([A-Za-z0-9._-]{1,40})", re.IGNORECASE)
_COMPOSITE = re.compile(r"\|?\]e[0-9]")
_GTIN_LENGTHS = (8, 12, 13, 14)


def read(
    text: str,
    *,
    aim: str | None = None,
    templates: Sequence[Rule | str] = (),
    gs_aliases: Iterable[str] = (),
) -> Reading:
    """Say what one scanned or typed code means. Never raises for any ``text``.

    Args:
        text: the code, with the AIM id in front of it if the scanner sends one.
        aim: the AIM id where the device has already cut it off.
        templates: the site's price and weight codes, as ``Template``, ``Region`` or pattern.
        gs_aliases: strings that the site's scanners send in place of the group separator.

    Raises:
        BadTemplate: one of ``templates`` is a pattern that cannot be used.
    """
    known_aim, data = (aim, text) if aim and aim_ids.is_aim(aim) else aim_ids.split(text)
    blank = Reading(kind="text", raw=text, text=data, aim=known_aim)
    reason = hostile.refusal(data)
    if reason is not None:
        return replace(blank, kind="refused", reason=reason)
    if aim_ids.announces_gs1(known_aim):
        return _read_elements(blank, _with_separators(data, gs_aliases))
    weighed = _read_weighed(blank, templates)
    if weighed is not None:
        return weighed
    if aim_ids.announces_retail(known_aim):
        return _read_retail(blank)
    return _read_plain(blank, gs_aliases)


def command_text(command: str) -> str:
    """Give the text to print as a barcode for an action, so that scanning it runs it.

    Raises:
        ValueError: the name has characters that a barcode should not carry.
    """
    text = COMMAND_PREFIX + command
    if not _COMMAND.fullmatch(text):
        raise ValueError(f"not a command name: {command!r}")
    return text


def _read_plain(blank: Reading, gs_aliases: Iterable[str]) -> Reading:
    data = blank.text
    command = _COMMAND.fullmatch(data)
    if command:
        return replace(blank, kind="command", command=command.group(1).lower())
    if is_digits(data):
        if is_valid_gtin(data):
            return _gtin(blank, data)
        if is_valid_sscc(data):
            return replace(blank, kind="sscc", sscc=data)
        upc_a = expand_upc_e(data) if blank.aim is None else None
        if upc_a is not None:
            return _gtin(blank, upc_a, hint="upc-e")
    if blank.aim is None:
        keyed = _with_separators(data, gs_aliases)
        if element_strings.could_be_keyed(keyed):
            reading = _read_elements(blank, keyed)
            if reading.valid:
                return reading
    if hostile.is_card_number(data):
        hidden = hostile.mask(data)
        return replace(blank, kind="refused", reason="card_number", raw=hidden, text=hidden)
    looks_mistyped = is_digits(data) and len(data) in _GTIN_LENGTHS
    return replace(blank, warning="check_digit") if looks_mistyped else blank


def _read_retail(blank: Reading) -> Reading:
    """Read EAN and UPC data: digits, perhaps with an add-on (]E3) or a composite part (]e0)."""
    parts = _COMPOSITE.split(blank.text, maxsplit=1)
    code = parts[0][:13] if blank.aim == "]E3" else parts[0]
    longest = 8 if blank.aim == "]E4" else 13
    if not is_digits(code):
        return replace(blank, kind="refused", reason="charset")
    if len(code) > longest:
        return replace(blank, kind="refused", reason="too_long")
    if len(code) not in (8, 12, 13):
        return replace(blank, kind="refused", reason="too_short")
    upc_a = expand_upc_e(code) if blank.aim != "]E4" else None
    canonical = gtin14(upc_a or code)
    if canonical is None:
        return replace(blank, kind="refused", reason="check_digit")
    if len(parts) > 1:
        return _read_elements(blank, f"01{canonical}{parts[1]}")
    return _gtin(blank, upc_a or code, hint="upc-e" if upc_a else None)


def _gtin(blank: Reading, digits: str, hint: str | None = None) -> Reading:
    canonical = digits.zfill(14)
    return replace(
        blank,
        kind="gtin",
        gtin14=canonical,
        symbology_hint=hint,
        warning="restricted_circulation" if is_restricted(canonical) else None,
    )


def _read_weighed(blank: Reading, templates: Sequence[Rule | str]) -> Reading | None:
    if not templates or not is_digits(blank.text):
        return None
    found = first_match(blank.text, templates)
    if found is None:
        return None
    return replace(
        blank,
        kind="weighed",
        plu=found.plu,
        amount=found.amount,
        weight=found.weight,
        quantity=found.count,
        gtin14=found.gtin14,
    )


def _with_separators(data: str, gs_aliases: Iterable[str]) -> str:
    """Put the group separator where the scanner sent a stand-in, or a second AIM id."""
    for alias in gs_aliases:
        if alias:
            data = data.replace(alias, hostile.GROUP_SEPARATOR)
    return _COMPOSITE.sub(hostile.GROUP_SEPARATOR, data)


def _read_elements(blank: Reading, data: str) -> Reading:
    try:
        elements = element_strings.parse(data)
    except ElementsError as broken:
        return replace(blank, kind="refused", reason=broken.reason)
    warned = element_strings.seems_to_lack_separator(elements)
    reading = replace(
        blank,
        kind="element_string",
        elements=elements,
        warning="possible_lost_separator" if warned else None,
    )
    return _with_fields(reading, elements)


def _with_fields(reading: Reading, elements: Elements) -> Reading:
    values = dict(elements)
    best_before = values.get("15")
    expires = values.get("17") or best_before
    produced = values.get("11")
    count = values.get("30") or values.get("37")
    item = values.get("01") or values.get("02") or values.get("8006", "")[:14]
    weight = next((ai for ai in values if ai.startswith("310")), None)
    amount = next((ai for ai in values if ai.startswith("392")), None)
    return replace(
        reading,
        gtin14=item or None,
        sscc=values.get("00"),
        lot=values.get("10"),
        serial=values.get("21"),
        expires=to_date(expires) if expires else None,
        best_before=to_date(best_before) if best_before else None,
        produced=to_date(produced) if produced else None,
        quantity=int(count) if count else None,
        weight=to_decimal(weight, values[weight]) if weight else None,
        amount=to_decimal(amount, values[amount]) if amount else None,
    )

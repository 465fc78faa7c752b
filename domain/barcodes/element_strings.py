"""GS1 element strings: application identifiers and their values, read strictly.

The identifiers, their lengths and patterns come from biip, which is imported at the first
element string because it is slow. Everything else is checked here, because biip accepts wrong
check digits, over-long values and identifiers that do not belong together.
Source: GS1 General Specifications, 3 (identifiers), 7.8 (separators), 7.12 (century).
"""

import calendar
import functools
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from domain.barcodes import gs1_rules
from domain.barcodes.gtin import ends_in_check_digit
from domain.barcodes.hostile import GROUP_SEPARATOR

Elements = tuple[tuple[str, str], ...]

_CSET_82 = re.compile(r"[!\"%-?A-Z_a-z]*")
_CSET_39 = re.compile(r"[#\-/0-9A-Z]*")
_BASE_64 = re.compile(r"[\-0-9A-Z_a-z=]*")
_DIGITS = re.compile(r"[0-9]*")
_FORMAT_PART = re.compile(r"\[[^\]]*\]|[NXYZ](?:\.\.)?\d+")

# Identifiers whose value begins with YYMMDD. In the first set the day may be 00.
_DATES_WITH_OPEN_DAY = frozenset({"11", "12", "13", "15", "16", "17", "4324", "4325"})
_DATES = frozenset({"4326", "7003", "7006", "7007", "7011", "8008"})
# A date that a variable-length value seems to have swallowed, at its end or before more.
_SWALLOWED = re.compile(
    r"(?:1[1-35-7])[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01])"
    r"(?=$|0[0-3]|1[0-7]|2[0-2]|24|3[0-79]|40|7003|9[0-9])"
)


class ElementsError(Exception):
    """The text is no valid element string; ``reason`` says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class _Identifier:
    ai: str
    fixed: bool  # needs no separator: the value has exactly ``longest`` characters
    shortest: int
    longest: int
    charset: re.Pattern[str]
    pattern: re.Pattern[str]


def parse(text: str) -> Elements:
    """Read a whole message of element strings.

    Raises:
        ElementsError: with the reason ``check_digit too_short too_long date charset
            association repeated unknown_ai``.
    """
    rest = text.lstrip(GROUP_SEPARATOR)
    if not rest:
        raise ElementsError("too_short")
    found: list[tuple[str, str]] = []
    while rest:
        identifier = _identifier(rest)
        value, rest = _cut(identifier, rest[len(identifier.ai) :])
        _check(identifier, value)
        found.append((identifier.ai, value))
        rest = rest.lstrip(GROUP_SEPARATOR)
    _check_together(found)
    return tuple(found)


def could_be_keyed(text: str) -> bool:
    """Whether a message without AIM id begins with a GTIN or SSCC whose check digit fits.

    Only such a message is worth reading as element strings: what merely looks like a lot
    number or a date is plain text.
    """
    text = text.lstrip(GROUP_SEPARATOR)
    if text.startswith("00"):
        return len(text) >= 20 and ends_in_check_digit(text[2:20])
    return text.startswith(("01", "02")) and len(text) >= 16 and ends_in_check_digit(text[2:16])


def seems_to_lack_separator(elements: Elements) -> bool:
    """Whether a lot, serial or other free value contains what looks like an element's date."""
    return any(
        _SWALLOWED.search(value, 1) is not None
        for ai, value in elements
        if ai in _free_text_identifiers()
    )


def to_date(yymmdd: str, *, today: date | None = None) -> date:
    """Give the date of six digits; the day 00 is the last day of the month.

    The century is the one that puts the year 49 years back to 50 years ahead (7.12).

    Raises:
        ValueError: there is no such date.
    """
    current = (today or datetime.now(UTC).date()).year
    short, month, day = int(yymmdd[:2]), int(yymmdd[2:4]), int(yymmdd[4:6])
    year = current - current % 100 + short
    if year - current > 50:
        year -= 100
    elif year - current < -49:
        year += 100
    if not 1 <= month <= 12:
        raise ValueError(f"no month {month}")
    return date(year, month, day or calendar.monthrange(year, month)[1])


def to_decimal(ai: str, value: str) -> Decimal:
    """Give the measure or amount of a 3nnn element; its last digit counts the decimals."""
    return Decimal(value).scaleb(-int(ai[3]))


def _identifier(rest: str) -> _Identifier:
    identifier = _look_up(rest[:4])
    if identifier is None:
        raise ElementsError("unknown_ai" if rest.isascii() else "charset")
    return identifier


@functools.lru_cache(maxsize=2048)
def _look_up(beginning: str) -> _Identifier | None:
    from biip import ParseError
    from biip.gs1_application_identifiers import GS1ApplicationIdentifier

    try:
        known = GS1ApplicationIdentifier.extract(beginning)
    except ParseError:
        return None
    shortest, longest, charset = _measure(known.format.partition("+")[2])
    return _Identifier(
        ai=known.ai,
        fixed=not known.separator_required,
        shortest=shortest,
        longest=longest,
        charset=charset,
        pattern=re.compile(known.pattern, re.ASCII),
    )


@functools.lru_cache(maxsize=1)
def _free_text_identifiers() -> frozenset[str]:
    beginnings = "10 21 22 235 240 241 243 250 251 254 400 401 403 7002 7020 7021 8002 8004"
    return frozenset(beginnings.split()) | {str(n) for n in range(90, 100)}


def _measure(spec: str) -> tuple[int, int, re.Pattern[str]]:
    """Give the shortest and longest value of a format such as ``N13[+X..17]``, and its letters."""
    shortest = longest = 0
    for part in _FORMAT_PART.findall(spec):
        length = int((re.findall(r"\d+", part) or ["1"])[-1])
        longest += length
        if not part.startswith("["):
            shortest += 1 if ".." in part else length
    if "X" in spec:
        return shortest, longest, _CSET_82
    if "Y" in spec:
        return shortest, longest, _CSET_39
    if "Z" in spec:
        return shortest, longest, _BASE_64
    return shortest, longest, _CSET_82 if "[-]" in spec else _DIGITS


def _cut(identifier: _Identifier, rest: str) -> tuple[str, str]:
    """Cut the value off: up to the separator, or as long as a predefined length."""
    value, separator, after = rest.partition(GROUP_SEPARATOR)
    if not identifier.fixed:
        return value, after
    length = identifier.longest
    return value[:length], value[length:] + separator + after


def _check(identifier: _Identifier, value: str) -> None:
    if not identifier.charset.fullmatch(value):
        raise ElementsError("charset")
    if len(value) < identifier.shortest:
        raise ElementsError("too_short")
    if len(value) > identifier.longest:
        raise ElementsError("too_long")
    if identifier.ai in _DATES_WITH_OPEN_DAY or identifier.ai in _DATES:
        _check_date(identifier.ai, value)
    if not identifier.pattern.fullmatch(identifier.ai + value):
        raise ElementsError("charset")
    part = gs1_rules.checked_part(identifier.ai)
    if part is not None and not ends_in_check_digit(value[part]):
        raise ElementsError("check_digit")


def _check_date(ai: str, value: str) -> None:
    dates = [value[:6], value[6:]] if ai == "7007" and len(value) == 12 else [value[:6]]
    time = "" if ai == "7007" else value[6:]
    try:
        for yymmdd in dates:
            to_date(yymmdd)
            if yymmdd[4:] == "00" and ai not in _DATES_WITH_OPEN_DAY:
                raise ElementsError("date")
    except ValueError:
        raise ElementsError("date") from None
    undefined = ai in ("4324", "4325") and time == "9999"
    if time and not undefined and (int(time[:2]) > 23 or any(m > "59" for m in _pairs(time[2:]))):
        raise ElementsError("date")


def _pairs(digits: str) -> list[str]:
    return [digits[i : i + 2] for i in range(0, len(digits), 2)]


def _check_together(found: list[tuple[str, str]]) -> None:
    values: dict[str, str] = {}
    for ai, value in found:
        if values.setdefault(ai, value) != value:
            raise ElementsError("repeated")
    if not gs1_rules.belong_together(list(values)):
        raise ElementsError("association")

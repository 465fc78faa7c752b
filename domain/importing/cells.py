"""From the text of a cell to a value: exact, or a typed problem. Nothing is guessed silently.

Every function takes the text (never empty) and the ``CellContext``; it gives the value, may note
flags in the context, and raises a ``RowProblem``.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Literal, TypeAlias

from domain.barcodes import ends_in_check_digit, expand_upc_e, gtin14, is_restricted
from domain.importing.errors import (
    BadCheckDigit,
    Flag,
    NotAChoice,
    NotADay,
    NotAGtin,
    NotANumber,
    NotExact,
    ReadAsUpcE,
    RestrictedCode,
    TooLong,
    TooSmall,
)
from domain.values import PRICE_SCALE, decimals_of, moment

Dates: TypeAlias = Literal["dmy", "mdy"]
CODE_MOST = 64
_TEXT_MOST = 2000

_POINT = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?")
_COMMA = re.compile(r"[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+)?(?:,\d*)?")
_CURRENCY = re.compile(r"^(?:[€$£¥₩]|[A-Z]{3})|(?:[€$£¥₩元]|[A-Z]{3})$")
_DAY = re.compile(r"(\d{1,4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,4})\s*日?")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?")
_MOMENT = re.compile(rf"{_DAY.pattern}(?:[T ]+{_TIME.pattern})?")
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_SEPARATED = re.compile(r"[\s;,|、；，]+")
_GTIN_LENGTHS = frozenset({8, 12, 13, 14})
_DIGITS = re.compile(r"[0-9]+")


@dataclass(slots=True)
class CellContext:
    """How the file writes numbers and days, and what was noticed on the way.

    ``decimal`` is the character before the fraction; ``dates`` says which comes first where a
    day is not written year first.
    """

    currency: str = "EUR"
    decimal: str = "."
    dates: Dates = "dmy"
    flags: list[Flag] = field(default_factory=list)


Reader: TypeAlias = Callable[[str, CellContext], object]


def text(value: str, _context: CellContext) -> str:
    """Read a text: trimmed, one space between words; no-break spaces are letters and stay."""
    found = _BLANKS.sub(" ", value).strip()
    if len(found) > _TEXT_MOST:
        raise TooLong(value=f"{found[:40]}…", most=_TEXT_MOST)
    return found


def as_written(value: str, _context: CellContext) -> str:
    """Read a text with its spaces."""
    if len(value) > _TEXT_MOST:
        raise TooLong(value=f"{value[:40]}…", most=_TEXT_MOST)
    return value


def code(value: str, _context: CellContext) -> str:
    """Read a number or code that names something: as it stands, at most 64 characters."""
    found = value.strip()
    if len(found) > CODE_MOST:
        raise TooLong(value=f"{found[:40]}…", most=CODE_MOST)
    return found


def whole_code(value: str, context: CellContext) -> str:
    """Read a number that a table has made fractional: customer 17850.0 is 17850."""
    found = code(value, context)
    head, point, tail = found.partition(".")
    return head if point and head.isdigit() and not tail.strip("0") else found


def barcode(value: str, context: CellContext) -> str:
    """Read one barcode as text, and flag what a scanner or a cashier will stumble over."""
    found = code(value, context)
    flag = _barcode_flag(found)
    if flag is not None:
        context.flags.append(flag)
    if is_own_range(found):
        context.flags.append(RestrictedCode(value=found, group=str(len(found))))
    return found


def _barcode_flag(found: str) -> Flag | None:
    length = str(len(found))
    if len(found) not in _GTIN_LENGTHS or not _DIGITS.fullmatch(found):
        return NotAGtin(value=found, group=length)
    if ends_in_check_digit(found):
        return None
    full = expand_upc_e(found)
    if full is not None:
        return ReadAsUpcE(value=found, full=full, group=length)
    return BadCheckDigit(value=found, group=length)


def is_own_range(code: str) -> bool:
    """Whether a code is from a range that shops use for themselves (GS1 prefixes 02 and 20-29).

    Thirteen digits count whatever their check digit says: scales print such codes.
    """
    if len(code) == 13 and _DIGITS.fullmatch(code):
        return code.startswith(("02", "2"))
    canonical = gtin14(code)
    return canonical is not None and is_restricted(canonical)


def barcodes(value: str, context: CellContext) -> tuple[str, ...]:
    """Read one or several barcodes, separated by spaces, commas, semicolons or bars."""
    return tuple(barcode(each, context) for each in _SEPARATED.split(value.strip()) if each)


def number(value: str, context: CellContext) -> Decimal:
    """Read a number exactly. A comma groups digits only where three follow it."""
    found = unicodedata.normalize("NFKC", value)
    found = _CURRENCY.sub("", found.replace("\u2212", "-").strip()).replace(" ", "")
    pattern = _POINT if context.decimal == "." else _COMMA
    if not any(c.isdigit() for c in found) or not pattern.fullmatch(found):
        raise NotANumber(value=value)
    grouping = "," if context.decimal == "." else "."
    try:
        return Decimal(found.replace(grouping, "").replace(",", "."))
    except InvalidOperation:
        raise NotANumber(value=value) from None


def _scaled(value: str, context: CellContext, digits: int) -> int:
    scaled = number(value, context).scaleb(digits)
    if scaled != int(scaled):
        raise NotExact(value=value, most=digits)
    return int(scaled)


def price(value: str, context: CellContext) -> int:
    """Read a unit price of any sign, in 1/10,000 of the currency unit."""
    return _scaled(value, context, len(str(PRICE_SCALE)) - 1)


def price_not_negative(value: str, context: CellContext) -> int:
    """Read a unit price of zero or more, in 1/10,000."""
    found = price(value, context)
    if found < 0:
        raise TooSmall(value=value, least=0)
    return found


def minor(value: str, context: CellContext) -> int:
    """Read an amount of zero or more, in minor units."""
    found = _scaled(value, context, decimals_of(context.currency))
    if found < 0:
        raise TooSmall(value=value, least=0)
    return found


def count(value: str, context: CellContext) -> int:
    """Read a whole number of zero or more."""
    found = _scaled(value, context, 0)
    if found < 0:
        raise TooSmall(value=value, least=0)
    return found


def quantity(value: str, context: CellContext) -> Decimal:
    """Read a quantity of any sign, in units of its item."""
    return number(value, context)


def quantity_above_zero(value: str, context: CellContext) -> Decimal:
    """Read a quantity above zero."""
    found = number(value, context)
    if found <= 0:
        raise TooSmall(value=value, least=1)
    return found


def quantity_not_negative(value: str, context: CellContext) -> Decimal:
    """Read a quantity of zero or more."""
    found = number(value, context)
    if found < 0:
        raise TooSmall(value=value, least=0)
    return found


def percent(value: str, context: CellContext) -> int:
    """Read a percentage of zero or more, in 1/10,000: ``7.5`` or ``7.5 %`` is 750."""
    found = _scaled(value.strip().removesuffix("%"), context, 2)
    if found < 0:
        raise TooSmall(value=value, least=0)
    return found


def day(value: str, context: CellContext) -> str:
    """Read a day to its ISO text; a time behind it is passed over."""
    match = _MOMENT.fullmatch(unicodedata.normalize("NFKC", value).strip())
    if match is None:
        raise NotADay(value=value)
    return _day(match, value, context).isoformat()


def instant(value: str, context: CellContext) -> int:
    """Read a day with or without a time to ms UTC; without a zone it is read as UTC."""
    written = unicodedata.normalize("NFKC", value).strip()
    match = _MOMENT.fullmatch(written)
    if match is None:
        raise NotADay(value=value)
    found = _day(match, value, context)
    hour, minute, second = (int(part or 0) for part in match.groups()[3:6])
    try:
        when = datetime(found.year, found.month, found.day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        raise NotADay(value=value) from None
    return moment(when)


def _day(match: re.Match[str], value: str, context: CellContext) -> date:
    first, second, third = match.groups()[:3]
    if len(first) == 4:
        year, month, number_of_day = first, second, third
    elif len(third) == 4:
        year = third
        month, number_of_day = (second, first) if context.dates == "dmy" else (first, second)
    else:
        raise NotADay(value=value)
    try:
        return date(int(year), int(month), int(number_of_day))
    except ValueError:
        raise NotADay(value=value) from None


def choice(names: Sequence[tuple[str, Sequence[str]]]) -> Reader:
    """Make a reader of one of a few values, each with the words that mean it."""
    known = {word.casefold(): meaning for meaning, words in names for word in (meaning, *words)}
    listed = ", ".join(meaning for meaning, _ in names)

    def read(value: str, _context: CellContext) -> str:
        found = known.get(" ".join(value.split()).casefold())
        if found is None:
            raise NotAChoice(value=value, choices=listed)
        return found

    return read


_YES = ("1", "true", "y", "x", "ja", "wahr", "是", "有", "启用")
_NO = ("0", "false", "n", "-", "nein", "falsch", "否", "无", "停用")
_yes_or_no = choice([("yes", _YES), ("no", _NO)])


def flag(value: str, context: CellContext) -> bool:
    """Read yes or no."""
    return _yes_or_no(value, context) == "yes"

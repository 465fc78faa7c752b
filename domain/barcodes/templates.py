"""Price- and weight-embedded codes: a template per site, or the rules of a region.

A scale prints the item code and the weight or price into one barcode. Nobody has standardised
how, so a site says it with a template: digits stand for themselves, ``P`` for the item code,
``M`` for the amount (two decimals of the currency), ``W`` for the weight (kg, three decimals),
``C`` at the end for the check digit (as in EAN-13). ``21PPPPPMMMMMC`` reads 2100001005009 as
item 00001 for 5.00.

The regional rules are biip's (imported only when a region is used). China has none: its presets
follow what scale makers there document.
"""

import functools
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from domain.barcodes.errors import BadTemplate
from domain.barcodes.gtin import ends_in_check_digit, gtin14, is_digits, is_valid_gtin

_AMOUNT_DECIMALS = 2
_WEIGHT_DECIMALS = 3
_RETAIL_LENGTHS = (12, 13, 14)
_LONGEST = 32


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a price or weight code says; amounts keep the resolution of the code."""

    plu: str | None = None
    amount: Decimal | None = None
    weight: Decimal | None = None
    count: int | None = None
    gtin14: str | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """One layout of a site. ``verify`` switches the test of the check digit off.

    Raises:
        BadTemplate: a letter without meaning, no item code, ``C`` not at the end.
    """

    pattern: str
    verify: bool = True
    literals: tuple[tuple[int, str], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Check the pattern once, so that matching a scan is quick."""
        inside, last = self.pattern[:-1], self.pattern[-1:]
        fits = (
            len(self.pattern) <= _LONGEST
            and set(inside) <= set("0123456789PMW")
            and last in set("0123456789PMWC")
            and "P" in inside
        )
        if not fits or not self.pattern.isascii():
            raise BadTemplate(template=self.pattern)
        literals = tuple((i, c) for i, c in enumerate(self.pattern) if c.isdigit())
        object.__setattr__(self, "literals", literals)

    def match(self, digits: str) -> Weighed | None:
        """Read a code, or give None where it has another layout or a wrong check digit."""
        fitted = self.fit(digits)
        if fitted is None or not self.check_digit_fits(fitted):
            return None
        amount, weight = self._part(fitted, "M"), self._part(fitted, "W")
        return Weighed(
            plu=self._part(fitted, "P"),
            amount=Decimal(amount).scaleb(-_AMOUNT_DECIMALS) if amount else None,
            weight=Decimal(weight).scaleb(-_WEIGHT_DECIMALS) if weight else None,
        )

    def fit(self, digits: str) -> str | None:
        """Give the digits at the template's length if its fixed digits are there, else None.

        A 12-digit code may arrive as 13 or 14 digits and the other way round: retail codes
        are compared without leading zeros.
        """
        length = len(self.pattern)
        if len(digits) != length and {len(digits), length} <= set(_RETAIL_LENGTHS):
            digits = digits.lstrip("0").zfill(length)
        if len(digits) != length or not is_digits(digits):
            return None
        return digits if all(digits[i] == c for i, c in self.literals) else None

    def check_digit_fits(self, digits: str) -> bool:
        """Whether the check digit is right, absent, or not to be tested."""
        return not self.verify or self.pattern[-1] != "C" or ends_in_check_digit(digits)

    def _part(self, digits: str, letter: str) -> str:
        pairs = zip(self.pattern, digits, strict=True)
        return "".join(digit for mark, digit in pairs if mark == letter)


@dataclass(frozen=True, slots=True)
class Region:
    """The rules of a GS1 member organisation, by country: dk ee fi de gb lv lt no se."""

    country: str

    def match(self, digits: str) -> Weighed | None:
        """Read a restricted-circulation number, or give None where the region has no rule."""
        if self.country not in REGIONS or not is_valid_gtin(digits):
            return None
        from biip import ParseConfig, ParseError
        from biip.gtin import Gtin
        from biip.rcn import Rcn

        try:
            number = Gtin.parse(digits, config=ParseConfig(rcn_region=self.country))
        except ParseError:  # the check digit of the price or weight inside the code
            return None
        if (
            not isinstance(number, Rcn)
            or (number.weight, number.price, number.count) == (None,) * 3
        ):
            return None
        prefix = number.as_gtin_13()[:2]
        return Weighed(
            plu=number.item_reference,
            amount=_at_resolution(number.price, _price_decimals(self.country, prefix)),
            weight=_at_resolution(number.weight, _weight_decimals(self.country, prefix)),
            count=number.count,
            gtin14=gtin14(number.without_variable_measure().as_gtin_13()),
        )


REGIONS = ("dk", "ee", "fi", "de", "gb", "lv", "lt", "no", "se")

# Site presets. cn-13: 20 by piece, 21 by weight, the price in fen. cn-13-flag: one flag digit.
PRESETS: dict[str, tuple[Template, ...]] = {
    "cn-13": (Template("20PPPPPMMMMMC"), Template("21PPPPPMMMMMC")),
    "cn-13-weight": (Template("21PPPPPWWWWWC"),),
    "cn-13-flag": (Template("2PPPPPPMMMMMC"),),
    "cn-18": (Template("26PPPPPMMMMMWWWWWC"),),
    "upc-weight": (Template("2PPPPPWWWWWC"),),
    "upc-price": (Template("2PPPPPMMMMMC"),),
}

Rule = Template | Region


def rules_for(country: str) -> tuple[Rule, ...]:
    """Give the price and weight codes that scales of a country print (ISO 3166, two letters).

    None where nothing is customary: such a site says its own templates.
    """
    code = country.casefold()
    if code in REGIONS:
        return (Region(code),)
    return {
        "cn": PRESETS["cn-13"] + PRESETS["cn-18"],
        "us": PRESETS["upc-price"],
        "ca": PRESETS["upc-price"],
    }.get(code, ())


def first_match(digits: str, rules: Iterable[Rule | str]) -> Weighed | None:
    """Read a code by the first rule that fits; a rule may be given as its pattern.

    Raises:
        BadTemplate: a pattern that cannot be used.
    """
    for rule in rules:
        found = (template(rule) if isinstance(rule, str) else rule).match(digits)
        if found is not None:
            return found
    return None


@functools.lru_cache(maxsize=256)
def template(pattern: str) -> Template:
    """Give the template of a pattern, made once."""
    return Template(pattern)


def _price_decimals(country: str, prefix: str) -> int:
    return {"21": 1, "22": 0}.get(prefix, 2) if country in ("no", "se") else 2


def _weight_decimals(country: str, prefix: str) -> int:
    return 3 if country in ("dk", "de") else {"24": 2, "25": 1}.get(prefix, 3)


def _at_resolution(value: Decimal | None, decimals: int) -> Decimal | None:
    """Give the trailing zeros back that a division took away."""
    return None if value is None else value.quantize(Decimal(1).scaleb(-decimals))

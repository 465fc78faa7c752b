"""What is refused before it is read: noise, attacks on screens, payment cards.

A scanner types whatever a stranger printed. So a code has at most 256 characters, no control
or invisible formatting character (the group separator of GS1 alone is let through), and is
never the number of a payment card.
"""

import re
import unicodedata

MAX_LENGTH = 256  # characters; the longest GS1 element string is far shorter
GROUP_SEPARATOR = "\x1d"

# Control, format (zero width, bidirectional override), surrogate, line and paragraph separator.
_FORBIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})

# Issuer ranges as (first digits from, to, lengths): ISO/IEC 7812 numbers in use.
_ISSUERS = (
    ("34", "34", (15,)),
    ("36", "36", (14,)),
    ("37", "37", (15,)),
    ("300", "305", (14,)),
    ("38", "39", (14,)),
    ("3528", "3589", (16, 17, 18, 19)),
    ("4", "4", (16, 19)),
    ("51", "55", (16,)),
    ("2221", "2720", (16,)),
    ("6011", "6011", (16, 19)),
    ("62", "62", (16, 17, 18, 19)),
    ("644", "659", (16, 19)),
)
_TRACK_DATA = re.compile(r"[%;]?[Bb]?([0-9]{13,19})[=^]")
_DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)


def refusal(text: str) -> str | None:
    """Give the reason why the text must not be read at all, or None."""
    if not text or text.isspace():
        return "too_short"
    if len(text) > MAX_LENGTH:
        return "too_long"
    if not text.isprintable() and any(
        unicodedata.category(c) in _FORBIDDEN and c != GROUP_SEPARATOR for c in text
    ):
        return "charset"
    return None


def is_card_number(text: str) -> bool:
    """Whether the text is a payment card's number, plain, grouped, or inside track data."""
    track = _TRACK_DATA.match(text)
    digits = track.group(1) if track else text.replace(" ", "").replace("-", "")
    if not (14 <= len(digits) <= 19 and digits.isascii() and digits.isdigit()):
        return False
    return _has_issuer(digits) and _luhn(digits)


def mask(text: str) -> str:
    """Give the text with every digit hidden: a card's number is not kept anywhere."""
    return re.sub(r"[0-9]", "•", text)


def _has_issuer(digits: str) -> bool:
    return any(
        len(digits) in lengths and first <= digits[: len(first)] <= last
        for first, last, lengths in _ISSUERS
    )


def _luhn(digits: str) -> bool:
    plain = sum(map(int, digits[::-2]))
    doubled = sum(_DOUBLED[int(d)] for d in digits[-2::-2])
    return (plain + doubled) % 10 == 0

"""A customer as a value, and how names, phone numbers and e-mail addresses are compared."""

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher

from domain.barcodes import is_card_number
from domain.customers.errors import CardDataRefused, EmailRefused, PhoneRefused, TextTooLong

NAME_MOST = 200
NOTES_MOST = 10_000
_EMAIL_MOST = 254  # RFC 5321, 4.5.3.1.3
_NEAR = 0.85

_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+\Z")
_DIGIT_GROUPS = re.compile(r"\d+(?:[ .\-]\d+)*")


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer's profile. ``phone`` is E.164, ``marketing_consent_at`` is ms UTC."""

    id: bytes
    name: str
    phone: str | None
    phone_typed: str | None
    email: str | None
    language: str
    notes: str
    marketing_consent_at: int | None
    archived: bool


@dataclass(frozen=True, slots=True)
class DuplicateHint:
    """A customer who may be the one that is being entered; ``why`` is phone, email or name."""

    customer: Customer
    why: str


def normal_phone(text: str, region: str | None) -> str:
    """Write a phone number in E.164, ``+4915112345678``.

    ``region`` is the country (ISO 3166, two letters) of numbers without a country code. Numbers
    of a possible length pass: which of them are in service changes every month. Raises
    PhoneRefused.
    """
    import phonenumbers

    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        raise PhoneRefused(text=text) from None
    phone = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    # Some countries' rules let extensions of two digits through; the world's shortest whole
    # numbers (Niue, +683 4000) have seven with the country code.
    if not phonenumbers.is_possible_number(number) or len(phone) < len("+6834000"):
        raise PhoneRefused(text=text)
    return phone


def more_than_number(text: str, phone: str) -> str | None:
    """What was typed, where it says more than the number does: an extension, a name."""
    digits = "".join(c for c in text if c.isdecimal())
    plain = not any(c.isalpha() for c in text)
    own = phone.removeprefix("+")
    return None if plain and digits.removeprefix("00").lstrip("0") in _endings(own) else text


def _endings(digits: str) -> set[str]:
    """The number with its country code and without: country codes have one to three digits."""
    return {digits[start:].lstrip("0") for start in range(4)}


def normal_email(text: str) -> str:
    """Write an e-mail address so that case and spaces around it make no difference.

    The part before the @ may tell case apart by the letter of RFC 5321; no provider does.
    Raises EmailRefused.
    """
    address = unicodedata.normalize("NFC", text.strip()).casefold()
    if len(address) > _EMAIL_MOST or not _EMAIL.match(address) or not address.isprintable():
        raise EmailRefused(text=text)
    return address


def clean_name(text: str) -> str:
    """Trim a name and make every run of white space one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def check_text(text: str, most: int) -> None:
    """Refuse a text that is too long or holds a payment card's number.

    Raises TextTooLong, CardDataRefused.
    """
    if len(text) > most:
        raise TextTooLong(most=most)
    if holds_card_number(text):
        raise CardDataRefused


def holds_card_number(text: str) -> bool:
    """Whether a payment card's number stands in a text, plain or in groups of digits."""
    for found in _DIGIT_GROUPS.finditer(unicodedata.normalize("NFKC", text)):
        groups = re.findall(r"\d+", found.group())
        for start in range(len(groups)):
            digits = ""
            for group in groups[start:]:
                digits += group
                if len(digits) > 19:
                    break
                if is_card_number(digits):
                    return True
    return False


def near(left: str, right: str) -> bool:
    """Whether two names are probably one: the same words in any order, or a slip of the pen."""
    ours, theirs = _comparable(left), _comparable(right)
    return ours == theirs or SequenceMatcher(None, ours, theirs).ratio() >= _NEAR


def _comparable(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(sorted(re.findall(r"\w+", letters)))

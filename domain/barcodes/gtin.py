"""Trade item numbers: check digits, the canonical 14 digits, UPC-E, restricted circulation.

Sources: GS1 General Specifications, 1.4 (restricted circulation), 5.2.2.4 (UPC-E), 7.9 (check
digit). Nothing here is heavy: a plain scan at the counter needs only this module.
"""

_GTIN_LENGTHS = frozenset({8, 12, 13, 14})
_UPC_E_LENGTH = 8
_SSCC_LENGTH = 18


def is_digits(text: str) -> bool:
    """Whether the text is made of ASCII digits only (``str.isdigit`` also takes “²” and “٣”)."""
    return text.isascii() and text.isdigit()


def check_digit(payload: str) -> int:
    """Give the GS1 modulo-10 check digit for a payload of digits of any length.

    Raises:
        ValueError: the payload is empty or holds something other than ASCII digits.
    """
    if not is_digits(payload):
        raise ValueError("a check digit needs a payload of digits")
    tripled = sum(map(int, payload[::-2]))
    single = sum(map(int, payload[-2::-2]))
    return -(3 * tripled + single) % 10


def ends_in_check_digit(text: str) -> bool:
    """Whether the last digit of the text is the check digit of the digits before it."""
    return len(text) > 1 and is_digits(text) and check_digit(text[:-1]) == ord(text[-1]) - 48


def is_valid_gtin(text: str) -> bool:
    """Whether the text is a GTIN-8, -12, -13 or -14 with a fitting check digit."""
    return len(text) in _GTIN_LENGTHS and ends_in_check_digit(text)


def is_valid_sscc(text: str) -> bool:
    """Whether the text is an 18-digit SSCC with a fitting check digit."""
    return len(text) == _SSCC_LENGTH and ends_in_check_digit(text)


def expand_upc_e(text: str) -> str | None:
    """Give the 12 digits that an 8-digit UPC-E stands for, or None if it is not one.

    The check digit is that of the expanded number.
    """
    if len(text) != _UPC_E_LENGTH or not is_digits(text) or text[0] not in "01":
        return None
    system, body, last, check = text[0], text[1:6], text[6], text[7]
    if last in "012":
        expanded = f"{body[:2]}{last}0000{body[2:]}"
    elif last == "3":
        expanded = f"{body[:3]}00000{body[3:]}"
    elif last == "4":
        expanded = f"{body[:4]}00000{body[4]}"
    else:
        expanded = f"{body}0000{last}"
    upc_a = f"{system}{expanded}{check}"
    return upc_a if ends_in_check_digit(upc_a) else None


def gtin14(text: str) -> str | None:
    """Give the canonical 14 digits of a trade item number, or None if the text is not one.

    Eight digits are an EAN-8 if its check digit fits, else a UPC-E if its expansion's does.
    """
    if is_valid_gtin(text):
        return text.zfill(14)
    upc_a = expand_upc_e(text)
    return upc_a.zfill(14) if upc_a else None


def same_item(first: str, second: str) -> bool:
    """Whether two codes name the same item: leading zeros never matter."""
    if first == second:
        return True
    if is_digits(first) and is_digits(second):
        if first.lstrip("0") == second.lstrip("0"):
            return True
        canonical = gtin14(first)
        return canonical is not None and canonical == gtin14(second)
    return False


def is_restricted(canonical: str) -> bool:
    """Whether 14 canonical digits mean something only inside a region or a company.

    These are the prefixes 02 and 20-29 (region) and 04 (company) of a GTIN-13, and 0 and 2 of
    a GTIN-8. The same digits name other goods elsewhere, so they never identify an item alone.
    """
    if canonical.startswith("000000"):
        return canonical[6] in "02"
    return canonical.startswith(("002", "004", "02"))

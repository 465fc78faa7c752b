"""Tag contents to trade identities and back: SGTIN-96 and SSCC-96.

Source: GS1 EPC Tag Data Standard 1.13, 14.5.1 (SGTIN), 14.5.2 (SSCC). The partition value says
how the bits are shared between company prefix and item; the digits of both always sum to 13
(SGTIN, without check digit) or 17 (SSCC).
"""

import re
from dataclasses import dataclass
from typing import Literal

from domain.barcodes.errors import EpcRefused
from domain.barcodes.gtin import check_digit, gtin14, is_valid_sscc

Scheme = Literal["sgtin-96", "sscc-96"]


@dataclass(frozen=True, slots=True)
class Epc:
    """The identity on a tag. ``filter`` tells goods from cases; it is not identity."""

    scheme: Scheme
    filter: int
    uri: str
    gtin: str | None = None
    serial: str | None = None
    sscc: str | None = None


@dataclass(frozen=True, slots=True)
class _Layout:
    scheme: Scheme
    name: str
    header: int
    digits: int  # of company prefix and item together
    rest_bits: int  # serial of an SGTIN, reserved in an SSCC
    # per partition value: (company bits, company digits, item bits)
    partitions: tuple[tuple[int, int, int], ...]


_COMPANY = ((40, 12), (37, 11), (34, 10), (30, 9), (27, 8), (24, 7), (20, 6))
_SGTIN = _Layout("sgtin-96", "sgtin", 0x30, 13, 38, tuple((b, d, 44 - b) for b, d in _COMPANY))
_SSCC = _Layout("sscc-96", "sscc", 0x31, 17, 24, tuple((b, d, 58 - b) for b, d in _COMPANY))
_BY_HEADER = {layout.header: layout for layout in (_SGTIN, _SSCC)}
_HEX = re.compile(r"(?:[0-9a-fA-F]{2})*")
_TAG_DIGITS = 24  # hexadecimal digits of 96 bits


def decode(tag: str | bytes) -> Epc:
    """Read the EPC of a tag, given as bytes or hexadecimal digits.

    Raises:
        EpcRefused: with the reason ``empty too_short not_gs1 blank_tag bad_partition
            out_of_range reserved_bits``.
    """
    text = tag.hex() if isinstance(tag, bytes) else tag.strip()
    layout = _layout(text)
    value = int(text[:_TAG_DIGITS], 16)
    partition = value >> 82 & 7
    if partition >= len(layout.partitions):
        raise EpcRefused(tag=text, reason="bad_partition")
    company_bits, company_digits, item_bits = layout.partitions[partition]
    item_digits = layout.digits - company_digits
    company = value >> (82 - company_bits) & ((1 << company_bits) - 1)
    item = value >> layout.rest_bits & ((1 << item_bits) - 1)
    rest = value & ((1 << layout.rest_bits) - 1)
    if company >= 10**company_digits or item >= 10**item_digits:
        raise EpcRefused(tag=text, reason="out_of_range")
    if layout is _SSCC and rest:
        raise EpcRefused(tag=text, reason="reserved_bits")
    prefix, reference = f"{company:0{company_digits}d}", f"{item:0{item_digits}d}"
    return _identity(layout, value >> 85 & 7, prefix, reference, rest)


def encode_sgtin(gtin: str, serial: str, *, company_prefix_length: int, filter_value: int) -> str:
    """Give the 24 hexadecimal digits of an SGTIN-96.

    A serial that the scheme cannot hold is refused, never changed.

    Raises:
        EpcRefused: ``check_digit company_prefix filter serial_not_numeric
            leading_zero_serial serial_too_large``.
    """
    canonical = gtin14(gtin)
    if canonical is None:
        raise EpcRefused(tag=gtin, reason="check_digit")
    if not (serial.isascii() and serial.isdigit()):
        raise EpcRefused(tag=serial, reason="serial_not_numeric")
    if len(serial) > 1 and serial.startswith("0"):
        raise EpcRefused(tag=serial, reason="leading_zero_serial")
    if len(serial) > 12 or int(serial) >> _SGTIN.rest_bits:
        raise EpcRefused(tag=serial, reason="serial_too_large")
    return _pack(_SGTIN, filter_value, canonical[:-1], company_prefix_length, int(serial))


def encode_sscc(sscc: str, *, company_prefix_length: int, filter_value: int) -> str:
    """Give the 24 hexadecimal digits of an SSCC-96.

    Raises:
        EpcRefused: ``check_digit company_prefix filter``.
    """
    if not is_valid_sscc(sscc):
        raise EpcRefused(tag=sscc, reason="check_digit")
    return _pack(_SSCC, filter_value, sscc[:-1], company_prefix_length, 0)


def _layout(text: str) -> _Layout:
    if not text:
        raise EpcRefused(tag=text, reason="empty")
    if not _HEX.fullmatch(text):
        raise EpcRefused(tag=text, reason="not_gs1")
    if not text.strip("0"):
        raise EpcRefused(tag=text, reason="blank_tag")
    layout = _BY_HEADER.get(int(text[:2], 16))
    if layout is None:
        raise EpcRefused(tag=text, reason="not_gs1")
    if len(text) < _TAG_DIGITS:
        raise EpcRefused(tag=text, reason="too_short")
    if text[_TAG_DIGITS:].strip("0"):  # memory behind 96 bits may only be padding
        raise EpcRefused(tag=text, reason="out_of_range")
    return layout


def _identity(layout: _Layout, filter_value: int, company: str, item: str, rest: int) -> Epc:
    body = item[0] + company + item[1:]
    whole = f"{body}{check_digit(body)}"
    if layout is _SSCC:
        uri = f"urn:epc:id:sscc:{company}.{item}"
        return Epc(layout.scheme, filter_value, uri, sscc=whole)
    uri = f"urn:epc:id:sgtin:{company}.{item}.{rest}"
    return Epc(layout.scheme, filter_value, uri, gtin=whole, serial=str(rest))


def _pack(layout: _Layout, filter_value: int, payload: str, length: int, rest: int) -> str:
    """Pack a number without check digit whose company prefix has ``length`` digits."""
    if not 0 <= filter_value <= 7:
        raise EpcRefused(tag=payload, reason="filter")
    lengths = [digits for _, digits, _ in layout.partitions]
    if length not in lengths:
        raise EpcRefused(tag=payload, reason="company_prefix")
    partition = lengths.index(length)
    company_bits, _, item_bits = layout.partitions[partition]
    company, item = payload[1 : length + 1], payload[0] + payload[length + 1 :]
    value = layout.header << 3 | filter_value
    value = value << 3 | partition
    value = value << company_bits | int(company)
    value = value << item_bits | int(item)
    return f"{value << layout.rest_bits | rest:024x}"

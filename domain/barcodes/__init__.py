"""Codes on goods, labels and tags: text and bytes to meaning.

``read`` is the one function that every screen uses. Nothing heavy is imported until an element
string or a region's price code asks for it.
"""

from domain.barcodes.errors import BadTemplate, BarcodeRefused, EpcRefused
from domain.barcodes.gtin import (
    check_digit,
    ends_in_check_digit,
    expand_upc_e,
    gtin14,
    is_restricted,
    is_valid_gtin,
    is_valid_sscc,
    same_item,
)
from domain.barcodes.hostile import is_card_number
from domain.barcodes.reading import Kind, Reading
from domain.barcodes.scan import COMMAND_PREFIX, command_text, read
from domain.barcodes.templates import PRESETS, REGIONS, Region, Rule, Template, Weighed, rules_for

__all__ = [
    "COMMAND_PREFIX",
    "PRESETS",
    "REGIONS",
    "BadTemplate",
    "BarcodeRefused",
    "EpcRefused",
    "Kind",
    "Reading",
    "Region",
    "Rule",
    "Template",
    "Weighed",
    "check_digit",
    "command_text",
    "ends_in_check_digit",
    "expand_upc_e",
    "gtin14",
    "is_card_number",
    "is_restricted",
    "is_valid_gtin",
    "is_valid_sscc",
    "read",
    "rules_for",
    "same_item",
]

"""The public testing surface of the code readers: one function, dictionaries in and out.

``interpret(kind, input)`` runs the product's own readers. Kinds and keys are those of the
device reference, 4.4; amounts are decimal strings at the resolution of the code.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from domain.barcodes import epc
from domain.barcodes.errors import BadTemplate, EpcRefused
from domain.barcodes.gtin import is_digits, same_item
from domain.barcodes.reading import Reading
from domain.barcodes.scan import read
from domain.barcodes.templates import Region, Template

Answer = dict[str, Any]


def interpret(kind: str, input: Mapping[str, Any]) -> Answer:  # noqa: A002 (the published name)
    """Interpret one code: ``scan gtin_equal rcn template epc epc_encode``.

    Raises:
        ValueError: there is no such kind.
    """
    reader = _KINDS.get(kind)
    if reader is None:
        raise ValueError(f"no such kind: {kind}")
    return reader(input)


def _scan(asked: Mapping[str, Any]) -> Answer:
    aliases = (asked.get("config") or {}).get("gs_aliases") or ()
    reading = read(asked["text"], gs_aliases=aliases)
    if reading.kind == "refused":
        return {"valid": False, "reason": reading.reason}
    return {"valid": True, **_content(reading)}


def _content(reading: Reading) -> Answer:
    answer: Answer
    if reading.kind == "element_string":
        answer = {"ai": [list(element) for element in reading.elements]}
        if reading.warning == "possible_lost_separator":
            answer["warning"] = reading.warning
    elif reading.kind == "gtin":
        answer = {"gtin14": reading.gtin14}
        if reading.symbology_hint:
            answer["symbology_hint"] = reading.symbology_hint
    elif reading.kind == "sscc":
        answer = {"sscc": reading.sscc}
    else:
        answer = {"kind": "text", "text": reading.text}
    return answer


def _gtin_equal(asked: Mapping[str, Any]) -> Answer:
    return {"equal": same_item(asked["a"], asked["b"])}


def _rcn(asked: Mapping[str, Any]) -> Answer:
    found = Region(asked["region"]).match(asked["text"])
    return {
        "weight": _amount(found.weight) if found else None,
        "price": _amount(found.amount) if found else None,
        "count": found.count if found else None,
    }


def _template(asked: Mapping[str, Any]) -> Answer:
    text = asked["text"]
    try:
        template = Template(asked["template"])
    except BadTemplate:
        return {"valid": False, "reason": "template"}
    found = template.match(text)
    if found is None:
        return {"valid": False, "reason": _why_no_match(template, text)}
    amounts = {"amount": _amount(found.amount), "weight": _amount(found.weight)}
    return {"plu": found.plu, **{name: value for name, value in amounts.items() if value}}


def _why_no_match(template: Template, text: str) -> str:
    if not is_digits(text):
        return "charset"
    if len(text) != len(template.pattern) and template.fit(text) is None:
        return "too_short" if len(text) < len(template.pattern) else "too_long"
    return "check_digit" if template.fit(text) is not None else "no_match"


def _epc(asked: Mapping[str, Any]) -> Answer:
    try:
        found = epc.decode(asked["hex"])
    except EpcRefused as refused:
        return {"error": refused.reason}
    answer: Answer = {"scheme": found.scheme, "filter": found.filter, "uri": found.uri}
    if found.sscc:
        return {**answer, "sscc": found.sscc}
    return {**answer, "gtin": found.gtin, "serial": found.serial}


def _epc_encode(asked: Mapping[str, Any]) -> Answer:
    length, filter_value = int(asked["company_prefix_length"]), int(asked.get("filter", 0))
    try:
        if asked["scheme"] == "sscc-96":
            hexadecimal = epc.encode_sscc(
                asked["sscc"], company_prefix_length=length, filter_value=filter_value
            )
        elif asked["scheme"] == "sgtin-96":
            hexadecimal = epc.encode_sgtin(
                asked["gtin"],
                asked["serial"],
                company_prefix_length=length,
                filter_value=filter_value,
            )
        else:
            return {"error": "unknown_scheme"}
    except EpcRefused as refused:
        return {"error": refused.reason}
    return {"hex": hexadecimal}


def _amount(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


_KINDS: dict[str, Callable[[Mapping[str, Any]], Answer]] = {
    "scan": _scan,
    "gtin_equal": _gtin_equal,
    "rcn": _rcn,
    "template": _template,
    "epc": _epc,
    "epc_encode": _epc_encode,
}

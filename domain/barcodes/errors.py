"""Why a code is refused, as sentences for a person.

BarcodeRefused
 ├ WrongCheckDigit · TooShort · TooLong · ImpossibleDate · ForbiddenCharacters
 ├ MissingCompanion · RepeatedElement · UnknownElement
 └ CardNumber
BadTemplate
EpcRefused
"""

from typing import ClassVar

from domain.errors import RuleBroken


class BarcodeRefused(RuleBroken):
    """The code was read, but must not be used. ``reason`` is stable; ``code_text`` is shown."""

    code = "barcode.refused"
    sentence = "This code cannot be used: {code_text}. Scan it again or type the number."
    reason: ClassVar[str] = "refused"


class WrongCheckDigit(BarcodeRefused):
    """The last digit does not fit the ones before it: a misread or a mistyped code."""

    code = "barcode.check_digit"
    sentence = "The check digit of {code_text} is wrong. Scan it again or type the number."
    reason = "check_digit"


class TooShort(BarcodeRefused):
    """Characters are missing."""

    code = "barcode.too_short"
    sentence = "The code {code_text} is incomplete. Scan it again."
    reason = "too_short"


class TooLong(BarcodeRefused):
    """There are more characters than the format allows (or than any code needs)."""

    code = "barcode.too_long"
    sentence = (
        "The code {code_text} is longer than its kind allows. Scan it again or type the number."
    )
    reason = "too_long"


class ImpossibleDate(BarcodeRefused):
    """A date in the code does not exist."""

    code = "barcode.date"
    sentence = "The code {code_text} holds a date that does not exist. Enter the date by hand."
    reason = "date"


class ForbiddenCharacters(BarcodeRefused):
    """A character that the format forbids, or an invisible control character."""

    code = "barcode.charset"
    sentence = (
        "The code {code_text} holds characters that no barcode may hold. Scan another code of "
        "the item."
    )
    reason = "charset"


class MissingCompanion(BarcodeRefused):
    """An element that GS1 allows only together with, or only without, another one."""

    code = "barcode.association"
    sentence = "The parts of the code {code_text} do not belong together. Scan the item's code."
    reason = "association"


class RepeatedElement(BarcodeRefused):
    """The same element twice with two values."""

    code = "barcode.repeated"
    sentence = (
        "Two parts of the code {code_text} contradict each other. Scan another code of the item."
    )
    reason = "repeated"


class UnknownElement(BarcodeRefused):
    """An application identifier that GS1 does not define."""

    code = "barcode.unknown_ai"
    sentence = (
        "The code {code_text} holds a part that GS1 does not define. Scan another code of the item."
    )
    reason = "unknown_ai"


class CardNumber(BarcodeRefused):
    """A payment card was scanned or swiped; its number is not kept."""

    code = "barcode.card_number"
    sentence = "This is a payment card, not a barcode. Its number was not kept."
    reason = "card_number"


class BadTemplate(RuleBroken):
    """A price or weight template that cannot be used."""

    code = "barcode.bad_template"
    sentence = (
        "The template {template} cannot be used: write digits as they are, P for the item code, "
        "M for the amount, W for the weight, and C for the check digit at the end."
    )


class EpcRefused(RuleBroken):
    """The content of a tag, or what should be written to one, breaks a rule of the standard."""

    code = "barcode.epc"
    sentence = "The tag {tag} cannot be used ({reason})."

    @property
    def reason(self) -> str:
        """The stable name of the broken rule."""
        return str(self.params["reason"])


BY_REASON: dict[str, type[BarcodeRefused]] = {
    error.reason: error
    for error in (
        WrongCheckDigit,
        TooShort,
        TooLong,
        ImpossibleDate,
        ForbiddenCharacters,
        MissingCompanion,
        RepeatedElement,
        UnknownElement,
        CardNumber,
    )
}

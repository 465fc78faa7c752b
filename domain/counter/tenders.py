"""Paying: tenders, change and the rounding of cash, in minor units."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.counter.errors import (
    AmountAbsurd,
    BadTender,
    CardDataRefused,
    TenderOver,
    TenderShort,
)
from domain.counter.pricing import Terms, half_up

CASH, CARD, TRANSFER, OTHER = "cash", "card", "transfer", "other"
TENDERS = (CASH, CARD, TRANSFER, OTHER)

MOST_CHANGE = 5_000_000
"""Change above this many minor units means that a code was scanned into the amount."""

_DIGITS = re.compile(r"\d(?:[ -]?\d)+")
_CARD_DIGITS = range(13, 20)


@dataclass(frozen=True, slots=True)
class Tender:
    """What the customer gives, or gets back; ``amount`` None is all that is left to pay.

    ``reference`` is a slip's or transfer's number. Card data is never stored.
    """

    kind: str
    amount: int | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Payment:
    """A settled tender. Below zero it was paid out; ``change`` went back from cash."""

    tender: str
    amount: int
    change: int = 0
    reference: str | None = None

    @property
    def kept(self) -> int:
        """What it brought in."""
        return self.amount - self.change


@dataclass(frozen=True, slots=True)
class Settlement:
    """How a total was paid: the payments less the change are the total plus the rounding."""

    payments: tuple[Payment, ...]
    rounding: int
    change: int


def round_cash(minor: int, cash_step: int) -> int:
    """Round an amount to what coins can pay."""
    return half_up(minor, cash_step) * cash_step


def settle(terms: Terms, total: int, tenders: Sequence[Tender]) -> Settlement:
    """Pay a total; below zero, pay it out (the tenders' amounts are above zero either way).

    Only the part that cash pays is rounded to coins, and change comes only from cash. Raises
    BadTender, TenderShort, TenderOver, AmountAbsurd, CardDataRefused.
    """
    given = _fill_in(terms, abs(total), tenders)
    for tender in given:
        _check(terms, tender)
    cash = sum(tender.amount or 0 for tender in given if tender.kind == CASH)
    rest = abs(total) - sum(tender.amount or 0 for tender in given if tender.kind != CASH)
    if rest < 0:
        raise TenderOver(over=terms.text(-rest))
    in_cash = any(tender.kind == CASH for tender in given)
    due = round_cash(rest, terms.cash_step) if in_cash else rest
    change = cash - due
    if change < 0:
        raise TenderShort(missing=terms.text(-change))
    if change > MOST_CHANGE:
        raise AmountAbsurd(amount=terms.text(cash), change=terms.text(change))
    if total < 0 and change:
        raise TenderOver(over=terms.text(change))
    sign = -1 if total < 0 else 1
    return Settlement(_payments(given, cash, change, sign), sign * (due - rest), change)


def _fill_in(terms: Terms, due: int, tenders: Sequence[Tender]) -> list[Tender]:
    """Put the amount into the one tender that pays the rest."""
    rest = due - sum(tender.amount or 0 for tender in tenders)
    open_ones = [tender for tender in tenders if tender.amount is None]
    if len(open_ones) > 1 or (open_ones and rest < 0):
        raise BadTender(amount=terms.text(rest), tender=open_ones[-1].kind)
    filled = []
    for tender in tenders:
        amount = tender.amount
        if amount is None:
            amount = round_cash(rest, terms.cash_step) if tender.kind == CASH else rest
        filled.append(replace(tender, amount=amount))
    return filled


def _check(terms: Terms, tender: Tender) -> None:
    amount = tender.amount or 0
    # A total below half a coin is paid with nothing, in cash.
    least = 0 if tender.kind == CASH else 1
    if tender.kind not in TENDERS or amount < least:
        raise BadTender(amount=terms.text(amount), tender=tender.kind)
    if tender.kind == CASH and amount % terms.cash_step:
        raise BadTender(amount=terms.text(amount), tender=tender.kind)
    if tender.reference and looks_like_card(tender.reference):
        raise CardDataRefused


def _payments(given: Sequence[Tender], cash: int, change: int, sign: int) -> tuple[Payment, ...]:
    """One payment for all cash, so that its change stands beside it; the others as given."""
    found = [
        Payment(tender.kind, sign * (tender.amount or 0), 0, tender.reference or None)
        for tender in given
        if tender.kind != CASH
    ]
    if any(tender.kind == CASH for tender in given):
        found.append(Payment(CASH, sign * cash, change))
    return tuple(found)


def looks_like_card(text: str) -> bool:
    """Whether a text holds 13 to 19 digits that pass the check of card numbers (ISO 7812-1)."""
    for match in _DIGITS.finditer(text):
        digits = [int(c) for c in match.group() if c.isdigit()]
        if len(digits) in _CARD_DIGITS and _luhn(digits):
            return True
    return False


def _luhn(digits: Sequence[int]) -> bool:
    doubled = (d * 2 - 9 * (d > 4) for d in digits[-2::-2])
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0

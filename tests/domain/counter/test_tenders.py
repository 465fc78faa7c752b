"""Tenders, change, and the rounding of cash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.counter import (
    CARD,
    CASH,
    OTHER,
    TRANSFER,
    AmountAbsurd,
    BadTender,
    CardDataRefused,
    Tender,
    TenderOver,
    TenderShort,
    Terms,
    settle,
)

EUR = Terms("EUR", tax_included=True)
CHF = Terms("CHF", tax_included=True, cash_step=5)


def test_change_comes_from_the_cash_beside_a_draft() -> None:
    done = settle(EUR, 10_500, [Tender(OTHER, 5_000), Tender(CASH, 6_000)])
    assert done.change == 500
    assert sum(payment.kept for payment in done.payments) == 10_500


def test_only_what_cash_pays_is_rounded_to_coins() -> None:
    cash = settle(CHF, 1_003, [Tender(CASH, 2_000)])
    assert (cash.rounding, cash.change) == (2, 995)
    card = settle(CHF, 1_003, [Tender(CARD)])
    assert (card.rounding, card.payments[0].amount) == (0, 1_003)
    both = settle(CHF, 1_003, [Tender(CARD, 501), Tender(CASH)])
    assert (both.rounding, both.payments[-1].amount) == (-2, 500)


def test_less_than_half_a_coin_is_paid_with_nothing() -> None:
    assert settle(CHF, 2, [Tender(CASH)]).rounding == -2
    assert settle(EUR, 0, []).payments == ()


@pytest.mark.parametrize(
    ("tenders", "error"),
    [
        ([], TenderShort),
        ([Tender(CASH, 900)], TenderShort),
        ([Tender(CARD, 1_100)], TenderOver),
        ([Tender(CARD, 1_100), Tender(CASH, 500)], TenderOver),
        ([Tender("cheque", 1_000)], BadTender),
        ([Tender(CARD, 0), Tender(CASH)], BadTender),
        ([Tender(CASH, -1_000)], BadTender),
        ([Tender(CARD), Tender(TRANSFER)], BadTender),
        ([Tender(CASH, 4_006_381_333_931)], AmountAbsurd),
        ([Tender(CARD, 1_000, "4111 1111 1111 1111")], CardDataRefused),
        ([Tender(CARD, 1_000, "slip 5500-0055-5555-5559")], CardDataRefused),
    ],
)
def test_wrong_tenders(tenders: list[Tender], error: type[Exception]) -> None:
    with pytest.raises(error):
        settle(EUR, 1_000, tenders)


def test_cash_that_coins_cannot_pay_is_refused() -> None:
    with pytest.raises(BadTender):
        settle(CHF, 1_000, [Tender(CASH, 1_003)])


def test_the_number_of_a_slip_is_kept() -> None:
    long_number = "2026112222001484121430512345"  # as payment services write it: 28 digits
    done = settle(EUR, 1_000, [Tender(CARD, 400, "T1 004711"), Tender(TRANSFER, None, long_number)])
    assert [payment.reference for payment in done.payments] == ["T1 004711", long_number]


TERMS = st.sampled_from([1, 5, 10]).map(
    lambda step: Terms("EUR", tax_included=True, cash_step=step)
)


@given(TERMS, st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**5))
def test_tenders_less_change_are_what_is_due_after_rounding(
    terms: Terms, total: int, by_card: int, extra: int
) -> None:
    by_card = min(by_card, total)
    rest = total - by_card
    due = settle(terms, rest, [Tender(CASH)]).payments[0].amount
    cash = due + extra * terms.cash_step
    tenders = [Tender(CARD, by_card)] if by_card else []
    done = settle(terms, total, [*tenders, Tender(CASH, cash)])
    assert sum(payment.kept for payment in done.payments) == total + done.rounding
    assert abs(done.rounding) * 2 <= terms.cash_step
    assert 0 <= done.change <= cash


@given(TERMS, st.integers(1, 10**6))
def test_paying_out_is_paying_turned_around(terms: Terms, total: int) -> None:
    paid = settle(terms, total, [Tender(CASH)])
    back = settle(terms, -total, [Tender(CASH)])
    assert back.payments[0].amount == -paid.payments[0].amount
    assert back.rounding == -paid.rounding

"""Phones, e-mail addresses, names and notes as they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.customers import (
    CardDataRefused,
    EmailRefused,
    PhoneRefused,
    TextTooLong,
    holds_card_number,
    normal_email,
    normal_phone,
)
from domain.customers.model import check_text, more_than_number, near
from domain.customers.queries import search_words


@pytest.mark.parametrize(
    ("typed", "region", "phone"),
    [
        ("0151 12345678", "DE", "+4915112345678"),
        ("+49 (0) 151 / 1234 5678", "FR", "+4915112345678"),
        ("0049 151 12345678", "DE", "+4915112345678"),
        ("+49 151 12345678", None, "+4915112345678"),
        ("138 0013 8000", "CN", "+8613800138000"),
        ("１３８００１３８０００", "CN", "+8613800138000"),
        ("06 1234 5678", "IT", "+390612345678"),
        ("(201) 555-0123", "US", "+12015550123"),
    ],
)
def test_a_phone_number_is_one_however_it_is_typed(
    typed: str, region: str | None, phone: str
) -> None:
    assert normal_phone(typed, region) == phone


@pytest.mark.parametrize(
    ("typed", "region"),
    [
        ("0151 12345678", None),
        ("12", "DE"),
        ("ask Mary", "DE"),
        ("+999 12345678", "DE"),
        ("", "DE"),
    ],
)
def test_what_is_no_phone_number_is_said(typed: str, region: str | None) -> None:
    with pytest.raises(PhoneRefused):
        normal_phone(typed, region)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0151 12345678", None),
        ("+49 151 / 12345678", None),
        ("0049 151 12345678", None),
        ("0151 12345678 ext. 12", "0151 12345678 ext. 12"),
    ],
)
def test_what_was_typed_is_kept_where_it_says_more(typed: str, kept: str | None) -> None:
    assert more_than_number(typed, "+4915112345678") == kept


@given(st.integers(10**9, 10**10 - 1))
def test_a_normal_phone_stays_what_it_is(digits: int) -> None:
    phone = normal_phone(f"+49{digits}", None)

    assert normal_phone(phone, "US") == phone


@pytest.mark.parametrize(
    ("typed", "email"),
    [
        (" Anna@Example.COM ", "anna@example.com"),
        ("a.b+shop@mail.example.de", "a.b+shop@mail.example.de"),
        ("李@例子.中国", "李@例子.中国"),
    ],
)
def test_an_email_address_is_one_however_it_is_typed(typed: str, email: str) -> None:
    assert normal_email(typed) == email
    assert normal_email(email) == email


@pytest.mark.parametrize(
    "typed",
    ["anna", "anna@", "@example.com", "a b@example.com", "a@b", "a@b@c.de", "x" * 250 + "@b.de"],
)
def test_what_is_no_email_address_is_said(typed: str) -> None:
    with pytest.raises(EmailRefused):
        normal_email(typed)


@pytest.mark.parametrize(
    "text",
    [
        "4111111111111111",
        "Visa 4111 1111 1111 1111 exp 12/27",
        "card: 4111-1111-1111-1111 12 27",
        "5555.5555.5555.4444",
        "378282246310005",
        "order 77 4111 1111 1111 1111",
        "４１１１１１１１１１１１１１１１",
    ],
)
def test_a_payment_card_s_number_is_seen(text: str) -> None:
    assert holds_card_number(text)
    with pytest.raises(CardDataRefused) as refused:
        check_text(text, 1000)
    assert "4111" not in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4111111111111112",
        "call +49 151 12345678 after 18:00",
        "invoice 2026 11 22 000123",
        "EAN 4006381333931",
        "94111111111111111",  # a longer number that holds a card's digits
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert not holds_card_number(text)


@given(st.text("0123456789 -x", max_size=30))
def test_a_card_s_number_is_seen_wherever_it_stands(around: str) -> None:
    assert holds_card_number(f"{around}x4111 1111 1111 1111x{around}")


def test_a_text_that_nobody_typed_is_refused() -> None:
    with pytest.raises(TextTooLong):
        check_text("x" * 11, 10)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Anna Müller", "müller, anna", True),
        ("Anna Müller", "Anna Muller", True),
        ("Jonathan Smith", "Jonathon Smith", True),
        ("张伟", "张伟", True),
        ("Anna Müller", "Otto Meier", False),
        ("张伟", "王芳", False),
    ],
)
def test_names_that_are_near(left: str, right: str, *, same: bool) -> None:
    assert near(left, right) == same


def test_a_phone_is_found_by_each_ending_from_four_digits_on() -> None:
    assert search_words("Anna", None, "+4912345").split() == [
        "Anna",
        "4912345",
        "912345",
        "12345",
        "2345",
    ]
    assert search_words("Anna", "a@b.de", None).split() == ["Anna", "a@b.de"]

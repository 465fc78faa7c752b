"""Integers to figures and back, exactly."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.figures import MINUS, figure, money, parse_figure, quantity, span
from desktop.language import Languages


def test_examples(languages: Languages) -> None:
    assert figure(1234567) == "1,234,567"
    assert money(123456, 2, "£") == "£1,234.56"
    assert money(-5, 2, "£") == f"{MINUS}£0.05"
    assert quantity(1500, 3, "kg") == "1.500 kg"
    assert quantity(2000, 3) == "2.000"
    assert span(59) == "less than a minute"
    assert span(2 * 3600 + 14 * 60) == "2 h 14 min"


def test_what_a_person_types_is_read_exactly_or_not_at_all(languages: Languages) -> None:
    assert parse_figure("12.5", 2) == 1250
    assert parse_figure("1,234.56", 2) == 123456
    assert parse_figure(".5", 1) == 5
    assert parse_figure("-3", 0) == -3
    for wrong in ("", ".", "1.", "1.234", "abc", "1e3", "٣", "--1"):
        assert parse_figure(wrong, 2) is None, wrong


@given(st.integers(), st.integers(0, 6))
def test_reading_back_what_was_written_gives_the_same(amount: int, places: int) -> None:
    assert parse_figure(figure(amount, places), places) == amount

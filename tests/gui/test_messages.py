"""Errors to words: lenient, exact, in the user's language."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop.language import Languages
from desktop.messages import TypedError, fill, sentence_for
from domain.errors import CounterfoilError, NotFound


def test_a_sentence_gets_its_facts() -> None:
    assert sentence_for(NotFound(what="Lot A17")) == "Lot A17 was not found."


def test_every_error_of_the_house_fits_the_protocol() -> None:
    assert isinstance(CounterfoilError(), TypedError)
    assert not isinstance(ValueError("x"), TypedError)


def test_a_defect_has_a_calm_sentence_with_its_number() -> None:
    text = sentence_for(ZeroDivisionError("secret detail"), "CF-7K3M-2QWX")
    assert "CF-7K3M-2QWX" in text
    assert "secret" not in text


def test_a_missing_fact_stays_visible_instead_of_failing() -> None:
    assert fill("Shelf {shelf} holds {count}.", {"count": 3}) == "Shelf {shelf} holds 3."


def test_dates_are_written_as_the_user_writes_them(languages: Languages) -> None:
    assert fill("until {day}", {"day": date(2027, 3, 31)}) == "until 31/03/2027"
    languages.use("zh_CN")
    assert fill("{day}", {"day": date(2027, 3, 31)}) == "2027/3/31"


@given(st.text(), st.dictionaries(st.text(), st.text() | st.integers()))
def test_no_template_whatsoever_is_fatal(template: str, params: dict[str, object]) -> None:
    assert isinstance(fill(template, params), str)

"""Errors to words: lenient, exact, in the user's language."""

import re
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop.fact_words import REASONS, RIGHTS
from desktop.language import Languages
from desktop.messages import TypedError, fill, sentence_for
from devices.errors import NoStableWeight
from domain.access.permissions import PERMISSIONS
from domain.barcodes import epc
from domain.errors import CounterfoilError, NotFound, NotPermitted
from domain.orders import OrderOnHold


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


def test_a_right_has_its_name_and_not_its_code(languages: Languages) -> None:
    problem = NotPermitted(actor="Lin", permission="counter.refund")
    assert "the right “Refund with a receipt” is missing" in sentence_for(problem)
    languages.use("zh_CN")
    assert "“凭收据退款”" in sentence_for(problem)


def test_every_right_has_words() -> None:
    assert {each.id: each.title for each in PERMISSIONS} == dict(RIGHTS)


def test_reasons_are_said_and_what_somebody_typed_stays(languages: Languages) -> None:
    languages.use("zh_CN")
    held = OrderOnHold(order="SO-1", reason="The address is not clear; Dog bites")
    said = sentence_for(held)
    assert "Dog bites" in said
    assert "address" not in said
    assert "货物在晃动" in sentence_for(NoStableWeight(device_id="scale", reason="motion"))


def test_every_reason_that_a_tag_is_refused_for_has_words() -> None:
    source = Path(epc.__file__).read_text("utf-8")
    assert set(re.findall(r'reason="(\w+)"', source)) <= set(REASONS)


@given(st.text(), st.dictionaries(st.text(), st.text() | st.integers()))
def test_no_template_whatsoever_is_fatal(template: str, params: dict[str, object]) -> None:
    assert isinstance(fill(template, params), str)

"""The reasons that a supervisor's dialog offers fit what is approved."""

import pytest

from desktop.approval import reasons_for
from domain.access.permissions import PERMISSIONS


@pytest.mark.parametrize("right", [each.id for each in PERMISSIONS])
def test_other_is_offered_for_every_right_and_never_preset(right: str) -> None:
    codes = [code for code, _ in reasons_for(right)]
    assert codes[-1] == "other"
    assert len(set(codes)) == len(codes) > 2


def test_a_price_is_matched_at_the_counter_only() -> None:
    matching = {each.id for each in PERMISSIONS if "price_match" in dict(reasons_for(each.id))}
    assert matching == {each.id for each in PERMISSIONS if each.area == "counter"}

"""The quick form of the day in the shop: twelve real invoices, the hub away for a third of them."""

import itertools
from pathlib import Path

import pytest

from tests.scenarios.shop_day import busiest_day, play, report


@pytest.mark.realdata
@pytest.mark.parametrize("books", ["sqlite", "postgres"])
def test_two_stations_and_the_hub_end_equal(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
    books: str,
) -> None:
    monkeypatch.setenv("COUNTERFOIL_KEYS", "file")
    url = request.getfixturevalue("postgres_url") if books == "postgres" else None
    day = busiest_day()
    assert len(day.invoices) == 218
    day.invoices = dict(itertools.islice(day.invoices.items(), 12))
    outcome = play(tmp_path, day, url)
    assert outcome.equal, report(outcome)
    assert outcome.unsent_while_away > 0
    assert "equal at both stations and the hub" in report(outcome)


@pytest.mark.realdata
def test_the_busiest_days_are_those_of_the_description() -> None:
    by_lines = busiest_day(by_lines=True)
    assert sum(map(len, by_lines.invoices.values())) == 5331

"""The quick form of the benchmark on the real shop year."""

from pathlib import Path

import pytest

from forecasting.runner import run
from forecasting.settings import Settings
from tests.benchmarks.forecast_shop_year import (
    AssumedShop,
    measure,
    print_outcome,
    print_reorder_list,
    read_shop_year,
    shop_year_file,
)


def test_a_hundred_real_products(data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Better than repeating the last week, on weeks held back; then a reorder list."""
    year = read_shop_year(shop_year_file(data_folder), products=100)
    assert year.lines == 541_909
    found = measure(year.history)
    assert found.ours.rmsse < found.naive.rmsse
    assert found.ours.sum_error < found.naive.sum_error
    result = run(AssumedShop(year.history), Settings())
    assert len(result.plans) == 100
    assert all(line.quantity % 12 == 0 for order in result.proposals for line in order.lines)
    print_outcome(found, year.lines)
    print_reorder_list(result)
    assert "ASSUMED" in capsys.readouterr().out

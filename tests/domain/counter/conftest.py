"""The shop that the counter's tests sell in."""

import pytest

from domain.replica import Replica
from tests.domain.counter.shop import Shop, furnish


@pytest.fixture
def shop(replica: Replica) -> Shop:
    """A furnished shop without an open shift."""
    return furnish(replica)


@pytest.fixture
def open_shop(shop: Shop) -> Shop:
    """The shop with a shift open at its till."""
    shop.open()
    return shop

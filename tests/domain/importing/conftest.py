"""A company on one PC, ready to import into."""

import pytest

from domain.replica import Replica
from tests.domain.importing import world


@pytest.fixture
def shop(replica: Replica) -> Replica:
    """A shop with its places and a price list."""
    world.found(replica)
    return replica

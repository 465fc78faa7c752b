"""Founding a company and opening its sites."""

import pytest

from domain.company import (
    NewCompany,
    NoCompany,
    SiteTaken,
    company,
    found_company,
    open_site,
    set_up_places,
    sites,
)
from domain.replica import Replica
from domain.stock import find_location, locations
from tests.support.replicas import PROGRAM


def test_a_company_has_sites_with_their_places(replica: Replica) -> None:
    with replica.read() as connection, pytest.raises(NoCompany):
        company(connection)
    with replica.transaction(PROGRAM, "found company") as tx:
        found_company(tx, NewCompany("Lantern & Reed", currency="EUR", cash_step=5))
        open_site(tx, 1, "Shop Altona", "shop")
    with replica.transaction(PROGRAM, "set up places") as tx:
        set_up_places(tx, "shop")
    with replica.read() as connection:
        assert company(connection).cash_step == 5
        assert [s.name for s in sites(connection)] == ["Shop Altona"]
        assert find_location(connection, 1, "receiving".upper()).internal
        assert len(locations(connection, 1)) == 7


def test_a_site_number_is_taken_once(replica: Replica) -> None:
    with replica.transaction(PROGRAM, "open site") as tx:
        open_site(tx, 1, "Shop", "shop")
        with pytest.raises(SiteTaken):
            open_site(tx, 1, "Other", "warehouse")

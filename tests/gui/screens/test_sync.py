"""The exchange, the devices and the backups of a station, over real ones."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.commands.console import declare_tables
from desktop.founding import Founding, furnish
from desktop.screens.sync import BACKUPS, DEVICES, EXCHANGE, SyncScreen
from desktop.tones import Tone
from domain import access, company, customers
from domain.replica import Actor, Identity, Replica
from edge_sync.client import exchange_once
from edge_sync.enrolment import create_enrolment_code, enrol
from edge_sync.hub import HubServer
from tests.gui.screens.support import Driver, MakeScreen, cells
from tests.support.replicas import PROGRAM, _keys_in_files, make_replica, replica

__all__ = ["_keys_in_files", "make_replica", "replica"]

declare_tables()
IT = Actor(bytes(16), "Ida", frozenset({"devices.manage", "backup.run", "sync.manage"}))
CLERK = Actor(bytes(16), "Tom", frozenset())
Desk = Driver[SyncScreen]


@pytest.fixture
def shop(replica: Replica) -> Replica:
    """A company on one PC."""
    furnish(replica, Founding("Harbour", site="Camden", pin="280461"))
    return replica


# The exchange.


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubServer]:
    """A hub that listens."""
    with Replica.create(tmp_path / "hub", Identity(None, 0, centre=True)) as centre:
        furnish(centre, Founding("Harbour", site="Camden", pin="280461", hub=True))
        with HubServer(centre, "127.0.0.1", 0) as server:
            yield server


@pytest.fixture
def station(hub: HubServer, tmp_path: Path) -> Iterator[Replica]:
    """A station that has exchanged once."""
    code = create_enrolment_code(hub.hub.replica, 1, 3, "Till 3")
    with enrol(hub.url, code, tmp_path / "till") as made:
        exchange_once(made)
        yield made


def meet_someone(replica: Replica) -> None:
    with replica.transaction(PROGRAM, "new customer") as tx:
        customers.create_customer(tx, "Grace Hopper")


def test_what_is_unsent_is_sent_by_one_key(
    hub: HubServer, station: Replica, make_screen: MakeScreen
) -> None:
    meet_someone(station)
    desk = make_screen(SyncScreen, station, CLERK)
    desk.enter(part="exchange")
    page = desk.screen.exchange
    assert page.headline.text().startswith("1 change")
    page.logs.grab()  # paints every cell: an error in one would be one of this test
    rows = cells(page.logs)
    assert rows[0][0] == "Till 3 (this PC)"
    assert rows[0][-1].startswith("1 to send") or rows[0][-1] == "%n to send"
    desk.act("confirm")
    desk.settle()
    assert page.headline.text() == "Everything here is at the hub too"
    assert desk.tone is Tone.SUCCESS
    with hub.hub.replica.read() as connection:
        assert [c.name for c in customers.search(connection, "grace")] == ["Grace Hopper"]


def test_without_the_hub_everything_is_kept(
    hub: HubServer, station: Replica, make_screen: MakeScreen
) -> None:
    meet_someone(station)
    hub.stop()
    desk = make_screen(SyncScreen, station, CLERK)
    desk.enter()
    desk.act("confirm")
    desk.settle()
    assert desk.said == ["Nothing could be exchanged. Everything is kept here."]
    page = desk.screen.exchange
    assert "cannot be reached" in page.problem.text()
    assert page.problem.isVisible()
    assert any(name == "Offline since" for name, _ in page.facts.facts())


def test_the_hub_gives_out_codes(hub: HubServer, make_screen: MakeScreen, tmp_path: Path) -> None:
    desk = make_screen(SyncScreen, hub.hub.replica, IT)
    desk.enter()
    page = desk.screen.exchange
    page.give_code.click()
    assert page.code.text() == ""
    page.number.set_value(4)
    page.name.set_value("Till 4")
    page.give_code.click()
    desk.settle()
    with enrol(hub.url, page.code.text(), tmp_path / "till4") as made:
        assert made.station_number == 4
    page.give_code.click()
    desk.settle()
    assert "has a station 4 already" in desk.said[-1]


def test_a_pc_without_a_hub_becomes_a_station(
    shop: Replica, hub: HubServer, make_screen: MakeScreen
) -> None:
    desk = make_screen(SyncScreen, shop, IT)
    desk.enter()
    page = desk.screen.exchange
    page.address.set_value("hub:8443")
    desk.act("confirm")
    assert page.enrolled.isHidden()
    page.address.set_value(hub.url)
    page.one_time_code.set_value("0000-0000-0000-0000-0000-0000-0000")
    desk.act("confirm")
    assert "not an enrolment code" in desk.said[-1]
    page.one_time_code.set_value(create_enrolment_code(hub.hub.replica, 1, 5, "Till 5"))
    desk.act("confirm")
    assert "station 5 of site 1" in page.enrolled.text(), desk.said
    folder = shop.folder.with_name(f"{shop.folder.name}-station")
    with Replica.open(folder) as made, made.read() as connection:
        assert company.company(connection).name == "Harbour"


def test_who_may_not_enrol_cannot(shop: Replica, make_screen: MakeScreen) -> None:
    desk = make_screen(SyncScreen, shop, CLERK)
    desk.enter()
    assert not desk.can("confirm")


# Backups.


def test_a_backup_is_made_checked_and_listed(shop: Replica, make_screen: MakeScreen) -> None:
    desk = make_screen(SyncScreen, shop, IT)
    desk.enter(part="backups")
    page = desk.screen.backups
    assert page.headline.text() == "There is no backup yet"
    desk.act("confirm")
    desk.settle()
    (made,) = (shop.folder / "backups").glob("*-backup.db")
    assert desk.said == [f"Backed up and checked: {made.name}"]
    assert page.list.lines()[0].key == made.name


def test_a_backup_that_cannot_be_written_says_why(shop: Replica, make_screen: MakeScreen) -> None:
    (shop.folder / "backups").write_text("in the way")
    desk = make_screen(SyncScreen, shop, IT)
    desk.enter(part="backups")
    desk.act("confirm")
    assert desk.tone is Tone.ERROR
    assert desk.defects == []
    (shop.folder / "backups").unlink()


def test_f5_turns_the_pages(shop: Replica, make_screen: MakeScreen) -> None:
    desk = make_screen(SyncScreen, shop, CLERK)
    desk.enter(part="exchange")
    seen = []
    for _ in range(3):
        desk.act("next")
        seen.append(desk.screen.pages.currentIndex())
    assert seen == [DEVICES, BACKUPS, EXCHANGE]
    assert not desk.can("confirm"), "a clerk can neither enrol nor back up"
    desk.act("devices")
    assert desk.screen.pages.currentIndex() == DEVICES


def test_access_is_what_the_roles_give(shop: Replica) -> None:
    with shop.read() as connection:
        it = next(r for r in access.roles(connection) if r.code == "it")
        rights = access.role_permissions(connection, it.id)
    assert {"devices.manage", "backup.run", "sync.manage"} <= rights

"""A PC becomes a station: over real TLS, with a code that people can type."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from domain.replica import Replica, ReplicaExists
from edge_sync import enrolment
from edge_sync.client import exchange_once
from edge_sync.enrolment import create_enrolment_code, enrol, read_code
from edge_sync.errors import (
    CodeExpired,
    CodeMistyped,
    CodeRefused,
    CodeUsedUp,
    HubNotTheOne,
    HubUnreachable,
    SiteUnknown,
    StationNumberTaken,
    StationRevoked,
)
from edge_sync.hub import HubServer
from tests.edge_sync.world import digests, new_price, open_hub_on_sqlite, sell


@pytest.fixture
def enrolled(server: HubServer, site: int, tmp_path: Path) -> Iterator[Callable[..., Replica]]:
    made: list[Replica] = []

    def make(number: int = 1, *, replaces: bool = False) -> Replica:
        code = create_enrolment_code(
            server.hub.replica, site, number, f"Till {number}", replaces=replaces
        )
        made.append(enrol(server.url, code, tmp_path / f"station{len(made)}"))
        return made[-1]

    yield make
    for replica in made:
        replica.close()


def test_a_new_station_knows_who_it_is_and_can_exchange(
    server: HubServer, site: int, enrolled: Callable[..., Replica]
) -> None:
    hub = server.hub.replica
    new_price(hub, 250)

    station = enrolled(3)

    assert (station.site, station.station_number, station.life) == (site, 3, "A")
    assert station.secret("pepper") == hub.secret("pepper")
    assert not station.centre
    sell(station, 2)
    report = exchange_once(station)
    assert report.sent == 1
    assert digests(station, {0, site}) == digests(hub, {0, site})


def test_the_code_survives_hasty_typing(server: HubServer, site: int, tmp_path: Path) -> None:
    code = create_enrolment_code(server.hub.replica, site, 1, "Till")
    assert len(code.replace("-", "")) == enrolment.LENGTH
    typed = f" {code.lower().replace('-', ' ').replace('0', 'o').replace('1', 'l')} "
    enrol(server.url, typed, tmp_path / "station").close()


def test_one_wrong_character_is_seen_before_anything_is_sent(server: HubServer, site: int) -> None:
    code = create_enrolment_code(server.hub.replica, site, 1, "Till")
    for place in range(0, len(code), 5):
        other = "2" if code[place] != "2" else "3"
        with pytest.raises(CodeMistyped):
            read_code(code[:place] + other + code[place + 1 :])


def test_a_code_is_good_for_one_pc(server: HubServer, site: int, tmp_path: Path) -> None:
    code = create_enrolment_code(server.hub.replica, site, 1, "Till")
    enrol(server.url, code, tmp_path / "first").close()
    with pytest.raises(CodeUsedUp):
        enrol(server.url, code, tmp_path / "second")


def test_a_lost_answer_is_asked_for_again(
    server: HubServer, site: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The hub has written the station, but the PC died before it could make its replica."""
    code = create_enrolment_code(server.hub.replica, site, 1, "Till")
    with monkeypatch.context() as broken:
        broken.setattr(Replica, "create", _dies)
        with pytest.raises(KeyboardInterrupt):
            enrol(server.url, code, tmp_path / "station")
    with enrol(server.url, code, tmp_path / "station") as station:
        sell(station)
        assert exchange_once(station).sent == 1


def _dies(*_: object, **__: object) -> Replica:
    raise KeyboardInterrupt


def test_a_code_expires_after_ten_minutes(
    server: HubServer, site: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(enrolment, "LIFETIME_MS", -1)
    code = create_enrolment_code(server.hub.replica, site, 1, "Till")
    with pytest.raises(CodeExpired):
        enrol(server.url, code, tmp_path / "station")


def test_five_wrong_tries_end_a_code(server: HubServer, site: int, tmp_path: Path) -> None:
    code = create_enrolment_code(server.hub.replica, site, 1, "Till")
    right = read_code(code)
    wrong = str(right._replace(secret="0" * len(right.secret)))
    for left in (4, 3, 2, 1, 0):
        with pytest.raises(CodeRefused) as refused:
            enrol(server.url, wrong, tmp_path / "station")
        assert refused.value.params == {"left": left}
    with pytest.raises(CodeUsedUp):
        enrol(server.url, code, tmp_path / "station")


def test_the_hub_of_another_company_is_not_told_the_secret(
    server: HubServer, site: int, tmp_path: Path
) -> None:
    code = create_enrolment_code(server.hub.replica, site, 1, "Till")
    with (
        open_hub_on_sqlite(tmp_path / "other") as other,
        HubServer(other, "127.0.0.1", 0) as wrong,
        pytest.raises(HubNotTheOne),
    ):
        enrol(wrong.url, code, tmp_path / "station")


def test_no_hub_at_the_address(server: HubServer, site: int, tmp_path: Path) -> None:
    code = create_enrolment_code(server.hub.replica, site, 1, "Till")
    with pytest.raises(HubUnreachable, match="cannot be reached"):
        enrol("https://127.0.0.1:1", code, tmp_path / "station")


def test_data_that_is_there_is_left_alone(
    server: HubServer, site: int, enrolled: Callable[..., Replica]
) -> None:
    station = enrolled(1)
    code = create_enrolment_code(server.hub.replica, site, 2, "Till")
    with pytest.raises(ReplicaExists):
        enrol(server.url, code, station.folder)


def test_codes_are_for_sites_that_exist_and_numbers_that_are_free(
    server: HubServer, site: int, enrolled: Callable[..., Replica]
) -> None:
    enrolled(1)
    with pytest.raises(SiteUnknown):
        create_enrolment_code(server.hub.replica, 9, 1, "Till")
    with pytest.raises(StationNumberTaken):
        create_enrolment_code(server.hub.replica, site, 1, "Till")


def test_a_pc_that_replaces_another_goes_on_with_a_new_letter(
    server: HubServer, site: int, enrolled: Callable[..., Replica]
) -> None:
    """Its predecessor is withdrawn, and no document number can be minted twice."""
    old = enrolled(1)
    sell(old)
    exchange_once(old)

    new = enrolled(1, replaces=True)

    assert (new.station_number, new.life) == (1, "B")
    sell(old)
    with pytest.raises(StationRevoked):
        exchange_once(old)
    sell(new)
    exchange_once(new)
    assert digests(new, {0, site}) == digests(server.hub.replica, {0, site})

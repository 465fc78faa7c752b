"""What stands between a station and its hub, each told in one sentence."""

import contextlib
import datetime as dt
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509

from domain.errors import CounterfoilError
from domain.replica import Identity, Replica
from domain.replica.journal_tables import station as station_table
from domain.values import now_ms
from edge_sync import certificates
from edge_sync.certificates import prepare, root_of
from edge_sync.client import Settings, exchange_once
from edge_sync.errors import (
    AnswerNotSigned,
    CertificateExpired,
    CertificateHost,
    CertificateNotOurs,
    ClockWrong,
    HubFailed,
    HubUnreachable,
    NotEnrolled,
    StationRevoked,
    StationUnknown,
)
from edge_sync.hub import HubServer
from edge_sync.membership import Membership, join
from edge_sync.status import sync_status
from tests.edge_sync.world import PROGRAM, name_station, open_hub_on_sqlite, sell

QUICK = Settings(connect_s=1.0, answer_s=3.0)
FAR = dt.timedelta(days=400)


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replica]:
    with open_hub_on_sqlite(tmp_path_factory.mktemp("centre") / "hub") as replica:
        yield replica


@pytest.fixture
def listening(centre: Replica) -> Iterator[HubServer]:
    with HubServer(centre, "127.0.0.1", 0) as server:
        yield server


def enrolled_at(replica: Replica, hub: Replica, url: str, root: str = "") -> Replica:
    """Make a replica a station of a hub without the ceremony."""
    to = Membership(url, hub.station, hub.public_key, root or root_of(hub))
    with replica.merging() as merging:
        join(merging.connection, to)
    return replica


@pytest.fixture
def station(centre: Replica, make_replica: Callable[..., Replica]) -> Replica:
    replica = make_replica(1, 1)
    name_station(centre, replica)
    sell(replica)
    return replica


def problem_of(replica: Replica, kind: type[CounterfoilError]) -> CounterfoilError:
    """Exchange, expect a problem, and find the same one in what the window reads."""
    with pytest.raises(kind) as raised:
        exchange_once(replica, QUICK)
    with replica.read() as connection:
        shown = sync_status(connection, replica.station)
    assert shown.unsent == 1
    assert shown.last_success is None
    assert str(shown.problem) == str(raised.value)
    assert "{" not in str(raised.value)
    return raised.value


def test_a_replica_without_a_hub(make_replica: Callable[..., Replica]) -> None:
    with pytest.raises(NotEnrolled):
        exchange_once(make_replica(standalone=True))


def test_all_is_well(station: Replica, centre: Replica, listening: HubServer) -> None:
    enrolled_at(station, centre, listening.url)
    exchange_once(station)
    with station.read() as connection:
        shown = sync_status(connection, station.station)
    assert (shown.unsent, shown.problem, shown.reachable) == (0, None, True)
    assert shown.last_success is not None
    assert shown.offline_since is None


def test_nobody_listens(station: Replica, centre: Replica) -> None:
    enrolled_at(station, centre, "https://127.0.0.1:1")
    problem_of(station, HubUnreachable)
    with station.read() as connection:
        shown = sync_status(connection, station.station)
    assert not shown.reachable
    assert shown.offline_since is not None
    assert shown.unsent_since is not None


def test_the_name_is_not_known(station: Replica, centre: Replica) -> None:
    enrolled_at(station, centre, "https://no-such-hub.invalid:8443")
    problem_of(station, HubUnreachable)


def test_the_centre_withdrew_the_station(
    station: Replica, centre: Replica, listening: HubServer
) -> None:
    enrolled_at(station, centre, listening.url)
    with centre.transaction(PROGRAM, "revoke") as tx:
        tx.update(station_table, station.station, revoked=1)
    problem_of(station, StationRevoked)
    with station.read() as connection:
        assert sync_status(connection, station.station).reachable


def test_the_hub_does_not_know_the_station(
    centre: Replica, listening: HubServer, make_replica: Callable[..., Replica]
) -> None:
    stranger = enrolled_at(make_replica(1, 9), centre, listening.url)
    sell(stranger)
    problem_of(stranger, StationUnknown)


def test_another_hub_answers(
    station: Replica, centre: Replica, listening: HubServer, tmp_path: Path
) -> None:
    with open_hub_on_sqlite(tmp_path / "other") as other:
        enrolled_at(station, centre, listening.url, root=root_of(other))
        problem_of(station, CertificateNotOurs)


def test_the_certificate_is_for_another_name(
    station: Replica, centre: Replica, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = lambda _: [x509.DNSName("hub.example")]  # noqa: E731
    monkeypatch.setattr(certificates, "_all_names", names)
    with HubServer(centre, "127.0.0.1", 0) as server:
        enrolled_at(station, centre, server.url)
        problem_of(station, CertificateHost)


def test_the_certificate_is_out_of_date(
    station: Replica, centre: Replica, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(certificates, "_BACKDATED", FAR)
    monkeypatch.setattr(certificates, "SERVER_DAYS", -1)
    with HubServer(centre, "127.0.0.1", 0) as server:
        enrolled_at(station, centre, server.url)
        problem_of(station, CertificateExpired)


@pytest.mark.parametrize("ahead", [True, False])
def test_the_clock_is_so_wrong_that_the_certificate_seems_out_of_date(
    centre: Replica, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ahead: bool
) -> None:
    """The PC believes another year than the hub: the hub's own time, proven, tells which."""
    year_ms = 366 * 86_400_000
    monkeypatch.setattr(certificates, "_BACKDATED", FAR if ahead else -FAR)
    monkeypatch.setattr(certificates, "SERVER_DAYS", -1 if ahead else 800)
    with HubServer(centre, "127.0.0.1", 0) as server:
        wall = (lambda: now_ms() + year_ms) if ahead else (lambda: now_ms() - year_ms)
        with Replica.create(tmp_path / "station", Identity(1, 4), wall) as replica:
            name_station(centre, replica)
            sell(replica)
            enrolled_at(replica, centre, server.url)
            problem = problem_of(replica, ClockWrong)
    assert abs(int(str(problem.params["minutes"])) - year_ms // 60_000) <= 1


@pytest.mark.parametrize("minutes", [-90, 90])
def test_a_clock_that_is_wrong_by_an_hour_is_shown_and_does_no_harm(
    centre: Replica, listening: HubServer, tmp_path: Path, minutes: int
) -> None:
    """The station learns the hub's time from the refusal and signs with it: all is sent."""
    wall = lambda: now_ms() + minutes * 60_000  # noqa: E731
    with Replica.create(tmp_path / "station", Identity(1, 5), wall) as replica:
        name_station(centre, replica)
        sell(replica)
        enrolled_at(replica, centre, listening.url)
        assert exchange_once(replica, QUICK).sent == 1
        with replica.read() as connection:
            shown = sync_status(connection, replica.station)
    assert shown.unsent == 0
    assert isinstance(shown.problem, ClockWrong)
    assert shown.problem.params == {"minutes": 90}


class Portal(socketserver.BaseRequestHandler):
    """Answers whatever it is asked with the log-in page of a network."""

    status = "200 OK"

    def handle(self) -> None:
        with contextlib.suppress(OSError):
            self.request.recv(65536)
            page = b"<html>Welcome to our Wi-Fi</html>"
            lines = (f"HTTP/1.1 {self.status}", f"Content-Length: {len(page)}", "Connection: close")
            head = "\r\n".join((*lines, "", ""))
            self.request.sendall(head.encode() + page)


class BrokenPortal(Portal):
    """Answers like a server that broke."""

    status = "500 Internal Server Error"


class Quiet(socketserver.ThreadingTCPServer):
    """A server that says nothing about clients that hang up."""

    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Ignore a client that does not like our certificate."""


@contextlib.contextmanager
def answering(handler: type[Portal], made: certificates.Certificates | None) -> Iterator[str]:
    """Serve a handler, with the hub's own certificate where it is given."""
    with Quiet(("127.0.0.1", 0), handler) as server:
        if made is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(made.chain, made.key)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield f"https://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


def test_the_log_in_page_of_a_network_answers(station: Replica, centre: Replica) -> None:
    with answering(Portal, None) as url:
        enrolled_at(station, centre, url)
        problem_of(station, AnswerNotSigned)


def test_something_with_the_right_certificate_and_no_signature_answers(
    station: Replica, centre: Replica
) -> None:
    with answering(Portal, prepare(centre)) as url:
        enrolled_at(station, centre, url)
        problem_of(station, AnswerNotSigned)


def test_the_hub_met_a_defect(station: Replica, centre: Replica) -> None:
    with answering(BrokenPortal, prepare(centre)) as url:
        enrolled_at(station, centre, url)
        problem_of(station, HubFailed)

"""The hub over real HTTP and TLS: who is answered, who is refused, and how fast news travels."""

import contextlib
import secrets
import socket
import threading
import time
from collections.abc import Callable, Iterator

import httpx
import msgspec
import pytest

from domain.replica import Replica
from edge_sync import hub as hub_module
from edge_sync import signing
from edge_sync.certificates import root_of
from edge_sync.client import Line, Settings, pinned
from edge_sync.hub import HubServer
from edge_sync.membership import Membership, join
from edge_sync.protocol import Hello, encode
from edge_sync.session import Session
from tests.edge_sync.world import count, digests, name_station, new_price, sell

MakeReplica = Callable[..., Replica]
Connect = Callable[..., Session]


@pytest.fixture
def connect(server: HubServer, site: int, make_replica: MakeReplica) -> Iterator[Connect]:
    lines: list[Line] = []

    def make(station: int = 1, wait: int = 0) -> Session:
        replica = make_replica(site, station)
        name_station(server.hub.replica, replica)
        hub = server.hub.replica
        to = Membership(server.url, hub.station, hub.public_key, root_of(hub))
        with replica.merging() as merging:
            join(merging.connection, to)
        lines.append(Line(replica, to, Settings(wait_s=wait)))
        return Session(replica, to, lines[-1].ask)

    yield make
    for line in lines:
        line.close()


class Raw:
    """A client that signs as it likes."""

    def __init__(self, server: HubServer, replica: Replica) -> None:
        self.replica = replica
        self.http = httpx.Client(base_url=server.url, verify=pinned(root_of(server.hub.replica)))

    def send(
        self, body: bytes = b"", path: str = "/sync/1/hello", **changes: object
    ) -> httpx.Response:
        header = str(changes.get("header") or self.header(body, path))
        return self.http.post(path, content=body, headers={"Authorization": header})

    def header(self, body: bytes, path: str = "/sync/1/hello", off_ms: int = 0) -> str:
        when = self.replica.clock.wall() + off_ms
        nonce = secrets.token_bytes(16)
        sign, station = self.replica.sign, self.replica.station
        return signing.sign_request(sign, station, "POST", path, body, when, nonce)

    def refused(self, response: httpx.Response) -> str:
        return str(msgspec.msgpack.decode(response.content)["code"])


@pytest.fixture
def raw(server: HubServer, site: int, make_replica: MakeReplica) -> Iterator[Raw]:
    replica = make_replica(site, 7)
    name_station(server.hub.replica, replica)
    client = Raw(server, replica)
    with client.http:
        yield client


HELLO = encode(Hello(1, "0001", []))


def test_two_stations_agree_over_the_wire_while_the_hub_comes_and_goes(
    server: HubServer, site: int, connect: Connect
) -> None:
    hub = server.hub.replica
    first, second = connect(1), connect(2)
    new_price(hub, 3)
    for session in (first, second):
        sell(session.replica, 4, lines=3)
        session.exchange()
    first.exchange()
    expected = digests(hub, {0, site})
    assert digests(first.replica, {0, site}) == digests(second.replica, {0, site}) == expected


def test_news_wakes_who_waits_for_it(connect: Connect) -> None:
    waiting, selling = connect(1), connect(2)
    for session in (waiting, selling):
        session.exchange()
    seconds: list[float] = []

    def wait() -> None:
        start = time.perf_counter()
        waiting.pull(wait=20)
        seconds.append(time.perf_counter() - start)

    thread = threading.Thread(target=wait)
    thread.start()
    time.sleep(0.3)
    sell(selling.replica)
    selling.push()
    thread.join()
    assert 0.25 < seconds[0] < 5
    assert count(waiting.replica, "SELECT quantity FROM t_sold") == 1


def test_what_the_centre_changes_wakes_them_too(server: HubServer, connect: Connect) -> None:
    waiting = connect(1)
    waiting.exchange()
    timer = threading.Timer(0.3, new_price, (server.hub.replica, 7700))
    timer.start()
    waiting.pull(wait=20)
    timer.join()
    assert count(waiting.replica, "SELECT max(amount) FROM t_price") == 7700


def test_without_news_a_question_is_answered_after_its_wait(
    connect: Connect,
) -> None:
    session = connect(1)
    session.exchange()
    start = time.perf_counter()
    assert session.pull(wait=1) is False
    assert time.perf_counter() - start >= 0.9


def test_a_signed_request_is_answered_once(raw: Raw) -> None:
    header = raw.header(HELLO)
    assert raw.send(HELLO, header=header).status_code == 200
    again = raw.send(HELLO, header=header)
    assert (again.status_code, raw.refused(again)) == (401, "sync.request_stale")


@pytest.mark.parametrize("off_ms", [-400_000, 400_000])
def test_a_request_from_another_time_is_stale(raw: Raw, off_ms: int) -> None:
    answer = raw.send(HELLO, header=raw.header(HELLO, off_ms=off_ms))
    assert (answer.status_code, raw.refused(answer)) == (401, "sync.request_stale")


def test_body_path_and_signature_belong_together(raw: Raw) -> None:
    other = encode(Hello(1, "0001", [])) + b"x"
    for answer in (
        raw.send(other, header=raw.header(HELLO)),
        raw.send(HELLO, "/sync/1/pull", header=raw.header(HELLO)),
    ):
        assert (answer.status_code, raw.refused(answer)) == (401, "sync.request_forged")


def test_requests_without_a_readable_signature_are_refused(raw: Raw) -> None:
    for header in ("Bearer x", "Counterfoil", "Counterfoil !!!", "Counterfoil QUJD"):
        answer = raw.send(HELLO, header=header)
        assert (answer.status_code, raw.refused(answer)) == (400, "sync.request_malformed")


def test_an_unknown_station_is_told_so_under_signature(
    server: HubServer, make_replica: MakeReplica
) -> None:
    stranger = Raw(server, make_replica(1, 8))
    with stranger.http:
        answer = stranger.send(HELLO)
    assert (answer.status_code, stranger.refused(answer)) == (401, "sync.station_unknown")
    assert signing.ANSWER_HEADER in answer.headers


def test_verbs_of_later_have_their_place(raw: Raw) -> None:
    answer = raw.send(b"", "/sync/1/snapshot")
    assert (answer.status_code, raw.refused(answer)) == (501, "sync.not_offered")


@pytest.mark.expects_log
def test_what_is_too_large_or_nonsense_is_refused(
    raw: Raw, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub_module, "MAX_MESSAGE", 1000)
    large = raw.send(bytes(2000))
    assert (large.status_code, raw.refused(large)) == (413, "sync.too_large")
    nonsense = raw.send(b"\xc1\x00")
    assert (nonsense.status_code, raw.refused(nonsense)) == (400, "sync.request_malformed")
    enrol = raw.http.post("/enrol", content=b"\x00")
    assert (enrol.status_code, raw.refused(enrol)) == (400, "sync.request_malformed")


def test_health_tells_whoever_watches(raw: Raw) -> None:
    answer = raw.http.get("/health")
    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"


def test_an_idle_exchange_is_small(raw: Raw, connect: Connect) -> None:
    """The goal of the wire: one round trip of at most a kilobyte where nothing is new."""
    session = connect(1)
    session.exchange()
    sizes: list[int] = []
    ask = session._ask

    def measured(verb: str, data: bytes) -> bytes:
        answer = ask(verb, data)
        sizes.append(len(data) + len(answer))
        return answer

    session._ask = measured
    session.pull()
    assert len(sizes) == 1
    assert sizes[0] < 500


def test_a_line_that_waits_for_a_farewell_does_not_hold_up_the_end(
    hub: Replica, caplog: pytest.LogCaptureFixture
) -> None:
    """A client that asked for the end of its line and never says goodbye itself."""
    with contextlib.ExitStack() as stack:
        server = HubServer(hub, "127.0.0.1", 0)
        server.start()
        plain = stack.enter_context(socket.create_connection(("127.0.0.1", server.port), 5))
        line = stack.enter_context(
            pinned(root_of(hub)).wrap_socket(plain, server_hostname="127.0.0.1")
        )
        line.sendall(b"GET /health HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n")
        assert line.recv(20).startswith(b"HTTP/1.1 200")
        began = time.monotonic()
        server.stop()
        assert time.monotonic() - began < 3
    assert not [each for each in caplog.records if each.levelname == "ERROR"]

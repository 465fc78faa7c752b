"""The hub as an ASGI application, and the server that runs it with the hub's own certificate.

``POST /sync/1/hello``, ``/sync/1/pull`` (held back up to 25 s while there is nothing new) and
``/sync/1/push`` for stations; ``POST /enrol`` and ``GET /root`` for PCs that become one;
``GET /health`` for whoever watches. Bodies are MessagePack. A refusal is
``{"code": …, "params": …}`` under its HTTP status, signed like every answer.
"""

import asyncio
import contextlib
import logging
import socket
import threading
from collections.abc import AsyncIterator, Iterable, Mapping
from typing import Any

import msgspec
import uvicorn
from sqlalchemy.exc import DBAPIError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from uvicorn.protocols.http.h11_impl import H11Protocol

from domain.errors import EnvironmentProblem
from domain.replica import Replica
from domain.replica.storage import get_state
from edge_sync import certificates, enrolment, signing
from edge_sync.desk import Desk
from edge_sync.errors import HubBusy, Refused, RequestMalformed, TooLarge
from edge_sync.protocol import (
    MAX_MESSAGE,
    Pull,
    PullAnswer,
    as_params,
    decode,
    granted,
    worth_waiting,
)

log = logging.getLogger(__name__)

PREFIX = "/sync/1/"
MAX_ENROL = 4096
WATCH_S = 0.2
"""How often the hub looks for what its own people, or another worker, wrote."""


class Tide:
    """Wakes those who wait for a site when something new has come to it."""

    def __init__(self) -> None:
        self._waiting: dict[asyncio.Event, dict[int, int]] = {}
        self._ended = False

    @property
    def anybody(self) -> bool:
        """Whether somebody waits."""
        return bool(self._waiting)

    async def wait(self, seen: Mapping[int, int], seconds: float) -> None:
        """Wait until a site is beyond what was seen of it (site → position), or for a time."""
        if self._ended:
            return
        event = asyncio.Event()
        self._waiting[event] = dict(seen)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(event.wait(), seconds)
        del self._waiting[event]

    def rise(self, positions: Mapping[int, int]) -> None:
        """Wake whoever has not seen these positions."""
        for event, seen in self._waiting.items():
            if any(positions.get(site, 0) > position for site, position in seen.items()):
                event.set()

    def end(self) -> None:
        """Wake everybody: the hub goes away."""
        self._ended = True
        for event in self._waiting:
            event.set()


class Hub:
    """The ASGI application over one desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.replica = desk.replica
        self.tide = Tide()
        self._fresh = signing.Fresh()
        self.application = Starlette(
            routes=[
                Route(PREFIX + "{verb}", self._verb, methods=["POST"]),
                Route("/enrol", self._enrol, methods=["POST"]),
                Route("/root", self._root, methods=["GET"]),
                Route("/health", self._health, methods=["GET"]),
            ],
            lifespan=self._lifespan,
        )

    @contextlib.asynccontextmanager
    async def _lifespan(self, _: Starlette) -> AsyncIterator[None]:
        watch = asyncio.create_task(self._watch())
        yield
        watch.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watch

    async def _watch(self) -> None:
        """Look from time to time for what came in by other ways than a push to this process."""
        while True:
            await asyncio.sleep(WATCH_S)
            if self.tide.anybody:
                try:
                    self.tide.rise(await run_in_threadpool(self.desk.positions))
                except (EnvironmentProblem, DBAPIError) as problem:
                    log.warning("the hub's database does not answer: %s", problem)

    async def _verb(self, request: Request) -> Response:
        nonce = b""
        try:
            who = signing.read_credentials(request.headers.get("authorization", ""))
            nonce = who.nonce
            body = await _body(request, MAX_MESSAGE)
            caller = await run_in_threadpool(self.desk.caller, who.station)
            signing.check_request(who, caller.public_key, "POST", request.url.path, body)
            self._fresh.check(who, self.replica.clock.wall())
            verb = request.path_params["verb"]
            answer = await run_in_threadpool(self.desk.answer, verb, caller, body)
            if verb == "push":
                self.tide.rise(await run_in_threadpool(self.desk.positions))
            elif verb == "pull":
                answer = await self._hold(body, answer, caller)
        except Refused as problem:
            return self._refuse(nonce, problem)
        except (EnvironmentProblem, DBAPIError) as problem:
            log.warning("the hub's database does not answer: %s", problem)
            return self._refuse(nonce, HubBusy())
        return self._answer(nonce, 200, answer)

    async def _hold(self, body: bytes, answer: bytes, caller: Any) -> bytes:
        """Hold back an answer without news, as long as the station likes to wait."""
        wait = decode(body, Pull).wait
        told = decode(answer, PullAnswer)
        if not worth_waiting(told, wait):
            return answer
        seen = {c.site: c.position for c in told.cursors if c.site in granted(caller.at_site)}
        await self.tide.wait(seen, min(wait, 25))
        return await run_in_threadpool(self.desk.answer, "pull", caller, body)

    async def _enrol(self, request: Request) -> Response:
        nonce = _nonce(request)
        try:
            body = await _body(request, MAX_ENROL)
            application = msgspec.msgpack.decode(body, type=enrolment.Application)
            admission = await run_in_threadpool(enrolment.admit, self.desk, application)
        except Refused as problem:
            return self._refuse(nonce, problem)
        except (msgspec.MsgspecError, RecursionError):
            return self._refuse(nonce, RequestMalformed(detail="not an application"))
        return self._answer(nonce, 200, msgspec.msgpack.encode(admission))

    async def _root(self, request: Request) -> Response:
        root = await run_in_threadpool(certificates.root_of, self.replica)
        return self._answer(_nonce(request), 200, root.encode())

    async def _health(self, request: Request) -> Response:
        def state() -> dict[str, object]:
            with self.replica.read() as connection:
                epoch = get_state(connection, "hub_epoch")
            return {"status": "ok", "epoch": epoch, "time": self.replica.clock.wall()}

        try:
            told: dict[str, object] = await run_in_threadpool(state)
        except (EnvironmentProblem, DBAPIError) as problem:
            log.warning("the hub's database does not answer: %s", problem)
            return self._refuse(_nonce(request), HubBusy())
        return self._answer(_nonce(request), 200, msgspec.json.encode(told), "application/json")

    def _refuse(self, nonce: bytes, problem: Refused) -> Response:
        body = msgspec.msgpack.encode({"code": problem.code, "params": as_params(problem.params)})
        return self._answer(nonce, problem.status, body)

    def _answer(
        self, nonce: bytes, status: int, body: bytes, kind: str = "application/msgpack"
    ) -> Response:
        time = self.replica.clock.wall()
        proof = signing.sign_answer(self.replica.sign, nonce, status, body, time)
        return Response(body, status, {signing.ANSWER_HEADER: proof}, kind)


async def _body(request: Request, limit: int) -> bytes:
    """Read a body up to a limit. Raises TooLarge."""
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > limit:
            raise TooLarge(limit=limit)
        parts.append(part)
    return b"".join(parts)


def _nonce(request: Request) -> bytes:
    try:
        return bytes.fromhex(request.headers.get(signing.NONCE_HEADER, ""))[: signing.NONCE_SIZE]
    except ValueError:
        return b""


class HubServer:
    """A hub that listens, with TLS. ``run`` blocks; ``start`` and ``stop`` use a thread."""

    def __init__(
        self,
        replica: Replica,
        host: str = "0.0.0.0",  # noqa: S104 - a hub is there to be reached
        port: int = 8443,
        names: Iterable[str] = (),
    ) -> None:
        """Prepare certificates and the desk. ``names`` are further names that stations use.

        Raises NotAHub.
        """
        self.hub = Hub(Desk(replica))
        self._made = certificates.prepare(replica, names)
        self._host = host
        self._socket = _listen(host, port)
        self.port = int(self._socket.getsockname()[1])
        config = uvicorn.Config(
            self.hub.application,
            log_config=None,
            access_log=False,
            http="h11",
            ws="none",
            server_header=False,
            timeout_graceful_shutdown=5,
            ssl_certfile=str(self._made.chain),
            ssl_keyfile=str(self._made.key),
        )
        self._server = _Server(config, self.hub.tide)
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        """Where stations on this PC find it."""
        host = "127.0.0.1" if self._host in ("0.0.0.0", "::") else self._host  # noqa: S104
        return f"https://{host}:{self.port}"

    def run(self) -> None:
        """Serve until the process is told to stop."""
        self._server.run(sockets=[self._socket])

    def start(self) -> None:
        """Serve in a thread; give back when it answers."""
        self._thread = threading.Thread(target=self.run, name="hub")
        self._thread.start()
        while not self._server.started and self._thread.is_alive():
            self._thread.join(0.01)

    def stop(self) -> None:
        """Stop serving and wait until it is done."""
        self._server.should_exit = True
        if self._thread is not None:
            self._thread.join()
        self._socket.close()

    def __enter__(self) -> "HubServer":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


class _Server(uvicorn.Server):
    """Uvicorn's server; lets go of those who wait before it says goodbye."""

    def __init__(self, config: uvicorn.Config, tide: Tide) -> None:
        super().__init__(config)
        self._tide = tide

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._tide.end()
        await self._cut_goodbyes()
        hanging_up = asyncio.create_task(self._hang_up())
        await super().shutdown(sockets)
        hanging_up.cancel()

    async def _cut_goodbyes(self) -> None:
        """Cut lines that wait for a farewell: uvicorn would close them again.

        A TLS line that is closed twice forgets its protocol (asyncio's ``sslproto``) and cannot be
        cut any more; it would hold up the end until the time for it is over.
        """
        for each in list(self.server_state.connections):
            if isinstance(each, H11Protocol) and each.transport.is_closing():
                each.transport.abort()
        await asyncio.sleep(0.01)

    async def _hang_up(self) -> None:
        """Cut idle lines: TLS would wait for the farewell of stations that keep theirs open."""
        while True:
            await asyncio.sleep(0.1)
            for each in list(self.server_state.connections):
                idle = isinstance(each, H11Protocol) and (
                    each.cycle is None or each.cycle.response_complete
                )
                if idle and each.transport is not None:
                    each.transport.abort()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError:
        listener.close()
        raise
    return listener

"""The station's way to its hub: HTTPS with a pinned root, every answer proven to be the hub's.

Whatever goes wrong becomes one typed error, which is one sentence for a person.
"""

import secrets
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from urllib.parse import urlsplit

import httpx
import msgspec

from domain.errors import CounterfoilError
from domain.replica import Replica
from edge_sync import signing
from edge_sync.enrolment import Admission, Application, Code
from edge_sync.errors import (
    AnswerNotSigned,
    CertificateExpired,
    CertificateHost,
    CertificateNotOurs,
    ClockWrong,
    HubFailed,
    HubNotTheOne,
    HubUnreachable,
    NotEnrolled,
    RequestStale,
    refusal,
)
from edge_sync.membership import Membership, membership
from edge_sync.protocol import CLOCK_TOLERANCE_MS, MAX_MESSAGE, MAX_WAIT_S
from edge_sync.segment import MSGPACK_ZSTD
from edge_sync.session import Report, Session
from edge_sync.state import Recorder

CONNECT_S = 5.0
ANSWER_S = MAX_WAIT_S + 10.0
NO_CHECK_TIME = 0x200000
"""OpenSSL's X509_V_FLAG_NO_CHECK_TIME, which Python does not name."""

# OpenSSL's verification results, x509_vfy.h.
NOT_YET_VALID, EXPIRED, WRONG_HOST, WRONG_ADDRESS = 9, 10, 62, 64


@dataclass(frozen=True, slots=True)
class Settings:
    """How to exchange."""

    codec: int = MSGPACK_ZSTD
    wait_s: int = MAX_WAIT_S
    """How long a question for news may be held back by the hub."""
    connect_s: float = CONNECT_S
    answer_s: float = ANSWER_S


def pinned(root: str, *, ignore_time: bool = False) -> ssl.SSLContext:
    """Make a TLS context that trusts one root and nothing else."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_verify_locations(cadata=root)
    if ignore_time:
        context.verify_flags |= ssl.VerifyFlags(NO_CHECK_TIME)
    return context


class Line:
    """A station's connection to its hub: carries verbs, proves answers. For one thread."""

    def __init__(self, replica: Replica, hub: Membership, settings: Settings) -> None:
        self._replica = replica
        self._hub = hub
        self._settings = settings
        self._http = _http(hub.url, pinned(hub.root), settings)
        self.clock_off_ms = 0
        """The hub's clock less ours, by its last answer."""

    def __enter__(self) -> "Line":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._http.close()

    def close(self) -> None:
        """Hang up."""
        self._http.close()

    def ask(self, verb: str, body: bytes) -> bytes:
        """Send one request and give its proven answer. Raises the problems of ``errors``.

        A PC whose clock is wrong signs with the hub's time, once it has learnt it: its clock is
        shown as wrong, but what it sold still arrives.
        """
        try:
            return self._ask(verb, body)
        except RequestStale:
            return self._ask(verb, body)

    @property
    def clock_wrong(self) -> ClockWrong | None:
        """The problem to show, where the clocks differ by more than two minutes."""
        return _clock_problem(self.clock_off_ms)

    def _ask(self, verb: str, body: bytes) -> bytes:
        path = f"/sync/1/{verb}"
        nonce = secrets.token_bytes(signing.NONCE_SIZE)
        time = self._replica.clock.wall() + self.clock_off_ms
        header = signing.sign_request(
            *(self._replica.sign, self._replica.station, "POST", path, body, time, nonce)
        )
        try:
            status, proof, answer = _send(self._http, path, body, {"Authorization": header})
        except httpx.HTTPError as problem:
            raise self._in_words(problem) from problem
        told = signing.check_answer(self._hub.public_key, proof, nonce, status, answer)
        if told is None:
            raise _unproven(self._hub.url, status)
        self.clock_off_ms = told - self._replica.clock.wall()
        if status != httpx.codes.OK:
            raise _refused(self._hub.url, status, answer)
        return answer

    def _in_words(self, problem: Exception) -> Exception:
        tls = _tls_problem(problem)
        if tls is not None and tls.verify_code in (NOT_YET_VALID, EXPIRED):
            return self._whose_clock()
        return in_words(problem, self._hub.url)

    def _whose_clock(self) -> Exception:
        """Ask the hub for its time, over the pinned chain but without regard to dates."""
        nonce = secrets.token_bytes(signing.NONCE_SIZE)
        context = pinned(self._hub.root, ignore_time=True)
        try:
            with _http(self._hub.url, context, self._settings) as http:
                headers = {signing.NONCE_HEADER: nonce.hex()}
                status, proof, answer = _send(http, "/health", None, headers)
        except httpx.HTTPError as problem:
            return in_words(problem, self._hub.url)
        told = signing.check_answer(self._hub.public_key, proof, nonce, status, answer)
        off = 0 if told is None else told - self._replica.clock.wall()
        return _clock_problem(off) or CertificateExpired(hub=self._hub.url)


def exchange_once(replica: Replica, settings: Settings | None = None) -> Report:
    """Greet the hub, send everything, fetch everything, once.

    How it went is written to ``sync_state``. Raises NotEnrolled, and what stands between a
    station and its hub.
    """
    chosen = settings or Settings()
    with replica.read() as connection:
        hub = membership(connection)
    if hub is None:
        raise NotEnrolled
    recorder = Recorder(replica, hub.peer)
    with Line(replica, hub, chosen) as line:
        try:
            report = Session(replica, hub, line.ask, chosen.codec).exchange()
        except CounterfoilError as problem:
            recorder.failed("once", problem)
            raise
        recorder.went_well("once", line.clock_off_ms, line.clock_wrong)
    return report


def first_contact(url: str, code: Code, application: Application) -> Admission:
    """Fetch the root, check it against the code, and apply over a connection pinned to it."""
    settings = Settings()
    unchecked = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    unchecked.check_hostname = False
    unchecked.verify_mode = ssl.CERT_NONE  # the code's fingerprint decides, just below
    try:
        with _http(url, unchecked, settings) as http:
            _, _, answer = _send(http, "/root", None, {})
        root = answer.decode("ascii", "replace")
        if not _named(code, root):
            raise HubNotTheOne(hub=url)
        with _http(url, pinned(root), settings) as http:
            body = msgspec.msgpack.encode(application)
            status, _, answer = _send(http, "/enrol", body, {})
    except httpx.HTTPError as problem:
        raise in_words(problem, url) from problem
    if status != httpx.codes.OK:
        raise _refused(url, status, answer)
    return msgspec.msgpack.decode(answer, type=Admission)


def in_words(problem: BaseException, url: str) -> Exception:
    """Turn what the HTTP or TLS library reports into one of our errors."""
    tls = _tls_problem(problem)
    if tls is not None:
        if tls.verify_code in (WRONG_HOST, WRONG_ADDRESS):
            return CertificateHost(hub=url)
        if tls.verify_code in (NOT_YET_VALID, EXPIRED):
            return CertificateExpired(hub=url)
        return CertificateNotOurs(hub=url)
    if any(isinstance(each, ssl.SSLError) for each in _causes(problem)):
        # Whatever answers does not speak TLS at all: a log-in page, a proxy.
        return AnswerNotSigned(hub=url)
    if isinstance(problem, httpx.RemoteProtocolError | httpx.DecodingError):
        return AnswerNotSigned(hub=url) if "illegal" in str(problem) else HubUnreachable(hub=url)
    return HubUnreachable(hub=url)


def _http(url: str, context: ssl.SSLContext, settings: Settings) -> httpx.Client:
    host = urlsplit(url).hostname or ""
    return httpx.Client(
        base_url=url,
        verify=context,
        timeout=httpx.Timeout(settings.answer_s, connect=settings.connect_s),
        trust_env=host not in ("127.0.0.1", "::1", "localhost"),
        headers={"User-Agent": "counterfoil", "Accept-Encoding": "identity"},
    )


def _send(
    http: httpx.Client, path: str, body: bytes | None, headers: dict[str, str]
) -> tuple[int, str, bytes]:
    """Send and read at most as much as an answer may have; give (status, proof, body)."""
    method = "GET" if body is None else "POST"
    with http.stream(method, path, content=body, headers=headers) as response:
        parts: list[bytes] = []
        size = 0
        for part in response.iter_raw():
            size += len(part)
            if size > 2 * MAX_MESSAGE:
                raise httpx.DecodingError("illegal size of an answer")
            parts.append(part)
        proof = response.headers.get(signing.ANSWER_HEADER, "")
        return response.status_code, proof, b"".join(parts)


def _refused(url: str, status: int, answer: bytes) -> Exception:
    try:
        told = msgspec.msgpack.decode(answer, type=dict[str, object])
        params = told["params"]
        if isinstance(params, dict):
            return refusal(str(told["code"]), params)
    except (msgspec.MsgspecError, KeyError):
        pass
    return HubFailed(hub=url, status=status)


def _unproven(url: str, status: int) -> Exception:
    """A defect of the hub is answered by its server, unsigned, with 500."""
    if status == httpx.codes.INTERNAL_SERVER_ERROR:
        return HubFailed(hub=url, status=status)
    return AnswerNotSigned(hub=url)


def _clock_problem(off_ms: int) -> ClockWrong | None:
    if abs(off_ms) <= CLOCK_TOLERANCE_MS:
        return None
    return ClockWrong(minutes=round(abs(off_ms) / 60_000))


def _named(code: Code, root: str) -> bool:
    try:
        return code.names(root)
    except ValueError:
        return False


def _tls_problem(problem: BaseException) -> ssl.SSLCertVerificationError | None:
    for each in _causes(problem):
        if isinstance(each, ssl.SSLCertVerificationError):
            return each
    return None


def _causes(problem: BaseException) -> Iterator[BaseException]:
    each: BaseException | None = problem
    while each is not None:
        yield each
        each = each.__cause__ or each.__context__

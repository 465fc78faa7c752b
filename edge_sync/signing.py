"""Requests and answers are signed, so that neither side believes what stands in between.

A request carries ``Authorization: Counterfoil <base64 of station 16, time 8, nonce 16,
signature 64>``; the signature covers method, path, the body's SHA-256, time, nonce and station.
An answer carries ``Counterfoil-Answer: <base64 of time 8, signature 64>`` over the request's
nonce, the status, the body's SHA-256 and the time. Times are milliseconds since 1970 UTC.
"""

import base64
import binascii
import hashlib
import struct
import threading
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from edge_sync.errors import RequestForged, RequestMalformed, RequestStale

SCHEME = "Counterfoil"
ANSWER_HEADER = "Counterfoil-Answer"
NONCE_HEADER = "Counterfoil-Nonce"
NONCE_SIZE = 16
WINDOW_MS = 300_000
"""A request older or newer than this by the hub's clock is not answered."""

_REQUEST = struct.Struct(">16sq16s64s")
_ANSWER = struct.Struct(">q64s")

Sign = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a request says about who sends it."""

    station: bytes
    time: int
    nonce: bytes
    signature: bytes


def _request_text(method: str, path: str, body: bytes, who: Credentials) -> bytes:
    digest = hashlib.sha256(body).hexdigest()
    lines = ("counterfoil request 1", method, path, digest, str(who.time), who.nonce.hex())
    return "\n".join((*lines, who.station.hex())).encode()


def sign_request(
    sign: Sign, station: bytes, method: str, path: str, body: bytes, time: int, nonce: bytes
) -> str:
    """Write the ``Authorization`` header of a request."""
    bare = Credentials(station, time, nonce, b"")
    signature = sign(_request_text(method, path, body, bare))
    data = _REQUEST.pack(station, time, nonce, signature)
    return f"{SCHEME} {base64.b64encode(data).decode()}"


def read_credentials(header: str) -> Credentials:
    """Read the ``Authorization`` header. Raises RequestMalformed."""
    scheme, _, text = header.partition(" ")
    try:
        data = base64.b64decode(text, validate=True)
        if scheme != SCHEME or len(data) != _REQUEST.size:
            raise RequestMalformed(detail="no signature")
    except binascii.Error as problem:
        raise RequestMalformed(detail="no signature") from problem
    return Credentials(*_REQUEST.unpack(data))


def check_request(who: Credentials, public_key: bytes, method: str, path: str, body: bytes) -> None:
    """Prove that a station sent a request. Raises RequestForged."""
    text = _request_text(method, path, body, who)
    if not _proves(public_key, who.signature, text):
        raise RequestForged


def _answer_text(nonce: bytes, status: int, body: bytes, time: int) -> bytes:
    digest = hashlib.sha256(body).hexdigest()
    return "\n".join(("counterfoil answer 1", nonce.hex(), str(status), digest, str(time))).encode()


def sign_answer(sign: Sign, nonce: bytes, status: int, body: bytes, time: int) -> str:
    """Write the header that proves an answer to be the hub's, and to this request."""
    signature = sign(_answer_text(nonce, status, body, time))
    return base64.b64encode(_ANSWER.pack(time, signature)).decode()


def check_answer(
    public_key: bytes, header: str, nonce: bytes, status: int, body: bytes
) -> int | None:
    """Prove that the hub gave an answer; give the hub's time, or None where it did not."""
    try:
        data = base64.b64decode(header, validate=True)
        time, signature = _ANSWER.unpack(data)
    except (binascii.Error, struct.error):
        return None
    proven = _proves(public_key, signature, _answer_text(nonce, status, body, time))
    return int(time) if proven else None


def _proves(public_key: bytes, signature: bytes, text: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, text)
    except (InvalidSignature, ValueError):
        return False
    return True


class Fresh:
    """Remembers the nonces of the last minutes, so that no request is answered twice.

    Each worker of a hub has its own; a request repeated to another worker does no harm, because
    every verb is idempotent.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._young: set[bytes] = set()
        self._old: set[bytes] = set()
        self._turned = 0

    def check(self, who: Credentials, now: int) -> None:
        """Accept a request once, within the window. Raises RequestStale."""
        with self._lock:
            if now - self._turned > 2 * WINDOW_MS:
                self._young, self._old, self._turned = set(), self._young, now
            known = who.nonce in self._young or who.nonce in self._old
            if known or abs(now - who.time) > WINDOW_MS:
                raise RequestStale
            self._young.add(who.nonce)

"""Enrolment: how a PC becomes a station of a company.

The centre gives out a code of 28 characters, good for ten minutes and five tries, for one site
and station number. It holds the number of the code (15 bits), a secret (50 bits), and the first
65 bits of the root certificate's fingerprint, so that the very first contact is pinned as well;
ten bits check the typing. The PC sends the secret and its public key over the pinned connection;
the hub writes it among the stations and answers who it is, the company's pepper and the root.
A lost answer does no harm: the same key may ask again with the same code.
"""

import hashlib
import hmac
import logging
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlalchemy.engine import Connection

from domain.replica import Identity, Replica, run
from domain.replica.errors import ReplicaExists
from domain.replica.journal_tables import station as station_table
from domain.replica.keys import KeyStore, new_secret, open_key_store
from domain.replica.schema import GLOBAL
from domain.replica.storage import DATABASE, set_state
from domain.values import next_life
from edge_sync import certificates
from edge_sync.desk import HUB, Desk
from edge_sync.errors import (
    CodeExpired,
    CodeMistyped,
    CodeRefused,
    CodeUsedUp,
    RequestForged,
    SiteUnknown,
    StationNumberTaken,
)
from edge_sync.membership import Membership, company_facts, join

log = logging.getLogger(__name__)

LIFETIME_MS = 10 * 60_000
TRIES = 5
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U."""
_NUMBER, _SECRET, _PRINT, _CHECK = 3, 10, 13, 2
LENGTH = _NUMBER + _SECRET + _PRINT + _CHECK
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


class Code(NamedTuple):
    """What an enrolment code says."""

    number: int
    secret: str
    fingerprint: str

    def __str__(self) -> str:
        text = _letters(self.number, _NUMBER) + self.secret + self.fingerprint
        text += _check(text)
        return "-".join(text[i : i + 4] for i in range(0, LENGTH, 4))

    def names(self, root: str) -> bool:
        """Whether a root certificate is the one that the code was made for."""
        return _print_of(root) == self.fingerprint


def read_code(text: str) -> Code:
    """Read a code as somebody typed it. Raises CodeMistyped."""
    plain = text.strip().upper().translate(_LOOKALIKES)
    body, check = plain[:-_CHECK], plain[-_CHECK:]
    if len(plain) != LENGTH or set(plain) - set(_ALPHABET) or _check(body) != check:
        raise CodeMistyped
    number = 0
    for letter in body[:_NUMBER]:
        number = number * 32 + _ALPHABET.index(letter)
    return Code(number, body[_NUMBER : _NUMBER + _SECRET], body[_NUMBER + _SECRET :])


def _letters(number: int, count: int) -> str:
    return "".join(_ALPHABET[number >> 5 * i & 31] for i in reversed(range(count)))


def _check(body: str) -> str:
    digest = hashlib.blake2b(body.encode(), digest_size=2, person=b"enrolment code").digest()
    return _letters(int.from_bytes(digest, "big") & 1023, _CHECK)


def _print_of(root: str) -> str:
    digest = int.from_bytes(certificates.fingerprint(root)[:9], "big") >> 7
    return _letters(digest, _PRINT)


class Application(msgspec.Struct, frozen=True):
    """A PC's request to become a station. ``proof`` is signed with the key that it names."""

    number: int
    secret: str
    public_key: bytes
    proof: bytes

    def signed_part(self) -> bytes:
        """Give the bytes that ``proof`` covers."""
        return b"counterfoil enrolment 1\n%d\n%s\n" % (self.number, self.secret.encode())


class Admission(msgspec.Struct, frozen=True):
    """The hub's answer: who the new station is, and what it must know."""

    station: bytes
    site: int
    station_number: int
    life: str
    pepper: bytes
    root: str
    hub_station: bytes
    hub_key: bytes
    facts: dict[str, str]
    """What the centre knows about the company."""


def create_enrolment_code(
    hub: Replica, site: int, station_number: int, name: str, *, replaces: bool = False
) -> str:
    """Give out a code for a new station of a site. The old ones that have expired are forgotten.

    ``replaces`` says that the PC takes the place of a station with this number, which is then
    withdrawn. Raises SiteUnknown, StationNumberTaken.
    """
    with hub.read() as connection:
        known = run(
            connection, "SELECT 1 FROM site WHERE site = 0 AND number = ? AND archived = 0", site
        ).first()
        if known is None:
            raise SiteUnknown(site=site)
        if not replaces and _holders(connection, site, station_number):
            raise StationNumberTaken(site=site, number=station_number)
    number = secrets.randbelow(1 << 5 * _NUMBER)
    secret = _letters(secrets.randbits(5 * _SECRET), _SECRET)
    now = hub.clock.wall()
    with hub.merging() as merging:
        connection = merging.connection
        run(connection, "DELETE FROM enrolment_code WHERE expires < ? OR number = ?", now, number)
        run(
            connection,
            "INSERT INTO enrolment_code (number, secret, at_site, station_number, name, replaces,"
            " expires, tries) VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
            *(number, _keyed(hub, secret), site, station_number, name, int(replaces)),
            now + LIFETIME_MS,
        )
    return str(Code(number, secret, _print_of(certificates.root_of(hub))))


@dataclass(frozen=True, slots=True)
class _Given:
    secret: bytes
    at_site: int
    station_number: int
    name: str
    replaces: bool
    expires: int
    tries: int
    station: bytes | None
    public_key: bytes | None


def admit(desk: Desk, application: Application) -> Admission:
    """Redeem a code at the hub. Raises CodeRefused, CodeExpired, CodeUsedUp, RequestForged."""
    hub = desk.replica
    _check_proof(application)
    given = _try_code(hub, application)
    station = given.station
    if station is None:
        station = _write_station(hub, application, given)
        desk.seal_own()
    with hub.read() as connection:
        return Admission(
            station=station,
            site=given.at_site,
            station_number=given.station_number,
            life=_next_life_of(connection, given, station),
            pepper=hub.secret("pepper"),
            root=certificates.root_of(hub),
            hub_station=hub.station,
            hub_key=hub.public_key,
            facts=company_facts(connection),
        )


def _check_proof(application: Application) -> None:
    try:
        key = Ed25519PublicKey.from_public_bytes(application.public_key)
        key.verify(application.proof, application.signed_part() + application.public_key)
    except (InvalidSignature, ValueError) as problem:
        raise RequestForged from problem


def _try_code(hub: Replica, application: Application) -> _Given:
    """Count the try and compare, in one commit, so that tries at the same time count as well."""
    with hub.merging() as merging:
        row = run(
            merging.connection,
            "UPDATE enrolment_code SET tries = tries + 1 WHERE number = ? RETURNING secret,"
            " at_site, station_number, name, replaces, expires, tries, station, public_key",
            application.number,
        ).first()
    if row is None:
        raise CodeRefused(left=0)
    given = _Given(bytes(row[0]), row[1], row[2], row[3], bool(row[4]), *row[5:])
    if given.tries > TRIES:
        raise CodeUsedUp
    if hub.clock.wall() > given.expires:
        raise CodeExpired
    if not hmac.compare_digest(given.secret, _keyed(hub, application.secret)):
        raise CodeRefused(left=TRIES - given.tries)
    if given.public_key is not None and given.public_key != application.public_key:
        raise CodeUsedUp
    return given


def _write_station(hub: Replica, application: Application, given: _Given) -> bytes:
    with hub.transaction(HUB, "enrol station") as tx:
        station = tx.new_id()
        for former in _holders(tx.connection, given.at_site, given.station_number):
            tx.update(station_table, former, revoked=1)
        tx.insert(
            station_table,
            id=station,
            number=given.station_number,
            at_site=given.at_site,
            name=given.name,
            public_key=application.public_key,
            revoked=0,
        )
        used = run(
            tx.connection,
            "UPDATE enrolment_code SET station = ?, public_key = ?"
            " WHERE number = ? AND station IS NULL",
            station,
            application.public_key,
            application.number,
        )
        if used.rowcount != 1:
            raise CodeUsedUp  # another PC was faster by the blink of an eye
    log.info("station %s of site %s enrolled", given.station_number, given.at_site)
    return station


def _holders(connection: Connection, site: int, number: int) -> list[bytes]:
    text = "SELECT id FROM station WHERE site = ? AND at_site = ? AND number = ? AND revoked = 0"
    return [bytes(row[0]) for row in run(connection, text, GLOBAL, site, number)]


def _next_life_of(connection: Connection, given: _Given, station: bytes) -> str:
    """Give the first letter that no former PC with this number used: its series go on there."""
    rows = run(
        connection,
        "SELECT DISTINCT l.life FROM log l JOIN station s ON s.site = 0 AND s.id = l.station"
        " WHERE s.at_site = ? AND s.number = ? AND s.id <> ?",
        *(given.at_site, given.station_number, station),
    )
    lives = sorted((row[0] for row in rows), key=lambda life: (len(life), life))
    return next_life(lives[-1]) if lives else "A"


def _keyed(hub: Replica, secret: str) -> bytes:
    return hashlib.blake2b(secret.encode(), key=hub.secret("pepper"), digest_size=32).digest()


def enrol(hub_url: str, code: str, folder: Path) -> Replica:
    """Make this PC a station: redeem the code and make the replica, ready to exchange.

    Raises CodeMistyped, HubNotTheOne, CodeRefused, CodeExpired, CodeUsedUp, ReplicaExists,
    HubUnreachable and the other problems of a connection.
    """
    from edge_sync.client import first_contact

    read = read_code(code)
    if (folder / DATABASE).exists():
        raise ReplicaExists(path=folder)
    folder.mkdir(parents=True, exist_ok=True)
    signing_key = _agreed_key(open_key_store(folder))
    private = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(signing_key))
    public_key = private.public_key().public_bytes_raw()
    bare = Application(read.number, read.secret, public_key, b"")
    proof = private.sign(bare.signed_part() + public_key)
    application = msgspec.structs.replace(bare, proof=proof)
    admission = first_contact(hub_url, read, application)
    identity = Identity(
        admission.site,
        admission.station_number,
        station=admission.station,
        life=admission.life,
    )
    given: Mapping[str, str] = {"signing_key": signing_key, "pepper": admission.pepper.hex()}
    replica = Replica.create(folder, identity, given=given)
    with replica.merging() as merging:
        hub = Membership(hub_url, admission.hub_station, admission.hub_key, admission.root)
        join(merging.connection, hub)
        for name, value in admission.facts.items():
            set_state(merging.connection, name, value)
    return replica


def _agreed_key(keys: KeyStore) -> str:
    """Keep one key for all tries at one folder, so that a lost answer can be asked for again."""
    stored = keys.get("signing_key")
    if stored is None:
        stored = new_secret(32)
        keys.put("signing_key", stored)
    return stored

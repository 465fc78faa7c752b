"""The replica: the encrypted database of one station (or of the hub) and the way into it."""

import contextlib
import hashlib
import logging
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy.engine import Connection, Engine

import domain.replica.decisions
import domain.replica.journal_tables  # noqa: F401 - declares the tables
from domain.replica import books, storage
from domain.replica.actor import Actor, Approval
from domain.replica.changeset import Changeset
from domain.replica.engine import postgres_engine, problems_in_words, sqlite_engine
from domain.replica.errors import DatabaseBusy, ReplicaExists, ReplicaMissing
from domain.replica.identity import Identity
from domain.replica.keys import KeyStore, machine_id, new_secret, open_key_store, require
from domain.replica.lock import InstanceLock
from domain.replica.merge import Merging
from domain.replica.recovery import top_up
from domain.replica.rows import run
from domain.replica.till_roll import TillRoll
from domain.replica.transaction import Transaction
from domain.replica.volume import check_local
from domain.replica.written import Written
from domain.values import HybridClock, new_id, next_life, now_ms

log = logging.getLogger(__name__)

WRITE_TIMEOUT_S = 10.0
_SECRETS = {"database_key": 48, "signing_key": 32, "pepper": 32, "boot_token": 16}


class Replica:
    """One open replica. ``transaction`` writes, ``read`` reads; both from any thread."""

    def __init__(
        self,
        writer: Engine,
        reader: Engine,
        keys: KeyStore,
        *,
        folder: Path,
        till_roll: TillRoll | None = None,
        lock: InstanceLock | None = None,
        wall: Callable[[], int] = now_ms,
    ) -> None:
        self._writer = writer
        self._reader = reader
        self._lock = threading.Lock()
        self._instance = lock
        self.keys = keys
        self.folder = folder
        self.till_roll = till_roll
        self.roll_fault: str | None = None
        """Why the till roll cannot be written, while it cannot: selling goes on, IT must know."""
        self.clock = HybridClock(wall)
        self._signing_key = Ed25519PrivateKey.from_private_bytes(
            bytes.fromhex(require(keys, "signing_key"))
        )
        self._load_identity()

    @classmethod
    def create(
        cls,
        folder: Path,
        identity: Identity,
        wall: Callable[[], int] = now_ms,
        given: Mapping[str, str] | None = None,
    ) -> "Replica":
        """Make a new, empty replica in a folder.

        Raises ReplicaExists, NotWritable, DiskFull, OnNetworkShare.

        ``given`` holds secrets that were agreed before (``signing_key``, ``pepper``: enrolment).
        """
        path = folder / storage.DATABASE
        check_local(folder)
        with storage.folder_problems(folder):
            if path.exists():
                raise ReplicaExists(path=folder)
            folder.mkdir(parents=True, exist_ok=True)
            keys = open_key_store(folder)
            fresh = {name: new_secret(size) for name, size in _SECRETS.items()}
            for name, value in (fresh | dict(given or {})).items():
                keys.put(name, value)
        storage.create_sqlite(path, require(keys, "database_key"))
        replica = cls._open(folder, keys, wall=wall, first=identity)
        log.info("replica created in %s", folder)
        return replica

    @classmethod
    def open(
        cls, folder: Path, wall: Callable[[], int] = now_ms, *, beside: bool = False
    ) -> "Replica":
        """Open the replica in a folder, migrating it where it is older than the program.

        ``beside`` works beside the process that has it open (an administrator's short step).
        Raises ReplicaMissing, ReplicaInUse, KeyMissing, KeyWrong, ReplicaTooNew, EngineTooOld,
        OnNetworkShare.
        """
        check_local(folder)
        with storage.folder_problems(folder):
            if not (folder / storage.DATABASE).exists():
                raise ReplicaMissing(path=folder)
        return cls._open(folder, open_key_store(folder), wall=wall, beside=beside)

    @classmethod
    def _open(
        cls,
        folder: Path,
        keys: KeyStore,
        *,
        wall: Callable[[], int],
        first: Identity | None = None,
        beside: bool = False,
    ) -> "Replica":
        lock = InstanceLock(folder)
        lock.acquire(beside=beside)
        engines: tuple[Engine, ...] = ()
        try:
            key = require(keys, "database_key")
            path = folder / storage.DATABASE
            with problems_in_words(path):
                storage.migrate_if_older(path, key)
                writer, reader = sqlite_engine(path, key, writer=True), sqlite_engine(path, key)
                engines = (writer, reader)
                if first is not None:
                    with writer.begin() as connection:
                        storage.store_identity(connection, first, new_id(), boot_digest(keys))
                roll = TillRoll(folder / "tillroll", key)
                replica = cls(
                    writer, reader, keys, folder=folder, till_roll=roll, lock=lock, wall=wall
                )
                replica._begin_life()
                replica._top_up()
        except BaseException:
            for engine in engines:
                engine.dispose()
            lock.release()
            raise
        return replica

    @classmethod
    def on_postgres(
        cls, url: str, folder: Path, identity: Identity, wall: Callable[[], int] = now_ms
    ) -> "Replica":
        """Open (and at the first time make) the central hub's replica on PostgreSQL.

        ``folder`` keeps the keys. No till roll is written: PostgreSQL has its own log.
        """
        with storage.folder_problems(folder):
            folder.mkdir(parents=True, exist_ok=True)
        keys = open_key_store(folder)
        for name, size in _SECRETS.items():
            if keys.get(name) is None:
                keys.put(name, new_secret(size))
        engine = postgres_engine(url)
        try:
            with problems_in_words(url):
                storage.create_postgres(engine, identity, boot_digest(keys))
                reader = engine.execution_options(isolation_level="REPEATABLE READ")
                replica = cls(engine, reader, keys, folder=folder, wall=wall)
                replica._begin_life()
        except BaseException:
            engine.dispose()
            raise
        return replica

    def close(self) -> None:
        """Close all connections and give the lock back."""
        self._writer.dispose()
        self._reader.dispose()
        if self.till_roll is not None:
            self.till_roll.close()
        if self._instance is not None:
            self._instance.release()

    def __enter__(self) -> "Replica":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def public_key(self) -> bytes:
        """The station's Ed25519 public key (32 bytes)."""
        return self._signing_key.public_key().public_bytes_raw()

    @property
    def is_postgres(self) -> bool:
        """Whether this is a hub on PostgreSQL."""
        return self._writer.dialect.name == "postgresql"

    def sign(self, message: bytes) -> bytes:
        """Sign with the station's key."""
        return self._signing_key.sign(message)

    def secret(self, name: str) -> bytes:
        """Give a secret of this replica (``pepper``). Raises KeyMissing."""
        return bytes.fromhex(require(self.keys, name))

    def child_environment(self) -> dict[str, str]:
        """Give the environment for a process of ours that shares this replica."""
        return self._instance.child_environment() if self._instance else {}

    @contextlib.contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection with one consistent snapshot for reading."""
        with problems_in_words(self.folder), self._reader.connect() as connection:
            connection.begin()
            yield connection

    @contextlib.contextmanager
    def transaction(
        self,
        actor: Actor,
        command: str,
        *,
        version: int = 1,
        occurred_at: int | None = None,
        site: int | None = None,
        approval: Approval | None = None,
    ) -> Iterator[Transaction]:
        """Do one business step: all of it is durable when this returns, or none of it.

        Raises what the step raises; DatabaseBusy, DiskFull, NotWritable from the environment.
        """
        with self._writing() as connection:
            tx = Transaction(
                self,
                connection,
                actor,
                command,
                version=version,
                occurred_at=occurred_at,
                site=site,
                approval=approval,
            )
            yield tx
            tx.commit_books()
            connection.commit()
            if tx.changeset is not None:
                self._roll(tx.changeset, tx.signature)

    @contextlib.contextmanager
    def batch(
        self, actor: Actor, *, site: int | None = None
    ) -> Iterator[Callable[..., contextlib.AbstractContextManager[Transaction]]]:
        """Do many business steps, each a changeset of its own, in one commit: for imports.

        Gives ``step(command, occurred_at=…)``, to be used like ``transaction``, one after the
        other. A step that raises is undone alone, if the caller catches it. The others are
        durable when this returns, or none of them is.
        """
        done: list[Changeset] = []
        with self._writing() as connection:

            @contextlib.contextmanager
            def step(command: str, *, occurred_at: int | None = None) -> Iterator[Transaction]:
                tx = Transaction(
                    self, connection, actor, command, occurred_at=occurred_at, site=site
                )
                with connection.begin_nested():
                    yield tx
                    tx.commit_books()
                if tx.changeset is not None:
                    done.append(tx.changeset)

            yield step
            connection.commit()
            for number, changeset in enumerate(done, 1):
                self._roll(changeset, self.sign(changeset.hash()), sync=number == len(done))

    @contextlib.contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self.is_postgres:
            with problems_in_words(self.folder), self._writer.connect() as connection:
                connection.begin()
                yield connection
            return
        if not self._lock.acquire(timeout=WRITE_TIMEOUT_S):
            raise DatabaseBusy
        try:
            with problems_in_words(self.folder), self._writer.connect() as connection:
                connection.begin()
                yield connection
        finally:
            self._lock.release()

    @contextlib.contextmanager
    def merging(self, *, one_by_one: bool = False) -> Iterator[Merging]:
        """Take in changesets of others; effect, identity and cursor commit together.

        ``one_by_one`` runs the projections after each changeset, to find one that they choke on.
        """
        with self._writing() as connection:
            merging = Merging(self, connection, Written(), one_by_one=one_by_one)
            yield merging
            merging.finish()
            connection.commit()

    def own_log(self, connection: Connection, site: int) -> int:
        """The log that this life writes for a scope; opened at its first changeset."""
        name = f"log:{site}"
        text = "SELECT name, value FROM replica_state WHERE name IN (?, 'life')"
        stored = {row[0]: row[1] for row in run(connection, text, name)}
        # Another process of ours may have begun a new life since this one was started.
        self.life = stored["life"]
        if name in stored:
            return int(stored[name])
        number = books.new_log_id()
        books.open_log(connection, site, number, self.station, self.life, self.public_key)
        storage.set_state(connection, name, str(number))
        return number

    def _roll(self, changeset: Changeset, signature: bytes | None, *, sync: bool = True) -> None:
        if self.till_roll is None:
            return
        try:
            self.till_roll.append(changeset, signature, self.clock.wall(), sync=sync)
            self.roll_fault = None
        except OSError as problem:
            self.roll_fault = str(problem)
            log.error("the till roll could not be written: %s", problem)  # noqa: TRY400

    def _load_identity(self) -> None:
        with self._reader.connect() as connection:
            values = storage.all_state(connection)
        self.station = bytes.fromhex(values["station"])
        self.station_number = int(values["station_number"])
        self.site = int(values["site"]) if values["site"] else None
        self.centre = values["centre"] == "1"
        self.standalone = values["standalone"] == "1"
        self.life = values["life"]
        self._boot = values["boot"]

    def _begin_life(self) -> None:
        """Open new logs where this database was not last used by this life of this PC."""
        if boot_digest(self.keys) != self._boot:
            self.begin_new_life()

    def begin_new_life(self) -> None:
        """Open new logs and number series: this database is an older copy of itself."""
        with self._writing() as connection:
            life = next_life(storage.get_state(connection, "life") or self.life)
            storage.forget_own_logs(connection)
            storage.set_state(connection, "life", life)
            storage.set_state(connection, "boot", boot_digest(self.keys))
            connection.commit()
        log.warning("restored or copied database: life %s begins", life)
        self._load_identity()

    def _top_up(self) -> None:
        """Bring database and till roll together: what one has, the other gets."""
        top_up(self)


def boot_digest(keys: KeyStore) -> str:
    """Bind the boot token to this machine: what the database must hold to go on in its life."""
    text = f"{require(keys, 'boot_token')}|{machine_id()}"
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()

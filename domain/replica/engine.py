"""Opening the database: one SQLite library, one set of settings, each read back.

SQLite below 3.51.3 (and 3.52.0) can lose commits when one connection commits while another
checkpoints, which is what a window beside a sync process does; so the version is checked first.
The key is raw (key and salt, 96 hex digits): a passphrase would cost 300 ms a connection, and a
salt inside the file makes one torn sector fatal.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import create_engine, event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import NullPool, QueuePool

from domain.errors import CounterfoilError
from domain.replica.errors import (
    DatabaseBusy,
    DiskFull,
    EngineTooOld,
    KeyWrong,
    NotWritable,
    NumberTooLarge,
    ReplicaDamaged,
    ServerUnreachable,
    SettingRefused,
    TextNotStorable,
)

MINIMUM = (3, 51, 3)
WITHDRAWN = (3, 52, 0)
BUSY_TIMEOUT_MS = 5000

_SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
    ("busy_timeout", str(BUSY_TIMEOUT_MS), BUSY_TIMEOUT_MS),
    ("cache_size", "-65536", -65536),
    ("mmap_size", "0", 0),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("wal_autocheckpoint", "1000", 1000),
    ("journal_size_limit", str(64 * 1024 * 1024), 64 * 1024 * 1024),
)


def check_version(version: str = sqlcipher.sqlite_version) -> None:
    """Refuse a SQLite library that can lose sales. Raises EngineTooOld."""
    found = tuple(int(part) for part in version.split(".")[:3])
    if found < MINIMUM or found == WITHDRAWN:
        raise EngineTooOld(found=version)


def _connect(path: Path, key: str, *, read_only: bool) -> Any:
    try:
        connection = sqlcipher.connect(
            f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=BUSY_TIMEOUT_MS / 1000,
        )
    except sqlcipher.OperationalError as problem:
        raise translate(problem, path) from problem
    try:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        for name, value, expected in _SETTINGS:
            if read_only and name == "journal_mode":
                continue
            connection.execute(f"PRAGMA {name} = {value}").fetchall()
            row = connection.execute(f"PRAGMA {name}").fetchone()
            # The cipher compiles memory mapping out: no row then, and nothing is mapped.
            if row is None and name == "mmap_size":
                continue
            if row is None or row[0] != expected:
                raise SettingRefused(name=name, found=row and row[0])
    except sqlcipher.DatabaseError as problem:
        connection.close()
        raise translate(problem, path) from problem
    except SettingRefused:
        connection.close()
        raise
    return connection


def sqlite_engine(path: Path, key: str, *, writer: bool = False) -> Engine:
    """Make the engine of a replica's file. A writer begins IMMEDIATE, a reader a snapshot.

    ``key`` is 96 hex digits: 32 bytes of key and 16 of salt. The writer's engine keeps a single
    connection, which its owner guards with a lock.
    """
    check_version()
    engine = create_engine(
        "sqlite://",
        creator=lambda: _connect(path, key, read_only=False),
        module=sqlcipher,
        poolclass=QueuePool,
        pool_size=1 if writer else 4,
        max_overflow=0 if writer else 12,
    )
    begin = "BEGIN IMMEDIATE" if writer else "BEGIN"

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # Straight to the driver: every look-up begins a snapshot, and this halves what that costs.
        connection.connection.driver_connection.execute(begin)  # type: ignore[union-attr]

    return engine


def postgres_engine(url: str) -> Engine:
    """Make the engine of a hub's PostgreSQL (``postgresql+psycopg://…``).

    Raises ServerUnreachable where that is no address.
    """
    try:
        return create_engine(url, pool_size=8, max_overflow=8, pool_pre_ping=True)
    except (ArgumentError, ImportError) as problem:
        raise ServerUnreachable(detail="postgresql+psycopg://USER@HOST/NAME?") from problem


def throwaway_engine(path: Path, key: str) -> Engine:
    """Make an engine that keeps no connection, for copies that are checked and closed."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: _connect(path, key, read_only=False),
        module=sqlcipher,
        poolclass=NullPool,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def translate(problem: BaseException, path: Path | str = "") -> CounterfoilError:
    """Say in a person's words what the database driver reported."""
    text = str(problem)
    if "locked" in text or "busy" in text:
        return DatabaseBusy()
    if "disk is full" in text or "No space left" in text:
        return DiskFull()
    if "not a database" in text or "encrypted" in text:
        return KeyWrong()
    if "readonly" in text or "unable to open" in text or "Permission" in text:
        return NotWritable(path=path)
    if "out of range" in text or "integer overflow" in text:
        return NumberTooLarge()
    if "connection" in text:  # PostgreSQL's words; SQLite has no connections to lose
        return ServerUnreachable(detail=text.splitlines()[0])
    return ReplicaDamaged(detail=text)


_ENVIRONMENT = (
    "locked",
    "busy",
    "disk is full",
    "No space left",
    "not a database",
    "readonly",
    "unable to open",
    "malformed",
    "disk I/O error",
    "connection",
    "out of range",
    "integer overflow",
)


@contextlib.contextmanager
def problems_in_words(path: Path | str = "") -> Iterator[None]:
    """Turn what the environment did to the database into typed errors; defects pass through."""
    try:
        yield
    except DBAPIError as problem:
        if any(word in str(problem.orig) for word in _ENVIRONMENT):
            raise translate(problem.orig or problem, path) from problem
        raise
    except sqlcipher.DatabaseError as problem:
        raise translate(problem, path) from problem
    except OverflowError as problem:
        raise NumberTooLarge from problem
    except UnicodeEncodeError as problem:
        raise TextNotStorable from problem

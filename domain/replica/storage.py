"""Making the tables, keeping them append-only, and what the replica knows about itself."""

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import inspect
from sqlalchemy.engine import Connection, Engine

from domain.replica import planner, versions
from domain.replica.durable import sync_folder
from domain.replica.engine import sqlite_engine, throwaway_engine
from domain.replica.errors import DiskFull, NotWritable
from domain.replica.identity import Identity
from domain.replica.rows import run
from domain.replica.schema import append_only, metadata, specs
from domain.replica.search import make_index
from domain.values import new_id

DATABASE = "replica.db"


@contextlib.contextmanager
def folder_problems(folder: Path) -> Iterator[None]:
    """Turn the file system's refusals into words."""
    try:
        yield
    except PermissionError as problem:
        raise NotWritable(path=folder) from problem
    except OSError as problem:
        if problem.errno == errno.ENOSPC:
            raise DiskFull from problem
        if problem.errno in (errno.EROFS, errno.ENOTDIR, errno.EEXIST):
            raise NotWritable(path=folder) from problem
        raise


def make_tables(connection: Connection) -> None:
    """Make every table of today's schema, its guards and its search index."""
    metadata.create_all(connection)
    guard(connection)
    make_index(connection)
    planner.describe_tables(connection)
    versions.stamp(connection)


def guard(connection: Connection) -> None:
    """Let the database itself refuse to change or delete facts and the journal."""
    postgres = connection.dialect.name == "postgresql"
    if postgres:
        connection.exec_driver_sql(
            "CREATE OR REPLACE FUNCTION counterfoil_refuse() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION 'append-only: %%', TG_TABLE_NAME; END $$"
        )
    here = set(inspect(connection).get_table_names())
    for spec in specs.values():
        if not append_only(spec) or spec.name not in here:
            continue
        for action in ("UPDATE", "DELETE"):
            name = f"guard_{spec.name}_{action.lower()}"
            if postgres:
                text = (
                    f'CREATE OR REPLACE TRIGGER {name} BEFORE {action} ON "{spec.name}"'
                    " FOR EACH ROW EXECUTE FUNCTION counterfoil_refuse()"
                )
            else:
                text = (
                    f'CREATE TRIGGER IF NOT EXISTS {name} BEFORE {action} ON "{spec.name}"'
                    f" BEGIN SELECT RAISE(ABORT, 'append-only: {spec.name}'); END"
                )
            connection.exec_driver_sql(text)


def create_sqlite(path: Path, key: str) -> None:
    """Make an empty encrypted database with today's tables."""
    engine = sqlite_engine(path, key, writer=True)
    try:
        with folder_problems(path.parent), engine.begin() as connection:
            make_tables(connection)
    finally:
        engine.dispose()
    sync_folder(path.parent)


def create_postgres(engine: Engine, identity: Identity, boot: str) -> None:
    """Make the hub's tables where they are missing, and its identity at the first time."""
    with engine.begin() as connection:
        if not inspect(connection).has_table("replica_state"):
            make_tables(connection)
        versions.check(connection)
        if get_state(connection, "station") is None:
            store_identity(connection, identity, new_id(), boot)


def migrate_if_older(path: Path, key: str) -> None:
    """Bring an older database up to today's schema, with a verified copy taken first.

    Raises ReplicaTooNew where the database is newer than the program.
    """
    engine = throwaway_engine(path, key)
    with engine.connect() as connection:
        current = versions.check(connection)
    if not current:
        from domain.replica.migrate import upgrade

        upgrade(path, key)


def get_state(connection: Connection, name: str) -> str | None:
    """Read one thing that the replica knows about itself."""
    value = run(connection, "SELECT value FROM replica_state WHERE name = ?", name).scalar()
    return None if value is None else str(value)


def all_state(connection: Connection) -> dict[str, str]:
    """Read all that the replica knows about itself."""
    rows = connection.exec_driver_sql("SELECT name, value FROM replica_state")
    return {row[0]: row[1] for row in rows}


def set_state(connection: Connection, name: str, value: str) -> None:
    """Remember something about this replica."""
    run(
        connection,
        "INSERT INTO replica_state (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        name,
        value,
    )


def forget_own_logs(connection: Connection) -> None:
    """End the logs of this life: the next changeset of each scope opens a new one."""
    run(connection, "DELETE FROM replica_state WHERE name LIKE ?", "log:%")


def store_identity(connection: Connection, identity: Identity, station: bytes, boot: str) -> None:
    """Write who this replica is."""
    values = {
        "station": (identity.station or station).hex(),
        "station_number": str(identity.station_number),
        "site": "" if identity.site is None else str(identity.site),
        "centre": str(int(identity.centre or identity.standalone)),
        "standalone": str(int(identity.standalone)),
        "life": identity.life,
        "boot": boot,
    }
    for name, value in values.items():
        set_state(connection, name, value)

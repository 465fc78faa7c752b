"""Bringing an older database up to today's schema, inside the application.

A verified copy is taken first; each revision runs in a transaction with its own version stamp,
so a kill at any point leaves a whole schema, and the next start goes on from there. Works from a
frozen program: the environment is found through the package, no configuration file is read.
"""

import logging
from importlib.resources import files
from pathlib import Path

from alembic import command
from alembic.config import Config

from domain.replica import planner, storage, versions
from domain.replica.backup import verified_copy
from domain.replica.engine import sqlite_engine
from domain.replica.search import make_index

log = logging.getLogger(__name__)


def configuration() -> Config:
    """Give alembic's configuration, made in code."""
    config = Config()
    config.set_main_option("script_location", str(files("domain.replica") / "migrations"))
    return config


def upgrade(path: Path, key: str) -> Path:
    """Migrate the database; give the copy that was taken of the old one.

    Raises DiskFull, NotWritable, ReplicaDamaged; the old database is then as it was.
    """
    copy = verified_copy(path, key, path.parent / "backups", "before-upgrade")
    log.info("migrating to schema %s; the old database is kept as %s", versions.HEAD, copy)
    engine = sqlite_engine(path, key, writer=True)
    try:
        with engine.begin() as connection:
            config = configuration()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            storage.guard(connection)
            make_index(connection)
            planner.describe_tables(connection)
    finally:
        engine.dispose()
    return copy

"""The migrations make the tables that the program declares, and keep what was there."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData

from desktop.commands.console import declare_tables
from domain.replica import storage, versions
from domain.replica.engine import sqlite_engine
from domain.replica.keys import new_secret
from domain.replica.migrate import configuration, upgrade
from domain.replica.schema import metadata


def ours() -> MetaData:
    """Today's tables without those that tests declare for themselves."""
    declare_tables()
    own = MetaData()
    for table in metadata.tables.values():
        if not table.name.startswith("t_"):
            table.to_metadata(own)
    return own


def empty_before_the_first(path: Path, key: str) -> None:
    """A database that no revision has been applied to yet."""
    engine = sqlite_engine(path, key, writer=True)
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"
        )
    engine.dispose()


def test_migrated_tables_are_the_declared_ones(tmp_path: Path) -> None:
    key, path = new_secret(48), tmp_path / "replica.db"
    empty_before_the_first(path, key)
    copy = upgrade(path, key)
    assert copy.exists()
    engine = sqlite_engine(path, key)
    with engine.connect() as connection:
        assert versions.check(connection)
        context = MigrationContext.configure(
            connection, opts={"include_object": lambda _o, name, *_: not name.startswith("search_")}
        )
        assert compare_metadata(context, ours()) == []
        guards = connection.exec_driver_sql(
            "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'"
        ).scalar()
        rowids = connection.exec_driver_sql(
            "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%WITHOUT ROWID%'"
        ).scalar()
    assert guards
    assert rowids
    engine.dispose()


def test_an_older_database_is_migrated_when_it_is_opened(tmp_path: Path) -> None:
    key, path = new_secret(48), tmp_path / "replica.db"
    empty_before_the_first(path, key)
    storage.migrate_if_older(path, key)
    storage.migrate_if_older(path, key)
    assert len(list((tmp_path / "backups").glob("*-before-upgrade.db"))) == 1


def test_the_program_knows_every_revision() -> None:
    scripts = ScriptDirectory.from_config(configuration())
    assert scripts.get_current_head() == versions.HEAD
    assert {s.revision for s in scripts.walk_revisions()} == set(versions.REVISIONS)

"""Writing rows by the shortest way: prepared texts and plain tuples, on both databases."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from domain.replica.changeset import Value


@lru_cache(maxsize=512)
def _insert_text(table: str, columns: tuple[str, ...], mark: str) -> str:
    names = ", ".join(f'"{c}"' for c in columns)
    marks = ", ".join([mark] * len(columns))
    return f'INSERT INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608 - names of our own


def mark_of(connection: Connection) -> str:
    """The parameter mark of the database's driver."""
    return "?" if connection.dialect.name == "sqlite" else "%s"


def insert_rows(
    connection: Connection,
    table: str,
    columns: tuple[str, ...],
    rows: Sequence[tuple[Value, ...]],
) -> None:
    """Insert tuples in the order of ``columns``."""
    if rows:
        _execute_many(connection, _insert_text(table, columns, mark_of(connection)), rows)


def run(connection: Connection, text: str, *params: Value) -> Any:
    """Run one statement written with ``?`` marks on either database."""
    if connection.dialect.name != "sqlite":
        text = text.replace("?", "%s")
    return connection.exec_driver_sql(text, params)


def run_many(connection: Connection, text: str, rows: Iterable[tuple[Value, ...]]) -> None:
    """Run one statement written with ``?`` marks for each tuple; nothing for none."""
    params = list(rows)
    if not params:
        return
    if connection.dialect.name != "sqlite":
        text = text.replace("?", "%s")
    _execute_many(connection, text, params)


def _execute_many(connection: Connection, text: str, rows: Sequence[tuple[Value, ...]]) -> None:
    """Run a statement that gives nothing back for each tuple.

    On SQLite the driver is called directly: SQLAlchemy's bookkeeping of a result that nobody
    reads would cost more than a row's insertion. Its transaction is the one that is open.
    """
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(text, list(rows))
        return
    driver = connection.connection.driver_connection
    if driver is None:
        raise RuntimeError("the connection is closed")
    try:
        driver.executemany(text, rows)
    except sqlcipher.Error as problem:
        raise DBAPIError(text, None, problem) from problem

"""Writing rows by the shortest way: prepared texts and plain tuples, on both databases."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any, TypeVar

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from domain.replica.changeset import Value

T = TypeVar("T")

IN_ONE_STATEMENT = 400
"""How many values one statement is given at most."""


@lru_cache(maxsize=512)
def _insert_text(table: str, columns: tuple[str, ...], mark: str) -> str:
    names = ", ".join(f'"{c}"' for c in columns)
    marks = ", ".join([mark] * len(columns))
    return f'INSERT INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608 - names of our own


def in_chunks(values: Iterable[T], size: int = IN_ONE_STATEMENT) -> Iterator[tuple[T, ...]]:
    """Cut values into parts that fit one statement."""
    rest = iter(values)
    while chunk := tuple(islice(rest, size)):
        yield chunk


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
    """Run one statement written with ``?`` marks on either database; its rows are tuples.

    Gives ``first``, ``all``, ``one``, ``scalar``, ``scalar_one``, iteration and ``rowcount``. On
    SQLite the driver is called directly, in the transaction that SQLAlchemy has opened: a sale
    asks a dozen small questions, and the bookkeeping of their results would cost as much as the
    commit.
    """
    if connection.dialect.name != "sqlite":
        return connection.exec_driver_sql(text.replace("?", "%s"), params)
    try:
        return Answer(_driver(connection).execute(text, params))
    except sqlcipher.Error as problem:
        raise _as_sqlalchemy(connection, text, params, problem) from problem


class Answer:
    """The rows of a statement; whoever asks for them gets all, and the driver's cursor is closed.

    A cursor that is merely let go would rewind its statement when it is collected, perhaps much
    later and on another thread (an exception's traceback keeps it alive), in the middle of the
    next question with the same words: rows come back empty or parameters do not bind. So none is
    ever left open.
    """

    __slots__ = ("_cursor",)

    def __init__(self, cursor: Any) -> None:
        self._cursor = cursor

    @property
    def rowcount(self) -> int:
        """How many rows the statement changed."""
        return int(self._cursor.rowcount)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        """Give the rows one by one."""
        return iter(self.all())

    def first(self) -> tuple[Any, ...] | None:
        """Give the first row, or None; the rest is let go."""
        try:
            row: tuple[Any, ...] | None = self._cursor.fetchone()
        finally:
            self._cursor.close()
        return row

    def all(self) -> list[tuple[Any, ...]]:
        """Give all rows."""
        try:
            rows: list[tuple[Any, ...]] = self._cursor.fetchall()
        finally:
            self._cursor.close()
        return rows

    def one(self) -> tuple[Any, ...]:
        """Give the only row. Raises LookupError where there is none or more than one."""
        try:
            rows = self._cursor.fetchmany(2)
        finally:
            self._cursor.close()
        if len(rows) != 1:
            raise LookupError(f"{len(rows)} rows where one was expected")
        row: tuple[Any, ...] = rows[0]
        return row

    def scalar(self) -> Any:
        """Give the first value of the first row, or None."""
        row = self.first()
        return None if row is None else row[0]

    def scalar_one(self) -> Any:
        """Give the only value. Raises LookupError where there is not exactly one row."""
        return self.one()[0]


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
    try:
        _driver(connection).executemany(text, rows)
    except sqlcipher.Error as problem:
        raise _as_sqlalchemy(connection, text, (), problem) from problem


def _driver(connection: Connection) -> Any:
    driver = connection.connection.driver_connection
    if driver is None:
        raise RuntimeError("the connection is closed")
    return driver


def _as_sqlalchemy(
    connection: Connection, text: str, params: tuple[Value, ...], problem: Exception
) -> BaseException:
    """Give the error that SQLAlchemy would have raised, so that callers know one family."""
    return DBAPIError.instance(text, params, problem, sqlcipher.Error, dialect=connection.dialect)

"""Telling SQLite's planner what the tables look like, before there is anything to measure.

Every key leads with the site, and a station knows few sites. Without statistics the planner
believes that a site names about ten rows, and reads a whole table by its primary key rather than
use the index that was made for the question. The figures are ours, the same on every replica, so
that a question has one plan everywhere, from the first day on.
"""

from sqlalchemy import Table
from sqlalchemy.engine import Connection

from domain.replica.schema import metadata

_ROWS, _OF_A_SITE, _OF_A_VALUE = 1_000_000, 250_000, 10
"""Rows of a table, rows of one site, rows that share a site and one more value."""


def describe_tables(connection: Connection) -> None:
    """Write the statistics of every table and index (SQLite only; PostgreSQL measures)."""
    if connection.dialect.name != "sqlite":
        return
    connection.exec_driver_sql("ANALYZE")  # makes the table of statistics
    connection.exec_driver_sql("DELETE FROM sqlite_stat1")
    rows = [row for table in metadata.sorted_tables for row in _figures(table)]
    connection.exec_driver_sql("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)", rows)
    connection.exec_driver_sql("ANALYZE sqlite_schema")  # reads them


def _figures(table: Table) -> list[tuple[str, str, str]]:
    """Give (table, index, figures); the primary key goes by the table's name."""
    name = str(table.name)
    key = [str(column.name) for column in table.primary_key.columns]
    found = [(name, name, _selectivity(key, unique=True))]
    for index in table.indexes:
        columns = [str(column.name) for column in index.columns]
        found.append((name, str(index.name), _selectivity(columns, unique=False)))
    return found


def _selectivity(columns: list[str], *, unique: bool) -> str:
    figures = [_OF_A_SITE if column == "site" else _OF_A_VALUE for column in columns]
    if unique:
        figures[-1] = 1
    return " ".join(map(str, [_ROWS, *figures]))

"""Which schema a database has, asked without loading the migration tool.

The table is alembic's own, so that the tool finds what it expects; reading it costs microseconds,
importing the tool most of a second.
"""

from sqlalchemy.engine import Connection

from domain.replica.errors import ReplicaTooNew
from domain.replica.rows import run

REVISIONS = ("0001",)
"""Every released revision, oldest first."""
HEAD = REVISIONS[-1]


def stamp(connection: Connection) -> None:
    """Mark a database that was made with today's tables."""
    connection.exec_driver_sql(
        "CREATE TABLE IF NOT EXISTS alembic_version"
        " (version_num VARCHAR(32) NOT NULL CONSTRAINT alembic_version_pkc PRIMARY KEY)"
    )
    connection.exec_driver_sql("DELETE FROM alembic_version")
    run(connection, "INSERT INTO alembic_version (version_num) VALUES (?)", HEAD)


def check(connection: Connection) -> bool:
    """Whether the database has today's schema. Raises ReplicaTooNew for one from the future."""
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if found is not None and found not in REVISIONS:
        raise ReplicaTooNew(found=found, known=HEAD)
    return bool(found == HEAD)

"""Write the migration that brings the newest revision to today's tables.

    python -m tests.support.revision NUMBER "what changes"

The file is a proposal: read it, then add its number to ``domain.replica.versions.REVISIONS``.
"""

import sys
import tempfile
from pathlib import Path

from alembic import command

from desktop.commands.console import declare_tables
from domain.replica import versions
from domain.replica.engine import sqlite_engine
from domain.replica.keys import new_secret
from domain.replica.migrate import configuration


def write(number: str, message: str) -> None:
    """Compare the last revision's tables with today's and write the difference."""
    declare_tables()
    with tempfile.TemporaryDirectory() as folder:
        engine = sqlite_engine(Path(folder) / "empty.db", new_secret(48), writer=True)
        with engine.begin() as connection:
            config = configuration()
            config.attributes["connection"] = connection
            if number != versions.REVISIONS[0]:
                command.upgrade(config, "head")
            command.revision(config, message=message, rev_id=number, autogenerate=True)
        engine.dispose()


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2])

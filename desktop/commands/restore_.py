"""``counterfoil restore``: put a backup in the place of this PC's data."""

import argparse
from pathlib import Path

from desktop.commands.console import declare_tables, open_replica, say
from domain.replica.backup import restore
from domain.replica.lock import InstanceLock


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("backup", type=Path, help="the backup's file")


def run(options: argparse.Namespace) -> int:
    """Check the backup, move the present database aside, restore, and top up from the roll."""
    declare_tables()
    options.data.mkdir(parents=True, exist_ok=True)
    lock = InstanceLock(options.data)
    lock.acquire()
    try:
        aside = restore(options.backup, options.data)
    finally:
        lock.release()
    if aside is not None:
        say(f"The database that was here is kept as {aside}")
    with open_replica(options.data) as replica:
        with replica.read() as connection:
            count = connection.exec_driver_sql("SELECT count(*) FROM changeset").scalar()
        say(f"Restored: {count:,} changesets, life {replica.life}. Run `counterfoil doctor` now.")
    return 0

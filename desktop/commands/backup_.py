"""``counterfoil backup``: make a verified backup, also while the application is open."""

import argparse
from pathlib import Path

from desktop.commands.console import declare_tables, say


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--to", type=Path, metavar="FOLDER", help="where to (default: backups)")


def run(options: argparse.Namespace) -> int:
    """Back up without taking the replica's lock: SQLite gives one consistent snapshot."""
    declare_tables()
    from domain.replica import ReplicaMissing
    from domain.replica.backup import backup
    from domain.replica.keys import open_key_store, require
    from domain.replica.storage import DATABASE

    if not (options.data / DATABASE).exists():
        raise ReplicaMissing(path=options.data)
    keys = open_key_store(options.data)
    made = backup(options.data, require(keys, "database_key"), options.to)
    say(f"Backed up and verified: {made} ({made.stat().st_size / 1e6:.1f} MB)")
    say("It can be opened only with this PC's keys: keep them, or enrol anew after a loss.")
    return 0

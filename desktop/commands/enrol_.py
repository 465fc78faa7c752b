"""``counterfoil enrol``: make this PC a station of a company's hub."""

import argparse

from desktop.commands.console import declare_tables, say


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("hub", help="the hub's address: https://HOST:PORT")
    parser.add_argument("code", help="the one-time code")


def run(options: argparse.Namespace) -> int:
    """Redeem the code, make the replica and fetch the books for the first time."""
    declare_tables()
    from edge_sync.client import exchange_once
    from edge_sync.enrolment import enrol

    with enrol(options.hub, options.code, options.data) as replica:
        say(f"Enrolled as station {replica.station_number} of site {replica.site}.")
        exchange_once(replica)
        with replica.read() as connection:
            count = connection.exec_driver_sql("SELECT count(*) FROM changeset").scalar()
    say(f"The books are here: {count:,} changesets. Start with: counterfoil")
    return 0

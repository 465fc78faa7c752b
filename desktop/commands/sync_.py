"""``counterfoil sync``: exchange with the hub now, or say how it stands."""

import argparse
import json

from desktop.commands.console import open_replica, say, table
from domain.values import from_moment


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("action", nargs="?", choices=("now", "status"), default="now")
    parser.add_argument("--json", action="store_true", help="print as JSON")


def run(options: argparse.Namespace) -> int:
    """Exchange once, then say what is unsent."""
    from edge_sync.client import exchange_once
    from edge_sync.status import sync_status, who_has_what

    with open_replica(options.data, beside=True) as replica:
        if options.action == "now":
            exchange_once(replica)
        with replica.read() as connection:
            state = sync_status(connection, replica.station)
            logs = who_has_what(connection, replica.station)
    if options.json:
        say(
            json.dumps(
                {
                    "enrolled": state.enrolled,
                    "unsent": state.unsent,
                    "reachable": state.reachable,
                    "last_success": state.last_success,
                    "offline_since": state.offline_since,
                    "problem": None if state.problem is None else str(state.problem),
                    "logs": [
                        {"site": e.site, "log": f"{e.log:x}", "station": e.station_name}
                        | {"life": e.life, "own": e.own, "here": e.here, "at_hub": e.at_hub}
                        for e in logs
                    ],
                }
            )
        )
        return 0
    rows = [(e.station_name or "-", e.life, e.site or "all", e.here, e.at_hub) for e in logs]
    say(table(("station", "life", "site", "here", "at the hub"), rows))
    since = (
        "never" if state.last_success is None else f"{from_moment(state.last_success):%F %T} UTC"
    )
    say(f"\nUnsent: {state.unsent}. Last exchange: {since}.")
    if state.problem is not None:
        say(str(state.problem))
    return 0

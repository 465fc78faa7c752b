"""``counterfoil code``: a one-time code with which a station enrols at this hub."""

import argparse

from desktop.commands.console import say
from desktop.commands.hub_ import open_hub


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--site", type=int, required=True, help="the site's number")
    parser.add_argument("--station", type=int, required=True, help="the station's number there")
    parser.add_argument("--name", required=True, help="the station's name")
    parser.add_argument(
        "--replaces", action="store_true", help="it takes the place of the station of that number"
    )
    parser.add_argument("--postgres", metavar="URL", help="the hub's books, as for `hub`")


def run(options: argparse.Namespace) -> int:
    """Give out the code; it works beside a hub that is running."""
    from edge_sync.enrolment import create_enrolment_code

    with open_hub(options.data, options.postgres, beside=True) as hub:
        code = create_enrolment_code(
            hub, options.site, options.station, options.name, replaces=options.replaces
        )
    say(code)
    say("Good once, for ten minutes. On the new PC: counterfoil enrol https://HUB:8443 CODE")
    return 0

"""``counterfoil init``: found a company on this PC; a hub can be added later."""

import argparse
import getpass
import sys

from desktop.commands.console import declare_tables, say


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("name", help="the company's name")
    parser.add_argument("--site", default="Main shop", help="the name of its first site")
    parser.add_argument("--kind", choices=("shop", "warehouse"), default="shop")
    parser.add_argument("--currency", default="EUR", help="ISO 4217 code (default EUR)")
    parser.add_argument("--region", default="DE", help="ISO 3166 code for telephone numbers")
    parser.add_argument("--cash-step", type=int, default=1, help="smallest coin in minor units")
    parser.add_argument("--owner", default="Owner", help="the name of the first user")
    parser.add_argument("--login", default="1", help="the first user's sign-on number")
    parser.add_argument("--hub", action="store_true", help="make the central hub, not a station")


def run(options: argparse.Namespace) -> int:
    """Make the replica, the company, its first site and its first user."""
    declare_tables()
    from desktop.founding import Founding, found

    pin = _ask_pin()
    founding = Founding(
        name=options.name,
        site=options.site,
        kind=options.kind,
        currency=options.currency.upper(),
        region=options.region.upper(),
        cash_step=options.cash_step,
        owner=options.owner,
        login=options.login,
        pin=pin,
        hub=options.hub,
    )
    with found(options.data, founding) as replica:
        weaker, place = replica.keys.weaker, replica.keys.place
    say(f"“{options.name}” is ready in {options.data}. Sign on as {options.login}.")
    if weaker:
        say(f"The keys are in {place}: weaker than a system key store, which was not found here.")
    return 0


def _ask_pin() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    return getpass.getpass("PIN for the first user (6 digits): ")

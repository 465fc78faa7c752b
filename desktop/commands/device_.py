"""``counterfoil device``: list the ports of this PC, or simulate a device."""

import argparse
import sys

from desktop.commands.console import say, table


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parts = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    parts.add_parser("list", help="the serial ports of this PC and what is plugged in there")
    simulate = parts.add_parser("simulate", help="be a device, until the input ends")
    simulate.add_argument("protocol", help="scanner, toledo_8217 or m100")
    where = simulate.add_mutually_exclusive_group()
    where.add_argument("--pty", nargs="?", const="", metavar="LINK", help="over a pseudo-terminal")
    where.add_argument("--tcp", metavar="HOST:PORT", help="over TCP, for socket:// (all systems)")
    simulate.add_argument("--fault", action="append", default=[], help="a fault of its menu")
    simulate.add_argument("--seed", type=int, default=1)


def run(options: argparse.Namespace) -> int:
    """List or simulate."""
    if options.action == "list":
        return _list()
    from devices.simulators import run_simulator

    endpoint = f"tcp:{options.tcp}" if options.tcp else "pty"
    if options.pty:
        endpoint = f"pty:{options.pty}"
    return run_simulator(
        options.protocol,
        endpoint,
        faults=tuple(options.fault),
        commands=sys.stdin,
        announce=say,
        seed=options.seed,
    )


def _list() -> int:
    from devices.ports import Ports

    rows = [
        (port.name, port.description or "-", f"{port.vid or 0:04x}", port.location or "-")
        for port in Ports().available()
    ]
    if not rows:
        say("No serial port was found. Plug the device in, or switch the scanner to USB-COM.")
        return 0
    say(table(("port", "device", "vendor", "location"), rows))
    return 0

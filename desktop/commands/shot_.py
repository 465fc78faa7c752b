"""``counterfoil shot``: pictures of every screen, at work in the demo company."""

import argparse
from pathlib import Path

from desktop.commands import demo_


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    demo_.add_place(parser)
    parser.add_argument(
        "shots", nargs="?", type=Path, metavar="FOLDER", help="where the pictures go"
    )


def run(options: argparse.Namespace) -> int:
    """Play the demo's day without windows and take pictures on the way."""
    options.unattended, options.no_shots, options.language = True, False, None
    return demo_.run(options)

"""``counterfoil agent``: exchange with the hub again and again; started by the application."""

import argparse

from desktop.commands.console import declare_tables


def add(parser: argparse.ArgumentParser) -> None:
    """There are no options."""
    del parser


def run(options: argparse.Namespace) -> int:
    """Run until the owner ends or a signal says stop."""
    declare_tables()
    from edge_sync.agent import main

    return main(options.data)

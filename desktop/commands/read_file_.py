"""``counterfoil read-file``: the limited child process that opens a stranger's file.

The packaged application starts itself with it, because there is no interpreter to start; nobody
types it. It speaks the frames of ``domain.importing.readers`` on its standard input and output.
"""

import argparse


def add(parser: argparse.ArgumentParser) -> None:
    """There are no options: the request comes on standard input."""


def run(_options: argparse.Namespace) -> int:
    """Answer one request."""
    from domain.importing.readers.child import main

    return main()

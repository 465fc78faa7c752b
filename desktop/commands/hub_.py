"""``counterfoil hub``: the hub that stations exchange with. Qt is never loaded."""

import argparse
import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.console import (
    add_until_closed,
    declare_tables,
    open_replica,
    say,
    when_input_ends,
)

if TYPE_CHECKING:
    from domain.replica import Replica


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--listen",
        type=address,
        default=("0.0.0.0", 8443),  # noqa: S104
        metavar="HOST:PORT",
    )
    parser.add_argument(
        "--name", action="append", default=[], help="a name or address that stations use for it"
    )
    parser.add_argument(
        "--postgres",
        metavar="URL",
        help="keep the books in PostgreSQL (postgresql+psycopg://…); --data keeps the keys",
    )
    add_until_closed(parser)


def address(text: str) -> tuple[str, int]:
    """Read ``HOST:PORT``; no host is every address of this PC. Raises ArgumentTypeError."""
    host, _, port = text.rpartition(":")
    if not (port.isascii() and port.isdigit() and int(port) < 65_536):
        raise argparse.ArgumentTypeError(f"“{text}” is not an address such as 0.0.0.0:8443")
    return host.strip("[]") or "0.0.0.0", int(port)  # noqa: S104


def run(options: argparse.Namespace) -> int:
    """Serve until told to stop."""
    from edge_sync.hub import HubServer

    host, port = options.listen
    with open_hub(options.data, options.postgres) as replica:
        server = HubServer(replica, host, port, options.name)
        stopping = threading.Event()
        for name in ("SIGINT", "SIGTERM", "SIGBREAK"):
            number = getattr(signal, name, None)
            if number is not None:
                signal.signal(number, lambda *_: stopping.set())
        if options.until_closed:
            when_input_ends(stopping.set)
        server.start()
        say(f"The hub answers at {server.url}. Stop it with Ctrl+C.")
        while not stopping.wait(0.5):
            continue
        server.stop()
    say("The hub has stopped; everything it took is safe.")
    return 0


def open_hub(folder: Path, postgres: str | None, *, beside: bool = False) -> "Replica":
    """Open the hub's replica, on SQLite or PostgreSQL."""
    if postgres is None:
        return open_replica(folder, beside=beside)
    declare_tables()
    from domain.replica import Identity, Replica

    return Replica.on_postgres(postgres, folder, Identity(None, 0, centre=True))

"""What a station knows of the hub that it is enrolled at, kept in its encrypted database."""

from dataclasses import dataclass

from sqlalchemy.engine import Connection

from domain.replica.rows import run
from domain.replica.storage import set_state


@dataclass(frozen=True, slots=True)
class Membership:
    """A station's hub: where it is and how it proves itself."""

    url: str
    station: bytes
    """The hub's station id."""
    public_key: bytes
    """The hub's Ed25519 key: it signs answers and the centre's logs."""
    root: str
    """The hub's root certificate (PEM), pinned."""

    @property
    def peer(self) -> str:
        """The hub's name in the tables of the exchange."""
        return self.station.hex()


_NAMES = ("hub_url", "hub_station", "hub_key", "hub_root")


def membership(connection: Connection) -> Membership | None:
    """Read the hub of this station; None where it was never enrolled."""
    text = "SELECT name, value FROM replica_state WHERE name IN (?, ?, ?, ?)"
    values = {row[0]: row[1] for row in run(connection, text, *_NAMES)}
    if len(values) < len(_NAMES):
        return None
    return Membership(
        values["hub_url"],
        bytes.fromhex(values["hub_station"]),
        bytes.fromhex(values["hub_key"]),
        values["hub_root"],
    )


def join(connection: Connection, hub: Membership) -> None:
    """Remember the hub."""
    values = (hub.url, hub.station.hex(), hub.public_key.hex(), hub.root)
    for name, value in zip(_NAMES, values, strict=True):
        set_state(connection, name, value)


def company_facts(connection: Connection) -> dict[str, str]:
    """Give what a replica knows about the company: the state named ``company.…``."""
    rows = run(connection, "SELECT name, value FROM replica_state WHERE name LIKE ?", "company.%")
    return {row[0]: row[1] for row in rows}

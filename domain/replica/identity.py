"""Who a replica is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a replica is. ``site`` None serves all sites (the central hub)."""

    site: int | None
    station_number: int
    centre: bool = False
    """Whether this replica may edit what the centre owns."""
    standalone: bool = False
    """A company on one PC: its own centre until it is enrolled at a hub."""
    station: bytes = b""
    """The station's id where somebody gave it one (enrolment); else it is minted."""
    life: str = "A"
    """The letter of its first life here: later than those of a PC that it replaces."""

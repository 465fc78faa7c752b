"""The company, its sites and its stations, in frozen values."""

from dataclasses import dataclass

WAREHOUSE, SHOP = "warehouse", "shop"


@dataclass(frozen=True, slots=True)
class Company:
    """What every station must agree on; ``cash_step`` in minor units."""

    id: bytes
    name: str
    currency: str
    region: str
    tax_rounding: str
    cash_step: int
    language: str
    receipt_head: str


@dataclass(frozen=True, slots=True)
class Site:
    """A warehouse or a shop."""

    id: bytes
    number: int
    name: str
    kind: str
    currency: str
    timezone: str
    address: str


@dataclass(frozen=True, slots=True)
class Station:
    """One PC running Counterfoil."""

    id: bytes
    number: int
    site: int
    name: str
    revoked: bool

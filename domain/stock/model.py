"""Stock in frozen values, and the one rule that says whether a lot may go out."""

from dataclasses import dataclass

INTERNAL, TRANSIT, SUPPLIER = "internal", "transit", "supplier"
CUSTOMER, LOSS, VIEW = "customer", "loss", "view"
USAGES = (INTERNAL, TRANSIT, SUPPLIER, CUSTOMER, LOSS, VIEW)

APPROVED, ON_HOLD, QUARANTINED = "approved", "on_hold", "quarantined"
RECALLED, DAMAGED = "recalled", "damaged"
LOT_STATUSES = (APPROVED, ON_HOLD, QUARANTINED, RECALLED, DAMAGED)

NO_LOT = ""


@dataclass(frozen=True, slots=True)
class Location:
    """A place of a site: a bin, a zone, or one of the outside worlds."""

    id: bytes
    parent: bytes | None
    code: str
    name: str
    usage: str
    barcode: str | None
    walk_order: int
    capacity: int | None

    @property
    def internal(self) -> bool:
        """Whether goods here are ours and at this site."""
        return self.usage == INTERNAL


@dataclass(frozen=True, slots=True)
class Lot:
    """A lot of an item; ``expires`` is the last day on which it is good."""

    item: bytes
    code: str
    expires: str | None
    status: str

    def usable_on(self, day: str) -> bool:
        """Whether it may be sold, picked or shipped on a day (ISO): through its last day."""
        return self.status == APPROVED and (self.expires is None or self.expires >= day)


@dataclass(frozen=True, slots=True)
class Balance:
    """How much of an item lies in one place, per lot; all in steps."""

    item: bytes
    location: Location
    lot: str
    on_hand: int
    reserved: int
    arrived: str
    expires: str | None = None
    status: str = APPROVED

    @property
    def available(self) -> int:
        """What is not promised to anybody; below zero where more was promised than is there."""
        return self.on_hand - self.reserved

    def usable_on(self, day: str) -> bool:
        """Whether it may go out on a day."""
        return Lot(self.item, self.lot, self.expires, self.status).usable_on(day)


@dataclass(frozen=True, slots=True)
class Move:
    """A movement to post: ``steps`` above zero from ``source`` to ``target``."""

    item: bytes
    steps: int
    source: bytes
    target: bytes
    reason: str
    lot: str = NO_LOT
    serial: str | None = None
    document: bytes | None = None
    document_line: int | None = None
    unit_cost: int | None = None
    business_date: str | None = None
    """ISO day; the day of the step where it is not given."""
    arrived: str | None = None


@dataclass(frozen=True, slots=True)
class Posted:
    """A movement as it stands in the ledger, with the changeset that wrote it."""

    item: bytes
    quantity: int
    """Signed as seen from the location that was asked about; else as moved."""
    source: str
    target: str
    lot: str
    serial: str | None
    reason: str
    document: bytes | None
    business_date: str
    occurred_at: int
    actor: bytes | None
    command: str
    station: bytes
    life: str
    log: int
    changeset_hash: bytes
    number: str | None


@dataclass(frozen=True, slots=True)
class Availability:
    """An item at a site, in steps: what is there, promised, blocked, and what can be promised."""

    on_hand: int
    reserved: int
    blocked: int

    @property
    def promisable(self) -> int:
        """Available to promise: on hand and usable, less what is promised, never below zero."""
        return max(self.on_hand - self.blocked - self.reserved, 0)


@dataclass(frozen=True, slots=True)
class Reserved:
    """What is left of a reservation."""

    id: bytes
    document: bytes
    document_line: int
    item: bytes
    location: bytes
    lot: str
    quantity: int

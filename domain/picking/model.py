"""Picking in frozen values."""

from dataclasses import dataclass

from domain.stock import Location

SINGLE, BATCH = "single", "batch"

TODO, POSTPONED, DONE, SHORT, VOID = "todo", "postponed", "done", "short", "void"
"""What a task is. Void: nothing is promised to it any more."""

MISSING, DAMAGED, WRONG_GOODS, UNREACHABLE = "missing", "damaged", "wrong_goods", "unreachable"
SHORT_REASONS = (MISSING, DAMAGED, WRONG_GOODS, UNREACHABLE)
LOT_CHANGED = "lot_changed"
"""Why a task ended without its goods: reported by the picker, or another lot was taken."""

LEASE_MS = 30 * 60_000
"""How long a list stays with somebody who does nothing with it."""


@dataclass(frozen=True, slots=True)
class PickTask:
    """Take goods from a bin; quantities in steps."""

    id: bytes
    list: bytes
    order: bytes
    order_line: int
    item: bytes
    place: Location
    lot: str
    quantity: int
    picked: int
    short: int
    left: int
    """What its own facts leave."""
    promised: int
    """What the order's line is still promised in this bin."""
    skipped_at: int

    @property
    def open(self) -> int:
        """What is still to be picked."""
        return min(self.left, self.promised)

    @property
    def status(self) -> str:
        """What the task is."""
        if not self.left:
            return SHORT if self.short else DONE
        if not self.open:
            return VOID
        return POSTPONED if self.skipped_at else TODO


@dataclass(frozen=True, slots=True)
class Claim:
    """Who has a list, and since when somebody last did something with it (ms UTC)."""

    id: bytes
    user: bytes | None
    name: str
    at: int
    active_at: int


@dataclass(frozen=True, slots=True)
class PickList:
    """A list with its tasks in the order in which to walk."""

    id: bytes
    number: str
    kind: str
    tasks: tuple[PickTask, ...]

    @property
    def done(self) -> bool:
        """Whether nothing is left to be picked."""
        return not any(task.open for task in self.tasks)

    @property
    def next(self) -> PickTask | None:
        """The task to do now."""
        return next((task for task in self.tasks if task.open), None)


@dataclass(frozen=True, slots=True)
class Pick:
    """Goods taken to the packing place."""

    id: bytes
    list: bytes
    task: bytes
    order: bytes
    order_line: int
    item: bytes
    source: bytes
    lot: str
    serial: str | None
    steps: int
    arrived: str
    user: bytes | None
    user_name: str
    at: int
    undone: bool


@dataclass(frozen=True, slots=True)
class Packed:
    """What lies at the packing place for a line of an order."""

    line: int
    item: bytes
    lot: str
    serial: str | None
    steps: int


@dataclass(frozen=True, slots=True)
class ShortPick:
    """What a short pick did: steps freed, the bin to be counted, where to go instead."""

    freed: int
    count: bytes
    instead: tuple[bytes, ...]
    """New tasks of the same list, the next best bin first; empty where there is no stock."""
    backorder: int
    """Steps of the order's line for which no other stock was found."""

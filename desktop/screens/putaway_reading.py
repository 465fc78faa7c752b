"""Putting away without a window: what waits, where it should go, and putting it there."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from desktop.scans import Scan
from desktop.screens.item_codes import candidates, meaning
from domain import catalogue, receiving, stock
from domain.catalogue import Product
from domain.replica import Transaction
from domain.stock import Balance, Location

UNDONE = "putaway_undone"
"""The reason of the movements that take a putaway back."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Goods in the receiving place that wait for a bin."""

    balance: Balance
    product: Product

    @property
    def key(self) -> tuple[bytes, str]:
        """Item and lot."""
        return self.balance.item, self.balance.lot

    @property
    def free(self) -> int:
        """What can be put away, in steps: what is promised to somebody stays."""
        return max(self.balance.available, 0)


@dataclass(frozen=True, slots=True)
class Hand:
    """Goods in hand: how many steps, and the bins for them, the first one next."""

    goods: Waiting
    steps: int
    plan: tuple[tuple[Location, int], ...] = ()
    serial: str | None = None
    full: tuple[bytes, ...] = ()
    """Bins that somebody found full."""

    @property
    def bin(self) -> Location | None:
        """Where they go next; None where no bin has room."""
        return self.plan[0][0] if self.plan else None

    @property
    def part(self) -> int:
        """How many steps go into that bin; all of them where any bin will do."""
        return self.plan[0][1] if self.plan else self.steps


@dataclass(frozen=True, slots=True)
class Put:
    """A putaway that was done."""

    hand: Hand
    place: Location


def read_waiting(connection: Connection, site: int) -> list[Waiting]:
    """Give what waits in the receiving place, the oldest first; none where there is no such."""
    try:
        found = receiving.awaiting_putaway(connection, site)
    except stock.UnknownLocation:
        return []
    items = catalogue.products(connection, [each.item for each in found])
    known = [Waiting(each, items[each.item]) for each in found if each.item in items]
    return sorted(known, key=lambda each: (each.balance.arrived, each.product.sku, each.key))


def plan(
    connection: Connection,
    site: int,
    goods: Waiting,
    steps: int,
    serial: str | None = None,
    full: Collection[bytes] = (),
) -> Hand:
    """Take goods in hand and find the bins for them."""
    wanted = min(steps, goods.free)
    bins = receiving.suggest_putaway(
        *(connection, site, goods.balance.item, wanted, goods.balance.lot),
        source=goods.balance.location.id,
        without=full,
    )
    return Hand(goods, wanted, tuple(bins), serial, tuple(full))


def find_goods(
    connection: Connection, waiting: Sequence[Waiting], scan: Scan
) -> tuple[list[Waiting], str | None]:
    """Give the goods that a code means, and the serial number in it.

    Several are lots or products to choose from; none: it waits nowhere. Raises BarcodeRefused,
    and UnknownBarcode also for what is a bin's code.
    """
    reading = meaning(scan)
    here = {each.balance.item for each in waiting}
    items = {match.product.id for match in candidates(connection, reading, here)}
    found = [each for each in waiting if each.balance.item in items]
    if reading.lot is not None:
        found = [each for each in found if each.balance.lot == reading.lot]
    return found, reading.serial


def bins_of(connection: Connection, site: int, source: bytes) -> list[Location]:
    """Give the bins to choose from, in walking order."""
    places = stock.locations(connection, site, stock.INTERNAL)
    parents = {each.parent for each in places}
    return [each for each in places if each.id != source and each.id not in parents]


def put_away(tx: Transaction, hand: Hand, code: str, *, anywhere: bool = False) -> Put:
    """Put the goods in hand into the bin that was scanned.

    ``anywhere`` takes another bin than the suggested one. Raises what ``receiving.put_away``
    raises: WrongBin, BinFull, UnknownLocation …
    """
    expected = None if anywhere or hand.bin is None else hand.bin.id
    balance = hand.goods.balance
    place = receiving.put_away(
        *(tx, hand.goods.product, hand.part, balance.location.id, code),
        expected=expected,
        lot=balance.lot,
        serial=hand.serial,
    )
    return Put(hand, place)


def take_back(tx: Transaction, put: Put) -> None:
    """Move goods that were put away back to where they waited. Raises NotEnough."""
    balance = put.hand.goods.balance
    stock.move_stock(
        *(tx, balance.item, put.hand.part, put.place.id, balance.location.id),
        lot=balance.lot,
        serial=put.hand.serial,
        reason=UNDONE,
        item_name=put.hand.goods.product.name,
    )

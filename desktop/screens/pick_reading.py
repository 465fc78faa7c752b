"""What the pick screen reads: the lists to choose from, the list in hand, what is to be shipped."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy.engine import Connection

from domain import catalogue, customers, orders, picking, stock
from domain.catalogue import Match, Product
from domain.orders import OrderRow
from domain.picking import Claim, Pick, PickList, PickTask, Step
from domain.replica import Actor

PACKED_MOST = 60
"""So many orders that wait to be shipped are shown; the orders screen has them all."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """A pick list to choose: with its orders and who has it."""

    list: PickList
    orders: tuple[OrderRow, ...]
    claim: Claim | None


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be picked now."""

    lists: tuple[ListRow, ...]
    ready: int
    """Orders whose stock is promised and that stand on no list."""
    packed: tuple[OrderRow, ...]
    """Orders that are picked, stand on no open list and wait to be shipped."""


@dataclass(frozen=True, slots=True)
class Board:
    """The list in hand, as it stands."""

    list: PickList
    items: Mapping[bytes, Product]
    orders: Mapping[bytes, OrderRow]
    expires: Mapping[tuple[bytes, str], str]
    """The last day of lots that have one."""
    claim: Claim | None
    last: Pick | None
    """The last pick of this person on this list that stands: what can be undone."""
    packed: tuple[OrderRow, ...]
    """Orders of the list of which goods lie picked."""

    @property
    def open(self) -> int:
        """How many tasks are left."""
        return sum(1 for task in self.list.tasks if task.open)

    @property
    def short(self) -> int:
        """How many tasks could not be picked in full."""
        return sum(1 for task in self.list.tasks if task.status == picking.SHORT)

    @property
    def finished(self) -> bool:
        """Whether nothing is left to be done: not to be picked, and not to be shipped."""
        return self.list.done and not self.packed

    @property
    def total(self) -> int:
        """How many tasks there are, without those that nobody wants any more."""
        return sum(1 for task in self.list.tasks if task.open or task.picked or task.short)


def _claim(connection: Connection, site: int, identifier: bytes, now: int) -> Claim | None:
    standing = picking.claims(connection, site, identifier, now)
    return standing[0] if standing else None


def _orders_of(
    connection: Connection, site: int, tasks: Iterable[PickTask]
) -> dict[bytes, OrderRow]:
    """Give the orders of tasks, with the customer's name where the order has no address."""
    found = orders.order_rows(connection, site, sorted({task.order for task in tasks}))
    return {each: _named(connection, row) for each, row in found.items()}


def _named(connection: Connection, row: OrderRow) -> OrderRow:
    if row.ship_to or row.customer is None:
        return row
    return replace(row, ship_to=customers.get(connection, row.customer).name)


def read_choices(connection: Connection, site: int, now: int) -> Choices:
    """Read what can be picked and shipped; ``now`` in ms UTC."""
    rows, listed = [], set()
    for each in picking.open_lists(connection, site):
        found = _orders_of(connection, site, each.tasks)
        listed |= set(found)
        rows.append(ListRow(each, tuple(found.values()), _claim(connection, site, each.id, now)))
    try:
        ready = len(picking.ready_to_pick(connection, site))
    except stock.UnknownLocation:
        ready = 0  # a site without a packing place picks nothing
    waiting = orders.order_ids(connection, site, packed=True, descending=False)
    left = [each for each in waiting if each not in listed][:PACKED_MOST]
    heads = orders.order_rows(connection, site, left)
    packed = tuple(_named(connection, heads[each]) for each in left if each in heads)
    return Choices(tuple(rows), ready, packed)


def read_board(connection: Connection, site: int, identifier: bytes, me: Actor, now: int) -> Board:
    """Read the list in hand. Raises UnknownPickList."""
    found = picking.pick_list(connection, site, identifier)
    heads = _orders_of(connection, site, found.tasks)
    lots = {(task.item, task.lot) for task in found.tasks if task.lot != stock.NO_LOT}
    known = {key: stock.find_lot(connection, site, *key) for key in lots}
    lying = [order for order in heads if picking.packed(connection, site, order)]
    picks = [
        each
        for order in lying  # what was shipped is taken back by cancelling the shipment
        for each in picking.picks(connection, site, order)
        if each.list == identifier and not each.undone
    ]
    mine = [each for each in picks if (each.user, each.user_name) == (me.id, me.name)]
    return Board(
        list=found,
        items=catalogue.products(connection, sorted({task.item for task in found.tasks})),
        orders=heads,
        expires={
            key: lot.expires
            for key, lot in known.items()
            if lot is not None and lot.expires is not None
        },
        claim=_claim(connection, site, identifier, now),
        last=max(mine, key=lambda each: each.id, default=None),
        packed=tuple(heads[order] for order in lying),
    )


def find_list(connection: Connection, site: int, text: str) -> bytes:
    """Find an open list by its own number, or by the number or reference of one of its orders.

    Raises UnknownOrder, UnknownPickList.
    """
    typed = text.strip().casefold()
    lists = picking.open_lists(connection, site)
    for each in lists:
        if each.number.casefold() == typed:
            return each.id
    order = orders.find_order(connection, site, text).id
    for each in lists:
        if any(task.order == order and task.open for task in each.tasks):
            return each.id
    raise picking.UnknownPickList


def what_it_can_be(connection: Connection, text: str) -> list[Match]:
    """Give the products of a code that several carry."""
    return catalogue.matches(connection, text)


def other_lots(connection: Connection, site: int, task: PickTask, day: str) -> list[stock.Balance]:
    """Give the other lots of the item that lie free and usable in the task's bin."""
    return [
        each
        for each in stock.contents(connection, site, task.place.id)
        if each.item == task.item
        and each.lot not in (task.lot, stock.NO_LOT)
        and each.available > 0
        and each.usable_on(day)
    ]


def resumed(connection: Connection, task: PickTask, kept: Mapping[str, object]) -> Step:
    """Go on with a task where it was left: what was scanned of it counts again."""
    step = picking.begin(connection, task)
    serials = kept.get("serials")
    steps = kept.get("steps")
    return replace(
        step,
        at_place=bool(kept.get("at_place")),
        item_seen=bool(kept.get("item_seen")),
        lot_seen=bool(kept.get("lot_seen")),
        steps=min(steps, task.open) if isinstance(steps, int) else 0,
        serials=tuple(str(each) for each in serials) if isinstance(serials, list) else (),
    )

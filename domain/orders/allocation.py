"""Promising stock to orders: first ordered first promised, first expired first out.

Each unit is promised once over all orders: a plan takes from pools of free stock that are read
once and shared by every line, and ``stock.reserve_many`` checks it against the balances.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from domain import stock
from domain.orders.commands import (
    packing_place,
    release_surplus,
    require_workable,
)
from domain.orders.model import Allocation, Settled, Waiting
from domain.orders.queries import backorders, counts_wanted
from domain.orders.tables import count_settled, count_wanted
from domain.replica import Transaction, run

ALLOCATE = "orders.allocate"


class _Pools:
    """Free stock by product in the order in which it should leave, as a plan uses it up."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self._packing = packing_place(tx)
        wanted = counts_wanted(tx.connection, tx.site)
        self._doubtful = {(each.item, each.location, each.lot) for each in wanted}
        self._free: dict[bytes, list[tuple[bytes, str, int]]] = {}

    def free(self, product: bytes) -> list[tuple[bytes, str, int]]:
        """What is left of a product: place, lot, steps."""
        if product not in self._free:
            day = stock.today(self._tx)
            rows = stock.removal_order(self._tx.connection, self._tx.site, product, day)
            self._free[product] = [
                (row.location.id, row.lot, row.available)
                for row in rows
                if row.location.id != self._packing
                and (product, row.location.id, row.lot) not in self._doubtful
            ]
        return self._free[product]

    def enough(self, lines: Iterable[Waiting]) -> bool:
        """Whether all lines of an order can be promised whole."""
        wanted: dict[bytes, int] = defaultdict(int)
        for line in lines:
            wanted[line.product] += line.steps
        return all(
            sum(steps for _, _, steps in self.free(product)) >= total
            for product, total in wanted.items()
        )

    def take(self, line: Waiting) -> list[stock.Promise]:
        """Take what a line wants, as far as there is any."""
        promises: list[stock.Promise] = []
        left, rest = line.steps, []
        for place, lot, steps in self.free(line.product):
            part = min(left, steps)
            if part:
                promises.append(
                    stock.Promise(line.document, line.line, line.product, place, lot, part)
                )
                left -= part
            if steps > part:
                rest.append((place, lot, steps - part))
        self._free[line.product] = rest
        return promises


def _plan(
    pools: _Pools, queue: Sequence[Waiting], wanted: frozenset[bytes] | None
) -> tuple[list[stock.Promise], list[Allocation]]:
    """Share the free stock out along the queue; give the promises to the ``wanted`` orders."""
    by_order: dict[bytes, list[Waiting]] = defaultdict(list)
    for line in queue:
        by_order[line.document].append(line)
    promises: list[stock.Promise] = []
    made: list[Allocation] = []
    for document, lines in by_order.items():
        own: list[stock.Promise] = []
        if not lines[0].complete_only or pools.enough(lines):
            for line in lines:
                own += pools.take(line)
        if wanted is None or document in wanted:
            promises += own
            steps = sum(each.steps for each in own)
            made.append(Allocation(document, steps, sum(each.steps for each in lines) - steps))
    return promises, made


def allocate(tx: Transaction, identifier: bytes, *, out_of_turn: bool = False) -> Allocation:
    """Promise an order what it waits for, as far as earlier orders leave any.

    ``out_of_turn`` serves it before all others. Raises OrderOnHold, OrderNotConfirmed,
    OrderNotOpen.
    """
    tx.require(ALLOCATE)
    require_workable(tx, identifier)
    own = backorders(tx.connection, tx.site, document=identifier)
    if not own:
        return Allocation(identifier, 0, 0)
    queue = own
    if not out_of_turn:
        products = {line.product for line in own}
        queue = sorted(
            (
                line
                for product in sorted(products)
                for line in backorders(tx.connection, tx.site, product=product)
                if line.document != identifier and _turn(line) < _turn(own[0])
            ),
            key=_turn,
        )
        queue += own
    promises, made = _plan(_Pools(tx), queue, frozenset([identifier]))
    stock.reserve_many(tx, promises)
    return made[0]


def _turn(line: Waiting) -> tuple[int, int, bytes]:
    return (-line.priority, line.ordered_at, line.document)


def allocate_waiting(tx: Transaction) -> list[Allocation]:
    """Promise free stock to all orders that wait: first ordered first promised."""
    tx.require(ALLOCATE)
    queue = backorders(tx.connection, tx.site)
    promises, made = _plan(_Pools(tx), queue, None)
    stock.reserve_many(tx, promises)
    return made


def free_order(tx: Transaction, identifier: bytes) -> int:
    """Take an order's promises in bins back; it wants as much as before. Give the steps.

    Goods that are picked stay its own until the pick is undone.
    """
    tx.require(ALLOCATE)
    packing = packing_place(tx)
    steps = 0
    for each in stock.reserved_for(tx.connection, tx.site, identifier):
        if each.location != packing:
            stock.release(tx, each.id, each.quantity)
            steps += each.quantity
    return steps


def settle_promises(tx: Transaction) -> Settled:
    """Put the promises right after stations met, a lot was recalled or a count found less.

    Promises beyond what a line wants go back; so do promises of lots that may not go out, and
    of stock that is not there, the last ordered first. Then all that waits is promised anew.
    """
    tx.require(ALLOCATE)
    released = _release_unwanted(tx)
    released += _release_unusable(tx)
    released += _release_missing(tx)
    return Settled(released, tuple(allocate_waiting(tx)))


def _release_unwanted(tx: Transaction) -> int:
    rows = run(
        tx.connection,
        "SELECT document, line, open FROM sales_line_state WHERE site = ? AND reserved > open",
        tx.site,
    ).all()
    return sum(release_surplus(tx, document, line, wanted) for document, line, wanted in rows)


def _release_unusable(tx: Transaction) -> int:
    packing = packing_place(tx)
    day = stock.today(tx)
    rows = run(
        tx.connection,
        "SELECT r.id, r.quantity, r.item, r.lot FROM open_reservation r"
        " JOIN lot t ON t.site = r.site AND t.item = r.item AND t.lot = r.lot"
        " WHERE r.site = ? AND r.location <> ? AND (t.status <> ? OR t.expires < ?)",
        tx.site,
        packing,
        stock.APPROVED,
        day,
    ).all()
    for identifier, steps, _, _ in rows:
        stock.release(tx, identifier, steps)
    return sum(int(row[1]) for row in rows)


def _release_missing(tx: Transaction) -> int:
    released = 0
    for balance in stock.over_promised(tx.connection, tx.site):
        short = balance.reserved - max(balance.on_hand, 0)
        rows = run(
            tx.connection,
            "SELECT r.id, r.quantity FROM open_reservation r"
            " LEFT JOIN sales_order_state s ON s.site = r.site AND s.document = r.document"
            " WHERE r.site = ? AND r.item = ? AND r.location = ? AND r.lot = ?"
            " ORDER BY s.priority, s.ordered_at DESC, r.document DESC, r.id DESC",
            tx.site,
            balance.item,
            balance.location.id,
            balance.lot,
        ).all()
        for identifier, steps in rows:
            part = min(int(steps), short)
            if part > 0:
                stock.release(tx, identifier, part)
                short -= part
                released += part
    return released


def want_count(
    tx: Transaction,
    item: bytes,
    place: bytes,
    lot: str,
    reason: str,
    document: bytes | None = None,
) -> bytes:
    """Ask for a bin to be counted; until it is, what lies there is promised to nobody."""
    identifier = tx.new_id()
    tx.insert(
        count_wanted,
        id=identifier,
        item=item,
        location=place,
        lot=lot,
        reason=reason,
        document=document,
    )
    return identifier


def settle_count(tx: Transaction, request: bytes) -> None:
    """Note that the bin of a request was counted."""
    tx.insert(count_settled, id=tx.new_id(), request=request)


def replace_promise(tx: Transaction, identifier: bytes, line: int) -> int:
    """Promise other stock to a line that lost its promise, before all who wait.

    Gives the steps for which there is none. The caller has asked for the right.
    """
    own = [
        each
        for each in backorders(tx.connection, tx.site, document=identifier)
        if each.line == line
    ]
    promises = [promise for each in own for promise in _Pools(tx).take(each)]
    stock.reserve_many(tx, promises)
    return sum(each.steps for each in own) - sum(each.steps for each in promises)

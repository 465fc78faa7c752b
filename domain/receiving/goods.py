"""Goods as they were scanned: what is refused, and which order lines they are for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain import access, catalogue, stock
from domain.catalogue import Product
from domain.purchasing import OrderLine, most_accepted
from domain.receiving.errors import (
    LotMissing,
    NoMoreAccepted,
    NotADay,
    NothingReceived,
    OverTolerance,
    RejectReasonMissing,
)
from domain.receiving.model import OVER_APPROVED, REJECT_REASONS, Share, share_out
from domain.replica import Transaction

OVER_RIGHT = "receiving.over_tolerance"


@dataclass(frozen=True, slots=True)
class Goods:
    """What came in one scan: ``received`` steps, ``rejected`` of them no good."""

    item: Product
    received: int
    rejected: int
    reason: str | None
    lot: str
    expires: str | None
    serial: str | None
    unit_cost: int | None
    day: str

    @property
    def accepted(self) -> int:
        """What is stocked."""
        return self.received - self.rejected


@dataclass(frozen=True, slots=True)
class Part:
    """A part of what came: for one order line, or for none."""

    goods: Goods
    line: OrderLine | None
    kind: str
    received: int
    rejected: int


def check_goods(tx: Transaction, goods: Goods) -> None:
    """Refuse goods that cannot be received as they were scanned.

    Raises NothingReceived, RejectReasonMissing, NotADay, and for what would be stocked also
    LotMissing, LotExpired, LotRecalled, SerialMissing, SerialTwice.
    """
    item = goods.item
    if goods.received <= 0 or not 0 <= goods.rejected <= goods.received:
        raise NothingReceived(item=item.name)
    if goods.rejected and goods.reason not in REJECT_REASONS:
        raise RejectReasonMissing(item=item.name)
    if goods.expires is not None and not _is_day(goods.expires):
        raise NotADay(value=goods.expires)
    if goods.accepted:
        _check_lot(tx, goods)
        _check_serial(tx, goods)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _check_lot(tx: Transaction, goods: Goods) -> None:
    item = goods.item
    if item.tracking == catalogue.BY_LOT and not goods.lot:
        raise LotMissing(item=item.name)
    known = stock.find_lot(tx.connection, tx.site, item.id, goods.lot) if goods.lot else None
    if known is not None and known.status == stock.RECALLED:
        raise stock.LotRecalled(lot=known.code, item=item.name)
    for last in (goods.expires, known.expires if known is not None else None):
        if last is not None and last < goods.day:
            raise stock.LotExpired(lot=goods.lot, item=item.name, expires=last)


def _check_serial(tx: Transaction, goods: Goods) -> None:
    item = goods.item
    if item.tracking == catalogue.BY_SERIAL and not goods.serial:
        raise stock.SerialMissing(item=item.name)
    if goods.serial:
        if goods.accepted != item.steps_per_unit:
            raise stock.SerialMissing(item=item.name)
        stock.require_serial_free(tx, item.id, goods.serial, item.name)


def shares_of(tx: Transaction, goods: Goods, lines: Sequence[OrderLine]) -> list[Share]:
    """Share what came over order lines; what is beyond their tolerance needs an approval."""
    shares, left = share_out(goods.received, lines)
    if not left:
        return shares
    item, last = goods.item, lines[-1]
    if tx.approval is None and not tx.actor.may(OVER_RIGHT):
        came, room = sum(line.received for line in lines), goods.received - left
        refusal = OverTolerance if room else NoMoreAccepted
        raise refusal(
            item=item.name,
            ordered=item.format(sum(line.quantity for line in lines)),
            most=item.format(sum(most_accepted(li.quantity, li.tolerance) for li in lines)),
            came=item.format(came),
            total=item.format(came + goods.received),
            room=item.format(room),
            subject=last.id,
        )
    access.require(tx, OVER_RIGHT, subject=last.id)
    before = sum(share.steps for share in shares if share.line.id == last.id)
    kept = [share for share in shares if share.line.id != last.id]
    return [*kept, Share(last, before + left, OVER_APPROVED)]


def parts_of(goods: Goods, shares: Sequence[Share]) -> list[Part]:
    """Give each share its part of the rejects, the last share first."""
    parts: list[Part] = []
    bad = goods.rejected
    for share in reversed(shares):
        own = min(bad, share.steps)
        bad -= own
        parts.append(Part(goods, share.line, share.kind, share.steps, own))
    return parts[::-1]

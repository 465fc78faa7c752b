"""Holding a cart and taking it up again, here or at another station of the site."""

from dataclasses import replace

from sqlalchemy.engine import Connection

from domain.counter.cart import Cart, from_json, to_json
from domain.counter.errors import CartEmpty, HeldGone, ReasonNeeded
from domain.counter.model import Held
from domain.counter.projections import CANCELLED, CONFLICT, OPEN, RECALLED, SETTLED
from domain.counter.selling import clear_draft, save_draft
from domain.counter.tables import held_end, held_sale
from domain.replica import Transaction, run
from domain.values import new_id

_HELD = (
    "SELECT h.id, h.till, h.label, h.customer, h.lines, h.total, h.currency, h.held_at,"
    " s.state, s.recalls FROM held_state s"
    " JOIN held_sale h ON h.site = s.site AND h.id = s.id"
)


def hold(tx: Transaction, cart: Cart, label: str = "") -> bytes:
    """Put a cart aside under a label; give the held sale's id. Raises CartEmpty."""
    tx.require("counter.sell")
    if not cart.lines:
        raise CartEmpty
    identifier = tx.new_id()
    tx.insert(
        held_sale,
        id=identifier,
        till=cart.till,
        label=label.strip() or cart.customer_name,
        customer=cart.customer,
        lines=len(cart.lines),
        total=cart.totals().total,
        currency=cart.terms.currency,
        held_at=tx.occurred_at,
        cart=to_json(cart),
    )
    clear_draft(tx, cart.till)
    return identifier


def recall(tx: Transaction, identifier: bytes, till: str, day: str) -> Cart:
    """Take a held cart up at a till, on its business day. Raises HeldGone.

    The cart gets a new id: were it taken up at two stations that cannot see each other, both
    sales would stand, and the held sale shows the conflict.
    """
    tx.require("counter.sell")
    _require_open(tx, identifier)
    text = run(
        tx.connection, "SELECT cart FROM held_sale WHERE site = ? AND id = ?", tx.site, identifier
    ).scalar()
    cart = replace(from_json(text), id=new_id(), till=till, day=day, held=identifier)
    _end(tx, identifier, RECALLED, till)
    save_draft(tx, cart)
    return cart


def cancel_held(tx: Transaction, identifier: bytes, reason: str) -> None:
    """Give a held cart up, with the reason. Raises HeldGone, ReasonNeeded."""
    tx.require("counter.void_line")
    if not reason.strip():
        raise ReasonNeeded
    _require_open(tx, identifier)
    _end(tx, identifier, CANCELLED, "", reason)


def settle_held(tx: Transaction, identifier: bytes, note: str) -> None:
    """Say that somebody has looked at a held sale that was taken up twice. Raises HeldGone."""
    tx.require("conflicts.decide")
    if not any(each.id == identifier for each in held_conflicts(tx.connection, tx.site)):
        raise HeldGone
    _end(tx, identifier, SETTLED, "", note)


def _require_open(tx: Transaction, identifier: bytes) -> None:
    state = run(
        tx.connection,
        "SELECT state FROM held_state WHERE site = ? AND id = ?",
        tx.site,
        identifier,
    ).scalar()
    if state != OPEN:
        raise HeldGone


def _end(tx: Transaction, identifier: bytes, kind: str, till: str, note: str = "") -> None:
    tx.insert(held_end, id=tx.new_id(), held=identifier, kind=kind, till=till, note=note.strip())


def _in_state(connection: Connection, site: int, state: str) -> list[Held]:
    rows = run(connection, f"{_HELD} WHERE s.site = ? AND s.state = ? ORDER BY h.id", site, state)
    return [Held(*row) for row in rows]


def held_sales(connection: Connection, site: int) -> list[Held]:
    """Give the carts that wait at a site, oldest first."""
    return _in_state(connection, site, OPEN)


def held_conflicts(connection: Connection, site: int) -> list[Held]:
    """Give the held carts that were taken up at two stations."""
    return _in_state(connection, site, CONFLICT)

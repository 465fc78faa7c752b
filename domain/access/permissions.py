"""The permission matrix: every right of the product, and which standard role holds it.

This is the one list. Commands name rights from it, roles are made from it, the interface shows
it. A right that is ``sensitive`` is never given by a badge alone: a badge can be copied, so it
is a name and no proof.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Permission:
    """One right. ``id`` is ``area.act``; ``title`` is English, for translation."""

    id: str
    title: str
    sensitive: bool = False

    @property
    def area(self) -> str:
        """The business area that the right belongs to."""
        return self.id.partition(".")[0]


def _routine(identifier: str, title: str) -> Permission:
    return Permission(identifier, title)


def _sensitive(identifier: str, title: str) -> Permission:
    return Permission(identifier, title, sensitive=True)


PERMISSIONS: tuple[Permission, ...] = (
    _sensitive("catalogue.edit", "Edit products and barcodes"),
    _sensitive("catalogue.price", "Change prices"),
    _routine("stock.move", "Move goods between locations"),
    _sensitive("stock.adjust", "Correct stock"),
    _sensitive("stock.lot_status", "Hold, release or recall lots"),
    _sensitive("purchasing.order", "Order from suppliers"),
    _routine("receiving.receive", "Receive goods"),
    _sensitive("receiving.over_tolerance", "Receive more than the tolerance allows"),
    _sensitive("receiving.blind", "Receive goods without an order"),
    _routine("orders.enter", "Enter customer orders"),
    _sensitive("orders.cancel", "Cancel customer orders"),
    _sensitive("orders.hold", "Hold and release customer orders"),
    _routine("orders.allocate", "Allocate stock to orders"),
    _routine("picking.pick", "Pick orders"),
    _routine("picking.short", "Report short picks"),
    _routine("shipping.ship", "Ship orders"),
    _routine("counter.sell", "Sell at the counter"),
    _sensitive("counter.override_price", "Override a price"),
    _sensitive("counter.discount", "Give a discount"),
    _sensitive("counter.below_cost", "Sell below cost"),
    _sensitive("counter.refund", "Refund with a receipt"),
    _sensitive("counter.refund_without_receipt", "Refund without a receipt"),
    _routine("counter.open_shift", "Open a shift"),
    _routine("counter.close_shift", "Close a shift"),
    _sensitive("counter.x_report", "Print an X report"),
    _sensitive("counter.cash_movement", "Put cash in or take it out"),
    _routine("counter.void_line", "Void a line before payment"),
    _routine("customers.view", "See customers"),
    _routine("customers.edit", "Edit customers"),
    _sensitive("access.manage", "Manage users and roles"),
    _sensitive("access.unlock", "Unlock a user after wrong PINs"),
    _sensitive("sync.manage", "Manage synchronisation"),
    _sensitive("conflicts.decide", "Decide conflicts"),
    _routine("requests.ask", "Ask the centre for a change"),
    _sensitive("requests.decide", "Decide what others ask to be changed"),
    _sensitive("devices.manage", "Set up devices"),
    _sensitive("import.run", "Import files"),
    _routine("reorder.propose", "Compute reorder proposals"),
    _sensitive("reorder.accept", "Accept reorder proposals"),
    _sensitive("backup.run", "Back up and restore"),
)
BY_ID = {permission.id: permission for permission in PERMISSIONS}
SENSITIVE = frozenset(p.id for p in PERMISSIONS if p.sensitive)


@dataclass(frozen=True, slots=True)
class StandardRole:
    """A role that every company starts with."""

    code: str
    title: str
    badge_alone: bool
    """Whether its users may sign on for routine work by badge without a PIN."""
    permissions: frozenset[str]


_CLERK = {
    "stock.move",
    "receiving.receive",
    "orders.enter",
    "orders.allocate",
    "picking.pick",
    "picking.short",
    "shipping.ship",
    "customers.view",
}
_CASHIER = {
    "counter.sell",
    "counter.refund",
    "counter.open_shift",
    "counter.close_shift",
    "counter.void_line",
    "customers.view",
    "customers.edit",
}
_SUPERVISOR = {
    *_CLERK,
    *_CASHIER,
    "stock.adjust",
    "stock.lot_status",
    "receiving.over_tolerance",
    "receiving.blind",
    "orders.cancel",
    "orders.hold",
    "counter.override_price",
    "counter.discount",
    "counter.below_cost",
    "counter.refund_without_receipt",
    "counter.x_report",
    "counter.cash_movement",
    "access.unlock",
    "conflicts.decide",
    "requests.ask",
}
_BUYER = {
    "catalogue.edit",
    "catalogue.price",
    "purchasing.order",
    "reorder.propose",
    "reorder.accept",
    "import.run",
}
_IT = {
    "access.manage",
    "access.unlock",
    "sync.manage",
    "devices.manage",
    "import.run",
    "backup.run",
}


def _role(code: str, title: str, rights: Iterable[str], *, badge_alone: bool) -> StandardRole:
    return StandardRole(code, title, badge_alone, frozenset(rights))


STANDARD_ROLES: tuple[StandardRole, ...] = (
    _role("clerk", "Clerk", _CLERK, badge_alone=True),
    _role("cashier", "Cashier", _CASHIER, badge_alone=True),
    _role("supervisor", "Supervisor", _SUPERVISOR, badge_alone=False),
    _role("buyer", "Buyer", _BUYER, badge_alone=False),
    _role("it", "IT", _IT, badge_alone=False),
    _role("owner", "Owner", BY_ID, badge_alone=False),
)

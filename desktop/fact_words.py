"""Codes that errors carry as facts, in words: how something stands, which right, what reason."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop.text import QT_TRANSLATE_NOOP

STANDINGS: Mapping[str, str] = {
    "draft": QT_TRANSLATE_NOOP("Facts", "a draft"),
    "confirmed": QT_TRANSLATE_NOOP("Facts", "waiting for stock"),
    "hold": QT_TRANSLATE_NOOP("Facts", "on hold"),
    "allocated": QT_TRANSLATE_NOOP("Facts", "allocated"),
    "partially_shipped": QT_TRANSLATE_NOOP("Facts", "partly shipped"),
    "shipped": QT_TRANSLATE_NOOP("Facts", "shipped"),
    "closed": QT_TRANSLATE_NOOP("Facts", "closed"),
    "cancelled": QT_TRANSLATE_NOOP("Facts", "cancelled"),
    "sent": QT_TRANSLATE_NOOP("Facts", "sent"),
    "partially_received": QT_TRANSLATE_NOOP("Facts", "partly received"),
    "received": QT_TRANSLATE_NOOP("Facts", "received"),
    "pending": QT_TRANSLATE_NOOP("Facts", "not begun"),
    "checking": QT_TRANSLATE_NOOP("Facts", "being checked"),
    "completed": QT_TRANSLATE_NOOP("Facts", "finished"),
    "rolled_back": QT_TRANSLATE_NOOP("Facts", "taken back"),
    "approved": QT_TRANSLATE_NOOP("Facts", "good"),
    "on_hold": QT_TRANSLATE_NOOP("Facts", "on hold"),
    "quarantined": QT_TRANSLATE_NOOP("Facts", "in quarantine"),
    "recalled": QT_TRANSLATE_NOOP("Facts", "recalled"),
    "damaged": QT_TRANSLATE_NOOP("Facts", "damaged"),
    "absent": QT_TRANSLATE_NOOP("Facts", "not connected"),
    "opening": QT_TRANSLATE_NOOP("Facts", "being connected"),
    "probing": QT_TRANSLATE_NOOP("Facts", "being checked"),
    "stalled": QT_TRANSLATE_NOOP("Facts", "without an answer"),
    "lost": QT_TRANSLATE_NOOP("Facts", "disconnected"),
    "backoff": QT_TRANSLATE_NOOP("Facts", "tried again in a moment"),
    "disabled": QT_TRANSLATE_NOOP("Facts", "switched off"),
    "in_use_elsewhere": QT_TRANSLATE_NOOP("Facts", "in use by another program"),
    "misconfigured": QT_TRANSLATE_NOOP("Facts", "set up wrongly"),
}

RIGHTS: Mapping[str, str] = {
    "catalogue.edit": QT_TRANSLATE_NOOP("Facts", "Edit products and barcodes"),
    "catalogue.price": QT_TRANSLATE_NOOP("Facts", "Change prices"),
    "stock.move": QT_TRANSLATE_NOOP("Facts", "Move goods between locations"),
    "stock.adjust": QT_TRANSLATE_NOOP("Facts", "Correct stock"),
    "stock.lot_status": QT_TRANSLATE_NOOP("Facts", "Hold, release or recall lots"),
    "purchasing.order": QT_TRANSLATE_NOOP("Facts", "Order from suppliers"),
    "receiving.receive": QT_TRANSLATE_NOOP("Facts", "Receive goods"),
    "receiving.over_tolerance": QT_TRANSLATE_NOOP(
        "Facts", "Receive more than the tolerance allows"
    ),
    "receiving.blind": QT_TRANSLATE_NOOP("Facts", "Receive goods without an order"),
    "orders.enter": QT_TRANSLATE_NOOP("Facts", "Enter customer orders"),
    "orders.cancel": QT_TRANSLATE_NOOP("Facts", "Cancel customer orders"),
    "orders.hold": QT_TRANSLATE_NOOP("Facts", "Hold and release customer orders"),
    "orders.allocate": QT_TRANSLATE_NOOP("Facts", "Allocate stock to orders"),
    "picking.pick": QT_TRANSLATE_NOOP("Facts", "Pick orders"),
    "picking.short": QT_TRANSLATE_NOOP("Facts", "Report short picks"),
    "shipping.ship": QT_TRANSLATE_NOOP("Facts", "Ship orders"),
    "counter.sell": QT_TRANSLATE_NOOP("Facts", "Sell at the counter"),
    "counter.override_price": QT_TRANSLATE_NOOP("Facts", "Override a price"),
    "counter.discount": QT_TRANSLATE_NOOP("Facts", "Give a discount"),
    "counter.below_cost": QT_TRANSLATE_NOOP("Facts", "Sell below cost"),
    "counter.refund": QT_TRANSLATE_NOOP("Facts", "Refund with a receipt"),
    "counter.refund_without_receipt": QT_TRANSLATE_NOOP("Facts", "Refund without a receipt"),
    "counter.open_shift": QT_TRANSLATE_NOOP("Facts", "Open a shift"),
    "counter.close_shift": QT_TRANSLATE_NOOP("Facts", "Close a shift"),
    "counter.x_report": QT_TRANSLATE_NOOP("Facts", "Print an X report"),
    "counter.cash_movement": QT_TRANSLATE_NOOP("Facts", "Put cash in or take it out"),
    "counter.void_line": QT_TRANSLATE_NOOP("Facts", "Void a line before payment"),
    "customers.view": QT_TRANSLATE_NOOP("Facts", "See customers"),
    "customers.edit": QT_TRANSLATE_NOOP("Facts", "Edit customers"),
    "access.manage": QT_TRANSLATE_NOOP("Facts", "Manage users and roles"),
    "access.unlock": QT_TRANSLATE_NOOP("Facts", "Unlock a user after wrong PINs"),
    "sync.manage": QT_TRANSLATE_NOOP("Facts", "Manage synchronisation"),
    "conflicts.decide": QT_TRANSLATE_NOOP("Facts", "Decide conflicts"),
    "requests.ask": QT_TRANSLATE_NOOP("Facts", "Ask the centre for a change"),
    "requests.decide": QT_TRANSLATE_NOOP("Facts", "Decide what others ask to be changed"),
    "devices.manage": QT_TRANSLATE_NOOP("Facts", "Set up devices"),
    "import.run": QT_TRANSLATE_NOOP("Facts", "Import files"),
    "reorder.propose": QT_TRANSLATE_NOOP("Facts", "Compute reorder proposals"),
    "reorder.accept": QT_TRANSLATE_NOOP("Facts", "Accept reorder proposals"),
    "backup.run": QT_TRANSLATE_NOOP("Facts", "Back up and restore"),
}

REASONS: Mapping[str, str] = {
    "motion": QT_TRANSLATE_NOOP("Facts", "the load moves"),
    "over_capacity": QT_TRANSLATE_NOOP("Facts", "too much is on it"),
    "under_capacity": QT_TRANSLATE_NOOP("Facts", "too little is on it"),
    "under_zero": QT_TRANSLATE_NOOP("Facts", "it shows less than nothing"),
    "no_answer": QT_TRANSLATE_NOOP("Facts", "it does not answer"),
    "no_weight": QT_TRANSLATE_NOOP("Facts", "it gave no weight"),
    "bad_partition": QT_TRANSLATE_NOOP("Facts", "its parts do not fit together"),
    "out_of_range": QT_TRANSLATE_NOOP("Facts", "a number in it is out of range"),
    "reserved_bits": QT_TRANSLATE_NOOP("Facts", "it uses bits that must stay empty"),
    "check_digit": QT_TRANSLATE_NOOP("Facts", "the check digit is wrong"),
    "serial_not_numeric": QT_TRANSLATE_NOOP("Facts", "the serial number is no number"),
    "leading_zero_serial": QT_TRANSLATE_NOOP("Facts", "the serial number begins with 0"),
    "serial_too_large": QT_TRANSLATE_NOOP("Facts", "the serial number is too large"),
    "empty": QT_TRANSLATE_NOOP("Facts", "it is empty"),
    "blank_tag": QT_TRANSLATE_NOOP("Facts", "nothing is written on it"),
    "not_gs1": QT_TRANSLATE_NOOP("Facts", "it is no tag of the GS1 standard"),
    "too_short": QT_TRANSLATE_NOOP("Facts", "it is too short"),
    "filter": QT_TRANSLATE_NOOP("Facts", "its filter value is wrong"),
    "company_prefix": QT_TRANSLATE_NOOP("Facts", "its company prefix is wrong"),
}

FACTS: Mapping[str, Mapping[str, str]] = {
    "status": STANDINGS,
    "state": STANDINGS,
    "permission": RIGHTS,
    "reason": REASONS,
}
"""The words by the names under which errors carry such codes."""


def in_words(name: str, value: str) -> str:
    """Say a fact inside a sentence; a code that is new here stays as it is.

    Why an order is held was picked from the list of the orders, or typed: that stays as typed.
    """
    words = FACTS[name]
    if value in words:
        return QCoreApplication.translate("Facts", words[value])
    if name == "reason":
        return "; ".join(QCoreApplication.translate("Orders", one) for one in value.split("; "))
    return value

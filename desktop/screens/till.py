"""What the till's screens share: money as text, reasons, a supervisor's yes, printing."""

import logging
from collections.abc import Callable, Sequence
from datetime import tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QCoreApplication

from desktop import figures
from desktop.offload import Connection, Failure
from desktop.screen import Screen
from desktop.text import QT_TRANSLATE_NOOP
from desktop.widgets import ChoiceDialog, Line
from domain import access, company, counter, customers
from domain.counter import Sale
from domain.replica import Approval
from domain.values import PRICE_SCALE, decimals_of

log = logging.getLogger(__name__)

REFUND_RIGHT = "counter.refund"
CASH_RIGHT = "counter.cash_movement"
OTHER_WAY_RIGHT = "counter.refund_without_receipt"

SYMBOLS = {"EUR": "€", "GBP": "£", "USD": "$", "CNY": "¥", "JPY": "¥", "INR": "₹", "KRW": "₩"}

Reasons = Sequence[tuple[str, str]]

VOID_REASONS: Reasons = (
    ("scanned_by_mistake", QT_TRANSLATE_NOOP("Till", "Scanned by mistake")),
    ("changed_mind", QT_TRANSLATE_NOOP("Till", "The customer changed their mind")),
    ("wrong_price", QT_TRANSLATE_NOOP("Till", "The price is wrong")),
    ("cannot_pay", QT_TRANSLATE_NOOP("Till", "The customer cannot pay")),
    ("other", QT_TRANSLATE_NOOP("Till", "Another reason")),
)
PRICE_REASONS: Reasons = (
    ("price_match", QT_TRANSLATE_NOOP("Till", "Price match")),
    ("damaged", QT_TRANSLATE_NOOP("Till", "Damaged goods")),
    ("wrong_label", QT_TRANSLATE_NOOP("Till", "The shelf says another price")),
    ("customer_wish", QT_TRANSLATE_NOOP("Till", "Goodwill")),
    ("other", QT_TRANSLATE_NOOP("Till", "Another reason")),
)
REFUND_REASONS: Reasons = (
    ("not_wanted", QT_TRANSLATE_NOOP("Till", "Not wanted after all")),
    ("faulty", QT_TRANSLATE_NOOP("Till", "Faulty or damaged")),
    ("wrong_item", QT_TRANSLATE_NOOP("Till", "The wrong item")),
    ("overcharged", QT_TRANSLATE_NOOP("Till", "Charged too much")),
    ("other", QT_TRANSLATE_NOOP("Till", "Another reason")),
)
DRAWER_REASONS: Reasons = (
    ("change", QT_TRANSLATE_NOOP("Till", "Change money")),
    ("check", QT_TRANSLATE_NOOP("Till", "Check the drawer")),
    ("other", QT_TRANSLATE_NOOP("Till", "Another reason")),
)

TENDER_WORDS = {
    counter.CASH: QT_TRANSLATE_NOOP("Till", "Cash"),
    counter.CARD: QT_TRANSLATE_NOOP("Till", "Card"),
    counter.TRANSFER: QT_TRANSLATE_NOOP("Till", "Bank transfer"),
    counter.OTHER: QT_TRANSLATE_NOOP("Till", "Other"),
}


def say(text: str) -> str:
    """Translate a text of the till."""
    return QCoreApplication.translate("Till", text)


def tender_words(kind: str) -> str:
    """Name a tender; one of another system by its own name."""
    return say(TENDER_WORDS[kind]) if kind in TENDER_WORDS else kind


def money_line(kind: str, amount: int, currency: str) -> Line:
    """A line of a list of tenders."""
    return Line(kind, tender_words(kind), "", money(amount, currency))


def money(minor: int, currency: str) -> str:
    """Write an amount: ``€12.34``, or ``12.34 NOK`` where the currency has no sign of its own."""
    places = decimals_of(currency)
    if currency in SYMBOLS:
        return figures.money(minor, places, SYMBOLS[currency])
    return f"{figures.money(minor, places)} {currency}"


def unit_price(price: int, currency: str) -> str:
    """Write a unit price (1/10,000): with the currency's decimals, or as many as it needs."""
    places = decimals_of(currency)
    whole, rest = divmod(abs(price), PRICE_SCALE // 10**places)
    if not rest:
        return money(-whole if price < 0 else whole, currency)
    return SYMBOLS.get(currency, "") + figures.figure(price, 4, keep_zeros=False)


def percent(rate: int) -> str:
    """Write a rate (1/10,000): ``12.5 %``."""
    return figures.figure(rate, 2, keep_zeros=False) + "\u00a0%"


def quantity(steps: int, decimals: int, unit: str) -> str:
    """Write a quantity: ``3``, ``1.250 kg``."""
    return figures.quantity(steps, decimals, "" if unit == "pc" else unit)


def with_right(
    screen: Screen,
    permission: str,
    subject: bytes | None,
    operation: str,
    then: Callable[[Approval | None], object],
    *,
    detail: str = "",
) -> None:
    """Go on at once where the person may; else when a supervisor approved this one step."""
    if screen.context.session.may(permission):
        then(None)
        return
    screen.approve(permission, subject, operation, lambda yes: _take(then, yes), detail=detail)


def _take(then: Callable[[Approval | None], object], approval: Approval) -> None:
    then(approval)


def right_missing(failure: Failure) -> str:
    """The right whose lack made a command fail, where a supervisor's yes would help; else empty."""
    error = failure.error
    if isinstance(error, access.SelfApproval) or failure.code not in _APPROVABLE:
        return ""
    return str(getattr(error, "params", {}).get("permission", ""))


_APPROVABLE = frozenset(
    {
        "access.not_permitted",
        access.ApprovalExpired.code,
        access.ApprovalUsed.code,
        access.ApprovalForSomethingElse.code,
    }
)


def ask_reason(
    screen: Screen, title: str, reasons: Reasons, then: Callable[[str], object]
) -> ChoiceDialog:
    """Ask why; ``then`` gets the code that is kept."""
    choices = [(code, say(words)) for code, words in reasons]
    dialog = ChoiceDialog(screen, title, choices, lambda code: then(str(code)))
    dialog.open()
    return dialog


def print_out(screen: Screen, text: str) -> bool:
    """Print a text on the receipt printer; say so calmly where that fails."""
    try:
        screen.context.devices.print_text("receipt", text)
    except OSError as error:
        log.warning("receipt not printed: %s", error)
        text = QT_TRANSLATE_NOOP(
            "Till", "The printer did not print. What was booked is safe: press F6."
        )
        screen.feedback.error(say(text))
        return False
    return True


def kick_drawer(screen: Screen) -> None:
    """Open the drawer; a drawer that fails never stops a sale."""
    try:
        screen.context.devices.open_drawer()
    except OSError as error:
        log.warning("drawer not opened: %s", error)
        text = QT_TRANSLATE_NOOP("Till", "The drawer did not open. Open it with its key.")
        screen.feedback.warning(say(text))


def open_drawer(screen: Screen, shift: bytes) -> None:
    """Ask why, ask for the right, write it down, and only then open the drawer."""

    def because(reason: str) -> None:
        with_right(
            screen,
            CASH_RIGHT,
            shift,
            QCoreApplication.translate("Till", "Open the drawer"),
            lambda yes: noted(reason, yes),
            detail="opened",
        )

    def noted(reason: str, approval: Approval | None) -> None:
        screen.command(
            "open the drawer",
            lambda tx: counter.note_drawer_opened(tx, shift, reason),
            lambda _id: kick_drawer(screen),
            approval=approval,
        )

    ask_reason(
        screen, QCoreApplication.translate("Till", "Why open the drawer?"), DRAWER_REASONS, because
    )


def receipt_of(connection: Connection, sale: Sale, language: str, *, copy: bool = False) -> str:
    """Give the text of a receipt: the company's head, who served, in the customer's language."""
    settings = company.company(connection)
    site = company.site(connection, sale.head.site)
    name, speaks = "", settings.language or language
    if sale.head.customer is not None:
        try:
            buyer = customers.get(connection, sale.head.customer)
        except customers.CustomerUnknown:
            pass
        else:
            name, speaks = buyer.name, buyer.language or speaks
    return counter.receipt_text(
        sale,
        language=speaks,
        head=settings.receipt_head.splitlines(),
        cashier=access.who_was(connection, counter.sold_by(connection, sale.head.site, sale.id))
        or "",
        customer=name,
        copy=copy,
        zone=zone_of(site.timezone if site is not None else ""),
    )


def zone_of(name: str) -> tzinfo | None:
    """Give a time zone by its name; this PC's (None) where the name is not known here."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError):
        return None

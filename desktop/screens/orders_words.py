"""How orders read: what they are, where they stand, why they are held or cancelled."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.text import QT_TRANSLATE_NOOP
from desktop.tones import Tone
from domain import orders
from domain.orders import LineState, OrderRow

STATUSES: Mapping[str, tuple[str, Tone]] = {
    orders.DRAFT: (QT_TRANSLATE_NOOP("Orders", "Draft"), Tone.NEUTRAL),
    orders.CONFIRMED: (QT_TRANSLATE_NOOP("Orders", "Waits for stock"), Tone.WARNING),
    orders.HOLD: (QT_TRANSLATE_NOOP("Orders", "On hold"), Tone.ERROR),
    orders.ALLOCATED: (QT_TRANSLATE_NOOP("Orders", "Stock promised"), Tone.INFO),
    orders.PARTIALLY_SHIPPED: (QT_TRANSLATE_NOOP("Orders", "Partly shipped"), Tone.INFO),
    orders.SHIPPED: (QT_TRANSLATE_NOOP("Orders", "Shipped"), Tone.SUCCESS),
    orders.CLOSED: (QT_TRANSLATE_NOOP("Orders", "Closed"), Tone.NEUTRAL),
    orders.CANCELLED: (QT_TRANSLATE_NOOP("Orders", "Cancelled"), Tone.NEUTRAL),
}

CHANNELS: Mapping[str, str] = {
    orders.MANUAL: QT_TRANSLATE_NOOP("Orders", "Entered by hand"),
    "web": QT_TRANSLATE_NOOP("Orders", "Web shop"),
    "market": QT_TRANSLATE_NOOP("Orders", "Marketplace"),
}

HOLD_REASONS: Sequence[str] = (
    QT_TRANSLATE_NOOP("Orders", "The payment is not there yet"),
    QT_TRANSLATE_NOOP("Orders", "The address is not clear"),
    QT_TRANSLATE_NOOP("Orders", "The customer asked to wait"),
    QT_TRANSLATE_NOOP("Orders", "Something looks wrong with the order"),
)
CANCEL_REASONS: Sequence[str] = (
    QT_TRANSLATE_NOOP("Orders", "The customer does not want it any more"),
    QT_TRANSLATE_NOOP("Orders", "It cannot be delivered"),
    QT_TRANSLATE_NOOP("Orders", "Ordered twice"),
    QT_TRANSLATE_NOOP("Orders", "Entered by mistake"),
)


def say(text: str) -> str:
    """Translate a text of the orders."""
    return QCoreApplication.translate("Orders", text)


def status_words(status: str) -> str:
    """Name a status."""
    return say(STATUSES[status][0])


def status_tone(row: OrderRow) -> Tone:
    """The tone of an order's status; a disputed one warns."""
    return Tone.WARNING if row.contested else STATUSES[row.status][1]


def channel_words(channel: str) -> str:
    """Name a channel; one of another system by its own name."""
    return say(CHANNELS[channel]) if channel in CHANNELS else channel


def number_of(row: OrderRow) -> str:
    """The number that people read out: ours, else the channel's."""
    return row.number or row.reference or ""


def reasons(texts: Sequence[str]) -> list[tuple[object, str]]:
    """Give reasons as choices. The source text is kept, so that everybody reads it translated."""
    return [(text, say(text)) for text in texts]


def line_words(state: LineState, *, stocked: bool) -> tuple[str, Tone]:
    """Say how a line stands, in a word or two."""
    translate = QCoreApplication.translate
    if state.return_expected:
        return translate("Orders", "Expected back"), Tone.WARNING
    if state.put_back:
        return translate("Orders", "To be put back"), Tone.WARNING
    if not state.open:
        if state.shipped:
            return translate("Orders", "Shipped"), Tone.SUCCESS
        return translate("Orders", "Cancelled"), Tone.NEUTRAL
    if not stocked:
        return translate("Orders", "Service"), Tone.NEUTRAL
    if state.picked >= state.open:
        return translate("Orders", "Picked"), Tone.SUCCESS
    if state.backorder:
        return translate("Orders", "Waits for stock"), Tone.WARNING
    return translate("Orders", "Stock promised"), Tone.INFO

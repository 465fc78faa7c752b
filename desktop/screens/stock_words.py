"""The ledger in words: why goods moved, how a lot stands, what a command did."""

from PySide6.QtCore import QCoreApplication

from desktop.text import QT_TRANSLATE_NOOP
from desktop.tones import Tone
from domain.stock import DAMAGED, ON_HOLD, QUARANTINED, RECALLED

REASONS = {
    "receipt": QT_TRANSLATE_NOOP("Ledger", "Received"),
    "sale": QT_TRANSLATE_NOOP("Ledger", "Sold"),
    "refund": QT_TRANSLATE_NOOP("Ledger", "Brought back"),
    "pick": QT_TRANSLATE_NOOP("Ledger", "Picked"),
    "ship": QT_TRANSLATE_NOOP("Ledger", "Shipped"),
    "putaway": QT_TRANSLATE_NOOP("Ledger", "Put away"),
    "move": QT_TRANSLATE_NOOP("Ledger", "Moved"),
    "adjust": QT_TRANSLATE_NOOP("Ledger", "Corrected"),
    "count": QT_TRANSLATE_NOOP("Ledger", "Counted"),
    "write_off": QT_TRANSLATE_NOOP("Ledger", "Written off"),
    "transfer": QT_TRANSLATE_NOOP("Ledger", "Transferred"),
    "opening": QT_TRANSLATE_NOOP("Ledger", "Opening stock"),
}
"""Why goods moved, by the ledger's code."""

LOT_STATES = {
    ON_HOLD: QT_TRANSLATE_NOOP("Ledger", "On hold"),
    QUARANTINED: QT_TRANSLATE_NOOP("Ledger", "In quarantine"),
    RECALLED: QT_TRANSLATE_NOOP("Ledger", "Recalled"),
    DAMAGED: QT_TRANSLATE_NOOP("Ledger", "Damaged"),
}
"""How a lot stands, where it is not simply good."""

SOON_DAYS = 30
"""A lot that is good for no longer than this is marked."""


def reason(code: str) -> str:
    """Say why goods moved; a code that is new here stays as it is."""
    return QCoreApplication.translate("Ledger", REASONS[code]) if code in REASONS else code


def command(name: str) -> str:
    """Say what a command did, by the name under which the journal keeps it."""
    text = QCoreApplication.translate("Commands", name)
    return text[:1].upper() + text[1:]


def lot_state(status: str) -> str:
    """Say how a lot stands; nothing for a good one."""
    words = LOT_STATES.get(status)
    return QCoreApplication.translate("Ledger", words) if words else ""


def lot_tone(status: str) -> Tone | None:
    """Give the tone of a lot that is not simply good."""
    if status == RECALLED:
        return Tone.ERROR
    return Tone.WARNING if status in LOT_STATES else None


def expiry_tone(expires: str | None, today: str, soon: str) -> Tone | None:
    """Mark what has expired and what will before ``soon`` (ISO days)."""
    if expires is None or expires > soon:
        return None
    return Tone.ERROR if expires < today else Tone.WARNING


def signed(product_amount: str, steps: int) -> str:
    """Write a movement's amount with its sign."""
    return f"+{product_amount}" if steps > 0 else product_amount

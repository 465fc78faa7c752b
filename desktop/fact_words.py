"""Codes that errors carry as facts, in words: how an order, a receipt or a lot stands."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop.text import QT_TRANSLATE_NOOP

FACTS = frozenset({"status", "state"})
"""The names under which errors carry such codes."""

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


def standing(code: str) -> str:
    """Say how something stands, inside a sentence; a code that is new here stays as it is."""
    return QCoreApplication.translate("Facts", STANDINGS[code]) if code in STANDINGS else code

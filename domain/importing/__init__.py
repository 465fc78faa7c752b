"""Files from elsewhere: reading them safely, mapping them to the trade, importing them.

The names below are loaded when they are asked for: the limited child process that opens a
stranger's file lives in this package and must not load the whole trade.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.importing.kinds import KINDS, Field, Kind, kind_of
    from domain.importing.mapping import ColumnMap, guess, guess_kind
    from domain.importing.model import (
        ALL,
        DEFAULT_SOURCE,
        Choice,
        Entry,
        Findings,
        Preview,
        Problem,
        Report,
        Source,
    )
    from domain.importing.planning import plan
    from domain.importing.ready import READY, Ready
    from domain.importing.running import Settings, run

_HOMES = {
    "kinds": ("KINDS", "Field", "Kind", "kind_of"),
    "mapping": ("ColumnMap", "guess", "guess_kind"),
    "model": (
        *(
            "ALL",
            "DEFAULT_SOURCE",
            "Choice",
            "Entry",
            "Findings",
            "Preview",
            "Problem",
            "Report",
            "Source",
        ),
    ),
    "planning": ("plan",),
    "ready": ("READY", "Ready"),
    "running": ("Settings", "run"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "ALL",
    "DEFAULT_SOURCE",
    "KINDS",
    "READY",
    "Choice",
    "ColumnMap",
    "Entry",
    "Field",
    "Findings",
    "Kind",
    "Preview",
    "Problem",
    "Ready",
    "Report",
    "Settings",
    "Source",
    "guess",
    "guess_kind",
    "kind_of",
    "plan",
    "run",
]


def __getattr__(name: str) -> object:
    """Load a public name from its module."""
    if name not in _HOME_OF:
        raise AttributeError(name)
    return getattr(import_module(f"domain.importing.{_HOME_OF[name]}"), name)

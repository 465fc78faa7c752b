"""Actions as data: what can be done now, from which menus, keys, palette and barcodes are made.

A screen gives its actions as a list of :class:`Action`. Those with a standard id (confirm, undo,
quantity, ...) take title, key and icon from :data:`STANDARD`, so that the same act has the same
name, key and barcode on every screen.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.text import QT_TRANSLATE_NOOP
from domain.barcodes import COMMAND_PREFIX

ACTION_CONTEXT = "Actions"
"""The translation context of action titles."""


def always() -> bool:
    """Allow an action at any time."""
    return True


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """The unchanging part of an action. ``title`` is English, of the context ``Actions``."""

    id: str
    title: str
    shortcut: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """Something that can be done now: a spec, what runs, when it is allowed, what undoes it.

    ``label`` replaces the spec's title with text that is already translated ("Receive 12").
    ``primary`` marks the one act the screen is for; ``danger`` one that cannot be taken back.
    ``undo_text`` says what Ctrl+Z would take back after this action; empty means nothing.
    """

    spec: ActionSpec
    run: Callable[[], object]
    enabled: Callable[[], bool] = always
    label: str = ""
    undo_text: str = ""
    primary: bool = False
    danger: bool = False
    on_bar: bool = True

    @property
    def id(self) -> str:
        """The stable id, also the text of the action's barcode after the command prefix."""
        return self.spec.id

    @property
    def title(self) -> str:
        """The name a person reads, in the language of the moment."""
        return self.label or QCoreApplication.translate(ACTION_CONTEXT, self.spec.title)

    @property
    def barcode(self) -> str:
        """The text of the barcode that runs this action."""
        return COMMAND_PREFIX + self.spec.id


def _spec(id_: str, title: str, shortcut: str = "", icon: str = "") -> ActionSpec:
    """Make a standard spec; a short name so that the table below reads as a table."""
    return ActionSpec(id_, title, shortcut, icon)


_STANDARD = (
    _spec("help", QT_TRANSLATE_NOOP("Actions", "Help"), "F1", "help"),
    _spec("quantity", QT_TRANSLATE_NOOP("Actions", "Quantity"), "F2", "hash"),
    _spec("find", QT_TRANSLATE_NOOP("Actions", "Find"), "F3", "search"),
    _spec("exception", QT_TRANSLATE_NOOP("Actions", "Exception"), "F4", "warning"),
    _spec("next", QT_TRANSLATE_NOOP("Actions", "Skip"), "F5", "skip"),
    _spec("print", QT_TRANSLATE_NOOP("Actions", "Print"), "F6", "printer"),
    _spec("back", QT_TRANSLATE_NOOP("Actions", "Back"), "F7", "arrow-left"),
    _spec("hold", QT_TRANSLATE_NOOP("Actions", "Hold"), "F8", "pause"),
    _spec("customer", QT_TRANSLATE_NOOP("Actions", "Customer"), "F9", "user"),
    _spec("menu", QT_TRANSLATE_NOOP("Actions", "Menu"), "F10", "home"),
    _spec("devices", QT_TRANSLATE_NOOP("Actions", "Devices"), "F11", "plug"),
    _spec("confirm", QT_TRANSLATE_NOOP("Actions", "Confirm"), "F12", "check"),
    _spec("clear", QT_TRANSLATE_NOOP("Actions", "Clear"), "Esc", "close"),
    _spec("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), "Ctrl+Z", "undo"),
    _spec("lock", QT_TRANSLATE_NOOP("Actions", "Lock"), "Ctrl+L", "lock"),
    _spec("drawer", QT_TRANSLATE_NOOP("Actions", "Open drawer"), "Ctrl+Shift+D", "drawer"),
    _spec("palette", QT_TRANSLATE_NOOP("Actions", "Find a command"), "Ctrl+K", "command"),
    _spec("short", QT_TRANSLATE_NOOP("Actions", "Short"), "", "minus"),
    _spec("full-bin", QT_TRANSLATE_NOOP("Actions", "Full bin"), "", "bin"),
    _spec("mute", QT_TRANSLATE_NOOP("Actions", "Mute sounds"), "Ctrl+Shift+M", "volume"),
    _spec("theme", QT_TRANSLATE_NOOP("Actions", "Light or dark"), "Ctrl+Shift+T", "moon"),
    _spec("language", QT_TRANSLATE_NOOP("Actions", "Language"), "Ctrl+Shift+L", "globe"),
    _spec("barcodes", QT_TRANSLATE_NOOP("Actions", "Print command barcodes"), "", "barcode"),
)

STANDARD: dict[str, ActionSpec] = {spec.id: spec for spec in _STANDARD}
"""The key map of the house. No letters or digits alone, never Ctrl+] (scanners send it)."""


def act(
    id_: str,
    run: Callable[[], object],
    *,
    enabled: Callable[[], bool] = always,
    label: str = "",
    undo_text: str = "",
    primary: bool = False,
    danger: bool = False,
    on_bar: bool = True,
) -> Action:
    """Bind a standard action to what it does here; ``label`` is translated text."""
    return Action(
        STANDARD[id_],
        run,
        enabled=enabled,
        label=label,
        undo_text=undo_text,
        primary=primary,
        danger=danger,
        on_bar=on_bar,
    )


def clashes(actions: Iterable[Action]) -> list[tuple[str, str]]:
    """Give the pairs of ids that share a key: a list that must be empty."""
    owner: dict[str, str] = {}
    pairs = []
    for action in actions:
        key = action.spec.shortcut
        if key and key in owner and owner[key] != action.id:
            pairs.append((owner[key], action.id))
        elif key:
            owner[key] = action.id
    return pairs

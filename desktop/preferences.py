"""What this station remembers about its window: one small JSON file, replaced atomically."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from domain.replica.durable import durable_write


@dataclass
class Preferences:
    """Theme, language, sound, touch, window, keyboard scanner. Unknown names are ignored."""

    theme: str = "light"
    language: str = ""
    muted: bool = False
    gloves: bool = False
    kiosk: bool = False
    width: int = 1280
    height: int = 800
    wedge_gap_ms: int = 35
    wedge_prefix: str = ""
    site: str = ""
    station: str = ""


def load(path: Path) -> Preferences:
    """Read the file; a missing or broken one gives the defaults, a wrong type that default."""
    try:
        found: Any = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    preferences = Preferences()
    if isinstance(found, dict):
        for field in fields(preferences):
            value = found.get(field.name)
            if type(value) is type(getattr(preferences, field.name)):
                setattr(preferences, field.name, value)
    return preferences


def save(path: Path, preferences: Preferences) -> None:
    """Replace the file; it is either the old one or the new one, never half of it."""
    write_atomically(path, json.dumps(asdict(preferences), indent=1))


def write_atomically(path: Path, text: str) -> None:
    """Write a small text file so that a power cut leaves the old or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    durable_write(path, text.encode("utf-8"))

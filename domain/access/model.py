"""Users, roles and overrides as values, and the rules that need no database."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_ID_BYTES = 16


@dataclass(frozen=True, slots=True)
class Role:
    """A set of rights with a name."""

    id: bytes
    code: str
    name: str
    badge_alone: bool
    archived: bool


@dataclass(frozen=True, slots=True)
class User:
    """A person who signs on. Hashes stay in the table."""

    id: bytes
    name: str
    login: str
    roles: tuple[bytes, ...]
    language: str
    has_pin: bool
    has_badge: bool
    archived: bool


@dataclass(frozen=True, slots=True)
class Override:
    """An approval that was used: who did what, who allowed it, why, where, when (ms UTC)."""

    id: bytes
    permission: str
    subject: bytes | None
    detail: str
    actor: bytes | None
    actor_name: str
    approver: bytes | None
    approver_name: str
    reason: str
    used_at: int
    station: bytes
    station_name: str


def clean(text: str) -> str:
    """Trim a text and make every run of white space one space."""
    return " ".join(text.split())


def normal_login(text: str) -> str:
    """Write a sign-on name so that case, width and spaces around it make no difference."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return clean(unicodedata.normalize("NFKC", folded))


def normal_badge(uid: str) -> str:
    """Write a badge's UID without the separators that readers add: ``04:A2 1f`` is ``04A21F``."""
    return "".join(c for c in uid.upper() if c.isascii() and c.isalnum())


def pack_roles(roles: Iterable[bytes]) -> bytes:
    """Write role ids for the table, each once, in a fixed order."""
    return b"".join(sorted(set(roles)))


def unpack_roles(packed: bytes) -> tuple[bytes, ...]:
    """Read role ids from the table."""
    return tuple(packed[i : i + _ID_BYTES] for i in range(0, len(packed), _ID_BYTES))

"""PINs and badges: what is stored of them, and which PINs are accepted.

A PIN hash alone protects nothing on a stolen copy (six digits fall in hours), so what is hashed
is HMAC(pepper, user, PIN), and the pepper is in the key store of each station, company-wide.
Argon2id with t=2, m=19 MiB, p=1 (OWASP's minimum): about 30 ms.
"""

import hashlib
import hmac
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from domain.access.errors import PinNotDigits, PinTooShort, PinTooSimple
from domain.access.model import normal_badge

if TYPE_CHECKING:
    from argon2 import PasswordHasher

RECOMMENDED = 6
"""The shortest PIN of a company that has not decided otherwise; below it, warn."""
LEAST = 4
LONGEST = 12

# The hash of a random text that was thrown away: checking a PIN of nobody takes as long.
_NOBODY = (
    "$argon2id$v=19$m=19456,t=2,p=1$Y5"
    "1DCSKNHF1FA2WWCV+/KQ$pwgKW26Lr9dv0V3otlClybFUMvyWqQT0NbSjPYazXS8"
)


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def _peppered(pepper: bytes, user: bytes, pin: str) -> bytes:
    return hmac.digest(pepper, b"pin\0" + user + pin.encode(), hashlib.sha256)


def hash_pin(pepper: bytes, user: bytes, pin: str) -> str:
    """Hash a PIN for a user's record: it is good for that user alone."""
    return _hasher().hash(_peppered(pepper, user, pin))


def verify_pin(pepper: bytes, user: bytes, pin: str, stored: str | None) -> bool:
    """Whether a PIN is the stored one. Without a stored one it takes as long and is False."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        _hasher().verify(stored or _NOBODY, _peppered(pepper, user, pin))
    except (VerificationError, InvalidHashError):
        return False
    return stored is not None


def badge_digest(pepper: bytes, uid: str) -> bytes:
    """What is stored of a badge: its UID cannot be read back or copied from a stolen record."""
    return hmac.digest(pepper, b"badge\0" + normal_badge(uid).encode(), hashlib.sha256)


def check_policy(pin: str, minimum: int) -> None:
    """Refuse a PIN that is no PIN or is easy to guess.

    Raises PinNotDigits, PinTooShort, PinTooSimple.
    """
    if not (pin.isascii() and pin.isdigit()) or len(pin) > LONGEST:
        raise PinNotDigits(longest=LONGEST)
    if len(pin) < minimum:
        raise PinTooShort(minimum=minimum)
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    if len(set(pin)) <= 2 or steps in ({1}, {9}):
        raise PinTooSimple


def is_weak(pin: str) -> bool:
    """Whether an accepted PIN is shorter than recommended: the interface warns."""
    return len(pin) < RECOMMENDED

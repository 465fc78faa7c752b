"""Signing on, and a supervisor's approval of one operation.

Each check, with what it does to the count of wrong PINs, is one commit; the answer is given
after it. Killing the program between check and answer therefore wins nobody a free try.
"""

import logging

from sqlalchemy import ColumnElement, select
from sqlalchemy.engine import Connection

from domain.access import lockout
from domain.access.errors import (
    LockedOut,
    PinNeeded,
    ReasonMissing,
    SelfApproval,
    SignInRefused,
    TooManyTries,
)
from domain.access.lockout import THIS_PROCESS, Stopwatch
from domain.access.model import clean, normal_badge, normal_login
from domain.access.pins import badge_digest, verify_pin
from domain.access.queries import actor_of
from domain.access.tables import user as user_table
from domain.errors import RuleBroken
from domain.replica import GLOBAL, Actor, Approval, Replica, Transaction

log = logging.getLogger(__name__)

_PROGRAM = Actor.program("sign-on")


def sign_in(replica: Replica, name: str, pin: str, *, watch: Stopwatch = THIS_PROCESS) -> Actor:
    """Sign on by sign-on name or badge, and PIN; gives the actor with all rights of its roles.

    A wrong PIN and a name that nobody has look the same. Raises SignInRefused, TooManyTries,
    LockedOut.
    """
    with replica.transaction(_PROGRAM, "sign in") as tx:
        answer = _check(tx, name, pin, watch)
    if isinstance(answer, RuleBroken):
        log.info("sign-on refused: %s", answer.code)
        raise answer
    return answer


def sign_in_by_badge(replica: Replica, badge: str, *, watch: Stopwatch = THIS_PROCESS) -> Actor:
    """Sign on by badge alone, for routine work: without the sensitive rights.

    Raises SignInRefused, PinNeeded, TooManyTries, LockedOut.
    """
    with replica.transaction(_PROGRAM, "sign in by badge") as tx:
        found = _by_badge(tx.connection, replica.secret("pepper"), badge)
        if found is None:
            raise SignInRefused
        refused = lockout.refusal(tx, found[0], watch)
        actor = actor_of(tx.connection, found[0], badge_alone=True)
    if refused is not None:
        raise refused
    if not actor.permissions:
        raise PinNeeded
    return actor


def approve(
    replica: Replica,
    name: str,
    pin: str,
    *,
    permission: str,
    subject: bytes | None,
    reason: str,
    asker: Actor,
    detail: str = "",
    watch: Stopwatch = THIS_PROCESS,
) -> Approval:
    """Let a supervisor, by name or badge and always with the PIN, approve one operation.

    The approval is good once, for a few minutes, for this right, document and ``detail`` (the
    figure shown: a price, an amount). Raises as ``sign_in`` does; ReasonMissing, SelfApproval,
    NotPermitted where the approver does not hold the right.
    """
    if not clean(reason):
        raise ReasonMissing
    approver = sign_in(replica, name, pin, watch=watch)
    if approver.id is None or approver.id == asker.id:
        raise SelfApproval(actor=asker.name, permission=permission)
    approver.require(permission)
    return Approval(approver.id, approver.name, permission, subject, clean(reason), detail)


def _check(tx: Transaction, name: str, pin: str, watch: Stopwatch) -> Actor | RuleBroken:
    pepper = tx.replica.secret("pepper")
    found = _by_login(tx.connection, name) or _by_badge(tx.connection, pepper, name)
    who, stored = found or (lockout.nobody(normal_login(name)), None)
    refused = lockout.refusal(tx, who, watch)
    if refused is not None:
        return refused
    if verify_pin(pepper, who, pin, stored):
        lockout.clear(tx, who)
        return actor_of(tx.connection, who)
    failures = lockout.note_failure(tx, who, watch)
    if failures >= lockout.LAST_TRY:
        return LockedOut()
    delay = lockout.delay_ms(failures)
    return TooManyTries(seconds=delay // 1000) if delay else SignInRefused()


def _by_login(connection: Connection, name: str) -> tuple[bytes, str | None] | None:
    return _first(connection, user_table.c.login == normal_login(name))


def _by_badge(connection: Connection, pepper: bytes, badge: str) -> tuple[bytes, str | None] | None:
    if not normal_badge(badge):
        return None
    return _first(connection, user_table.c.badge_hash == badge_digest(pepper, badge))


def _first(
    connection: Connection, condition: ColumnElement[bool]
) -> tuple[bytes, str | None] | None:
    query = (
        select(user_table.c.id, user_table.c.pin_hash)
        .where(user_table.c.site == GLOBAL, user_table.c.archived == 0, condition)
        .order_by(user_table.c.id)
    )
    row = connection.execute(query).first()
    return None if row is None else (row.id, row.pin_hash)

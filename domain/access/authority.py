"""The one gate: an actor holds a right, or a supervisor's approval fits this one step."""

import logging
import time

from sqlalchemy import select

from domain.access.errors import (
    ApprovalExpired,
    ApprovalForSomethingElse,
    ApprovalUsed,
    SelfApproval,
)
from domain.access.tables import override
from domain.errors import NotPermitted
from domain.replica import Transaction

log = logging.getLogger(__name__)

APPROVAL_LASTS_S = 300
"""How long an approval may wait for its step."""


def require(
    tx: Transaction,
    permission: str,
    subject: bytes | None = None,
    *,
    detail: str = "",
    scope: int | None = None,
) -> None:
    """Let the step pass where the actor holds the right, or where ``tx.approval`` fits.

    An approval fits once: right, ``subject`` and ``detail`` must be those it was given for. Its
    use is written as an ``override`` fact in the step's own changeset. A step that writes
    company-wide records says ``scope=GLOBAL``. Raises NotPermitted, or one of its kinds:
    ApprovalForSomethingElse, ApprovalUsed, ApprovalExpired, SelfApproval.
    """
    if tx.actor.may(permission):
        return
    refused = _misfit(tx, permission, subject, detail, scope)
    if refused is not None:
        log.info("denied: %s to %s (%s)", permission, tx.actor.name, refused.code)
        raise refused
    approval = tx.approval
    assert approval is not None  # noqa: S101 - _misfit refuses a step without one
    tx.insert(
        override,
        scope=scope,
        id=approval.id,
        permission=permission,
        subject=subject,
        detail=detail,
        actor=tx.actor.id,
        approver=approval.approver,
        reason=approval.reason,
        used_at=tx.replica.clock.wall(),
    )


def _misfit(
    tx: Transaction, permission: str, subject: bytes | None, detail: str, scope: int | None
) -> NotPermitted | None:
    facts = {"actor": tx.actor.name, "permission": permission}
    approval = tx.approval
    if approval is None:
        return NotPermitted(**facts)
    wanted = (permission, subject, detail)
    if (approval.permission, approval.subject, approval.detail) != wanted:
        return ApprovalForSomethingElse(**facts)
    if approval.approver == tx.actor.id:
        return SelfApproval(**facts)
    if not 0 <= time.monotonic() - approval.given_at <= APPROVAL_LASTS_S:
        return ApprovalExpired(**facts)
    site = tx.site if scope is None else scope
    query = select(override.c.id).where(override.c.site == site, override.c.id == approval.id)
    if tx.connection.execute(query).first() is not None:
        return ApprovalUsed(**facts)
    return None

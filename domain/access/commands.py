"""Making and changing users and roles. The centre does it; every station receives it."""

import contextlib
from collections.abc import Iterable, Iterator

from sqlalchemy import select

from domain.access import lockout
from domain.access.errors import (
    BadgeRefused,
    BadgeTaken,
    LastManager,
    LoginTaken,
    NameMissing,
    PinMinimumRefused,
    ReasonMissing,
    SelfApproval,
    UnknownPermission,
)
from domain.access.model import Role, User, clean, normal_badge, normal_login, pack_roles
from domain.access.permissions import BY_ID, STANDARD_ROLES
from domain.access.pins import LEAST, LONGEST, badge_digest, check_policy, hash_pin
from domain.access.queries import managers, pin_minimum, role_of, roles, user_by_login, user_of
from domain.access.tables import access_policy, override, role, role_permission
from domain.access.tables import user as user_table
from domain.replica import GLOBAL, Transaction


def create_role(tx: Transaction, name: str, *, code: str = "", badge_alone: bool = False) -> Role:
    """Make a role that holds no right yet. Raises NotPermitted, NameMissing, NotOwner."""
    tx.require("access.manage")
    made = Role(tx.new_id(), code, _named(name), badge_alone, archived=False)
    tx.insert(role, id=made.id, code=code, name=made.name, badge_alone=int(badge_alone), archived=0)
    return made


def set_permission(tx: Transaction, role_id: bytes, permission: str, *, allowed: bool) -> None:
    """Set one cell of the matrix. Raises NotPermitted, RoleUnknown, UnknownPermission,
    LastManager."""
    tx.require("access.manage")
    role_of(tx.connection, role_id)
    if permission not in BY_ID:
        raise UnknownPermission(permission=permission)
    with _a_manager_stays(tx):
        known = _cells(tx, role_id).get(permission)
        if known is not None:
            tx.update(role_permission, known, allowed=int(allowed))
        else:
            _add_cells(tx, role_id, [permission], allowed=int(allowed))


def archive_role(tx: Transaction, role_id: bytes) -> None:
    """Take a role out of use: it gives its users nothing any more. Raises NotPermitted,
    RoleUnknown, LastManager."""
    tx.require("access.manage")
    role_of(tx.connection, role_id)
    with _a_manager_stays(tx):
        tx.update(role, role_id, archived=1)


def create_standard_roles(tx: Transaction) -> dict[str, Role]:
    """Make the standard roles; give them by code.

    Run again, it adds what a newer version brought and leaves what the company decided. Raises
    NotPermitted, NotOwner.
    """
    tx.require("access.manage")
    made = {each.code: each for each in roles(tx.connection, archived=True) if each.code}
    for standard in STANDARD_ROLES:
        if standard.code not in made:
            made[standard.code] = create_role(
                tx, standard.title, code=standard.code, badge_alone=standard.badge_alone
            )
        identifier = made[standard.code].id
        missing = standard.permissions - set(_cells(tx, identifier))
        _add_cells(tx, identifier, sorted(missing), allowed=1)
    return made


def create_user(
    tx: Transaction,
    name: str,
    login: str,
    *,
    roles: Iterable[bytes] = (),
    pin: str | None = None,
    badge: str | None = None,
    language: str = "en",
) -> User:
    """Make a user. Raises NotPermitted, NameMissing, LoginTaken, RoleUnknown, BadgeTaken and
    what ``set_pin`` raises."""
    tx.require("access.manage")
    code = normal_login(_named(login))
    if user_by_login(tx.connection, code) is not None:
        raise LoginTaken(login=code)
    held = [role_of(tx.connection, each).id for each in roles]
    identifier = tx.new_id()
    tx.insert(
        user_table,
        id=identifier,
        name=_named(name),
        login=code,
        roles=pack_roles(held),
        pin_hash=None if pin is None else _hashed(tx, identifier, pin),
        badge_hash=None if badge is None else _badge(tx, identifier, badge),
        language=language,
        archived=0,
    )
    return user_of(tx.connection, identifier)


def edit_user(
    tx: Transaction, user: bytes, *, name: str | None = None, language: str | None = None
) -> User:
    """Change a user's name or language. Raises NotPermitted, UserUnknown, NameMissing."""
    tx.require("access.manage")
    user_of(tx.connection, user)
    if name is not None:
        tx.update(user_table, user, name=_named(name))
    if language is not None:
        tx.update(user_table, user, language=language)
    return user_of(tx.connection, user)


def assign_roles(tx: Transaction, user: bytes, roles: Iterable[bytes]) -> User:
    """Give a user these roles and no others. Raises NotPermitted, UserUnknown, RoleUnknown,
    LastManager."""
    tx.require("access.manage")
    user_of(tx.connection, user)
    held = [role_of(tx.connection, each).id for each in roles]
    with _a_manager_stays(tx):
        tx.update(user_table, user, roles=pack_roles(held))
    return user_of(tx.connection, user)


def set_pin(tx: Transaction, user: bytes, pin: str) -> None:
    """Set a user's PIN. Raises NotPermitted, UserUnknown, PinNotDigits, PinTooShort,
    PinTooSimple."""
    tx.require("access.manage")
    user_of(tx.connection, user)
    tx.update(user_table, user, pin_hash=_hashed(tx, user, pin))


def set_badge(tx: Transaction, user: bytes, badge: str | None) -> None:
    """Give a user a badge by its UID, or take it away. Raises NotPermitted, UserUnknown,
    BadgeRefused, BadgeTaken."""
    tx.require("access.manage")
    user_of(tx.connection, user)
    tx.update(user_table, user, badge_hash=None if badge is None else _badge(tx, user, badge))


def archive_user(tx: Transaction, user: bytes) -> None:
    """Take a user out of service: no sign-on, no rights, badge free; the name stays in the
    books. Raises NotPermitted, UserUnknown, LastManager."""
    tx.require("access.manage")
    user_of(tx.connection, user)
    with _a_manager_stays(tx):
        tx.update(user_table, user, archived=1, badge_hash=None)


def set_pin_minimum(tx: Transaction, digits: int) -> None:
    """Say how long a PIN must be from now on: six is recommended, four the least. Raises
    NotPermitted, PinMinimumRefused."""
    tx.require("access.manage")
    if not LEAST <= digits <= LONGEST:
        raise PinMinimumRefused(least=LEAST, most=LONGEST)
    query = select(access_policy.c.id).where(access_policy.c.site == GLOBAL)
    known = tx.connection.execute(query.order_by(access_policy.c.id)).scalar()
    if known is None:
        tx.insert(access_policy, id=tx.new_id(), pin_minimum=digits)
    else:
        tx.update(access_policy, known, pin_minimum=digits)


def unlock(tx: Transaction, user: bytes, reason: str) -> None:
    """Forget a user's wrong PINs at this station; kept as an override of this site.

    Nobody unlocks themself; where nobody is left, IT does it on the command line, as the
    program. Raises NotPermitted, SelfApproval, UserUnknown, ReasonMissing.
    """
    tx.require("access.unlock")
    if tx.actor.id == user:
        raise SelfApproval(actor=tx.actor.name, permission="access.unlock")
    user_of(tx.connection, user)
    if not clean(reason):
        raise ReasonMissing
    lockout.clear(tx, user)
    tx.insert(
        override,
        id=tx.new_id(),
        permission="access.unlock",
        subject=user,
        detail="",
        actor=user,
        approver=tx.actor.id,
        reason=clean(reason),
        used_at=tx.replica.clock.wall(),
    )


def _named(name: str) -> str:
    text = clean(name)
    if not text:
        raise NameMissing
    return text


def _hashed(tx: Transaction, user: bytes, pin: str) -> str:
    check_policy(pin, pin_minimum(tx.connection))
    return hash_pin(tx.replica.secret("pepper"), user, pin)


def _badge(tx: Transaction, user: bytes, badge: str) -> bytes:
    if len(normal_badge(badge)) < 4:
        raise BadgeRefused
    digest = badge_digest(tx.replica.secret("pepper"), badge)
    query = select(user_table.c.name).where(
        user_table.c.site == GLOBAL, user_table.c.badge_hash == digest, user_table.c.id != user
    )
    holder = tx.connection.execute(query).scalar()
    if holder is not None:
        raise BadgeTaken(name=holder)
    return digest


def _cells(tx: Transaction, role_id: bytes) -> dict[str, bytes]:
    query = select(role_permission.c.permission, role_permission.c.id).where(
        role_permission.c.site == GLOBAL, role_permission.c.role == role_id
    )
    return {row.permission: row.id for row in tx.connection.execute(query)}


def _add_cells(
    tx: Transaction, role_id: bytes, permissions: Iterable[str], *, allowed: int
) -> None:
    tx.insert_many(
        role_permission,
        [
            {"id": tx.new_id(), "role": role_id, "permission": each, "allowed": allowed}
            for each in permissions
        ],
    )


@contextlib.contextmanager
def _a_manager_stays(tx: Transaction) -> Iterator[None]:
    """Refuse a change after which nobody could manage users any more."""
    before = managers(tx.connection)
    yield
    if before and not managers(tx.connection):
        raise LastManager

"""Who there is, what they may do, and what was overridden."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection

from domain.access.errors import RoleUnknown, UserUnknown
from domain.access.lockout import LAST_TRY
from domain.access.model import Override, Role, User, normal_login, unpack_roles
from domain.access.permissions import SENSITIVE
from domain.access.pins import RECOMMENDED
from domain.access.tables import access_policy, lockout, role, role_permission
from domain.access.tables import user as user_table
from domain.replica import GLOBAL, Actor, run


def _role(row: Any) -> Role:
    return Role(row.id, row.code, row.name, bool(row.badge_alone), bool(row.archived))


def _user(row: Any) -> User:
    return User(
        row.id,
        row.name,
        row.login,
        unpack_roles(row.roles),
        row.language,
        row.pin_hash is not None,
        row.badge_hash is not None,
        bool(row.archived),
    )


def roles(connection: Connection, *, archived: bool = False) -> list[Role]:
    """All roles in the order in which they were made."""
    query = select(role).where(role.c.site == GLOBAL).order_by(role.c.id)
    found = [_role(row) for row in connection.execute(query)]
    return [each for each in found if archived or not each.archived]


def role_of(connection: Connection, identifier: bytes) -> Role:
    """One role. Raises RoleUnknown."""
    query = select(role).where(role.c.site == GLOBAL, role.c.id == identifier)
    row = connection.execute(query).first()
    if row is None:
        raise RoleUnknown
    return _role(row)


def users(connection: Connection, *, archived: bool = False) -> list[User]:
    """All users by name."""
    query = (
        select(user_table)
        .where(user_table.c.site == GLOBAL)
        .order_by(user_table.c.name, user_table.c.id)
    )
    found = [_user(row) for row in connection.execute(query)]
    return [each for each in found if archived or not each.archived]


def user_of(connection: Connection, identifier: bytes) -> User:
    """One user, also an archived one. Raises UserUnknown."""
    query = select(user_table).where(user_table.c.site == GLOBAL, user_table.c.id == identifier)
    row = connection.execute(query).first()
    if row is None:
        raise UserUnknown
    return _user(row)


def user_by_login(connection: Connection, login: str) -> User | None:
    """The user with a sign-on name, or None; taken twice offline, the earlier one."""
    query = (
        select(user_table)
        .where(user_table.c.site == GLOBAL, user_table.c.login == normal_login(login))
        .order_by(user_table.c.archived, user_table.c.id)
    )
    row = connection.execute(query).first()
    return None if row is None else _user(row)


def who_was(connection: Connection, identifier: bytes | None) -> str | None:
    """The name behind an actor's id, also of an archived user; None for the program itself."""
    query = select(user_table.c.name).where(
        user_table.c.site == GLOBAL, user_table.c.id == identifier
    )
    return connection.execute(query).scalar()


def role_permissions(connection: Connection, identifier: bytes) -> frozenset[str]:
    """The rights that a role holds."""
    query = select(role_permission.c.permission).where(
        role_permission.c.site == GLOBAL,
        role_permission.c.role == identifier,
        role_permission.c.allowed == 1,
    )
    return frozenset(connection.execute(query).scalars())


def permissions_of(
    connection: Connection, user: bytes, *, badge_alone: bool = False
) -> frozenset[str]:
    """The rights of a user: those of all roles that are not archived.

    With ``badge_alone``, the routine rights of roles that may sign on by badge alone. An archived
    user has none. Raises UserUnknown.
    """
    person = user_of(connection, user)
    if person.archived:
        return frozenset()
    found: set[str] = set()
    for each in roles(connection):
        if each.id in person.roles and (each.badge_alone or not badge_alone):
            found |= role_permissions(connection, each.id)
    return frozenset(found - SENSITIVE if badge_alone else found)


def actor_of(connection: Connection, user: bytes, *, badge_alone: bool = False) -> Actor:
    """A user with the rights of today. Raises UserUnknown."""
    person = user_of(connection, user)
    return Actor(person.id, person.name, permissions_of(connection, user, badge_alone=badge_alone))


def managers(connection: Connection) -> list[User]:
    """The users who can sign on and manage users."""
    return [
        person
        for person in users(connection)
        if person.has_pin and "access.manage" in permissions_of(connection, person.id)
    ]


def pin_minimum(connection: Connection) -> int:
    """The shortest PIN that the company accepts."""
    query = (
        select(access_policy.c.pin_minimum)
        .where(access_policy.c.site == GLOBAL)
        .order_by(access_policy.c.id)
    )
    return connection.execute(query).scalar() or RECOMMENDED


def locked_users(connection: Connection) -> list[User]:
    """The users whom a supervisor must unlock at this station."""
    query = select(lockout.c.who).where(lockout.c.failures >= LAST_TRY)
    locked = set(connection.execute(query).scalars())
    return [person for person in users(connection) if person.id in locked]


def overrides(connection: Connection, site: int, limit: int = 200) -> list[Override]:
    """The overrides of a site, newest first; site 0 has those of company-wide steps."""
    rows = run(
        connection,
        "SELECT o.id, o.permission, o.subject, o.detail, o.actor, coalesce(a.name, ''),"
        " o.approver, coalesce(b.name, ''), o.reason, o.used_at, l.station, coalesce(s.name, '')"
        " FROM override o"
        " JOIN changeset c ON c.site = o.site AND c.key = o.changeset"
        " JOIN log l ON l.site = c.site AND l.log = c.log"
        ' LEFT JOIN "user" a ON a.site = 0 AND a.id = o.actor'
        ' LEFT JOIN "user" b ON b.site = 0 AND b.id = o.approver'
        " LEFT JOIN station s ON s.site = 0 AND s.id = l.station"
        " WHERE o.site = ? ORDER BY o.used_at DESC, o.id DESC LIMIT ?",
        site,
        limit,
    )
    return [Override(*row) for row in rows]

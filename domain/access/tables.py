"""Users, roles and rights (the centre's), overrides (each site's), wrong PINs (the station's)."""

from domain.replica import (
    BLOB,
    CODE,
    COUNT,
    FLAG,
    ID,
    MOMENT,
    TEXT,
    Owner,
    Scope,
    column,
    fact,
    local,
    record,
)

role = record(
    "role",
    column("code", CODE),
    column("name", TEXT),
    column("badge_alone", FLAG),
    column("archived", FLAG),
    owner=Owner.CENTRE,
)
"""``code`` names a standard role (its title is translated); it is empty for others."""

role_permission = record(
    "role_permission",
    column("role", ID),
    column("permission", CODE),
    column("allowed", FLAG),
    owner=Owner.CENTRE,
    indexes=(("site", "role"),),
)
"""A cell of the matrix; one that is missing is a no."""

user = record(
    "user",
    column("name", TEXT),
    column("login", CODE),
    column("roles", BLOB),
    column("pin_hash", TEXT, null=True),
    column("badge_hash", BLOB, null=True),
    column("language", CODE),
    column("archived", FLAG),
    owner=Owner.CENTRE,
    unique=("login", "badge_hash"),
)
"""``roles`` are the ids of roles, 16 bytes each, one behind the other. ``pin_hash`` is argon2id
over HMAC(pepper, PIN); ``badge_hash`` is HMAC(pepper, badge's UID)."""

access_policy = record("access_policy", column("pin_minimum", COUNT), owner=Owner.CENTRE)
"""One row at most: what the company asks of PINs."""

override = fact(
    "override",
    column("id", ID),
    column("permission", CODE),
    column("subject", BLOB, null=True),
    column("detail", TEXT),
    column("actor", BLOB, null=True),
    column("approver", BLOB, null=True),
    column("reason", TEXT),
    column("used_at", MOMENT),
    scope=Scope.ANY,
)
"""A supervisor let somebody do one thing. ``id`` is the approval's, so it is used once; the
station stands in the changeset. ``approver`` is null where the program itself unlocked."""

lockout = local(
    "lockout",
    column("who", BLOB),
    column("failures", COUNT),
    column("process", CODE),
    column("since", MOMENT),
    key=("who",),
)
"""Wrong PINs of one user (or of names that nobody has). ``since`` is the monotonic time, in ms,
of ``process``: no wall clock takes part, so none can shorten a delay."""

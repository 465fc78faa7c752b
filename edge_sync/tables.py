"""The tables of the exchange. The log of changesets itself is in ``domain.replica``."""

from sqlalchemy import Table

from domain.replica.schema import (
    BLOB,
    CODE,
    COUNT,
    FLAG,
    ID,
    MOMENT,
    TEXT,
    column,
    journal,
    local,
)

segment: Table = journal(
    "segment",
    column("site", COUNT),
    column("position", MOMENT),
    column("log", MOMENT),
    column("first_seq", MOMENT),
    column("count", COUNT),
    column("arrived", MOMENT),
    column("payload", BLOB),
    key=("site", "position"),
    indexes=(("site", "log", "first_seq"),),
)
"""A hub's segments as they were received, in the order of their commits per site. ``position``
is the cursor; ``arrived`` is for people alone."""

segment_counter: Table = journal(
    "segment_counter",
    column("site", COUNT),
    column("position", MOMENT),
    key=("site",),
    append_only=False,
)
"""The last position of each site: updated in the commit that stores the segment, so that commit
order is cursor order and no reader can skip one that commits late."""

sync_cursor: Table = local(
    "sync_cursor",
    column("peer", CODE),
    column("site", COUNT),
    column("epoch", CODE),
    column("position", MOMENT),
    key=("peer", "site"),
)
"""How far this replica has read a peer's segments of a scope. It only speeds things up: where the
epoch is not the peer's, the vector of logs decides."""

sync_state: Table = local(
    "sync_state",
    column("peer", CODE),
    column("last_attempt", MOMENT),
    column("last_success", MOMENT, null=True),
    column("offline_since", MOMENT, null=True),
    column("error_code", CODE, null=True),
    column("error_params", TEXT, null=True),
    column("reachable", FLAG),
    column("clock_off_ms", MOMENT),
    key=("peer",),
)
"""How the last attempt at a peer went, for people to read. What is pending is never stored."""

sync_fork: Table = local(
    "sync_fork",
    column("site", COUNT),
    column("log", MOMENT),
    column("seq", MOMENT),
    column("noticed", MOMENT),
    column("own", FLAG),
    key=("site", "log"),
)
"""Logs of which two versions exist (a restored or cloned station). Nothing of either is lost:
each stays where it was written, and the log is not exchanged any further."""

enrolment_code: Table = local(
    "enrolment_code",
    column("number", COUNT),
    column("secret", BLOB),
    column("at_site", COUNT),
    column("station_number", COUNT),
    column("name", TEXT),
    column("replaces", FLAG),
    column("expires", MOMENT),
    column("tries", COUNT),
    column("station", ID, null=True),
    column("public_key", BLOB, null=True),
    key=("number",),
)
"""One-time codes that a hub has given out; ``secret`` is a keyed hash. Used by one public key."""

"""The replica's own books: changesets, the logs they stand in, edits, conflicts, state."""

from sqlalchemy import Table

from domain.replica.schema import (
    BLOB,
    CODE,
    COUNT,
    FLAG,
    ID,
    MOMENT,
    STAMP,
    TEXT,
    Owner,
    Scope,
    column,
    fact,
    journal,
    local,
    projection,
    record,
)

changeset: Table = journal(
    "changeset",
    column("site", COUNT),
    column("key", MOMENT),
    column("log", MOMENT),
    column("hash", BLOB),
    column("hlc", STAMP),
    column("actor", BLOB, null=True),
    column("command", TEXT),
    column("version", COUNT),
    column("occurred_at", MOMENT),
    column("nonce", MOMENT),
    column("body", BLOB),
    key=("site", "key"),
    indexes=(("site", "hash", "log"),),
)
"""One row for all that one transaction changed. ``key`` counts up per site on this replica;
(``log``, ``hash``) is its identity everywhere: the log that wrote it and its hash there."""

entry: Table = journal(
    "entry",
    column("site", COUNT),
    column("log", MOMENT),
    column("seq", MOMENT),
    column("key", MOMENT),
    column("hash", BLOB),
    key=("site", "log", "seq"),
)
"""Where a changeset stands in a log: more than once only after another log has adopted it."""

log: Table = journal(
    "log",
    column("site", COUNT),
    column("log", MOMENT),
    column("station", ID),
    column("life", CODE),
    column("public_key", BLOB),
    column("seq", MOMENT),
    column("hash", BLOB),
    column("acknowledged", MOMENT),
    column("signature", BLOB, null=True),
    key=("site", "log"),
    append_only=False,
)
"""Every log this replica knows, with its head here. ``acknowledged`` is what the hub has; what
is pending is always the query ``seq > acknowledged``. ``signature`` signs the head's hash."""

field_edit: Table = journal(
    "field_edit",
    column("site", COUNT),
    column("table_name", CODE),
    column("id", ID),
    column("field", CODE),
    column("hlc", STAMP),
    column("log", MOMENT),
    column("base_hlc", STAMP),
    column("base_log", MOMENT),
    column("actor", BLOB, null=True),
    column("value", BLOB),
    key=("site", "table_name", "id", "field", "hlc", "log"),
)
"""Every edit of a field ever edited, with the clock of the value it replaced (0, 0 is the value
at creation). The field's clock is its highest row; two rows with one base are a conflict."""

quarantine: Table = journal(
    "quarantine",
    column("site", COUNT),
    column("key", MOMENT),
    column("reason", CODE),
    column("detail", TEXT),
    column("since", MOMENT),
    key=("site", "key"),
    append_only=False,
)
"""Changesets that stand in the journal but could not be applied; shown, repaired, replayed."""

site_counter: Table = journal(
    "site_counter",
    column("site", COUNT),
    column("next_key", MOMENT),
    column("hlc", STAMP),
    key=("site",),
    append_only=False,
)
"""The next local changeset key of each site (the lock that makes commit order key order), and
the clock's high-water mark."""

state: Table = local(
    "replica_state",
    column("name", CODE),
    column("value", TEXT),
    key=("name",),
)
"""What this replica knows about itself: station, site, life, clock, hub."""

document_number: Table = fact(
    "document_number",
    column("station", COUNT),
    column("life", CODE),
    column("year", COUNT),
    column("counter", COUNT),
    column("kind", CODE),
    column("document", ID),
    scope=Scope.ANY,
    key=("station", "life", "year", "counter"),
    indexes=(("site", "document"),),
)
"""Every number ever taken and the document it names: gapless per station, life and year."""

conflict: Table = projection(
    "conflict",
    column("id", ID),
    column("kind", CODE),
    column("table_name", CODE),
    column("record", ID),
    column("field", CODE),
    column("kept", BLOB),
    column("kept_hlc", STAMP),
    column("kept_log", MOMENT),
    column("kept_actor", BLOB, null=True),
    column("other", BLOB),
    column("other_hlc", STAMP),
    column("other_log", MOMENT),
    column("other_actor", BLOB, null=True),
    column("other_record", BLOB, null=True),
    column("review", FLAG),
    column("decided", FLAG),
    key=("id",),
    indexes=(("decided",), ("site", "table_name", "record", "field")),
)
"""Two changes that the rules cannot both honour: which value stands, which was set aside."""

conflict_decision: Table = fact(
    "conflict_decision",
    column("id", ID),
    column("conflict", ID),
    column("choice", CODE),
    column("note", TEXT),
    scope=Scope.ANY,
    indexes=(("site", "conflict"),),
)
"""A person has looked: ``kept``, ``other`` or ``both``. The scope is the conflict's."""

change_request: Table = fact(
    "change_request",
    column("id", ID),
    column("table_name", CODE),
    column("record", ID),
    column("changes", BLOB),
    column("reason", TEXT),
    scope=Scope.ANY,
)
"""Someone who does not own a record asks its owner to change it."""

change_decision: Table = fact(
    "change_decision",
    column("id", ID),
    column("request", ID),
    column("accepted", FLAG),
    column("note", TEXT),
    scope=Scope.ANY,
    indexes=(("site", "request"),),
)
"""The owner's answer to a request."""

site: Table = record(
    "site",
    column("number", COUNT),
    column("name", TEXT),
    column("kind", CODE),
    column("currency", CODE),
    column("timezone", CODE),
    column("address", TEXT),
    column("archived", FLAG),
    owner=Owner.CENTRE,
    unique=("number",),
)
"""A warehouse or a shop. ``kind`` is ``warehouse`` or ``shop``."""

station: Table = record(
    "station",
    column("number", COUNT),
    column("at_site", COUNT),
    column("name", TEXT),
    column("public_key", BLOB),
    column("revoked", FLAG),
    owner=Owner.CENTRE,
)
"""One PC running Counterfoil; ``public_key`` is its Ed25519 key."""

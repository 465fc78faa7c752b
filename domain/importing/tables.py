"""What imports leave behind besides the imported: so that a second run finds everything there.

These are facts in the scope of what was imported: global for products and customers, a site's
for its documents.
"""

from domain.replica import CODE, COUNT, ID, MOMENT, TEXT, Scope, column, fact

import_row = fact(
    "import_row",
    column("line", COUNT),
    column("source", CODE),
    column("kind", CODE),
    column("key", CODE),
    column("record", ID),
    column("remark", TEXT, null=True),
    key=("changeset", "line"),
    scope=Scope.ANY,
    indexes=(("site", "source", "kind", "key"),),
)
"""What a source's own number (``key``) became here. ``source`` names the other system. What has
a key of its own in our books (SKU, supplier's code) needs a row only where other files refer to
it by another number. ``remark`` is what the source said and no column of ours holds: of an
invoice its country, of a purchase order nothing."""

import_line = fact(
    "import_line",
    column("line", COUNT),
    column("document", ID),
    column("document_line", COUNT),
    column("code", CODE, null=True),
    column("moment", MOMENT, null=True),
    key=("changeset", "line"),
    scope=Scope.ANY,
    indexes=(("site", "document"),),
)
"""Where a line of a past sale said something else than its document: ``code`` is the SKU as it was
written, ``moment`` its own time. Lines without a row have their product's SKU and their
document's time."""

import_name = fact(
    "import_name",
    column("line", COUNT),
    column("source", CODE),
    column("product", ID),
    column("code", CODE),
    column("name", TEXT),
    column("count", COUNT),
    key=("changeset", "line"),
    scope=Scope.ANY,
    indexes=(("site", "product"),),
)
"""Every code and description under which a source knew a product, and in how many lines."""

import_run = fact(
    "import_run",
    column("id", ID),
    column("source", CODE),
    column("kind", CODE),
    column("file", TEXT),
    column("rows", COUNT),
    column("imported", COUNT),
    column("already", COUNT),
    column("refused", COUNT),
    column("flagged", COUNT),
    column("started_at", MOMENT),
    column("ended_at", MOMENT),
    scope=Scope.GLOBAL,
)
"""A run that imported something: from which file, how much, and what was left out."""

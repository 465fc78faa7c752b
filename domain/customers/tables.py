"""The customer: one profile for the whole company, merged field by field."""

from domain.replica import CODE, FLAG, ID, MOMENT, TEXT, Owner, column, record

customer = record(
    "customer",
    column("name", TEXT),
    column("phone", CODE, null=True),
    column("phone_typed", TEXT, null=True),
    column("email", TEXT, null=True),
    column("language", CODE),
    column("notes", TEXT),
    column("marketing_consent_at", MOMENT, null=True),
    column("archived", FLAG),
    column("merged_into", ID, null=True),
    owner=Owner.SHARED,
    unique=("phone", "email"),
    indexes=(("site", "merged_into"),),
)
"""``phone`` is E.164; ``phone_typed`` is what was typed where it says more than the number.
``merged_into`` makes the row an alias of another customer: nothing is deleted."""

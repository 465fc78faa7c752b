"""A small trade for the tests of the ground floor: people, their balance, one projection."""

from sqlalchemy.engine import Connection

from domain.replica import (
    CODE,
    COUNT,
    FLAG,
    ID,
    QUANTITY,
    TEXT,
    Owner,
    Policy,
    Scope,
    Written,
    column,
    fact,
    local,
    projection,
    projects,
    record,
    run_many,
)

person = record(
    "t_person",
    column("name", TEXT),
    column("phone", CODE, null=True),
    column("best", COUNT, null=True),
    column("notes", TEXT, null=True),
    column("archived", FLAG),
    owner=Owner.SHARED,
    scope=Scope.SITE,
    policies={"best": Policy.MAXIMUM, "notes": Policy.REVIEW},
    unique=("phone",),
)
tariff = record("t_tariff", column("name", TEXT), owner=Owner.CENTRE)
step = fact(
    "t_step",
    column("line", COUNT),
    column("person", ID),
    column("quantity", QUANTITY),
    key=("changeset", "line"),
)
total = projection("t_total", column("person", ID), column("quantity", QUANTITY), key=("person",))
draft = local("t_draft", column("name", CODE), column("text", TEXT), key=("name",))


@projects(reads=[step], writes=[total])
def project_totals(connection: Connection, written: Written) -> None:
    """Add up the steps of each person."""
    sums: dict[tuple[object, object], int] = {}
    for row in written.rows(step):
        place = (row["site"], row["person"])
        sums[place] = sums.get(place, 0) + int(row["quantity"] or 0)
    run_many(
        connection,
        "INSERT INTO t_total (site, person, quantity) VALUES (?, ?, ?)"
        " ON CONFLICT (site, person) DO UPDATE SET quantity = t_total.quantity + excluded.quantity",
        [(*place, value) for place, value in sums.items()],  # type: ignore[misc]
    )

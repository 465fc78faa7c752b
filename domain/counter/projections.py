"""What came back of each sold line, and where each held cart stands."""

from collections import defaultdict

from sqlalchemy.engine import Connection

from domain.counter.tables import held_end, held_sale, held_state, refunded, sale_line
from domain.replica import Written, projects, run, run_many
from domain.replica.changeset import Value

OPEN, ENDED, CONFLICT = "open", "ended", "conflict"
RECALLED, CANCELLED, SETTLED = "recalled", "cancelled", "settled"

_PARTS = ("quantity", "gross", "discount", "share", "net", "tax")


@projects(reads=[sale_line], writes=[refunded])
def project_refunds(connection: Connection, written: Written) -> None:
    """Add new refund lines to what came back of the lines they refund."""
    sums: dict[tuple[Value, Value, Value], list[int]] = defaultdict(lambda: [0] * len(_PARTS))
    for row in written.rows(sale_line):
        if row["original"] is None:
            continue
        found = sums[(row["site"], row["original"], row["original_line"])]
        for index, part in enumerate(_PARTS):
            found[index] -= int(row[part] or 0)
    run_many(
        connection,
        "INSERT INTO refunded (site, sale, line, quantity, gross, discount, share, net, tax)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (site, sale, line) DO UPDATE SET"
        " quantity = refunded.quantity + excluded.quantity,"
        " gross = refunded.gross + excluded.gross,"
        " discount = refunded.discount + excluded.discount,"
        " share = refunded.share + excluded.share,"
        " net = refunded.net + excluded.net,"
        " tax = refunded.tax + excluded.tax",
        [(*key, *found) for key, found in sums.items()],
    )


@projects(reads=[held_sale, held_end], writes=[held_state])
def project_held(connection: Connection, written: Written) -> None:
    """Recompute each touched held cart from all its ends.

    A cancellation beside one recall is no conflict: the goods were sold, and that stands.
    """
    touched = written.keys(held_sale, "id") | written.keys(held_end, "held")
    rows = []
    for site, held in sorted(touched, key=repr):
        ends = run(
            connection, "SELECT kind FROM held_end WHERE site = ? AND held = ?", site, held
        ).all()
        kinds = [row[0] for row in ends]
        recalls = kinds.count(RECALLED)
        state = ENDED if kinds else OPEN
        if recalls > 1 and SETTLED not in kinds:
            state = CONFLICT
        rows.append((site, held, state, recalls))
    run_many(
        connection,
        "INSERT INTO held_state (site, id, state, recalls) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (site, id) DO UPDATE SET"
        " state = excluded.state, recalls = excluded.recalls",
        rows,
    )

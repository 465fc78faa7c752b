"""What receipts have become, computed from their facts."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy.engine import Connection

from domain.receiving.model import CLOSE, ROLL_BACK, status_of
from domain.receiving.tables import receipt, receipt_event, receipt_line, receipt_state
from domain.replica import Written, projects, run, run_many
from domain.replica.changeset import Value

_CHUNK = 300


@projects(reads=[receipt, receipt_line, receipt_event], writes=[receipt_state])
def project_receipts(connection: Connection, written: Written) -> None:
    """Compute every touched receipt afresh; lines may arrive before their receipt."""
    touched = written.keys(receipt, "id")
    touched |= written.keys(receipt_line, "document") | written.keys(receipt_event, "document")
    by_site: dict[int, list[bytes]] = defaultdict(list)
    for site, document in touched:
        by_site[site].append(bytes(document))  # type: ignore[arg-type]
    for site, documents in by_site.items():
        for start in range(0, len(documents), _CHUNK):
            _project(connection, site, documents[start : start + _CHUNK])


def _project(connection: Connection, site: int, documents: Sequence[bytes]) -> None:
    marks = ", ".join("?" * len(documents))
    sums = {
        row[0]: (int(row[1]), int(row[2]), int(row[3]))
        for row in run(
            connection,
            "SELECT l.document, count(*), sum(l.accepted), sum(l.rejected)"  # noqa: S608
            f" FROM receipt_line l WHERE l.site = ? AND l.document IN ({marks})"
            " AND l.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM receipt_line r"
            " WHERE r.site = l.site AND r.reverses = l.id) GROUP BY l.document",
            site,
            *documents,
        )
    }
    events = {
        (row[0], row[1])
        for row in run(
            connection,
            "SELECT DISTINCT document, kind FROM receipt_event"  # noqa: S608
            f" WHERE site = ? AND document IN ({marks})",
            site,
            *documents,
        )
    }
    orders = run(
        connection,
        f"SELECT id, purchase_order FROM receipt WHERE site = ? AND id IN ({marks})",  # noqa: S608
        site,
        *documents,
    ).all()
    rows: list[tuple[Value, ...]] = []
    for document, order in orders:
        standing, accepted, rejected = sums.get(document, (0, 0, 0))
        status = status_of(
            standing=standing,
            closed=(document, CLOSE) in events,
            rolled_back=(document, ROLL_BACK) in events,
        )
        rows.append((site, document, order, status, standing, accepted, rejected))
    run_many(
        connection,
        "INSERT INTO receipt_state"
        " (site, document, purchase_order, status, standing, accepted, rejected)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (site, document) DO UPDATE SET"
        " status = excluded.status, standing = excluded.standing,"
        " accepted = excluded.accepted, rejected = excluded.rejected",
        rows,
    )

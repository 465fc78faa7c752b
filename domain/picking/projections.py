"""What tasks have become, computed afresh from their facts."""

from collections import defaultdict
from typing import Any

from sqlalchemy.engine import Connection

from domain.picking.tables import (
    pick,
    pick_short,
    pick_skip,
    pick_task,
    pick_task_state,
    pick_undone,
)
from domain.replica import Written, projects, run, run_many

_CHUNK = 300


@projects(
    reads=[pick_task, pick, pick_undone, pick_short, pick_skip],
    writes=[pick_task_state],
)
def project_tasks(connection: Connection, written: Written) -> None:
    """Compute every touched task. Facts may arrive before their task: it finds them."""
    touched: dict[int, set[Any]] = defaultdict(set)
    for site, task in written.keys(pick_task, "id"):
        touched[site].add(task)
    for table in (pick, pick_short, pick_skip):
        for site, task in written.keys(table, "task"):
            touched[site].add(task)
    for site, identifier in written.keys(pick_undone, "pick"):
        text = "SELECT task FROM pick WHERE site = ? AND id = ?"
        touched[site] |= {row[0] for row in run(connection, text, site, identifier)}
    for site, tasks in touched.items():
        ordered = sorted(tasks)
        for start in range(0, len(ordered), _CHUNK):
            _project(connection, site, ordered[start : start + _CHUNK])


def _project(connection: Connection, site: int, tasks: list[bytes]) -> None:
    marks = ", ".join("?" * len(tasks))

    def sums(text: str) -> dict[bytes, int]:
        rows = run(connection, f"{text} AND task IN ({marks}) GROUP BY task", site, *tasks)
        return {row[0]: int(row[1]) for row in rows}

    picked = sums(
        "SELECT task, sum(quantity) FROM pick p WHERE site = ? AND NOT EXISTS"
        " (SELECT 1 FROM pick_undone u WHERE u.site = p.site AND u.pick = p.id)"
    )
    short = sums("SELECT task, sum(quantity) FROM pick_short WHERE site = ?")
    skipped = sums("SELECT task, max(at) FROM pick_skip WHERE site = ?")
    known = run(
        connection,
        "SELECT id, document, order_id, order_line, location, lot, quantity FROM pick_task"  # noqa: S608
        f" WHERE site = ? AND id IN ({marks})",
        site,
        *tasks,
    ).all()
    text = f"DELETE FROM pick_task_state WHERE site = ? AND task IN ({marks})"  # noqa: S608
    run(connection, text, site, *tasks)
    rows = [
        (site, *row[:6], picked.get(row[0], 0), short.get(row[0], 0))
        + (
            max(row[6] - picked.get(row[0], 0) - short.get(row[0], 0), 0),
            skipped.get(row[0], 0),
        )
        for row in known
    ]
    run_many(
        connection,
        "INSERT INTO pick_task_state (site, task, document, order_id, order_line, location, lot,"
        " picked, short, open, skipped_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )

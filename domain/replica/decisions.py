"""A person's decision about a conflict makes it decided, on every replica.

A decision that arrives before its conflict is found when the conflict is noted.
"""

from sqlalchemy.engine import Connection

from domain.replica.journal_tables import conflict, conflict_decision
from domain.replica.rows import run_many
from domain.replica.written import Written, projects


@projects(reads=[conflict_decision], writes=[conflict], stage=0)
def project_decisions(connection: Connection, written: Written) -> None:
    """Mark the conflicts that somebody has decided."""
    rows = [(row["site"], row["conflict"]) for row in written.rows(conflict_decision)]
    run_many(connection, "UPDATE conflict SET decided = 1 WHERE site = ? AND id = ?", rows)

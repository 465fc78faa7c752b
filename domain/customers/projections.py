"""Customers in the search index, after an edit here and after a merge alike."""

from sqlalchemy import select
from sqlalchemy.engine import Connection

from domain.customers.queries import KIND, search_words
from domain.customers.tables import customer
from domain.replica import Written, make_findable, projects

_CHUNK = 400


@projects(reads=[customer], writes=[])
def make_customers_findable(connection: Connection, written: Written) -> None:
    """Index what customers are now. Aliases stay findable; archived ones by nothing."""
    ids = sorted(identifier for _, identifier in written.records(customer))
    for start in range(0, len(ids), _CHUNK):
        query = select(customer).where(customer.c.id.in_(ids[start : start + _CHUNK]))
        entries = []
        for row in connection.execute(query):
            gone = row.archived and row.merged_into is None
            entries.append((row.id, "" if gone else search_words(row.name, row.email, row.phone)))
        make_findable(connection, KIND, entries)

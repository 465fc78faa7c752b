"""Run by alembic with the connection that ``domain.replica.migrate`` hands over.

Whoever opens a replica has declared every table before (``domain.areas``).
"""

from alembic import context

from domain.replica.schema import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=True,
    transaction_per_migration=True,
)
context.run_migrations()

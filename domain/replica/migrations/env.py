"""Run by alembic with the connection that ``domain.replica.migrate`` hands over."""

from alembic import context

import domain.areas  # noqa: F401 - declares the trade's tables
from domain.replica.schema import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=True,
    transaction_per_migration=True,
)
context.run_migrations()

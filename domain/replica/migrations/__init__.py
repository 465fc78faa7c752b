"""The database's history: alembic's environment and one file for each released schema."""

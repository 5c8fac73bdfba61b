"""Alembic's entry: runs inside the connection and the transaction that db/upgrade.py opened."""

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=None, transactional_ddl=False)
context.run_migrations()

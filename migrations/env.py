"""Alembic's door: runs the revisions on the connection that mdi_desk.db.migrate hands in, and on no other."""

from alembic import context

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    version_table="alembic_version",
    version_table_schema="core",
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()

"""Alembic's way in: it works in the transaction that `migrating` hands it."""

from alembic import context

from bot.storage.schema import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()

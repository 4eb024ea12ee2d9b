"""Alembic's environment, without an ini file: the caller hands over an open connection.

The caller also owns the transaction, so that a migration and its schema number arrive together or not at
all. `config.attributes` holds `connection`, and `metadata` where a revision is to be drafted.
"""

from __future__ import annotations

from alembic import context

attributes = context.config.attributes

context.configure(
    connection=attributes["connection"],
    target_metadata=attributes.get("metadata"),
    transactional_ddl=False,
    include_object=attributes.get("include_object"),
)
context.run_migrations()

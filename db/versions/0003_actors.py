"""Actors of the library's own: what readers say of names, kinds, offices and merges; parties linked anew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "actors",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("entity", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("parent", sa.String(), nullable=False),
        sa.Column("merged", sa.Integer(), nullable=True),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(["entity"], ["entities.seq"], name=op.f("fk_actors_entity")),
        sa.ForeignKeyConstraint(["merged"], ["entities.seq"], name=op.f("fk_actors_merged")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_actors")),
        sa.UniqueConstraint("id", name=op.f("uq_actors_id")),
        sa.UniqueConstraint("entity", name=op.f("uq_actors_entity")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_actors_merged"), "actors", ["merged"])
    op.add_column("affiliations", sa.Column("removed", sa.Integer(), server_default=sa.text("0"), nullable=False))
    for name in ("linked_name", "linked_key"):
        op.add_column("statement_parties", sa.Column(name, sa.String(), server_default="", nullable=False))

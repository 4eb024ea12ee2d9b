"""Imports are remembered: what was asked, and what became of each input. Articles know the page they came from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def upgrade() -> None:
    # The keys of the articles there are computed by the program after this, in the same transaction. A column
    # added in place leaves the triggers of the search index as they are.
    op.add_column("articles", sa.Column("page_key", sa.String(), server_default=sa.text("''"), nullable=False))
    op.create_index("ix_articles_page", "articles", ["page_key"])
    op.create_table(
        "import_runs",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        *_text("id", "places", "folder", "dossiers", "session", "started", "ended", "state"),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_import_runs")),
        sa.UniqueConstraint("id", name=op.f("uq_import_runs_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "import_items",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        *_text("place"),
        sa.Column("part", sa.Integer(), nullable=False),
        *_text("outcome", "article", "title", "reason", "sha256"),
        sa.ForeignKeyConstraint(["run"], ["import_runs.seq"], name=op.f("fk_import_items_run")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_import_items")),
        sa.UniqueConstraint("run", "place", "part", name=op.f("uq_import_items_run_place_part")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_import_items_run_outcome", "import_items", ["run", "outcome", "seq"])

"""Lists count the suggestions that are shown: each knows whether it is too uncertain for its library."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TRIGGERS = (
    """CREATE TRIGGER open_count_insert AFTER INSERT ON statements
    WHEN NEW.status = 'suggested' AND NEW.unsure = 0 BEGIN
    UPDATE articles SET open_count = open_count + 1 WHERE seq = NEW.article; END""",
    """CREATE TRIGGER open_count_update AFTER UPDATE OF status, unsure ON statements
    WHEN (OLD.status = 'suggested' AND OLD.unsure = 0) <> (NEW.status = 'suggested' AND NEW.unsure = 0) BEGIN
    UPDATE articles SET open_count = open_count + CASE WHEN NEW.status = 'suggested' AND NEW.unsure = 0
    THEN 1 ELSE -1 END WHERE seq = NEW.article; END""",
    """CREATE TRIGGER open_count_delete AFTER DELETE ON statements
    WHEN OLD.status = 'suggested' AND OLD.unsure = 0 BEGIN
    UPDATE articles SET open_count = open_count - 1 WHERE seq = OLD.article; END""",
)


def upgrade() -> None:
    # Nothing is hidden yet; where a library hides some, the program says so when it next opens it.
    op.add_column("statements", sa.Column("unsure", sa.Integer(), server_default=sa.text("0"), nullable=False))
    for name in ("insert", "update", "delete"):
        op.execute(f"DROP TRIGGER open_count_{name}")
    for trigger in TRIGGERS:
        op.execute(trigger)

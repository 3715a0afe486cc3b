"""The plan's order of blocs: a conference knows in which order its summary lists them."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("conferences") as batch:
        batch.add_column(sa.Column("blocs", sa.JSON(), nullable=False, server_default="[]"))
    with op.batch_alter_table("conferences") as batch:
        batch.alter_column("blocs", existing_type=sa.JSON(), server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("conferences") as batch:
        batch.drop_column("blocs")

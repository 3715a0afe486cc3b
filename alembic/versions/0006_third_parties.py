"""Third parties: clients and how often they ask, whose a webhook is, and its key before."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "clients",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("contact", sa.String(200), nullable=False),
        sa.Column("scopes", sa.JSON(), nullable=False),
        sa.Column("requests_per_minute", sa.Integer(), nullable=False),
        sa.Column("secret_number", sa.Integer(), nullable=False),
        sa.Column("secret_hash", sa.String(64), nullable=False),
        sa.Column("previous_hash", sa.String(64), nullable=True),
        sa.Column("previous_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_clients_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clients")),
    )
    op.create_index(op.f("ix_clients_unit_id"), "clients", ["unit_id"])
    op.create_table(
        "client_minutes",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("requests", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name=op.f("fk_client_minutes_client_id")
        ),
        sa.PrimaryKeyConstraint("client_id", name=op.f("pk_client_minutes")),
    )
    with op.batch_alter_table("webhooks") as batch:
        batch.add_column(sa.Column("previous_secret", sa.String(300), nullable=True))
        batch.add_column(sa.Column("previous_until", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("client_id", sa.Uuid(), nullable=True))
        batch.create_foreign_key(op.f("fk_webhooks_client_id"), "clients", ["client_id"], ["id"])
    op.create_index(op.f("ix_webhooks_client_id"), "webhooks", ["client_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_webhooks_client_id"), table_name="webhooks")
    with op.batch_alter_table("webhooks") as batch:
        batch.drop_constraint(op.f("fk_webhooks_client_id"), type_="foreignkey")
        batch.drop_column("client_id")
        batch.drop_column("previous_until")
        batch.drop_column("previous_secret")
    op.drop_table("client_minutes")
    op.drop_index(op.f("ix_clients_unit_id"), table_name="clients")
    op.drop_table("clients")

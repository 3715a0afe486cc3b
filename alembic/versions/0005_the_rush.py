"""The rush: tallies, changes of the plan, indexes of what waits, and bare ids of what grows."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_TABLES = ("plan_changes", "tallied", "tallies", "tally_changes")
_WAITING = {
    "ix_attendance_pending": ("attendance", ["session_id", "bridge_point_id"]),
    "ix_typed_names_waiting": ("typed_names", ["session_id"]),
    "ix_units_successor_id": ("units", ["successor_id"]),
}
_WHERE = {
    "ix_attendance_pending": "standing = 'pending'",
    "ix_typed_names_waiting": "attendance_id IS NULL AND outcome IS NULL",
    "ix_units_successor_id": "successor_id IS NOT NULL",
}
_BARE = {
    "attendance": {
        "session_id": "sessions",
        "window_id": "windows",
        "member_id": "members",
        "unit_id": "units",
        "bridge_point_id": "bridge_points",
    },
    "check_ins": {"session_id": "sessions"},
}
"""Keys of the growing tables that are checked no more for each row (record 0036)."""


def upgrade() -> None:
    for table, columns in _BARE.items():
        with op.batch_alter_table(table) as batch:
            for column in columns:
                batch.drop_constraint(op.f(f"fk_{table}_{column}"), type_="foreignkey")
    op.create_table(
        "plan_changes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_changes")),
    )
    op.create_table(
        "tallied",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("plan", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("is_locked", sa.Boolean(), nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["sessions.id"],
            name=op.f("fk_tallied_session_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("session_id", name=op.f("pk_tallied")),
    )
    op.create_table(
        "tallies",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("bridge_point_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=False),
        sa.Column("present", sa.Integer(), nullable=False),
        sa.Column("pending", sa.Integer(), nullable=False),
        sa.Column("excused", sa.Integer(), nullable=False),
        sa.Column("unexcused", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "session_id", "bridge_point_id", "unit_id", name=op.f("pk_tallies")
        ),
    )
    op.create_table(
        "tally_changes",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("is_locked", sa.Boolean(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("session_id", "id", name=op.f("pk_tally_changes")),
    )
    for name, (table, columns) in _WAITING.items():
        where = sa.text(_WHERE[name])
        op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    for name, (table, _) in _WAITING.items():
        op.drop_index(name, table_name=table)
    for table in reversed(_TABLES):
        op.drop_table(table)
    for table, columns in _BARE.items():
        with op.batch_alter_table(table) as batch:
            for column, named in columns.items():
                batch.create_foreign_key(op.f(f"fk_{table}_{column}"), named, [column], ["id"])

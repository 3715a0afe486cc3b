"""The tables of one morning."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0001"
down_revision: str | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("username", sa.String(length=100), nullable=False),
        sa.Column("display_name", sa.String(length=200), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("disabled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("username", name=op.f("uq_accounts_username")),
    )
    op.create_table(
        "devices",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("bound_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", "bound_at", name=op.f("pk_devices")),
    )
    op.create_index(
        "uq_devices_id",
        "devices",
        ["id"],
        unique=True,
        sqlite_where=sa.text("revoked_at IS NULL"),
        postgresql_where=sa.text("revoked_at IS NULL"),
    )
    op.create_index(
        "uq_devices_member_id",
        "devices",
        ["member_id"],
        unique=True,
        sqlite_where=sa.text("revoked_at IS NULL"),
        postgresql_where=sa.text("revoked_at IS NULL"),
    )

    op.create_table(
        "events",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_kind", sa.String(length=20), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("act", sa.String(length=60), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    op.create_index("ix_events_at", "events", ["at"], unique=False)
    op.create_index("ix_events_subject", "events", ["subject_id", "at"], unique=False)

    op.create_table(
        "idempotency",
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=100), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("owner_id", "key", name=op.f("pk_idempotency")),
    )
    op.create_table(
        "installation",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("master_fingerprint", sa.String(length=32), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_installation_single")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_installation")),
    )
    op.create_table(
        "refusals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("bridge_point_id", sa.Uuid(), nullable=True),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refusals")),
    )
    op.create_index("ix_refusals_session_id", "refusals", ["session_id", "at"], unique=False)

    op.create_table(
        "screens",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("bridge_point_id", sa.Uuid(), nullable=False),
        sa.Column("pairing_hash", sa.String(length=64), nullable=True),
        sa.Column("pairing_expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("paired_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_screens")),
        sa.UniqueConstraint("pairing_hash", name=op.f("uq_screens_pairing_hash")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_screens_token_hash")),
    )
    op.create_index(
        op.f("ix_screens_bridge_point_id"), "screens", ["bridge_point_id"], unique=False
    )

    op.create_table(
        "throttle",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_throttle")),
    )
    op.create_index("ix_throttle_key", "throttle", ["key", "at"], unique=False)

    op.create_table(
        "units",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column(
            "path",
            sa.String(length=400).with_variant(sa.String(length=400, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "kind",
            sa.Enum(
                "committee",
                "grassroots_committee",
                "grassroots_cell",
                "cell",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("bloc", sa.String(length=100), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column(
            "sort_key",
            sa.String(length=1000).with_variant(
                sa.String(length=1000, collation="C"), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column("search_key", sa.String(length=200), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("successor_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "valid_until IS NULL OR valid_until > valid_from", name=op.f("ck_units_validity")
        ),
        sa.ForeignKeyConstraint(["parent_id"], ["units.id"], name=op.f("fk_units_parent_id")),
        sa.ForeignKeyConstraint(["successor_id"], ["units.id"], name=op.f("fk_units_successor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_units")),
    )
    op.create_index(op.f("ix_units_parent_id"), "units", ["parent_id"], unique=False)
    op.create_index("ix_units_path", "units", ["path"], unique=True)

    op.create_table(
        "conferences",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organiser_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("quarter", sa.Integer(), nullable=False),
        sa.Column("plan_number", sa.String(length=60), nullable=True),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("regulations", sa.JSON(), nullable=False),
        sa.Column("report_email", sa.String(length=254), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("quarter BETWEEN 1 AND 4", name=op.f("ck_conferences_quarter")),
        sa.ForeignKeyConstraint(
            ["organiser_id"], ["units.id"], name=op.f("fk_conferences_organiser_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conferences")),
    )
    op.create_index(
        op.f("ix_conferences_organiser_id"), "conferences", ["organiser_id"], unique=False
    )

    op.create_table(
        "grants",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "district_admin",
                "district_staff",
                "technician",
                "viewer",
                "secretary",
                "operator",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("valid_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("valid_until", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "valid_until IS NULL OR valid_until > valid_from", name=op.f("ck_grants_validity")
        ),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_grants_account_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_grants_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grants")),
        sa.UniqueConstraint(
            "account_id",
            "unit_id",
            "role",
            "valid_from",
            name=op.f("uq_grants_account_id_unit_id_role_valid_from"),
        ),
    )
    op.create_index(op.f("ix_grants_unit_id"), "grants", ["unit_id"], unique=False)

    op.create_table(
        "members",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("full_name", sa.String(length=100), nullable=False),
        sa.Column(
            "sort_key",
            sa.String(length=600).with_variant(sa.String(length=600, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("search_key", sa.String(length=100), nullable=False),
        sa.Column("card_number", sa.String(length=20), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "official",
                "probationary",
                "exempt",
                "reduced",
                "suspended",
                name="status",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_members_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_members")),
    )
    op.create_index(
        "ix_members_unit_id_search_key", "members", ["unit_id", "search_key"], unique=False
    )
    op.create_index(
        "ix_members_unit_id_sort_key", "members", ["unit_id", "sort_key", "id"], unique=False
    )

    op.create_table(
        "refresh_tokens",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("family_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_refresh_tokens_account_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refresh_tokens")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_refresh_tokens_token_hash")),
    )
    op.create_index(
        op.f("ix_refresh_tokens_family_id"), "refresh_tokens", ["family_id"], unique=False
    )

    op.create_table(
        "bridge_points",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conference_id", sa.Uuid(), nullable=False),
        sa.Column("host_unit_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("venue", sa.String(length=300), nullable=False),
        sa.Column(
            "form",
            sa.Enum(
                "line", "meet", name="form", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("is_hub", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_bridge_points_conference_id")
        ),
        sa.ForeignKeyConstraint(
            ["host_unit_id"], ["units.id"], name=op.f("fk_bridge_points_host_unit_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bridge_points")),
        sa.UniqueConstraint(
            "conference_id", "ordinal", name=op.f("uq_bridge_points_conference_id_ordinal")
        ),
    )
    op.create_index(
        op.f("ix_bridge_points_host_unit_id"), "bridge_points", ["host_unit_id"], unique=False
    )

    op.create_table(
        "sessions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conference_id", sa.Uuid(), nullable=False),
        sa.Column(
            "form",
            sa.Enum(
                "line", "meet", name="form", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("date_hint", sa.String(length=200), nullable=True),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("meet_url", sa.String(length=300), nullable=True),
        sa.Column("confidential", sa.Boolean(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "planned",
                "open",
                "closed",
                "locked",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("locks_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_sessions_conference_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
        sa.UniqueConstraint(
            "conference_id", "form", "ordinal", name=op.f("uq_sessions_conference_id_form_ordinal")
        ),
    )
    op.create_table(
        "check_ins",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("body_hash", sa.String(length=64), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("attendance_id", sa.Uuid(), nullable=True),
        sa.Column(
            "evidence",
            sa.Enum(
                "qr",
                "digits",
                "first",
                "claimed",
                "late",
                "stream",
                name="evidence",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("receipt", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_check_ins_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_ins")),
    )
    op.create_index(op.f("ix_check_ins_device_id"), "check_ins", ["device_id"], unique=False)
    op.create_index(
        "ix_check_ins_session_id_attendance_id",
        "check_ins",
        ["session_id", "attendance_id"],
        unique=False,
    )

    op.create_table(
        "expected_units",
        sa.Column("conference_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("bridge_point_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bridge_point_id"],
            ["bridge_points.id"],
            name=op.f("fk_expected_units_bridge_point_id"),
        ),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_expected_units_conference_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_expected_units_unit_id")),
        sa.PrimaryKeyConstraint("conference_id", "unit_id", name=op.f("pk_expected_units")),
    )
    op.create_index(
        op.f("ix_expected_units_bridge_point_id"),
        "expected_units",
        ["bridge_point_id"],
        unique=False,
    )

    op.create_table(
        "session_points",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("bridge_point_id", sa.Uuid(), nullable=False),
        sa.Column("door", sa.Integer(), nullable=True),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("typed_codes_suspended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("door IS NULL OR door > 0", name=op.f("ck_session_points_door")),
        sa.ForeignKeyConstraint(
            ["bridge_point_id"],
            ["bridge_points.id"],
            name=op.f("fk_session_points_bridge_point_id"),
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_session_points_session_id")
        ),
        sa.PrimaryKeyConstraint("session_id", "bridge_point_id", name=op.f("pk_session_points")),
    )
    op.create_index("ix_session_points_door", "session_points", ["door"], unique=False)
    op.create_index(
        "uq_session_points_door",
        "session_points",
        ["door"],
        unique=True,
        sqlite_where=sa.text("released_at IS NULL"),
        postgresql_where=sa.text("released_at IS NULL"),
    )
    op.create_index(
        "uq_session_points_open",
        "session_points",
        ["bridge_point_id"],
        unique=True,
        sqlite_where=sa.text("is_open"),
        postgresql_where=sa.text("is_open"),
    )

    op.create_table(
        "windows",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "opening",
                "after_break",
                "closing",
                "unannounced",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "closed_at IS NULL OR closed_at >= opened_at", name=op.f("ck_windows_order")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_windows_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_windows")),
        sa.UniqueConstraint("session_id", "ordinal", name=op.f("uq_windows_session_id_ordinal")),
    )
    op.create_index(
        "uq_windows_open",
        "windows",
        ["session_id"],
        unique=True,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )

    op.create_table(
        "attendance",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("window_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("bridge_point_id", sa.Uuid(), nullable=False),
        sa.Column(
            "standing",
            sa.Enum(
                "present",
                "pending",
                name="standing",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "evidence",
            sa.Enum(
                "qr",
                "digits",
                "first",
                "claimed",
                "late",
                "stream",
                name="evidence",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("late_seconds", sa.Integer(), nullable=True),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("first_arrived_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["bridge_point_id"], ["bridge_points.id"], name=op.f("fk_attendance_bridge_point_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_attendance_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_attendance_session_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_attendance_unit_id")),
        sa.ForeignKeyConstraint(
            ["window_id"], ["windows.id"], name=op.f("fk_attendance_window_id")
        ),
        sa.PrimaryKeyConstraint("session_id", "id", name=op.f("pk_attendance")),
        sa.UniqueConstraint(
            "session_id",
            "member_id",
            "window_id",
            name=op.f("uq_attendance_session_id_member_id_window_id"),
        ),
    )
    op.create_index(op.f("ix_attendance_member_id"), "attendance", ["member_id"], unique=False)
    op.create_index(
        "ix_attendance_session_id_unit_id",
        "attendance",
        ["session_id", "unit_id", "id"],
        unique=False,
    )

    op.create_table(
        "rotations",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("bridge_point_id", sa.Uuid(), nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("from_step", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id", "bridge_point_id"],
            ["session_points.session_id", "session_points.bridge_point_id"],
            name=op.f("fk_rotations_session_id_bridge_point_id"),
        ),
        sa.PrimaryKeyConstraint(
            "session_id", "bridge_point_id", "epoch", name=op.f("pk_rotations")
        ),
    )
    op.create_table(
        "typed_names",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("window_id", sa.Uuid(), nullable=False),
        sa.Column("bridge_point_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("last4", sa.String(length=4), nullable=True),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("suggested_member_id", sa.Uuid(), nullable=True),
        sa.Column("attendance_id", sa.Uuid(), nullable=True),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["bridge_point_id"], ["bridge_points.id"], name=op.f("fk_typed_names_bridge_point_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_typed_names_session_id")
        ),
        sa.ForeignKeyConstraint(
            ["suggested_member_id"], ["members.id"], name=op.f("fk_typed_names_suggested_member_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_typed_names_unit_id")),
        sa.ForeignKeyConstraint(
            ["window_id"], ["windows.id"], name=op.f("fk_typed_names_window_id")
        ),
        sa.PrimaryKeyConstraint("session_id", "id", name=op.f("pk_typed_names")),
    )
    op.create_index(
        "ix_typed_names_bridge_point_id",
        "typed_names",
        ["session_id", "bridge_point_id"],
        unique=False,
    )
    op.create_index(
        "ix_typed_names_device_id", "typed_names", ["session_id", "device_id"], unique=False
    )


def downgrade() -> None:
    op.drop_index("ix_typed_names_device_id", table_name="typed_names")
    op.drop_index("ix_typed_names_bridge_point_id", table_name="typed_names")

    op.drop_table("typed_names")
    op.drop_table("rotations")
    op.drop_index("ix_attendance_session_id_unit_id", table_name="attendance")
    op.drop_index(op.f("ix_attendance_member_id"), table_name="attendance")

    op.drop_table("attendance")
    op.drop_index(
        "uq_windows_open",
        table_name="windows",
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )

    op.drop_table("windows")
    op.drop_index(
        "uq_session_points_open",
        table_name="session_points",
        sqlite_where=sa.text("is_open"),
        postgresql_where=sa.text("is_open"),
    )
    op.drop_index(
        "uq_session_points_door",
        table_name="session_points",
        sqlite_where=sa.text("released_at IS NULL"),
        postgresql_where=sa.text("released_at IS NULL"),
    )
    op.drop_index("ix_session_points_door", table_name="session_points")

    op.drop_table("session_points")
    op.drop_index(op.f("ix_expected_units_bridge_point_id"), table_name="expected_units")

    op.drop_table("expected_units")
    op.drop_index("ix_check_ins_session_id_attendance_id", table_name="check_ins")
    op.drop_index(op.f("ix_check_ins_device_id"), table_name="check_ins")

    op.drop_table("check_ins")
    op.drop_table("sessions")
    op.drop_index(op.f("ix_bridge_points_host_unit_id"), table_name="bridge_points")

    op.drop_table("bridge_points")
    op.drop_index(op.f("ix_refresh_tokens_family_id"), table_name="refresh_tokens")

    op.drop_table("refresh_tokens")
    op.drop_index("ix_members_unit_id_sort_key", table_name="members")
    op.drop_index("ix_members_unit_id_search_key", table_name="members")

    op.drop_table("members")
    op.drop_index(op.f("ix_grants_unit_id"), table_name="grants")

    op.drop_table("grants")
    op.drop_index(op.f("ix_conferences_organiser_id"), table_name="conferences")

    op.drop_table("conferences")
    op.drop_index("ix_units_path", table_name="units")
    op.drop_index(op.f("ix_units_parent_id"), table_name="units")

    op.drop_table("units")
    op.drop_index("ix_throttle_key", table_name="throttle")

    op.drop_table("throttle")
    op.drop_index(op.f("ix_screens_bridge_point_id"), table_name="screens")

    op.drop_table("screens")
    op.drop_index("ix_refusals_session_id", table_name="refusals")

    op.drop_table("refusals")
    op.drop_table("installation")
    op.drop_table("idempotency")
    op.drop_index("ix_events_subject", table_name="events")
    op.drop_index("ix_events_at", table_name="events")

    op.drop_table("events")
    op.drop_index(
        "uq_devices_id",
        table_name="devices",
        sqlite_where=sa.text("revoked_at IS NULL"),
        postgresql_where=sa.text("revoked_at IS NULL"),
    )
    op.drop_index(
        "uq_devices_member_id",
        table_name="devices",
        sqlite_where=sa.text("revoked_at IS NULL"),
        postgresql_where=sa.text("revoked_at IS NULL"),
    )

    op.drop_table("devices")
    op.drop_table("accounts")

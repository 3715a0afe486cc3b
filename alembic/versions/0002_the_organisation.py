"""The organisation: accounts whole, units' names, preparation, allocation, notices, rosters."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

WIDER = (
    ("members", "status", "official probationary exempt reduced suspended", "left"),
    ("sessions", "state", "planned open closed locked", "postponed rehearsing cancelled"),
    ("windows", "kind", "opening after_break closing unannounced", "rehearsal"),
)


def _allow(table: str, column: str, words: str) -> None:
    quoted = ", ".join(f"'{word}'" for word in words.split())
    name = op.f(f"ck_{table}_{column}")
    with op.batch_alter_table(table) as batch:
        batch.drop_constraint(name, type_="check")
        batch.create_check_constraint(name, sa.text(f"{column} IN ({quoted})"))


def _add(table: str, name: str, kind: sa.types.TypeEngine[object], value: str) -> None:
    """Add a column that may not be null to rows that exist."""
    with op.batch_alter_table(table) as batch:
        batch.add_column(sa.Column(name, kind, nullable=False, server_default=sa.text(value)))
    with op.batch_alter_table(table) as batch:
        batch.alter_column(name, existing_type=kind, server_default=None)


def _bound_units(rule: str) -> None:
    with op.batch_alter_table("units") as batch:
        batch.drop_constraint(op.f("ck_units_validity"), type_="check")
        batch.create_check_constraint(
            op.f("ck_units_validity"), sa.text(f"valid_until IS NULL OR {rule}")
        )


def _refresh_tokens(*columns: sa.Column[object]) -> None:
    op.drop_table("refresh_tokens")  # whoever is signed in signs in again
    owner = columns[0].name
    parent = "sign_ins" if owner == "sign_in_id" else "accounts"
    key = owner if owner == "sign_in_id" else "account_id"
    op.create_table(
        "refresh_tokens",
        sa.Column("id", sa.Uuid(), nullable=False),
        *columns,
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint([key], [f"{parent}.id"], name=op.f(f"fk_refresh_tokens_{key}")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refresh_tokens")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_refresh_tokens_token_hash")),
    )
    op.create_index(op.f(f"ix_refresh_tokens_{owner}"), "refresh_tokens", [owner], unique=False)


def upgrade() -> None:
    op.create_table(
        "invitations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_invitations_account_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invitations_token_hash")),
    )
    op.create_index("ix_invitations_account_id", "invitations", ["account_id"], unique=False)

    op.create_table(
        "recovery_codes",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_recovery_codes_account_id")
        ),
        sa.PrimaryKeyConstraint("account_id", "code_hash", name=op.f("pk_recovery_codes")),
    )
    op.create_table(
        "sign_ins",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("user_agent", sa.String(length=200), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_sign_ins_account_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_ins")),
    )
    op.create_index("ix_sign_ins_account_id", "sign_ins", ["account_id"], unique=False)

    op.create_table(
        "unit_names",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_unit_names_unit_id")),
        sa.PrimaryKeyConstraint("unit_id", "valid_from", name=op.f("pk_unit_names")),
    )
    op.create_table(
        "allocation_notes",
        sa.Column("conference_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_allocation_notes_conference_id")
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["units.id"], name=op.f("fk_allocation_notes_unit_id")
        ),
        sa.PrimaryKeyConstraint("conference_id", "unit_id", name=op.f("pk_allocation_notes")),
    )
    op.create_table(
        "exclusions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conference_id", sa.Uuid(), nullable=False),
        sa.Column("document_number", sa.String(length=120), nullable=False),
        sa.Column("full_name", sa.String(length=100), nullable=True),
        sa.Column("unit_name", sa.String(length=200), nullable=True),
        sa.Column("card_number", sa.String(length=20), nullable=True),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_exclusions_conference_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_exclusions_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exclusions")),
    )
    op.create_index("ix_exclusions_conference_id", "exclusions", ["conference_id"], unique=False)
    op.create_index("ix_exclusions_member_id", "exclusions", ["member_id"], unique=False)

    op.create_table(
        "group_units",
        sa.Column("conference_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("label", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_group_units_conference_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_group_units_unit_id")),
        sa.PrimaryKeyConstraint("conference_id", "unit_id", name=op.f("pk_group_units")),
    )
    op.create_table(
        "roster_rows",
        sa.Column("conference_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_roster_rows_conference_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_roster_rows_member_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_roster_rows_unit_id")),
        sa.PrimaryKeyConstraint("conference_id", "unit_id", "number", name=op.f("pk_roster_rows")),
        sa.UniqueConstraint(
            "conference_id",
            "unit_id",
            "member_id",
            name=op.f("uq_roster_rows_conference_id_unit_id_member_id"),
        ),
    )
    op.create_index("ix_roster_rows_member_id", "roster_rows", ["member_id"], unique=False)

    op.create_table(
        "summonses",
        sa.Column("conference_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_summonses_conference_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_summonses_unit_id")),
        sa.PrimaryKeyConstraint("conference_id", "unit_id", "version", name=op.f("pk_summonses")),
    )
    op.create_table(
        "allocations",
        sa.Column("conference_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("bridge_point_id", sa.Uuid(), nullable=False),
        sa.Column("is_fixed", sa.Boolean(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["bridge_point_id"], ["bridge_points.id"], name=op.f("fk_allocations_bridge_point_id")
        ),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_allocations_conference_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_allocations_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_allocations_session_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_allocations_unit_id")),
        sa.PrimaryKeyConstraint("conference_id", "member_id", name=op.f("pk_allocations")),
    )
    op.create_index(
        "ix_allocations_conference_id_unit_id",
        "allocations",
        ["conference_id", "unit_id"],
        unique=False,
    )
    op.create_index(
        "ix_allocations_session_id_bridge_point_id",
        "allocations",
        ["session_id", "bridge_point_id"],
        unique=False,
    )

    op.create_table(
        "line_tests",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("bridge_point_id", sa.Uuid(), nullable=False),
        sa.Column("passed", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bridge_point_id"], ["bridge_points.id"], name=op.f("fk_line_tests_bridge_point_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_line_tests")),
    )
    op.create_index(
        "ix_line_tests_bridge_point_id", "line_tests", ["bridge_point_id"], unique=False
    )

    op.create_table(
        "posted_notices",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("label", sa.String(length=60), nullable=False),
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_posted_notices_session_id")
        ),
        sa.PrimaryKeyConstraint("session_id", "label", "sequence", name=op.f("pk_posted_notices")),
    )
    op.create_table(
        "preparation_marks",
        sa.Column("bridge_point_id", sa.Uuid(), nullable=False),
        sa.Column("item_key", sa.String(length=60), nullable=False),
        sa.Column(
            "result",
            sa.Enum(
                "done",
                "passed",
                "failed",
                name="result",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("note", sa.String(length=500), nullable=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bridge_point_id"],
            ["bridge_points.id"],
            name=op.f("fk_preparation_marks_bridge_point_id"),
        ),
        sa.PrimaryKeyConstraint("bridge_point_id", "item_key", name=op.f("pk_preparation_marks")),
    )
    op.create_table(
        "received_notices",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("bridge_point_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bridge_point_id"],
            ["bridge_points.id"],
            name=op.f("fk_received_notices_bridge_point_id"),
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_received_notices_session_id")
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["units.id"], name=op.f("fk_received_notices_unit_id")
        ),
        sa.PrimaryKeyConstraint(
            "session_id", "unit_id", "sequence", name=op.f("pk_received_notices")
        ),
    )
    op.create_table(
        "roster_prints",
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("conference_id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("bridge_point_id", sa.Uuid(), nullable=True),
        sa.Column("unit_id", sa.Uuid(), nullable=True),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bridge_point_id"], ["bridge_points.id"], name=op.f("fk_roster_prints_bridge_point_id")
        ),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_roster_prints_conference_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_roster_prints_session_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_roster_prints_unit_id")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_roster_prints")),
    )
    op.create_index(
        "ix_roster_prints_conference_id", "roster_prints", ["conference_id"], unique=False
    )

    op.execute("INSERT INTO unit_names SELECT id, valid_from, name FROM units")
    for table, column, held, more in WIDER:
        _allow(table, column, f"{held} {more}")
    _refresh_tokens(sa.Column("sign_in_id", sa.Uuid(), nullable=False))

    with op.batch_alter_table("accounts") as batch:
        batch.add_column(sa.Column("password_set_at", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("totp_id", sa.Uuid(), nullable=True))
        batch.add_column(sa.Column("totp_pending_id", sa.Uuid(), nullable=True))
        batch.add_column(sa.Column("totp_last_step", sa.Integer(), nullable=True))
        batch.alter_column("password_hash", existing_type=sa.String(length=200), nullable=True)
    op.execute("UPDATE accounts SET password_set_at = created_at")

    _add("grants", "deputy", sa.Boolean(), "false")
    with op.batch_alter_table("grants") as batch:
        batch.add_column(sa.Column("granted_by", sa.Uuid(), nullable=True))
        batch.add_column(sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table("members") as batch:
        batch.add_column(sa.Column("temporary_unit_id", sa.Uuid(), nullable=True))
        batch.add_column(sa.Column("temporary_until", sa.Date(), nullable=True))
        batch.create_index("ix_members_card_number", ["card_number"], unique=False)
        batch.create_index("ix_members_temporary_unit_id", ["temporary_unit_id"], unique=False)
        batch.create_foreign_key(
            "fk_members_temporary_unit_id", "units", ["temporary_unit_id"], ["id"]
        )
        batch.create_check_constraint(
            op.f("ck_members_elsewhere"), sa.text("temporary_unit_id <> unit_id")
        )

    _add("conferences", "preparation_items", sa.JSON(), "'[]'")
    with op.batch_alter_table("conferences") as batch:
        batch.add_column(sa.Column("copied_from_id", sa.Uuid(), nullable=True))
        batch.create_foreign_key(
            "fk_conferences_copied_from_id", "conferences", ["copied_from_id"], ["id"]
        )

    _add("bridge_points", "keeps_units_together", sa.Boolean(), "false")
    _add("bridge_points", "sequence", sa.Integer(), "0")

    _add("sessions", "presenters", sa.JSON(), "'[]'")
    _add("sessions", "share", sa.Integer(), "1")
    _add("sessions", "sequence", sa.Integer(), "0")
    with op.batch_alter_table("sessions") as batch:
        batch.add_column(sa.Column("state_reason", sa.String(length=500), nullable=True))
        batch.create_check_constraint(op.f("ck_sessions_share"), sa.text("share >= 0"))

    _bound_units("valid_until >= valid_from")
    op.create_index("ix_events_actor", "events", ["actor_id", "at"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_events_actor", table_name="events")
    # The stricter rule knows no unit that was there on no day.
    op.execute("UPDATE units SET valid_from = '1900-01-01' WHERE valid_until = valid_from")
    _bound_units("valid_until > valid_from")
    with op.batch_alter_table("sessions") as batch:
        batch.drop_constraint(op.f("ck_sessions_share"), type_="check")
        for column in ("state_reason", "sequence", "share", "presenters"):
            batch.drop_column(column)
    with op.batch_alter_table("bridge_points") as batch:
        batch.drop_column("sequence")
        batch.drop_column("keeps_units_together")
    with op.batch_alter_table("conferences") as batch:
        batch.drop_constraint("fk_conferences_copied_from_id", type_="foreignkey")
        batch.drop_column("copied_from_id")
        batch.drop_column("preparation_items")
    with op.batch_alter_table("members") as batch:
        batch.drop_constraint(op.f("ck_members_elsewhere"), type_="check")
        batch.drop_constraint("fk_members_temporary_unit_id", type_="foreignkey")
        batch.drop_index("ix_members_temporary_unit_id")
        batch.drop_index("ix_members_card_number")
        batch.drop_column("temporary_until")
        batch.drop_column("temporary_unit_id")
    with op.batch_alter_table("grants") as batch:
        for column in ("revoked_at", "granted_by", "deputy"):
            batch.drop_column(column)
    # An account without a password could not be: nothing matches an empty hash.
    op.execute("UPDATE accounts SET password_hash = '' WHERE password_hash IS NULL")
    with op.batch_alter_table("accounts") as batch:
        batch.alter_column("password_hash", existing_type=sa.String(length=200), nullable=False)
        for column in ("totp_last_step", "totp_pending_id", "totp_id", "password_set_at"):
            batch.drop_column(column)
    _refresh_tokens(
        sa.Column("family_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
    )
    # What the narrower list does not know becomes the nearest that it knows.
    op.execute("UPDATE members SET status = 'suspended' WHERE status = 'left'")
    op.execute("UPDATE sessions SET state = 'closed' WHERE state = 'cancelled'")
    op.execute("UPDATE sessions SET state = 'planned' WHERE state IN ('postponed', 'rehearsing')")
    op.execute("UPDATE windows SET kind = 'unannounced' WHERE kind = 'rehearsal'")
    for table, column, held, _ in WIDER:
        _allow(table, column, held)
    for table in (
        "roster_prints",
        "received_notices",
        "preparation_marks",
        "posted_notices",
        "line_tests",
        "allocations",
        "summonses",
        "roster_rows",
        "group_units",
        "exclusions",
        "allocation_notes",
        "unit_names",
        "sign_ins",
        "recovery_codes",
        "invitations",
    ):
        op.drop_table(table)

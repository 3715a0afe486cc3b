"""Evidence: decisions, marks, phones, what was seen in halls, flags, requests."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_EVIDENCE_BEFORE = "qr digits first claimed late stream"
EVIDENCE = "qr digits first claimed assisted late stream client roster paper"

WIDER = (
    ("attendance", "standing", "present pending", "present pending rejected"),
    ("attendance", "evidence", _EVIDENCE_BEFORE, EVIDENCE),
    ("check_ins", "evidence", _EVIDENCE_BEFORE, EVIDENCE),
)
FILLED = (("devices", "origin"), ("typed_names", "evidence"))
"""Columns that existing rows needed a value for, and new ones have to bring."""

RULES = (
    ("attendance", "own", "decided_by_member_id <> member_id"),
    ("attendance", "second_person", "countersigned_by <> decided_by"),
    ("attendance", "rejected", "standing <> 'rejected' OR decided_at IS NOT NULL"),
    ("sessions", "opens_ahead_minutes", "opens_ahead_minutes BETWEEN 0 AND 720"),
)


def _word(name: str, words: str) -> sa.Enum:
    return sa.Enum(*words.split(), name=name, native_enum=False, create_constraint=True, length=32)


def _allow(table: str, column: str, words: str) -> None:
    quoted = ", ".join(f"'{word}'" for word in words.split())
    name = op.f(f"ck_{table}_{column}")
    with op.batch_alter_table(table) as batch:
        batch.drop_constraint(name, type_="check")
        batch.create_check_constraint(name, sa.text(f"{column} IN ({quoted})"))


def upgrade() -> None:
    op.create_table(
        "data_requests",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("kind", _word("kind", "correction"), nullable=False),
        sa.Column("state", _word("state", "open answered done declined"), nullable=False),
        sa.Column("text", sa.String(length=1000), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer_due_on", sa.Date(), nullable=False),
        sa.Column("done_due_on", sa.Date(), nullable=False),
        sa.Column("answer", sa.String(length=1000), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by", sa.Uuid(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_data_requests_member_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_data_requests_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_requests")),
    )
    op.create_index("ix_data_requests_member_id", "data_requests", ["member_id"], unique=False)
    op.create_index("ix_data_requests_unit_id", "data_requests", ["unit_id"], unique=False)

    op.create_table(
        "enrolment_slips",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.Column("made_on_device_id", sa.Uuid(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("used_device_id", sa.Uuid(), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_enrolment_slips_member_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_enrolment_slips_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrolment_slips")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_enrolment_slips_code_hash")),
    )
    op.create_index("ix_enrolment_slips_member_id", "enrolment_slips", ["member_id"], unique=False)
    op.create_index("ix_enrolment_slips_unit_id", "enrolment_slips", ["unit_id"], unique=False)

    op.create_table(
        "camera_checks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("bridge_point_id", sa.Uuid(), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bridge_point_id"], ["bridge_points.id"], name=op.f("fk_camera_checks_bridge_point_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_camera_checks_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_camera_checks")),
    )
    op.create_index(
        "ix_camera_checks_session_id",
        "camera_checks",
        ["session_id", "bridge_point_id", "at"],
        unique=False,
    )

    op.create_table(
        "flag_decisions",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("flag_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            _word(
                "kind",
                "shared_phone guessed_code manual_share over_head_count late_arrival "
                "other_place new_phone second_device changed_after_lock",
            ),
            nullable=False,
        ),
        sa.Column("verdict", _word("verdict", "explained upheld"), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_flag_decisions_session_id")
        ),
        sa.PrimaryKeyConstraint("session_id", "flag_id", name=op.f("pk_flag_decisions")),
    )
    op.create_table(
        "head_counts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("bridge_point_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=True),
        sa.Column("persons", sa.Integer(), nullable=False),
        sa.Column("guests", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("persons >= guests AND guests >= 0", name=op.f("ck_head_counts_guests")),
        sa.ForeignKeyConstraint(
            ["bridge_point_id"], ["bridge_points.id"], name=op.f("fk_head_counts_bridge_point_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_head_counts_session_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_head_counts_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_head_counts")),
    )
    op.create_index(
        "ix_head_counts_session_id",
        "head_counts",
        ["session_id", "bridge_point_id", "at"],
        unique=False,
    )

    op.create_table(
        "incidents",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conference_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("bridge_point_id", sa.Uuid(), nullable=True),
        sa.Column("text", sa.String(length=2000), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("resolved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("resolved_by", sa.Uuid(), nullable=True),
        sa.Column("resolution", sa.String(length=2000), nullable=True),
        sa.ForeignKeyConstraint(
            ["bridge_point_id"], ["bridge_points.id"], name=op.f("fk_incidents_bridge_point_id")
        ),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_incidents_conference_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_incidents_session_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_incidents_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incidents")),
    )
    op.create_index("ix_incidents_conference_id", "incidents", ["conference_id"], unique=False)

    op.create_table(
        "paper_sheets",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_paper_sheets_session_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_paper_sheets_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_sheets")),
    )
    op.create_index("ix_paper_sheets_session_id", "paper_sheets", ["session_id"], unique=False)

    op.create_table(
        "marks",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("kind", _word("kind", "present absent"), nullable=False),
        sa.Column("evidence", _word("evidence", EVIDENCE), nullable=True),
        sa.Column("reason", _word("reason", "OM CT NV TS VR XA HT KT KH KL"), nullable=True),
        sa.Column("note", sa.String(length=500), nullable=True),
        sa.Column("departed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("bridge_point_id", sa.Uuid(), nullable=True),
        sa.Column("paper_sheet_id", sa.Uuid(), nullable=True),
        sa.Column("marked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("marked_by", sa.Uuid(), nullable=False),
        sa.Column("marked_by_member_id", sa.Uuid(), nullable=True),
        sa.Column("countersigned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("countersigned_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "(kind = 'present' AND evidence IN ('roster', 'paper') AND reason IS NULL)"
            " OR (kind = 'absent' AND evidence IS NULL AND reason IS NOT NULL"
            " AND departed_at IS NULL)",
            name=op.f("ck_marks_shape"),
        ),
        sa.CheckConstraint(
            "reason <> 'KH' OR note IS NOT NULL", name=op.f("ck_marks_other_reason")
        ),
        sa.CheckConstraint("countersigned_by <> marked_by", name=op.f("ck_marks_second_person")),
        sa.CheckConstraint("marked_by_member_id <> member_id", name=op.f("ck_marks_own")),
        sa.ForeignKeyConstraint(
            ["bridge_point_id"], ["bridge_points.id"], name=op.f("fk_marks_bridge_point_id")
        ),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_marks_member_id")),
        sa.ForeignKeyConstraint(
            ["paper_sheet_id"], ["paper_sheets.id"], name=op.f("fk_marks_paper_sheet_id")
        ),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_marks_session_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_marks_unit_id")),
        sa.PrimaryKeyConstraint("session_id", "member_id", name=op.f("pk_marks")),
    )
    op.create_index("ix_marks_session_id_unit_id", "marks", ["session_id", "unit_id"], unique=False)

    op.create_table(
        "window_exceptions",
        sa.Column("window_id", sa.Uuid(), nullable=False),
        sa.Column("bridge_point_id", sa.Uuid(), nullable=False),
        sa.Column("is_voided", sa.Boolean(), nullable=False),
        sa.Column("extended_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "NOT is_voided OR extended_until IS NULL", name=op.f("ck_window_exceptions_one_purpose")
        ),
        sa.CheckConstraint(
            "is_voided OR extended_until IS NOT NULL", name=op.f("ck_window_exceptions_purpose")
        ),
        sa.ForeignKeyConstraint(
            ["bridge_point_id"],
            ["bridge_points.id"],
            name=op.f("fk_window_exceptions_bridge_point_id"),
        ),
        sa.ForeignKeyConstraint(
            ["window_id"], ["windows.id"], name=op.f("fk_window_exceptions_window_id")
        ),
        sa.PrimaryKeyConstraint("window_id", "bridge_point_id", name=op.f("pk_window_exceptions")),
    )
    op.create_index(
        "ix_window_exceptions_bridge_point_id",
        "window_exceptions",
        ["bridge_point_id"],
        unique=False,
    )

    with op.batch_alter_table("accounts") as batch:
        batch.add_column(sa.Column("member_id", sa.Uuid(), nullable=True))
        batch.add_column(sa.Column("member_stated_at", sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table("attendance") as batch:
        batch.add_column(sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("decided_by", sa.Uuid(), nullable=True))
        batch.add_column(sa.Column("decided_by_member_id", sa.Uuid(), nullable=True))
        batch.add_column(sa.Column("decision_reason", sa.String(length=500), nullable=True))
        batch.add_column(sa.Column("countersigned_at", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("countersigned_by", sa.Uuid(), nullable=True))

    with op.batch_alter_table("check_ins") as batch:
        batch.add_column(sa.Column("notice_version", sa.Integer(), nullable=True))

    with op.batch_alter_table("devices") as batch:
        batch.add_column(
            sa.Column(
                "origin",
                _word("origin", "last4 slip secretary"),
                nullable=False,
                server_default="last4",
            )
        )
        batch.add_column(sa.Column("slip_id", sa.Uuid(), nullable=True))
        batch.add_column(sa.Column("confirmed_by", sa.Uuid(), nullable=True))
        batch.add_column(sa.Column("revoked_by", sa.Uuid(), nullable=True))

    with op.batch_alter_table("sessions") as batch:
        batch.add_column(sa.Column("opens_ahead_minutes", sa.Integer(), nullable=True))

    with op.batch_alter_table("typed_names") as batch:
        batch.add_column(
            sa.Column(
                "evidence", _word("evidence", EVIDENCE), nullable=False, server_default="claimed"
            )
        )
        batch.add_column(
            sa.Column("outcome", _word("outcome", "matched added guest rejected"), nullable=True)
        )
        batch.add_column(sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("settled_by", sa.Uuid(), nullable=True))
        batch.add_column(sa.Column("settled_reason", sa.String(length=500), nullable=True))

    for table, column in FILLED:
        with op.batch_alter_table(table) as batch:
            batch.alter_column(column, existing_type=sa.String(32), server_default=None)
    for table, column, _, words in WIDER:
        _allow(table, column, words)
    for table, name, rule in RULES:
        with op.batch_alter_table(table) as batch:
            batch.create_check_constraint(op.f(f"ck_{table}_{name}"), sa.text(rule))


def downgrade() -> None:
    for table, name, _ in RULES:
        with op.batch_alter_table(table) as batch:
            batch.drop_constraint(op.f(f"ck_{table}_{name}"), type_="check")
    # What the tables before knew no word for waits for a person again.
    op.execute("UPDATE attendance SET standing = 'pending' WHERE standing = 'rejected'")
    for table in ("attendance", "check_ins"):
        op.execute(
            f"UPDATE {table} SET evidence = 'claimed'"  # noqa: S608  # our own table
            " WHERE evidence IN ('assisted', 'client', 'roster', 'paper')"
        )
    for table, column, words, _ in WIDER:
        _allow(table, column, words)

    with op.batch_alter_table("typed_names") as batch:
        batch.drop_constraint(op.f("ck_typed_names_outcome"), type_="check")
        batch.drop_constraint(op.f("ck_typed_names_evidence"), type_="check")
        batch.drop_column("settled_reason")
        batch.drop_column("settled_by")
        batch.drop_column("settled_at")
        batch.drop_column("outcome")
        batch.drop_column("evidence")

    with op.batch_alter_table("sessions") as batch:
        batch.drop_column("opens_ahead_minutes")

    with op.batch_alter_table("devices") as batch:
        batch.drop_constraint(op.f("ck_devices_origin"), type_="check")
        batch.drop_column("revoked_by")
        batch.drop_column("confirmed_by")
        batch.drop_column("slip_id")
        batch.drop_column("origin")

    with op.batch_alter_table("check_ins") as batch:
        batch.drop_column("notice_version")

    with op.batch_alter_table("attendance") as batch:
        batch.drop_column("countersigned_by")
        batch.drop_column("countersigned_at")
        batch.drop_column("decision_reason")
        batch.drop_column("decided_by_member_id")
        batch.drop_column("decided_by")
        batch.drop_column("decided_at")

    with op.batch_alter_table("accounts") as batch:
        batch.drop_column("member_stated_at")
        batch.drop_column("member_id")

    op.drop_index("ix_window_exceptions_bridge_point_id", table_name="window_exceptions")

    op.drop_table("window_exceptions")
    op.drop_index("ix_marks_session_id_unit_id", table_name="marks")

    op.drop_table("marks")
    op.drop_index("ix_paper_sheets_session_id", table_name="paper_sheets")

    op.drop_table("paper_sheets")
    op.drop_index("ix_incidents_conference_id", table_name="incidents")

    op.drop_table("incidents")
    op.drop_index("ix_head_counts_session_id", table_name="head_counts")

    op.drop_table("head_counts")
    op.drop_table("flag_decisions")
    op.drop_index("ix_camera_checks_session_id", table_name="camera_checks")

    op.drop_table("camera_checks")
    op.drop_index("ix_enrolment_slips_unit_id", table_name="enrolment_slips")
    op.drop_index("ix_enrolment_slips_member_id", table_name="enrolment_slips")

    op.drop_table("enrolment_slips")
    op.drop_index("ix_data_requests_unit_id", table_name="data_requests")
    op.drop_index("ix_data_requests_member_id", table_name="data_requests")

    op.drop_table("data_requests")

"""Sessions (classes of one sitting), their points and their windows."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base, unique_where, word
from api.words import Form, SessionState, WindowKind


class Session(Base):
    """One class of a conference; it exists before it has a time (plan II.4).

    `share` is its part of each unit's members: three sessions of share 1 take 1/3 each, and one of
    share 0 only whom a person puts there. `sequence` counts the changes that units must be told.
    One with a time opens by itself `opens_ahead_minutes` before it; with null only by hand.
    `closed_at` is null while it is open, `first_closed_at` stays when a closing is taken back.
    """

    __tablename__ = "sessions"
    __table_args__ = (
        UniqueConstraint("conference_id", "form", "ordinal"),
        CheckConstraint("share >= 0", name="share"),
        CheckConstraint("opens_ahead_minutes BETWEEN 0 AND 720", name="opens_ahead_minutes"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    conference_id: Mapped[UUID] = mapped_column(ForeignKey("conferences.id"))
    form: Mapped[Form] = mapped_column(word(Form, "form"))
    ordinal: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    date_hint: Mapped[str | None] = mapped_column(String(200))
    starts_at: Mapped[datetime | None]
    opens_ahead_minutes: Mapped[int | None] = mapped_column(default=45)
    meet_url: Mapped[str | None] = mapped_column(String(300))
    confidential: Mapped[bool] = mapped_column(default=False)
    presenters: Mapped[list[str]] = mapped_column(default=list)
    share: Mapped[int] = mapped_column(default=1)
    sequence: Mapped[int] = mapped_column(default=0)
    state: Mapped[SessionState] = mapped_column(word(SessionState, "state"))
    state_reason: Mapped[str | None] = mapped_column(String(500))
    opened_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    first_closed_at: Mapped[datetime | None]
    locks_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class SessionPoint(Base):
    """A bridge point during one session: its door, from opening until the roster is locked.

    The two partial unique indexes are the rules "a door leads to one session" and
    "a bridge point has at most one open session".
    """

    __tablename__ = "session_points"
    __table_args__ = (
        unique_where("uq_session_points_door", "door", "released_at IS NULL"),
        unique_where("uq_session_points_open", "bridge_point_id", "is_open"),
        Index("ix_session_points_door", "door"),
        CheckConstraint("door IS NULL OR door > 0", name="door"),
    )

    session_id: Mapped[UUID] = mapped_column(ForeignKey("sessions.id"), primary_key=True)
    bridge_point_id: Mapped[UUID] = mapped_column(ForeignKey("bridge_points.id"), primary_key=True)
    door: Mapped[int | None]
    capacity: Mapped[int | None]
    is_open: Mapped[bool] = mapped_column(default=False)
    released_at: Mapped[datetime | None]
    typed_codes_suspended_at: Mapped[datetime | None]


class Window(Base):
    """One roll-call of a session; at most one is open."""

    __tablename__ = "windows"
    __table_args__ = (
        UniqueConstraint("session_id", "ordinal"),
        unique_where("uq_windows_open", "session_id", "closed_at IS NULL"),
        CheckConstraint("closed_at IS NULL OR closed_at >= opened_at", name="order"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    session_id: Mapped[UUID] = mapped_column(ForeignKey("sessions.id"))
    ordinal: Mapped[int]
    kind: Mapped[WindowKind] = mapped_column(word(WindowKind, "kind"))
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class WindowException(Base):
    """What staff decided on a window for one point alone: it does not count there, or goes on."""

    __tablename__ = "window_exceptions"
    __table_args__ = (
        CheckConstraint("is_voided OR extended_until IS NOT NULL", name="purpose"),
        CheckConstraint("NOT is_voided OR extended_until IS NULL", name="one_purpose"),
    )

    window_id: Mapped[UUID] = mapped_column(ForeignKey("windows.id"), primary_key=True)
    bridge_point_id: Mapped[UUID] = mapped_column(
        ForeignKey("bridge_points.id"), primary_key=True, index=True
    )
    is_voided: Mapped[bool]
    extended_until: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(String(500))
    at: Mapped[datetime]
    account_id: Mapped[UUID]

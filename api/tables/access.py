"""Who may act: accounts and their grants, clients, refresh tokens, screens, and members' phones."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base, unique_where, word
from api.words import BindingOrigin, Role


class Account(Base):
    """A person of the staff or a secretary who signs in; members have none.

    It has no password until its invitation was redeemed. The secret of its second factor derives
    from the master key and `totp_id`; `totp_pending_id` is one that was shown and not yet proved.
    `member_id` is a bare id, of the member that its owner said to be; null where he said none.
    """

    __tablename__ = "accounts"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(String(100), unique=True)
    display_name: Mapped[str] = mapped_column(String(200))
    password_hash: Mapped[str | None] = mapped_column(String(200))
    password_set_at: Mapped[datetime | None]
    totp_id: Mapped[UUID | None]
    totp_pending_id: Mapped[UUID | None]
    totp_last_step: Mapped[int | None]
    member_id: Mapped[UUID | None]
    member_stated_at: Mapped[datetime | None]
    disabled_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class Grant(Base):
    """A role on a unit, which holds for that unit's subtree while it is valid."""

    __tablename__ = "grants"
    __table_args__ = (
        UniqueConstraint("account_id", "unit_id", "role", "valid_from"),
        CheckConstraint("valid_until IS NULL OR valid_until > valid_from", name="validity"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"), index=True)
    role: Mapped[Role] = mapped_column(word(Role, "role"))
    deputy: Mapped[bool] = mapped_column(default=False)
    valid_from: Mapped[datetime]
    valid_until: Mapped[datetime | None]
    granted_by: Mapped[UUID | None]
    revoked_at: Mapped[datetime | None]


class Invitation(Base):
    """A one-time link by which the owner of an account chooses a password; stored hashed."""

    __tablename__ = "invitations"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_by: Mapped[UUID | None]
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class RecoveryCode(Base):
    """A code that stands once for the second factor; stored hashed."""

    __tablename__ = "recovery_codes"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    code_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    used_at: Mapped[datetime | None]


class SignIn(Base):
    """Somebody signed in on one browser; ending it makes all its tokens worthless at once."""

    __tablename__ = "sign_ins"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"), index=True)
    user_agent: Mapped[str] = mapped_column(String(200))
    began_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class RefreshToken(Base):
    """One link of a sign-in's chain of refresh tokens; using a used one ends the sign-in."""

    __tablename__ = "refresh_tokens"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    sign_in_id: Mapped[UUID] = mapped_column(ForeignKey("sign_ins.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    issued_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class Client(Base):
    """A program of somebody else, which has scopes on a unit and that unit's subtree.

    Its secrets are stored as keyed hashes. They are numbered: the one before the newest holds until
    `previous_until`. A token says which of them it was given for, and ends with it.
    """

    __tablename__ = "clients"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    contact: Mapped[str] = mapped_column(String(200))
    scopes: Mapped[list[str]]
    requests_per_minute: Mapped[int]
    secret_number: Mapped[int]
    secret_hash: Mapped[str] = mapped_column(String(64))
    previous_hash: Mapped[str | None] = mapped_column(String(64))
    previous_until: Mapped[datetime | None]
    version: Mapped[int]
    created_by: Mapped[UUID]
    created_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class ClientMinute(Base):
    """How often a client has asked in the minute that it last asked in: one row a client."""

    __tablename__ = "client_minutes"

    client_id: Mapped[UUID] = mapped_column(ForeignKey("clients.id"), primary_key=True)
    began_at: Mapped[datetime]
    requests: Mapped[int]


class Screen(Base):
    """A screen of a bridge point: first a pairing code, then a token; both stored hashed.

    `bridge_point_id` is a bare id: points stand above access in the stack.
    """

    __tablename__ = "screens"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    bridge_point_id: Mapped[UUID] = mapped_column(index=True)
    pairing_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    pairing_expires_at: Mapped[datetime]
    token_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]
    paired_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class Device(Base):
    """A member's phone, known by its cookie; `member_id` is a bare id.

    A member has at most one phone that is not revoked, and a phone at most one member; what was
    revoked stays as history. It is provisional until the secretary confirms that it is his own.
    `slip_id` is a bare id, of the enrolment slip that bound it.
    """

    __tablename__ = "devices"
    __table_args__ = (
        unique_where("uq_devices_id", "id", "revoked_at IS NULL"),
        unique_where("uq_devices_member_id", "member_id", "revoked_at IS NULL"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    member_id: Mapped[UUID]
    bound_at: Mapped[datetime] = mapped_column(primary_key=True)
    origin: Mapped[BindingOrigin] = mapped_column(word(BindingOrigin, "origin"))
    slip_id: Mapped[UUID | None]
    confirmed_at: Mapped[datetime | None]
    confirmed_by: Mapped[UUID | None]
    revoked_at: Mapped[datetime | None]
    revoked_by: Mapped[UUID | None]

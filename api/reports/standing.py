"""What a member is in a conference, whatever he did: counted where, convened or not (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from api.members.rules import CONVENED, COUNTED, Placement
from api.reports.rules import Beside
from api.words import MemberStatus

Listed = tuple[datetime, datetime | None]
"""From when somebody stands on an exclusion list, and until when; null while he does."""


@dataclass(frozen=True, slots=True)
class Enrolled:
    """What is known of a member as of an instant."""

    member_id: UUID
    status: MemberStatus
    placed: Placement
    created_at: datetime
    listed: Sequence[Listed] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """What a member is in a conference, whatever he did: see `Person`."""

    member_id: UUID
    home_unit_id: UUID
    unit_id: UUID
    status: MemberStatus
    in_a: bool
    in_b: bool
    beside: Beside | None = None
    is_reduced: bool = False
    session_id: UUID | None = None
    point_id: UUID | None = None


def standing_of(
    member: Enrolled,
    *,
    on: date,
    locked_at: datetime | None,
    own_unit_id: UUID | None = None,
    session_id: UUID | None = None,
    point_id: UUID | None = None,
) -> Standing:
    """Tell what a member is, today or as it was locked.

    `own_unit_id` is the unit under which his class has him: whom it recorded on the day belongs to
    it, wherever he was moved before the lock.
    """
    home = member.placed.home_id
    counted = member.placed.away_on(on) or home
    unit_id = own_unit_id or counted
    is_member = locked_at is None or member.created_at <= locked_at
    in_a = is_member and member.status in COUNTED
    beside = _beside(member, locked_at) if in_a else None
    return Standing(
        member_id=member.member_id,
        home_unit_id=unit_id if home == counted else home,
        unit_id=unit_id,
        status=member.status,
        in_a=in_a,
        in_b=in_a and beside is None,
        beside=beside,
        is_reduced=member.status is MemberStatus.REDUCED,
        session_id=session_id,
        point_id=point_id,
    )


def _beside(member: Enrolled, locked_at: datetime | None) -> Beside | None:
    if member.status not in CONVENED:
        return Beside.EXEMPT if member.status is MemberStatus.EXEMPT else Beside.SUSPENDED
    return Beside.EXCLUDED if is_listed(member.listed, locked_at) else None


def is_listed(listed: Sequence[Listed], locked_at: datetime | None) -> bool:
    """Tell whether somebody stands on an exclusion list, or stood there at the lock."""
    return any(
        until is None
        if locked_at is None
        else since <= locked_at and (until is None or until > locked_at)
        for since, until in listed
    )

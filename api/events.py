"""The only writer of the audit trail, which is also the outbox.

The kinds of events are the constants of this module, so that the list stays closed and readable.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api import plan_changes
from api.driver.inserting import New, insert_all
from api.kit.ids import new_ids
from api.tables.events import Event

UNIT_ADDED: Final = "unit.added"
UNIT_CHANGED: Final = "unit.changed"
UNIT_MOVED: Final = "unit.moved"
UNIT_MERGED: Final = "unit.merged"
MEMBERS_ADDED: Final = "members.added"
MEMBER_ADDED: Final = "member.added"
MEMBERS_IMPORTED: Final = "members.imported"
MEMBERS_READ: Final = "members.read"
MEMBER_CHANGED: Final = "member.changed"
MEMBER_TRANSFERRED: Final = "member.transferred"
CONFERENCE_ADDED: Final = "conference.added"
CONFERENCE_CHANGED: Final = "conference.changed"
EXCLUSIONS_ADDED: Final = "exclusions.added"
EXCLUSION_CHANGED: Final = "exclusion.changed"
BRIDGE_POINT_ADDED: Final = "bridge_point.added"
BRIDGE_POINT_CHANGED: Final = "bridge_point.changed"
LINE_TESTED: Final = "bridge_point.line_tested"
PREPARATION_MARKED: Final = "bridge_point.preparation_marked"
SESSION_ADDED: Final = "session.added"
SESSION_CHANGED: Final = "session.changed"
SESSION_POSTPONED: Final = "session.postponed"
SESSION_CANCELLED: Final = "session.cancelled"
SESSION_REOPENED: Final = "session.reopened"
REHEARSAL_BEGAN: Final = "session.rehearsal_began"
REHEARSAL_ENDED: Final = "session.rehearsal_ended"
NOTICE_POSTED: Final = "notice.posted"
NOTICE_RECEIVED: Final = "notice.received"
ALLOCATION_PROPOSED: Final = "allocation.proposed"
ALLOCATION_DECIDED: Final = "allocation.decided"
SUMMONS_PUBLISHED: Final = "summons.published"
ROSTER_PRINTED: Final = "roster.printed"
SESSION_OPENED: Final = "session.opened"
SESSION_CLOSED: Final = "session.closed"
SESSION_LOCKED: Final = "session.locked"
WINDOW_OPENED: Final = "window.opened"
WINDOW_CLOSED: Final = "window.closed"
WINDOW_VOIDED: Final = "window.voided"
WINDOW_EXTENDED: Final = "window.extended"
WINDOW_RESTORED: Final = "window.restored"
CODE_ROTATED: Final = "code.rotated"
TYPED_CODES_SUSPENDED: Final = "typed_codes.suspended"
TYPED_CODES_RESTORED: Final = "typed_codes.restored"
INSTALLATION_SET_UP: Final = "installation.set_up"
INSTALLATION_RESTORED: Final = "installation.restored"
ACCOUNT_ADDED: Final = "account.added"
ACCOUNT_CHANGED: Final = "account.changed"
ACCOUNT_INVITED: Final = "account.invited"
INVITATION_REDEEMED: Final = "account.invitation_redeemed"
PASSWORD_CHANGED: Final = "account.password_changed"  # noqa: S105  # names an event
TOTP_CONFIRMED: Final = "account.totp_confirmed"
TOTP_REMOVED: Final = "account.totp_removed"
RECOVERY_CODE_USED: Final = "account.recovery_code_used"
RECOVERY_CODES_RENEWED: Final = "account.recovery_codes_renewed"
SIGN_IN_ENDED: Final = "account.sign_in_ended"
MEMBER_STATED: Final = "account.member_stated"
GRANTED: Final = "account.granted"
GRANT_REVOKED: Final = "account.grant_revoked"
SIGNED_IN: Final = "account.signed_in"
SIGN_IN_REFUSED: Final = "account.sign_in_refused"
REFRESH_REUSED: Final = "account.refresh_reused"
SCREEN_ADDED: Final = "screen.added"
SCREEN_PAIRED: Final = "screen.paired"
SCREEN_REVOKED: Final = "screen.revoked"
ATTENDANCE_RECORDED: Final = "attendance.recorded"
ATTENDANCE_RAISED: Final = "attendance.raised"
SECOND_DEVICE: Final = "attendance.second_device"
NAME_TYPED: Final = "attendance.name_typed"
ATTENDANCE_CONFIRMED: Final = "attendance.confirmed"
ATTENDANCE_REJECTED: Final = "attendance.rejected"
ATTENDANCE_CORRECTED: Final = "attendance.corrected"
COUNTERSIGNED: Final = "attendance.countersigned"
MARKED: Final = "mark.made"
UNMARKED: Final = "mark.removed"
PAPER_SHEET_ADDED: Final = "paper_sheet.added"
NAME_SETTLED: Final = "typed_name.settled"
PHONE_BOUND: Final = "phone.bound"
PHONE_CONFIRMED: Final = "phone.confirmed"
PHONE_REVOKED: Final = "phone.revoked"
PHONE_RELEASED: Final = "phone.released"
SLIP_MADE: Final = "enrolment_slip.made"
SLIP_REVOKED: Final = "enrolment_slip.revoked"
HEAD_COUNTED: Final = "hall.head_counted"
CAMERA_CHECKED: Final = "hall.camera_checked"
INCIDENT_ADDED: Final = "incident.added"
INCIDENT_CHANGED: Final = "incident.changed"
FLAG_DECIDED: Final = "flag.decided"
RECORD_READ: Final = "record.read"
DATA_REQUESTED: Final = "data_request.made"
DATA_REQUEST_CHANGED: Final = "data_request.changed"
DUTY_ADDED: Final = "duty.added"
DUTY_REMOVED: Final = "duty.removed"
MAKE_UPS_PROPOSED: Final = "make_ups.proposed"
MAKE_UP_CHANGED: Final = "make_up.changed"
MAKE_UP_REMOVED: Final = "make_up.removed"
MEET_IMPORTED: Final = "meet.imported"
MEET_MATCHED: Final = "meet.matched"
LETTERHEAD_CHANGED: Final = "letterhead.changed"
REPORT_ADDED: Final = "report.added"
REPORT_CHANGED: Final = "report.changed"
REPORT_SUBMITTED: Final = "report.submitted"
REPORT_AMENDED: Final = "report.amended"
REPORT_RETURNED: Final = "report.returned"
REPORT_ACCEPTED: Final = "report.accepted"
REPORT_MAILED: Final = "report.mailed"
REPORT_SENT: Final = "report.sent"
PHOTO_ADDED: Final = "photo.added"
PHOTO_REMOVED: Final = "photo.removed"
SIGNED_SCAN_ADDED: Final = "signed_scan.added"
CONFERENCE_CLOSED: Final = "conference.closed"
SUMMARY_AMENDED: Final = "conference.summary_amended"
WEBHOOK_ADDED: Final = "webhook.added"
WEBHOOK_CHANGED: Final = "webhook.changed"
WEBHOOK_SECRET_RENEWED: Final = "webhook.secret_renewed"  # noqa: S105  # names an event
CLIENT_ADDED: Final = "client.added"
CLIENT_CHANGED: Final = "client.changed"
CLIENT_SECRET_RENEWED: Final = "client.secret_renewed"  # noqa: S105  # names an event
CLIENT_REVOKED: Final = "client.revoked"
DELIVERY_SENT: Final = "delivery.sent"
DELIVERY_DEAD: Final = "delivery.dead"
DELIVERY_REPLAYED: Final = "delivery.replayed"
PURGED: Final = "data.purged"
MEMBER_ERASED: Final = "member.erased"
BREACH_ADDED: Final = "breach.added"
BREACH_CHANGED: Final = "breach.changed"

TOLD: Final = frozenset(
    {
        SESSION_ADDED,
        SESSION_CHANGED,
        SESSION_POSTPONED,
        SESSION_CANCELLED,
        SESSION_OPENED,
        SESSION_CLOSED,
        SESSION_REOPENED,
        SESSION_LOCKED,
        INCIDENT_ADDED,
        INCIDENT_CHANGED,
        REPORT_SUBMITTED,
        REPORT_AMENDED,
        REPORT_RETURNED,
        REPORT_ACCEPTED,
        CONFERENCE_CLOSED,
        SUMMARY_AMENDED,
    }
)
"""What other programs may be told of: none of it names a member."""

PLAN: Final = frozenset(
    {
        INSTALLATION_SET_UP,
        UNIT_ADDED,
        UNIT_CHANGED,
        UNIT_MOVED,
        UNIT_MERGED,
        MEMBERS_ADDED,
        MEMBER_ADDED,
        MEMBERS_IMPORTED,
        MEMBER_CHANGED,
        MEMBER_TRANSFERRED,
        MEMBER_ERASED,
        CONFERENCE_ADDED,
        CONFERENCE_CHANGED,
        EXCLUSIONS_ADDED,
        EXCLUSION_CHANGED,
        BRIDGE_POINT_ADDED,
        BRIDGE_POINT_CHANGED,
        ALLOCATION_PROPOSED,
        ALLOCATION_DECIDED,
        SESSION_ADDED,
        SESSION_CHANGED,
        SESSION_POSTPONED,
        SESSION_REOPENED,
        SESSION_LOCKED,
    }
)
"""After which others may be expected, or elsewhere, or for another unit (see `plan_changes`)."""


_COLUMNS: Final = (
    "id",
    "at",
    "actor_kind",
    "actor_id",
    "act",
    "subject_id",
    "session_id",
    "is_untold",
    "detail",
)
_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


class Actor(NamedTuple):
    """Who did it: an account, a client, a screen, a phone (`device`), or ourselves (`system`)."""

    kind: str
    id: UUID | None = None


SYSTEM: Final = Actor("system")


class Happening(NamedTuple):
    """An event about to be written.

    `detail` holds numbers, ids and words of closed lists; `changes` holds what a field was and is
    now (see `changed`). Neither ever holds a secret: no password, token, code or key.
    """

    actor: Actor
    act: str
    subject_id: UUID
    at: datetime
    session_id: UUID | None = None
    detail: Mapping[str, Any] = _NOTHING
    changes: Mapping[str, Any] = _NOTHING


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """Tell which fields differ, as `{"field": {"before": …, "after": …}}`.

    Values are as JSON has them: texts, numbers, booleans, lists.
    """
    return {
        name: {"before": before.get(name), "after": after.get(name)}
        for name in sorted({*before, *after})
        if before.get(name) != after.get(name)
    }


async def append(db: AsyncSession, *happenings: Happening) -> None:
    """Write events in the transaction of what they tell of."""
    await append_all(db, happenings)


async def append_all(db: AsyncSession, happenings: Sequence[Happening]) -> None:
    """Write many events in one statement."""
    await insert_all(db, [as_rows(happenings)])
    changing = [each.at for each in happenings if each.act in PLAN]
    if changing:
        await plan_changes.note(db, at=max(changing))


def as_rows(happenings: Sequence[Happening]) -> New:
    """Make the rows of events, for whoever inserts them together with what they tell of.

    Not for acts of `PLAN`: those are appended.
    """
    ids = new_ids([each.at for each in happenings])
    rows = [
        (
            row_id,
            at,
            actor.kind,
            actor.id,
            act,
            subject_id,
            session_id,
            act in TOLD,
            _as_dict(detail, changes),
        )
        for row_id, (actor, act, subject_id, at, session_id, detail, changes) in zip(
            ids, happenings, strict=True
        )
    ]
    return New(Event, _COLUMNS, rows)


def _as_dict(detail: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    if changes:
        return {**detail, "changes": dict(changes)}
    # The same object stays the same: the driver writes it once for many rows.
    return detail if isinstance(detail, dict) else dict(detail)


async def append_readings(
    db: AsyncSession,
    actor: Actor,
    operation: str,
    counts: Mapping[UUID, int],
    *,
    at: datetime,
    session_id: UUID | None = None,
    **more: str,
) -> None:
    """Write whose names were read, and by which operation: one event a unit, or a member."""
    read = [(each, {"list": operation, "count": n, **more}) for each, n in counts.items()]
    await append_all(
        db, [Happening(actor, MEMBERS_READ, each, at, session_id, detail) for each, detail in read]
    )


async def last_at(db: AsyncSession) -> datetime | None:
    """Tell the instant of the last event: a clock that precedes it is wrong."""
    return (await db.execute(select(func.max(Event.at)))).scalar_one()

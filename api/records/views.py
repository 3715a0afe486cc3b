"""Own records and requests as they are shown."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from api.audit.store import Told
from api.records.actions import took_part
from api.records.rules import is_overdue
from api.records.schemas import (
    DataRequestView,
    ListedDataRequest,
    OwnMark,
    OwnRequest,
    OwnSession,
    OwnViewing,
    OwnWindow,
)
from api.records.store import Asked, Taken
from api.tables.attendance import Mark
from api.tables.records import DataRequest
from api.words import WindowKind


def session_view(taken: Taken) -> OwnSession:
    """Show how a member took part in a session; rehearsals counted nothing and are left out."""
    session = taken.session
    return OwnSession(
        session_id=session.id,
        title=session.title,
        starts_at=session.starts_at,
        is_expected=taken.allocation is not None,
        presence=took_part(taken),
        mark=_mark(taken.mark) if taken.mark is not None else None,
        windows=[
            OwnWindow(
                kind=kind,
                standing=attendance.standing,
                evidence=attendance.evidence,
                point_name=point_name,
                first_arrived_at=attendance.first_arrived_at,
                late_seconds=attendance.late_seconds,
                decided_at=attendance.decided_at,
                decision_reason=attendance.decision_reason,
            )
            for attendance, kind, point_name in taken.seen
            if kind is not WindowKind.REHEARSAL
        ],
    )


def _mark(mark: Mark) -> OwnMark:
    return OwnMark(
        kind=mark.kind,
        reason=mark.reason,
        note=mark.note,
        departed_at=mark.departed_at,
        marked_at=mark.marked_at,
    )


def viewing_views(told: Iterable[Told], member_id: UUID) -> list[OwnViewing]:
    """Show who read a member's name."""
    return [
        OwnViewing(
            viewed_at=each.event.at,
            name=each.actor_name,
            list=each.event.detail.get("list"),
            certain=each.event.subject_id == member_id,
        )
        for each in told
    ]


def own_request_view(request: DataRequest) -> OwnRequest:
    """Show a request to whose it is."""
    return OwnRequest(
        id=request.id,
        kind=request.kind,
        state=request.state,
        text=request.text,
        made_at=request.made_at,
        answer_due_on=request.answer_due_on,
        done_due_on=request.done_due_on,
        answer=request.answer,
        answered_at=request.answered_at,
        closed_at=request.closed_at,
    )


def request_view(asked: Asked) -> DataRequestView:
    """Show a request to who answers it."""
    return DataRequestView(
        **own_request_view(asked.request).model_dump(),
        member_id=asked.request.member_id,
        full_name=asked.full_name,
        unit_id=asked.request.unit_id,
        unit_name=asked.unit_name,
        answered_by_name=asked.answered_by_name,
    )


def listed_view(asked: Asked, *, today: date) -> ListedDataRequest:
    """Show a request in the list, with whether it is overdue."""
    request = asked.request
    return ListedDataRequest(
        **request_view(asked).model_dump(),
        is_overdue=is_overdue(
            request.state,
            answer_due_on=request.answer_due_on,
            done_due_on=request.done_due_on,
            today=today,
        ),
    )

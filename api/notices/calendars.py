"""A session as an entry of a calendar (RFC 5545)."""

from datetime import datetime
from uuid import UUID

from icalendar import Calendar, Event

from api.notices.rules import SITTING
from api.tables.bridge_points import BridgePoint
from api.tables.conferences import Conference
from api.tables.sessions import Session
from api.words import Form, SessionState

_PRODUCT = "-//Diem danh//Lich lop//VI"
_TAKEN_BACK = "Lịch này đã được thu hồi"
_SEVERAL_HALLS = "Tại điểm cầu của từng đơn vị"


def write(
    conference: Conference,
    session: Session,
    *,
    starts_at: datetime,
    unit_id: UUID | None,
    point: BridgePoint | None,
    sequence: int,
    at: datetime,
) -> bytes:
    """Write the entry of a session, for one unit at its point or for everybody.

    The same session and unit keep their UID, so a calendar replaces the entry when `sequence`
    grows. A Meet session is tentative as long as it has no link. A session that has no time any
    more is cancelled at `starts_at`, which it had last; of a confidential one nothing else is said.
    """
    event = Event()
    event.add("uid", f"{session.id}{f'-{unit_id}' if unit_id else ''}@diemdanh")
    event.add("dtstamp", at)
    event.add("sequence", sequence)
    event.add("dtstart", starts_at)
    event.add("dtend", starts_at + SITTING)
    event.add("status", _status(session))
    if session.confidential:
        event.add("summary", _TAKEN_BACK)
    else:
        _describe(event, conference, session, point)
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _describe(
    event: Event, conference: Conference, session: Session, point: BridgePoint | None
) -> None:
    event.add("summary", f"{session.title} – {conference.title}")
    event.add("location", _location(session, point))
    if session.meet_url is not None:
        event.add("url", session.meet_url)
    notes = [f"Google Meet: {session.meet_url}"] if session.meet_url else []
    if session.state_reason:
        notes.append(f"Lý do: {session.state_reason}")
    notes += [f"- {each}" for each in conference.regulations]
    if notes:
        event.add("description", "\n".join(notes))


def _status(session: Session) -> str:
    has_time = session.starts_at is not None and not session.confidential
    if session.state is SessionState.CANCELLED or not has_time:
        return "CANCELLED"
    return "TENTATIVE" if session.form is Form.MEET and not session.meet_url else "CONFIRMED"


def _location(session: Session, point: BridgePoint | None) -> str:
    if point is not None:
        return point.name if point.venue == point.name else f"{point.name}, {point.venue}"
    return session.meet_url or _SEVERAL_HALLS

"""What a report says at an instant: the content that a version freezes."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from api.kit.dates import day_of
from api.letterheads.actions import letterhead_of
from api.reports import filling_store, store, wording
from api.reports.rules import Tally
from api.reports.situation import Situation, situation_of
from api.reports.views import tally_view
from api.tables.conferences import Conference
from api.tables.reports import Report
from api.tables.sessions import Session
from api.tables.units import Unit
from api.words import SessionState

TEXTS: Final = ("assessment", "preparation", "incidents", "proposals")
"""The texts of a report, which are columns of it."""


async def content_of(db: AsyncSession, report: Report, *, at: datetime) -> dict[str, Any]:
    """Draft a report as it stands now: plain JSON, which needs nothing beside it to be read."""
    unit, conference = await store.about(db, report)
    return await content(db, report, await situation_of(db, report, unit, conference, at=at))


async def content(db: AsyncSession, report: Report, situation: Situation) -> dict[str, Any]:
    """Draft a report of a situation that is known."""
    unit, conference, gathered = situation.unit, situation.conference, situation.gathered
    organiser = await db.get_one(Unit, conference.organiser_id)
    parent = await db.get(Unit, unit.parent_id) if unit.parent_id else None
    letterhead = await letterhead_of(db, unit, on=day_of(gathered.as_of))
    return {
        "kind": report.kind.value,
        "conference": _conference(conference, organiser),
        "unit": {
            "id": str(unit.id),
            "name": unit.name,
            "kind": unit.kind.value,
            "parent_name": parent.name if parent else None,
        },
        "session": _session(situation.session) if situation.session else None,
        "as_of": gathered.as_of.isoformat(),
        "figures": _figures(situation.figures),
        "sessions": [
            {
                **_session(session),
                "held": session.id in gathered.held,
                "figures": _figures(tally),
            }
            for session, tally in situation.sessions
        ],
        "blocks": [
            {
                "name": name,
                "units": [
                    {"unit_id": str(below.id), "name": below.name, "figures": _figures(tally)}
                    for below, tally in rows
                ],
                "figures": _figures(sum((tally for _, tally in rows), Tally())),
            }
            for name, rows in situation.blocks
        ],
        "guests": situation.guests,
        "head_count": situation.head_count,
        "texts": await _texts(db, report, situation),
        "photos": len(await store.photos(db, report.id)),
        "letterhead": letterhead.as_json(),
    }


def digest_of(content: Mapping[str, Any]) -> str:
    """Give the SHA-256 of a content as canonical JSON: sorted keys, UTF-8, no spaces."""
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


async def _texts(db: AsyncSession, report: Report, situation: Situation) -> dict[str, str]:
    """Take what the writer wrote, and fill in the rest from what was recorded."""
    conference, path = situation.conference, situation.unit.path
    session, unit = situation.session, situation.unit
    awaited = [
        each
        for each, tally in situation.sessions
        if tally.convened and each.state is not SessionState.CANCELLED
    ]
    arisen = await filling_store.arisen(
        db, conference.id, path, session_id=session.id if session else None
    )
    points = await filling_store.prepared(
        db, conference, path, form=session.form if session else None
    )
    filled = {
        "assessment": wording.assessment(
            session.title if session else conference.title,
            convened=situation.figures.convened,
            held=sum(each.id in situation.gathered.held for each in awaited),
            classes=len(awaited),
            state=session.state.value if session else None,
        ),
        "preparation": wording.preparation(points),
        "incidents": wording.incidents(
            arisen,
            unit_name=unit.name,
            session_title=session.title if session else None,
        ),
        "proposals": wording.NO_PROPOSAL,
    }
    return {name: getattr(report, name) or filled[name] for name in TEXTS}


def _figures(tally: Tally) -> dict[str, Any]:
    return tally_view(tally).model_dump(mode="json")


def _conference(conference: Conference, organiser: Unit) -> dict[str, Any]:
    return {
        "id": str(conference.id),
        "title": conference.title,
        "quarter": conference.quarter,
        "year": conference.year,
        "plan_number": conference.plan_number,
        "profile": conference.document_profile.value,
        "organiser_name": organiser.name,
    }


def _session(session: Session) -> dict[str, Any]:
    return {
        "session_id": str(session.id),
        "title": session.title,
        "form": session.form.value,
        "ordinal": session.ordinal,
        "starts_at": session.starts_at.isoformat() if session.starts_at else None,
        "state": session.state.value,
    }

"""A summary as JSON: what a version keeps, and an overview made of it again.

What is kept holds counts, names of units and problems that arose, and no member.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from api.reports.gathering import Gathered
from api.reports.rules import Tally
from api.reports.views import tally_view
from api.summaries.laid import read_raised
from api.summaries.overview import Overview, Row
from api.summaries.schemas import GroupBy
from api.summaries.store import IncidentLine
from api.tables.conferences import Conference
from api.tables.sessions import Session
from api.tables.units import Unit
from api.words import DocumentProfile, Form, ReportState, SessionState, UnitKind

_NUMBERS = tuple(each.name for each in fields(Tally) if each.name != "reasons")


def content_of(found: Overview, *, letterhead: Mapping[str, Any]) -> dict[str, Any]:
    """Write everything that an overview tells: its tables, and what they are summed from."""
    gathered, conference = found.gathered, found.gathered.conference
    total = found.total
    return {
        "conference": {
            "id": str(conference.id),
            "title": conference.title,
            "quarter": conference.quarter,
            "year": conference.year,
            "plan_number": conference.plan_number,
            "profile": conference.document_profile.value,
            "organiser_name": found.top.name,
        },
        "letterhead": dict(letterhead),
        "as_of": gathered.as_of.isoformat(),
        "guests": total.guests,
        "head_count": total.heads,
        "total": tally_view(total.tally).model_dump(mode="json"),
        "by_bloc": _rows(found.rows(GroupBy.BLOC)),
        "by_form": _rows(found.rows(GroupBy.FORM)),
        "by_session": [
            {**_row(row), **_held(row, gathered)} for row in found.rows(GroupBy.SESSION)
        ],
        "by_unit": [
            {
                "unit_id": row.key,
                **_row(row),
                "depth": row.depth,
                "report_state": row.report_state.value if row.report_state else None,
            }
            for row in found.rows(GroupBy.UNIT)
        ],
        "sessions_held": [
            {"form": form.value, "held": held, "planned": planned}
            for form, held, planned in found.sessions_held()
        ],
        "unreported": [row.name for row in found.unreported()],
        "incidents": [{**asdict(each), "at": each.at.isoformat()} for each in found.incidents],
        "raised": [{**asdict(each), "unit_id": str(each.unit_id)} for each in found.raised],
        "points": found.points,
        "blocs": list(conference.blocs),
        "units": [_unit(each) for each in gathered.units.values()],
        "sessions": [_session(each, gathered) for each in gathered.sessions],
        "cells": _cells(gathered),
        "halls": _halls(gathered),
        "reports": {str(unit_id): state.value for unit_id, state in found.reports.items()},
    }


def thaw(content: Mapping[str, Any], conference: Conference, unit_id: UUID) -> Overview | None:
    """Make an overview of a unit's subtree, as it was then, of what a version keeps.

    None where the version knows no such unit: it was added since.
    """
    path = next((each["path"] for each in content["units"] if each["id"] == str(unit_id)), None)
    if path is None:
        return None
    units = {
        each.id: each for each in map(_read_unit, content["units"]) if each.path.startswith(path)
    }
    tallies: dict[tuple[UUID, UUID | None], Tally] = {}
    for cell in content["cells"]:
        unit_id, session_id = UUID(cell["unit_id"]), cell["session_id"]
        if unit_id in units:
            numbers = {name: cell.get(name, 0) for name in _NUMBERS}
            tally = Tally(**numbers, reasons=cell.get("reasons", {}))
            tallies[unit_id, UUID(session_id) if session_id else None] = tally
    halls = [
        (UUID(each["unit_id"]), UUID(each["session_id"]), each["guests"], each["heads"])
        for each in content["halls"]
        if UUID(each["unit_id"]) in units
    ]
    parents = {each.parent_id for each in units.values()} & set(units)
    sums, wholes = _summed(tallies, units, parents)
    gathered = Gathered(
        conference=_read_conference(content, conference),
        as_of=datetime.fromisoformat(content["as_of"]),
        path=path,
        units=units,
        sessions=tuple(map(_read_session, content["sessions"])),
        held=frozenset(UUID(each["id"]) for each in content["sessions"] if each["held"]),
        tallies=tallies,
        guests={(unit, session): guests for unit, session, guests, _ in halls},
        heads={(unit, session): heads for unit, session, _, heads in halls if heads is not None},
        parents=parents,
        sums=sums,
        wholes=wholes,
    )
    states = {UUID(key): ReportState(state) for key, state in content["reports"].items()}
    return Overview(
        gathered,
        {unit_id: state for unit_id, state in states.items() if unit_id in units},
        [
            IncidentLine(**{**each, "at": datetime.fromisoformat(each["at"])})
            for each in content["incidents"]
            if each["unit_path"].startswith(path)
        ],
        [each for each in read_raised(content) if each.unit_path.startswith(path)],
        content.get("points", 0) if path == min(each["path"] for each in content["units"]) else 0,
    )


def _summed(
    tallies: Mapping[tuple[UUID, UUID | None], Tally],
    units: Mapping[UUID, Unit],
    parents: Collection[UUID | None],
) -> tuple[dict[tuple[UUID, UUID | None], Tally], dict[UUID, Tally]]:
    sums: dict[tuple[UUID, UUID | None], Tally] = {}
    wholes: dict[UUID, Tally] = {}
    for (unit_id, session_id), tally in tallies.items():
        for step in units[unit_id].path.rstrip("/").split("/"):
            above = UUID(step)
            if above in parents:
                sums[above, session_id] = sums.get((above, session_id), Tally()) + tally
                wholes[above] = wholes.get(above, Tally()) + tally
    return sums, wholes


def _row(row: Row) -> dict[str, Any]:
    return {
        "name": row.name,
        "figures": tally_view(row.tally).model_dump(mode="json"),
        "guests": row.guests,
        "head_count": row.heads,
    }


def _rows(rows: Iterable[Row]) -> list[dict[str, Any]]:
    return [{"key": row.key, **_row(row)} for row in rows]


def _held(row: Row, gathered: Gathered) -> dict[str, Any]:
    found = [each for each in gathered.sessions if str(each.id) == row.key]
    if not found:
        return {"session_id": None, "title": row.name, "form": None, "held": None}
    return {"title": row.name, **_session(found[0], gathered), "session_id": row.key}


def _unit(unit: Unit) -> dict[str, Any]:
    return {
        "id": str(unit.id),
        "parent_id": str(unit.parent_id) if unit.parent_id else None,
        "path": unit.path,
        "name": unit.name,
        "bloc": unit.bloc,
        "kind": unit.kind.value,
    }


def _read_unit(kept: Mapping[str, Any]) -> Unit:
    parent = kept["parent_id"]
    return Unit(
        id=UUID(kept["id"]),
        parent_id=UUID(parent) if parent else None,
        path=kept["path"],
        name=kept["name"],
        bloc=kept["bloc"],
        kind=UnitKind(kept["kind"]),
    )


def _read_conference(content: Mapping[str, Any], conference: Conference) -> Conference:
    kept = content["conference"]
    return Conference(
        id=conference.id,
        organiser_id=conference.organiser_id,
        title=kept["title"],
        quarter=kept["quarter"],
        year=kept["year"],
        plan_number=kept["plan_number"],
        blocs=content.get("blocs", []),
        document_profile=DocumentProfile(kept["profile"]),
        closed_at=conference.closed_at,
    )


def _session(session: Session, gathered: Gathered) -> dict[str, Any]:
    return {
        "id": str(session.id),
        "form": session.form.value,
        "ordinal": session.ordinal,
        "title": session.title,
        "starts_at": session.starts_at.isoformat() if session.starts_at else None,
        "state": session.state.value,
        "state_reason": session.state_reason,
        "held": session.id in gathered.held,
    }


def _read_session(kept: Mapping[str, Any]) -> Session:
    return Session(
        id=UUID(kept["id"]),
        form=Form(kept["form"]),
        ordinal=kept["ordinal"],
        title=kept["title"],
        starts_at=datetime.fromisoformat(kept["starts_at"]) if kept["starts_at"] else None,
        state=SessionState(kept["state"]),
        state_reason=kept.get("state_reason"),
    )


def _cells(gathered: Gathered) -> list[dict[str, Any]]:
    """List the figures of each unit itself in each class; what is nothing is left out."""
    return [
        {
            "unit_id": str(unit_id),
            "session_id": str(session_id) if session_id else None,
            **{name: number for name in _NUMBERS if (number := getattr(tally, name))},
            **({"reasons": dict(tally.reasons)} if tally.reasons else {}),
        }
        for (unit_id, session_id), tally in sorted(
            gathered.tallies.items(), key=lambda each: (each[0][0], str(each[0][1]))
        )
    ]


def _halls(gathered: Gathered) -> list[dict[str, Any]]:
    return [
        {
            "unit_id": str(unit_id),
            "session_id": str(session_id),
            "guests": gathered.guests.get((unit_id, session_id), 0),
            "heads": gathered.heads.get((unit_id, session_id)),
        }
        for unit_id, session_id in sorted({*gathered.guests, *gathered.heads})
    ]

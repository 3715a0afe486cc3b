"""Showing an allocation: numbers by unit and session, and findings as sentences."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.allocation import board_store as store
from api.allocation.actions import Outcome
from api.allocation.board_store import UnitRow
from api.allocation.concerns import WORDS
from api.allocation.places import Option, Place, wanted
from api.allocation.rules import Concern, Finding, concern_of_load, concerns_of_unit
from api.allocation.schemas import ConcernView, SessionLoad, SessionShare, UnitAllocation
from api.allocation.situation import Frame

Loads = Mapping[tuple[UUID, UUID], int]
"""Members by session and point."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Writes findings for a reader, with the names of what they are about."""

    frame: Frame
    language: str

    def tell(
        self, finding: Finding, *, unit: tuple[UUID, str] | None = None, point: UUID | None = None
    ) -> ConcernView:
        """Write one finding as a sentence."""
        titles = {session.id: session.title for session in self.frame.sessions}
        params = {
            "unit": unit[1] if unit else "",
            "session": titles.get(finding.session_id, "") if finding.session_id else "",
            "point": self.frame.points[point].name if point else "",
            "actual": finding.actual,
            "wanted": finding.wanted,
        }
        return ConcernView(
            concern=finding.concern,
            unit_id=unit[0] if unit else None,
            session_id=finding.session_id,
            bridge_point_id=point,
            actual=finding.actual,
            wanted=finding.wanted,
            text=WORDS[finding.concern].read(self.language, params),
        )

    def load(self, seat: tuple[UUID, UUID], members: int) -> list[ConcernView]:
        """Write what a session's load at a point is worth saying."""
        option = Option(seat[0], 1, self.frame.capacities.get(seat))
        finding = concern_of_load(option, members)
        return [self.tell(finding, point=seat[1])] if finding else []


def warnings_of(outcome: Outcome, teller: Teller) -> list[ConcernView]:
    """Say what a person should look at in a proposal, units in their order."""
    frame = outcome.situation.frame
    convened = Counter(row.unit_id for row in outcome.scope.values())
    units = {row.unit_id: row for row in outcome.scope.values()}
    counts: dict[UUID, Counter[UUID]] = defaultdict(Counter)
    for member, row in outcome.scope.items():
        if member in outcome.seats:
            counts[row.unit_id][outcome.seats[member][0]] += 1
    found = []
    for row in sorted(units.values(), key=lambda each: (each.unit_sort_key, each.unit_id)):
        point = frame.point_of(row.unit_path)
        place = frame.place(point) if point else None
        findings = concerns_of_unit(convened[row.unit_id], counts[row.unit_id], place)
        found += [teller.tell(each, unit=(row.unit_id, row.unit_name)) for each in findings]
    loads = Counter(outcome.seats.values())
    for seat in sorted(loads):
        found += teller.load(seat, loads[seat])
    return found


async def unit_board(
    db: AsyncSession, conference_id: UUID, rows: Sequence[UnitRow], teller: Teller, *, on: date
) -> list[UnitAllocation]:
    """Show units' members by session, with what is worth saying of each."""
    ids = [row.id for row in rows]
    counts = await store.counts(db, conference_id, ids, on=on)
    notes = await store.notes(db, conference_id, ids)
    board = []
    for row in rows:
        point = teller.frame.point_of(row.path)
        place = teller.frame.place(point) if point else None
        by_session = _by_session(counts[row.id])
        findings = concerns_of_unit(row.convened, by_session, place)
        away = sum(number for seat, number in counts[row.id].items() if seat[1] != point)
        if away and point is not None:
            findings.append(Finding(Concern.OTHER_POINT, actual=away))
        board.append(
            UnitAllocation(
                unit_id=row.id,
                unit_name=row.name,
                bridge_point_id=point,
                bridge_point_name=teller.frame.points[point].name if point else None,
                convened=row.convened,
                unallocated=row.convened - sum(by_session.values()),
                sessions=_shares(teller.frame, row.convened, by_session, place),
                note=notes.get(row.id),
                warnings=[teller.tell(each, unit=(row.id, row.name)) for each in findings],
            )
        )
    return board


def _by_session(counts: Loads) -> Counter[UUID]:
    found: Counter[UUID] = Counter()
    for (session_id, _), number in counts.items():
        found[session_id] += number
    return found


def _shares(
    frame: Frame, convened: int, counts: Mapping[UUID, int], place: Place | None
) -> list[SessionShare]:
    options = {option.session_id: option for option in place.options} if place else {}
    by_share = place is not None and not place.keeps_units_together
    shares = wanted(convened, place.options) if place else {}
    return [
        SessionShare(
            session_id=session.id,
            title=session.title,
            members=counts.get(session.id, 0),
            wanted=shares.get(session.id) if by_share else None,
        )
        for session in frame.sessions
        if session.id in options or session.id in counts
    ]


def load_board(loads: Loads, teller: Teller) -> list[SessionLoad]:
    """Show how full each session is at each point, in the conference's order."""
    frame = teller.frame
    return [
        SessionLoad(
            session_id=session.id,
            title=session.title,
            bridge_point_id=point.id,
            bridge_point_name=point.name,
            members=loads.get((session.id, point.id), 0),
            capacity=frame.capacities.get((session.id, point.id)),
            warnings=teller.load((session.id, point.id), loads.get((session.id, point.id), 0)),
        )
        for session in frame.sessions
        for point in frame.points.values()
        if point.form is session.form
    ]

"""Where a unit stands with what its report tells of, at an instant."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.reports import rules
from api.reports.blocks import Below, blocks, form_of
from api.reports.gathering import Gathered, gather
from api.reports.rules import CANCELLED, Tally
from api.reports.states import QUICK_GRACE, end_of_day
from api.sessions.rules import state_at
from api.tables.conferences import Conference
from api.tables.reports import Report
from api.tables.sessions import Session
from api.tables.units import Unit
from api.words import Form, SessionState

_TO_COME = {
    SessionState.PLANNED: "chưa tổ chức",
    SessionState.REHEARSING: "chưa tổ chức",
    SessionState.POSTPONED: "đã hoãn",
    SessionState.CANCELLED: "đã hủy",
}


@dataclass(frozen=True, slots=True)
class Lacking:
    """A unit with members of whom nothing is known, or who wait."""

    unit_id: UUID
    name: str
    missing: int


@dataclass(frozen=True, slots=True)
class Problem:
    """What keeps the figures from being handed in, in words, and where."""

    code: str
    sentence: str
    units: tuple[Lacking, ...]


def _still_open(tally: Tally) -> int:
    return tally.still_open


def _left_over(tally: Tally) -> int:
    return tally.reasons.get(CANCELLED, 0)


@dataclass(frozen=True, slots=True)
class Situation:
    """The figures of a unit's subtree: in one session, or in the whole conference."""

    unit: Unit
    gathered: Gathered
    session_id: UUID | None

    @property
    def conference(self) -> Conference:
        """The conference."""
        return self.gathered.conference

    @property
    def figures(self) -> Tally:
        """All of it together."""
        return self.gathered.total(self.unit.path, session_id=self.session_id)

    @property
    def sessions(self) -> list[tuple[Session, Tally]]:
        """The session of a quick report; of a result those with anybody of the unit."""
        return [
            (session, tally)
            for session, tally in self.gathered.by_session(self.unit.path)
            if session is not None and (session.id == self.session_id or self._is_named(tally))
        ]

    def _is_named(self, tally: Tally) -> bool:
        return self.session_id is None and bool(tally)

    @property
    def session(self) -> Session | None:
        """The session of a quick report."""
        return next((each for each, _ in self.sessions if each.id == self.session_id), None)

    @property
    def blocks(self) -> list[tuple[str, list[tuple[Unit, Tally]]]]:
        """The units right below, each with its subtree, put together; empty for a cell."""
        rows = self.gathered.by_unit(self.unit.path, session_id=self.session_id)
        found = {unit.id: (unit, tally) for unit, tally in rows if tally}
        if not any(unit_id != self.unit.id for unit_id in found):
            return []
        below = [
            Below(unit.id, unit.name, self._bloc(unit), self._form(unit))
            for unit, _ in found.values()
        ]
        put = blocks(below, own_bloc=self.unit.bloc, order=self.conference.blocs)
        return [(name, [found[unit_id] for unit_id in ids]) for name, ids in put]

    def _bloc(self, unit: Unit) -> str | None:
        return None if unit.id == self.unit.id else unit.bloc

    def _form(self, unit: Unit) -> Form | None:
        if unit.id == self.unit.id:
            return None
        forms = self.gathered.by_form(unit.path)
        return form_of({form: tally.convened for form, tally in forms if form is not None})

    @property
    def guests(self) -> int:
        """Guests of these units."""
        return sum(self._here(self.gathered.guests).values())

    @property
    def head_count(self) -> int | None:
        """Persons that were counted, None where nobody counted."""
        counted = self._here(self.gathered.heads)
        return sum(counted.values()) if counted else None

    def _here(self, numbers: Mapping[tuple[UUID, UUID], int]) -> dict[tuple[UUID, UUID], int]:
        return {
            (unit_id, session_id): number
            for (unit_id, session_id), number in numbers.items()
            if self.session_id in {None, session_id}
            and self.gathered.units[unit_id].path.startswith(self.unit.path)
        }

    @property
    def problems(self) -> list[Problem]:
        """What keeps the figures from being handed in; empty where they agree."""
        found = [
            Problem(each.code, each.sentence, self._lacking())
            for each in rules.problems(self.figures)
        ]
        return [*found, *self._not_held(), *self._unallocated()] if found else []

    @property
    def warnings(self) -> list[Problem]:
        """What keeps nobody, and should be seen: too few heads, and members left over.

        Those are of a cancelled class, and nobody put them into another; that is the organiser's to
        do, and their secretary need not wait for it.
        """
        found = []
        counted, guests = self._here(self.gathered.heads), self._here(self.gathered.guests)
        for session, tally in self.sessions:
            heads, visitors = (
                [number for (_, held_id), number in here.items() if held_id == session.id]
                for here in (counted, guests)
            )
            said = rules.too_few_heads(sum(heads), there=tally.there, guests=sum(visitors))
            if heads and said:
                named = _begun(said) if self.session_id else f"{session.title}: {said}"
                found.append(Problem("head_count", named, ()))
        return [*found, *self._left_over()]

    def _left_over(self) -> list[Problem]:
        found = []
        for session, tally in self.sessions:
            if number := _left_over(tally):
                sentence = (
                    f"{number} đồng chí thuộc {session.title}, là lớp đã hủy, chưa được xếp lớp "
                    "khác; báo cáo tính là vắng có lý do"
                )
                units = self._lacking(session.id, lacks=_left_over)
                found.append(Problem("session_cancelled", sentence, units))
        return found

    def _lacking(
        self, *among: UUID | None, lacks: Callable[[Tally], int] = _still_open
    ) -> tuple[Lacking, ...]:
        """Name the very cells, also those deep below: own members only, each counted once."""
        missing: dict[UUID, int] = {}
        for (unit_id, session_id), tally in self.gathered.tallies.items():
            wanted = session_id in among if among else self.session_id in {None, session_id}
            if wanted and self.gathered.units[unit_id].path.startswith(self.unit.path):
                missing[unit_id] = missing.get(unit_id, 0) + lacks(tally)
        return tuple(
            Lacking(unit_id, unit.name, missing[unit_id])
            for unit_id, unit in self.gathered.units.items()
            if missing.get(unit_id)
        )

    def _not_held(self) -> list[Problem]:
        found = []
        for session, tally in self.sessions:
            number = tally.still_open
            if number and session.id not in self.gathered.held:
                how = _TO_COME.get(session.state, "chưa tổ chức")
                sentence = f"{number} đồng chí thuộc {session.title}, là lớp {how}"
                found.append(Problem("session_not_held", sentence, self._lacking(session.id)))
        return found

    def _unallocated(self) -> list[Problem]:
        without = next(
            (tally for each, tally in self.gathered.by_session(self.unit.path) if each is None),
            Tally(),
        )
        number = without.still_open
        if not number or self.session_id is not None:
            return []
        sentence = f"{number} đồng chí chưa được phân vào lớp nào"
        return [Problem("unallocated", sentence, self._lacking(None))]


def _begun(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]


def due_at(situation: Situation) -> datetime | None:
    """Tell when the report is due; None while a class of the unit is to come, or goes on.

    A quick report half an hour after its session closes, which is time to count; a result at the
    end of the day of the unit's last class. Cancelled classes keep nobody waiting, and a unit that
    convenes nobody owes nothing.
    """
    ends: list[datetime] = []
    for session, tally in situation.sessions:
        if not tally.convened or session.state is SessionState.CANCELLED:
            continue
        if session.closed_at is None:
            return None
        ends.append(session.closed_at)
    if not ends:
        return None
    return ends[0] + QUICK_GRACE if situation.session_id is not None else end_of_day(max(ends))


def states_of(situation: Situation) -> dict[UUID, SessionState]:
    """Tell the state of each session now, locked by time or not."""
    at = situation.gathered.as_of
    return {
        each.id: state_at(each.state, each.locks_at, at) for each in situation.gathered.sessions
    }


async def situation_of(
    db: AsyncSession, report: Report, unit: Unit, conference: Conference, *, at: datetime
) -> Situation:
    """Find out where a report's unit stands now."""
    gathered = await gather(db, conference, at=at, path=unit.path)
    return Situation(unit, gathered, report.session_id)

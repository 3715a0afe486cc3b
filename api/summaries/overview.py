"""A conference at a glance: its figures by bloc, form, class and unit, live or as they were frozen.

Every table, document and answer is made of an `Overview`, so that they cannot disagree.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.reports.gathering import Gathered, gather
from api.reports.rules import Tally
from api.summaries import store
from api.summaries.raised import Raised, direct
from api.summaries.schemas import GroupBy
from api.summaries.store import IncidentLine
from api.summaries.wording import FORM_NAMES
from api.tables.conferences import Conference
from api.tables.units import Unit
from api.units.rules import parent_of
from api.words import Form, ReportState

_NOT_YET_IN_A_CLASS = "Chưa phân lớp"
_OF_NO_CLASS = "Không phân lớp (miễn, không triệu tập)"
_WITHOUT_BLOC = "Chưa xếp khối"
_HANDED_IN = frozenset({ReportState.SUBMITTED, ReportState.ACCEPTED})


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: what it is of, its figures, and who was counted beside."""

    key: str | None
    name: str
    tally: Tally
    guests: int
    heads: int | None
    depth: int | None = None
    report_state: ReportState | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """What there is to say of a conference, of the subtree at `gathered.path`."""

    gathered: Gathered
    reports: Mapping[UUID, ReportState]
    incidents: Sequence[IncidentLine]
    raised: Sequence[Raised] = ()
    points: int = 0
    """How many bridge points the subtree hosts."""

    @property
    def top(self) -> Unit:
        """The unit of whose subtree this tells."""
        path = self.gathered.path
        return next(each for each in self.gathered.units.values() if each.path == path)

    @property
    def total(self) -> Row:
        """Everything."""
        tally = self.gathered.total()
        return self._row(None, "Tổng cộng", tally)

    def rows(self, group_by: GroupBy) -> list[Row]:
        """List the rows of a grouping."""
        rows = {
            GroupBy.BLOC: self._blocs,
            GroupBy.FORM: self._forms,
            GroupBy.SESSION: self._sessions,
            GroupBy.UNIT: self._units,
        }
        return list(rows[group_by]())

    def sessions_held(self) -> list[tuple[Form, int, int]]:
        """Tell of each form how many classes were held, and how many there are."""
        found = self.gathered
        return [
            (form, sum(each.id in found.held for each in of_form), len(of_form))
            for form in Form
            if (of_form := [each for each in found.sessions if each.form is form])
        ]

    def raised_directly(self) -> list[Raised]:
        """List what the units right below the top raise in the reports that they handed in."""
        depths = {each.key: each.depth for each in self._units()}
        return direct(
            self.raised,
            {unit_id: depth for unit_id, depth in depths.items() if unit_id and depth is not None},
        )

    def unreported(self) -> list[Row]:
        """List the units that owe a result report and have not handed one in.

        Those are the units right below the top, or the top itself where it has none below, that
        have somebody to be convened.
        """
        units = [each for each in self._units() if each.depth == 1] or list(self._units())
        return [
            each for each in units if each.tally.convened and each.report_state not in _HANDED_IN
        ]

    def _blocs(self) -> Iterator[Row]:
        bloc_of = {each.id: self.gathered.bloc_of(each) for each in self.gathered.units.values()}
        for bloc, tally in self.gathered.by_bloc():
            units = {unit_id for unit_id, its_bloc in bloc_of.items() if its_bloc == bloc}
            yield self._row(bloc, bloc or _WITHOUT_BLOC, tally, units=units)

    def _forms(self) -> Iterator[Row]:
        for form, tally in self.gathered.by_form():
            sessions = {each.id for each in self.gathered.sessions if each.form is form}
            name = FORM_NAMES[form] if form else _without_class(tally)
            yield self._row(form, name, tally, sessions=sessions)

    def _sessions(self) -> Iterator[Row]:
        for session, tally in self.gathered.by_session():
            if session is None:
                yield self._row(None, _without_class(tally), tally, sessions=set())
            else:
                yield self._row(str(session.id), session.title, tally, sessions={session.id})

    def _units(self) -> Iterator[Row]:
        found, top = self.gathered, self.top
        own = next((tally for unit, tally in found.by_unit() if unit is top), Tally())
        first = self._row(
            str(top.id),
            top.name,
            own,
            units={top.id},
            depth=0,
            report_state=self.reports.get(top.id),
        )
        if first.tally or first.guests or first.heads is not None:
            yield first
        below: dict[str, list[Unit]] = {}
        for unit in found.units.values():
            if unit is not top:
                below.setdefault(parent_of(unit.path), []).append(unit)
        sums = _Sums(_up(found.guests, found.units), _up(found.heads, found.units))
        yield from self._below(found.path, below, sums, 1)

    def _below(
        self, path: str, below: Mapping[str, list[Unit]], sums: "_Sums", depth: int
    ) -> Iterator[Row]:
        for unit in below.get(path, []):
            tally, state = self.gathered.total(unit.path), self.reports.get(unit.id)
            if tally or state or unit.valid_until is None:
                guests, heads = sums.guests.get(unit.id, 0), sums.heads.get(unit.id)
                yield Row(str(unit.id), unit.name, tally, guests, heads, depth, state)
                yield from self._below(unit.path, below, sums, depth + 1)

    def _row(
        self,
        key: str | None,
        name: str,
        tally: Tally,
        *,
        units: Set[UUID] | None = None,
        sessions: Set[UUID] | None = None,
        depth: int | None = None,
        report_state: ReportState | None = None,
    ) -> Row:
        """Make a row; of halls it counts those of some units, and of some classes."""

        def here(counted: Mapping[tuple[UUID, UUID], int]) -> list[int]:
            return [
                number
                for (unit_id, session_id), number in counted.items()
                if (units is None or unit_id in units)
                and (sessions is None or session_id in sessions)
            ]

        heads = here(self.gathered.heads)
        guests = sum(here(self.gathered.guests))
        return Row(key, name, tally, guests, sum(heads) if heads else None, depth, report_state)


def _without_class(tally: Tally) -> str:
    """Name those whom no class expects: some are to be put into one, the others are not."""
    return _NOT_YET_IN_A_CLASS if tally.convened else _OF_NO_CLASS


@dataclass(frozen=True, slots=True)
class _Sums:
    """What was counted in halls, of each unit with those below it."""

    guests: Mapping[UUID, int]
    heads: Mapping[UUID, int]


def _up(counted: Mapping[tuple[UUID, UUID], int], units: Mapping[UUID, Unit]) -> Mapping[UUID, int]:
    """Add what was counted of a unit to every unit above it."""
    found: Counter[UUID] = Counter()
    for (unit_id, _), number in counted.items():
        above = units[unit_id].path.rstrip("/").split("/")
        found.update({each: number for step in above if (each := UUID(step)) in units})
    return found


async def overview(
    db: AsyncSession, conference: Conference, path: str, *, at: datetime
) -> Overview:
    """Tell of a subtree of a conference as it is now."""
    gathered = await gather(db, conference, at=at, path=path)
    return Overview(
        gathered,
        await store.report_states(db, conference.id, path),
        await store.incidents(db, conference.id, path),
        await store.raised(db, conference.id, path),
        await store.points(db, conference.id, path),
    )

"""A conference at a glance: its figures by bloc, form, class and unit, live or as they were frozen.

Every table, document and answer is made of an `Overview`, so that they cannot disagree.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.reports.gathering import Gathered, gather
from api.reports.rules import Tally
from api.summaries import store
from api.summaries.schemas import GroupBy
from api.summaries.store import IncidentLine
from api.summaries.wording import FORM_NAMES
from api.tables.conferences import Conference
from api.tables.units import Unit
from api.units.rules import parent_of
from api.words import Form, ReportState

WITHOUT_SESSION = "Chưa phân lớp"
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

    @property
    def top(self) -> Unit:
        """The unit of whose subtree this tells."""
        path = self.gathered.path
        return next(each for each in self.gathered.units.values() if each.path == path)

    @property
    def total(self) -> Row:
        """Everything."""
        tally = self.gathered.total()
        return self._row(None, "Tổng cộng", tally, lambda _unit, _session: True)

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
            yield self._row(
                bloc,
                bloc or _WITHOUT_BLOC,
                tally,
                lambda unit, _session, bloc=bloc: bloc_of[unit] == bloc,
            )

    def _forms(self) -> Iterator[Row]:
        forms = {each.id: each.form for each in self.gathered.sessions}
        for form, tally in self.gathered.by_form():
            yield self._row(
                form,
                FORM_NAMES[form] if form else WITHOUT_SESSION,
                tally,
                lambda _unit, session, form=form: forms[session] is form,
            )

    def _sessions(self) -> Iterator[Row]:
        for session, tally in self.gathered.by_session():
            key = session.id if session else None
            yield self._row(
                str(key) if key else None,
                session.title if session else WITHOUT_SESSION,
                tally,
                lambda _unit, each, key=key: each == key,
            )

    def _units(self) -> Iterator[Row]:
        found, top = self.gathered, self.top
        own = dict((unit.id, tally) for unit, tally in found.by_unit()).get(top.id, Tally())
        first = self._row(
            str(top.id),
            top.name,
            own,
            lambda unit, _session: unit == top.id,
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
        which: "_Which",
        *,
        depth: int | None = None,
        report_state: ReportState | None = None,
    ) -> Row:
        guests = sum(
            number for place, number in self.gathered.guests.items() if number and which(*place)
        )
        heads = [number for place, number in self.gathered.heads.items() if which(*place)]
        return Row(key, name, tally, guests, sum(heads) if heads else None, depth, report_state)


_Which = Callable[[UUID, UUID], bool]


@dataclass(frozen=True, slots=True)
class _Sums:
    """What was counted in halls, of each unit with those below it."""

    guests: Mapping[UUID, int]
    heads: Mapping[UUID, int]


def _up(
    counted: Mapping[tuple[UUID, UUID], int], units: Mapping[UUID, Unit]
) -> Mapping[UUID, int]:
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
    )

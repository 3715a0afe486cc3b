"""A conference's attendance line by line: each member once, with all that the figures count."""

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.conferences import store as conferences
from api.reports.people import Known, known_of, persons_of
from api.reports.rules import Person
from api.rolls import store as rolls
from api.summaries import store
from api.summaries.schemas import ExportedPerson, UnitOfExport
from api.summaries.store import Named
from api.tables.conferences import Conference
from api.tables.sessions import Session
from api.tables.units import Unit

_BATCH = 1000


@dataclass(frozen=True, slots=True)
class Scene:
    """What lines name: units, classes and points.

    `known` is of the subtree whose members are listed; `units` are all of the organiser's, and
    `blocs` tells of each the bloc that the summary of this subtree puts it in.
    """

    known: Known
    organiser_path: str
    units: dict[UUID, Unit]
    blocs: Mapping[UUID, str | None]
    sessions: Mapping[UUID, Session]
    titles: Mapping[UUID, str]
    points: Mapping[UUID, str]
    _shown: dict[UUID, UnitOfExport] = field(default_factory=dict)

    def unit(self, unit_id: UUID) -> UnitOfExport:
        """Name a unit, which is known."""
        if unit_id not in self._shown:
            unit = self.units[unit_id]
            below = unit.path.removeprefix(self.organiser_path).rstrip("/")
            above = self.organiser_path.rstrip("/").rsplit("/", 1)[-1]
            inside = unit.path.startswith(self.organiser_path)
            steps = [above, *filter(None, below.split("/"))] if inside else [unit.id.hex]
            self._shown[unit_id] = UnitOfExport(
                id=unit_id, name=unit.name, path=[UUID(each) for each in steps]
            )
        return self._shown[unit_id]

    def place(self, unit_id: UUID) -> str:
        """Write the names from below the organiser down to a unit."""
        path = self.unit(unit_id).path
        return " / ".join(self.units[each].name for each in path[1:] or path)


async def scene(db: AsyncSession, conference: Conference, path: str, *, at: datetime) -> Scene:
    """Find out how the units, classes and points of a conference are called."""
    organiser_path = await conferences.organiser_path(db, conference.id)
    units = await rolls.subtree(db, organiser_path)
    known = await known_of(db, conference, at=at, path=path)
    return Scene(
        known=known,
        organiser_path=organiser_path,
        units=units,
        blocs=_blocs(units, path),
        sessions={each.id: each for each in known.sessions},
        titles=_titles(known.sessions),
        points=await store.point_names(db, conference.id),
    )


async def lines(
    db: AsyncSession, about: Scene, *, after: UUID | None = None
) -> AsyncGenerator[ExportedPerson]:
    """List everybody whom the subtree counts, by the member's id; memory stays flat."""
    listed = persons_of(db, about.known, after=after)
    batch: list[Person] = []
    async with aclosing(listed):
        async for person in listed:
            batch.append(person)
            if len(batch) == _BATCH:
                for line in await _named(db, about, batch):
                    yield line
                batch = []
    for line in await _named(db, about, batch):
        yield line


async def _named(db: AsyncSession, about: Scene, persons: list[Person]) -> list[ExportedPerson]:
    names = await store.names(db, {each.member_id for each in persons})
    wanted = {unit for each in persons for unit in (each.home_unit_id, each.unit_id)}
    about.units.update(await store.units(db, wanted - about.units.keys()))
    return [_line(about, each, names[each.member_id]) for each in persons]


def _line(about: Scene, person: Person, named: Named) -> ExportedPerson:
    own_id, visits = person.session_id, list(person.visits)
    ours = about.units[person.unit_id].path.startswith(about.known.path)
    shown = ExportedPerson(
        card_number=named.card_number,
        full_name=named.full_name,
        member_id=person.member_id,
        home=about.unit(person.home_unit_id),
        unit=about.unit(person.unit_id),
        home_bloc=about.blocs.get(person.home_unit_id),
        bloc=about.blocs.get(person.unit_id),
        status=person.status,
        in_a=person.in_a,
        in_b=person.in_b,
        beside=person.beside,
        session_id=own_id,
        session_title=about.titles[own_id] if own_id else None,
        form=about.sessions[own_id].form if own_id else None,
        point_name=about.points.get(person.point_id) if person.point_id else None,
        day=person.day,
        reason=person.reason,
        came_session_id=person.came_session_id,
        evidence=person.evidence,
        is_by_hand=person.is_by_hand,
        is_countersigned=person.is_countersigned,
        made_up=person.made_up,
        made_up_session_id=person.made_up_session_id,
        visits=visits,
    )
    return shown if ours else _without_the_day(shown)


def _without_the_day(shown: ExportedPerson) -> ExportedPerson:
    """Leave out what another unit's secretary reads; that he is away stays."""
    hidden = dict.fromkeys(
        ("point_name", "day", "reason", "came_session_id", "evidence", "made_up",
         "made_up_session_id")
    )  # fmt: skip
    return shown.model_copy(
        update={**hidden, "is_by_hand": False, "is_countersigned": False, "visits": []}
    )


def _blocs(units: Mapping[UUID, Unit], path: str) -> dict[UUID, str | None]:
    """Tell of each unit of a subtree its bloc: its own, else that of the nearest above it."""
    found: dict[UUID, str | None] = {}
    for unit in sorted(units.values(), key=lambda each: each.path):
        if unit.path.startswith(path):
            above = found.get(unit.parent_id) if unit.parent_id else None
            found[unit.id] = unit.bloc if unit.bloc is not None else above
    return found


def _titles(sessions: tuple[Session, ...]) -> dict[UUID, str]:
    """Name the classes so that no two are called alike."""
    found: dict[UUID, str] = {}
    for each in sessions:
        names = (f"{each.title} ({number})" for number in count(2))
        title = each.title
        while title in found.values():
            title = next(names)
        found[each.id] = title
    return found

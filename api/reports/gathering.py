"""A conference's figures, summed from its persons: one truth for every table and report."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.roles import ancestors
from api.reports import person_store
from api.reports.counting import Count
from api.reports.heads import guests_by_unit, persons_by_unit
from api.reports.known import Known, known_of
from api.reports.people import persons_of
from api.reports.rules import Tally
from api.rolls import store as rolls
from api.rolls.heads import latest
from api.tables.conferences import Conference
from api.tables.sessions import Session
from api.tables.units import Unit
from api.units.rules import parent_of
from api.words import Form

Key = tuple[UUID, UUID | None]
Hall = tuple[UUID, UUID]


@dataclass(frozen=True)
class Gathered:
    """The figures of a subtree in a conference, by unit and class.

    `units` are those of the subtree, in Vietnamese order; `sessions` all of the conference, by form
    and ordinal, `held` those that are being held or were. The class of a tally is null for members
    who have none.
    """

    conference: Conference
    as_of: datetime
    path: str
    units: Mapping[UUID, Unit]
    sessions: tuple[Session, ...]
    held: frozenset[UUID]
    tallies: Mapping[Key, Tally]
    guests: Mapping[Hall, int]
    heads: Mapping[Hall, int]
    parents: Collection[UUID | None]
    """The units that have units below them; only their sums are kept beside the tallies."""
    sums: Mapping[Key, Tally]
    wholes: Mapping[UUID, Tally]

    def total(self, path: str | None = None, *, session_id: UUID | None = None) -> Tally:
        """Sum a subtree, the whole by default, in one class, or in all and none."""
        unit_id = _id_of(path or self.path)
        if unit_id not in self.parents:
            return self._own(unit_id, session_id)
        if session_id is None:
            return self.wholes.get(unit_id, Tally())
        return self.sums.get((unit_id, session_id), Tally())

    def by_session(self, path: str | None = None) -> list[tuple[Session | None, Tally]]:
        """Sum by class; those who have none come last, where there are any."""
        found: list[tuple[Session | None, Tally]] = [
            (each, self.total(path, session_id=each.id)) for each in self.sessions
        ]
        unit_id = _id_of(path or self.path)
        without = (self.sums if unit_id in self.parents else self.tallies).get((unit_id, None))
        return [*found, (None, without)] if without else found

    def by_form(self, path: str | None = None) -> list[tuple[Form | None, Tally]]:
        """Sum by form; those who have no class come last, where there are any."""
        found: dict[Form | None, Tally] = {}
        for session, tally in self.by_session(path):
            form = session.form if session is not None else None
            found[form] = found.get(form, Tally()) + tally
        return list(found.items())

    def by_bloc(
        self, path: str | None = None, *, session_id: UUID | None = None
    ) -> list[tuple[str | None, Tally]]:
        """Sum by khối: a unit's own, else the nearest above it; null without one, and last.

        They stand in the order of the conference's plan; those that it does not name come after.
        """
        found: dict[str | None, Tally] = {}
        for (unit_id, held_id), tally in self.tallies.items():
            unit = self.units[unit_id]
            if unit.path.startswith(path or "") and session_id in {None, held_id}:
                bloc = self.bloc_of(unit)
                found[bloc] = found.get(bloc, Tally()) + tally
        order: list[str | None] = list(self.conference.blocs)
        order += dict.fromkeys(map(self.bloc_of, self.units.values()))
        return sorted(found.items(), key=lambda pair: (pair[0] is None, order.index(pair[0])))

    def bloc_of(self, unit: Unit) -> str | None:
        """Tell a unit's khối: its own, else that of the nearest unit above it in this subtree."""
        for step in reversed(ancestors(unit.path)):
            above = self.units.get(_id_of(step))
            if above is not None and above.bloc is not None:
                return above.bloc
        return None

    def by_unit(
        self, path: str | None = None, *, session_id: UUID | None = None
    ) -> list[tuple[Unit, Tally]]:
        """Sum each unit right below a path with its subtree, which together are the total.

        The unit of the path itself comes first where it has members of its own.
        """
        top = path or self.path
        rows: list[tuple[Unit, Tally]] = []
        for unit in self.units.values():
            if unit.path == top:
                rows.insert(0, (unit, self._own(unit.id, session_id)))
            elif parent_of(unit.path) == top:
                rows.append((unit, self.total(unit.path, session_id=session_id)))
        return [(unit, tally) for unit, tally in rows if tally or unit.path != top]

    def _own(self, unit_id: UUID, session_id: UUID | None) -> Tally:
        keys = (None, *(each.id for each in self.sessions)) if session_id is None else (session_id,)
        return sum((self.tallies.get((unit_id, each), Tally()) for each in keys), Tally())


async def gather(
    db: AsyncSession, conference: Conference, *, at: datetime, path: str | None = None
) -> Gathered:
    """Sum the persons of a subtree, of the organiser's by default, in one pass over them."""
    known = await known_of(db, conference, at=at, path=path)
    count = Count()
    async for person in persons_of(db, known):
        count.add(person)
    counts = {key: each for key, each in count.columns().items() if key[0] in known.units}
    parents = {each.parent_id for each in known.units.values()} & set(known.units)
    sums: dict[Key, Counter[str]] = defaultdict(Counter)
    wholes: dict[UUID, Counter[str]] = defaultdict(Counter)
    for (unit_id, session_id), columns in counts.items():
        for above in map(_id_of, ancestors(known.units[unit_id].path)):
            if above in parents:
                sums[above, session_id].update(columns)
                wholes[above].update(columns)
    heads, guests = await halls(db, known)
    return Gathered(
        conference=conference,
        as_of=at,
        path=known.path,
        units=known.units,
        sessions=known.sessions,
        held=known.held,
        tallies={key: Tally.of(each) for key, each in counts.items()},
        guests=guests,
        heads=heads,
        parents=parents,
        sums={key: Tally.of(each) for key, each in sums.items()},
        wholes={key: Tally.of(each) for key, each in wholes.items()},
    )


async def halls(db: AsyncSession, known: Known) -> tuple[dict[Hall, int], dict[Hall, int]]:
    """Tell the heads and the guests of units in each class, as `reports.heads` shares them out."""
    hosts = await person_store.hosts(db, known.conference.id)
    persons: dict[Hall, int] = {}
    guests: dict[Hall, int] = {}
    session_ids = [each.id for each in known.sessions]
    heads = await rolls.heads_of(db, session_ids, known.path)
    typed = await person_store.typed_guests(db, session_ids)
    for session in known.sessions:
        counted = latest(heads[session.id])
        for found, here in (
            (persons, persons_by_unit(counted, hosts)),
            (guests, guests_by_unit(counted, typed[session.id], hosts)),
        ):
            found.update(
                ((unit_id, session.id), number)
                for unit_id, number in here.items()
                if unit_id in known.units
            )
    return persons, guests


def _id_of(path: str) -> UUID:
    return UUID(path.rstrip("/").rsplit("/", 1)[-1])

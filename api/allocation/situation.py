"""What an allocation starts from: rows of the database, sorted into places."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.allocation import store
from api.allocation.places import Convened, Group, Held, Option, Place
from api.allocation.store import ConvenedRow, HeldRow, PointRow, SessionRow
from api.bridge_points import store as bridge_points
from api.units.rules import nearest
from api.words import Form


@dataclass(frozen=True, slots=True)
class Frame:
    """A conference's points and sessions: what does not depend on anybody's membership."""

    points: Mapping[UUID, PointRow]
    sessions: list[SessionRow]
    capacities: Mapping[tuple[UUID, UUID], int]
    expected: Mapping[str, UUID]

    @property
    def held(self) -> frozenset[UUID]:
        """The sessions that were opened: a seat in one of them is what somebody did or missed."""
        return frozenset(session.id for session in self.sessions if session.is_held)

    def point_of(self, unit_path: str) -> UUID | None:
        """Find the point at which a unit's members are expected."""
        return nearest(unit_path, self.expected)

    def point_of_form(self, unit_path: str, form: Form) -> UUID | None:
        """Find the nearest point up the tree that a session of this form reaches."""
        of_form = {
            path: point for path, point in self.expected.items() if self.points[point].form is form
        }
        return nearest(unit_path, of_form)

    def place(
        self,
        point_id: UUID,
        groups: Iterable[Group] = (),
        taken: Mapping[tuple[UUID, UUID], int] | None = None,
    ) -> Place:
        """Describe a point with the sessions held there and some units."""
        point = self.points[point_id]
        options = tuple(
            Option(
                session.id,
                session.share,
                self.capacities.get((session.id, point_id)),
                (taken or {}).get((session.id, point_id), 0),
                session.is_over,
                session.is_held,
            )
            for session in self.sessions
            if session.form is point.form
        )
        return Place(point.keeps_units_together, options, tuple(groups))


@dataclass(frozen=True, slots=True)
class Situation:
    """Everybody to be convened, by place.

    `elsewhere` are those whose seat at another point stays: a person chose it, or it is in a class
    that was opened.
    """

    frame: Frame
    convened: dict[UUID, ConvenedRow]
    held: dict[UUID, HeldRow]
    places: dict[UUID, Place]
    elsewhere: set[UUID]
    without_point: set[UUID]

    def held_at(self, point_id: UUID, scope: str | None) -> dict[UUID, Held]:
        """Tell who holds a seat at a point; outside `scope` (a unit's path) nobody is moved."""
        return {
            row.member_id: Held(
                row.session_id,
                row.is_fixed or not _inside(self.convened[row.member_id], scope),
            )
            for row in self.held.values()
            if row.bridge_point_id == point_id and row.member_id in self.convened
        }


def _inside(row: ConvenedRow, scope: str | None) -> bool:
    return scope is None or row.unit_path.startswith(scope)


async def frame_of(db: AsyncSession, conference_id: UUID) -> Frame:
    """Read a conference's points, sessions, capacities, and who is expected where."""
    return Frame(
        points=await store.points(db, conference_id),
        sessions=await store.sessions(db, conference_id),
        capacities=await store.capacities(db, conference_id),
        expected=await bridge_points.expectations(db, conference_id),
    )


async def situation_of(
    db: AsyncSession, conference_id: UUID, organiser_path: str, *, scope: str | None, on: date
) -> Situation:
    """Read who is to be convened where, and what was decided.

    With a `scope`, those outside it count where they have a seat and are left out where they have
    none: a secretary divides her own unit around the others.
    """
    frame = await frame_of(db, conference_id)
    convened = {
        row.member_id: row for row in await store.convened(db, conference_id, organiser_path, on=on)
    }
    held = {row.member_id: row for row in await store.held(db, conference_id)}
    known = {unit.unit_path: frame.point_of(unit.unit_path) for unit in convened.values()}
    opened = frame.held
    elsewhere, without_point = set(), set()
    members: dict[UUID, dict[UUID, list[ConvenedRow]]] = defaultdict(lambda: defaultdict(list))
    taken: dict[tuple[UUID, UUID], int] = defaultdict(int)
    for row in convened.values():
        seat, point = held.get(row.member_id), known[row.unit_path]
        stays = seat is not None and (seat.is_fixed or seat.session_id in opened)
        if seat is not None and stays and seat.bridge_point_id != point:
            elsewhere.add(row.member_id)
            taken[seat.session_id, seat.bridge_point_id] += 1
        elif point is None:
            without_point.add(row.unit_id)
        elif _inside(row, scope) or (seat is not None and seat.bridge_point_id == point):
            members[point][row.unit_id].append(row)
    places = {
        point: frame.place(point, map(_group, units.values()), taken)
        for point, units in members.items()
    }
    return Situation(frame, convened, held, places, elsewhere, without_point)


def _group(rows: list[ConvenedRow]) -> Group:
    members = tuple(Convened(row.member_id, row.sort_key) for row in rows)
    return Group(rows[0].unit_id, rows[0].unit_sort_key, members)

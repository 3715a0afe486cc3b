"""The sheets of a session: for each group what it is told, and who of it knows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.bridge_points import store as bridge_points
from api.conferences import store as conferences
from api.kit.dates import day_of
from api.kit.errors import Problem
from api.notices import store
from api.notices.rules import Facts, Hall, compose, differences, snapshot
from api.notices.store import WITHOUT_GROUP, NamedUnit
from api.sessions import store as sessions
from api.sessions.faults import CONFIDENTIAL_SESSION
from api.tables.bridge_points import BridgePoint
from api.tables.conferences import Conference
from api.tables.notices import PostedNotice, ReceivedNotice
from api.tables.sessions import Session
from api.units.rules import nearest
from api.words import SessionState


@dataclass(frozen=True, slots=True)
class Addressee:
    """A unit that is told of a session, at its point; `received` only while it counts."""

    unit: NamedUnit
    point: BridgePoint
    sequence: int
    received: ReceivedNotice | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one group is told."""

    label: str | None
    sequence: int
    facts: Facts
    changes: tuple[str, ...]
    text: str
    posted: PostedNotice | None
    addressees: tuple[Addressee, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """The points of a session, and what finds that of any unit of the tree."""

    points: Mapping[UUID, BridgePoint]
    expectations: Mapping[str, UUID]

    def point_of(self, unit_path: str) -> BridgePoint | None:
        """Find the point at which a unit is expected in this session."""
        point_id = nearest(unit_path, self.expectations)
        return self.points.get(point_id) if point_id is not None else None


@dataclass(frozen=True, slots=True)
class Book:
    """All sheets of a session, and where its units are expected."""

    session: Session
    sheets: tuple[Sheet, ...]
    places: Places

    def within(self, paths: Collection[str]) -> list[Sheet]:
        """List the sheets that concern subtrees: of their units, or of the one they belong to.

        Each lists only the units inside.
        """
        addressed = {each.unit.path: each for sheet in self.sheets for each in sheet.addressees}
        above = [nearest(path, addressed) for path in paths if self.places.point_of(path)]
        found = []
        for sheet in self.sheets:
            inside = tuple(
                each
                for each in sheet.addressees
                if any(each.unit.path.startswith(path) for path in paths)
            )
            if inside or any(each in sheet.addressees for each in above):
                found.append(replace(sheet, addressees=inside))
        return found


async def places_of(db: AsyncSession, session: Session) -> Places:
    """Find where the units of a session are expected."""
    points = {point.id: point for point in await store.points(db, session)}
    return Places(points, await bridge_points.expectations(db, session.conference_id))


async def open_book(db: AsyncSession, session: Session, *, at: datetime) -> Book:
    """Write all sheets of a session as they stand at an instant.

    Raises: Problem `confidential_session`: of such a one nothing is sent (domain.md, section 7).
    """
    if session.confidential:
        raise Problem(CONFIDENTIAL_SESSION)
    places = await places_of(db, session)
    groups = await conferences.groups(db, session.conference_id)
    units = await store.named_units(db, session.conference_id, day_of(at))
    received = await store.received(db, session.id)
    by_label: dict[str, list[Addressee]] = {}
    for unit in units:
        point = places.point_of(unit.path)
        label = nearest(unit.path, groups) or WITHOUT_GROUP
        if point is not None and not _is_told_above(unit, label, places.expectations, groups):
            by_label.setdefault(label, []).append(_addressee(session, unit, point, received))
    posted = await store.posted(db, session.id)
    conference = await store.conference(db, session)
    others: Sequence[Session] = ()
    if session.state is SessionState.CANCELLED:
        others = [
            each for each in await sessions.alternatives(db, session) if not each.confidential
        ]
    sheets = []
    for label in sorted(by_label, key=lambda each: (each == WITHOUT_GROUP, each)):
        points = list(places.points.values())
        facts = _facts(conference, session, points, by_label[label], others)
        mine = [each for each in posted if each.label == label]
        sheets.append(_sheet(session, label, facts, by_label[label], mine))
    return Book(session, tuple(sheets), places)


def _is_told_above(
    unit: NamedUnit, label: str, expectations: Mapping[str, UUID], groups: Mapping[str, str]
) -> bool:
    """Tell whether a unit is in a group only with the unit above it that is expected for both."""
    if unit.path in expectations:
        return False
    above = max((path for path in expectations if unit.path.startswith(path)), key=len)
    return (nearest(above, groups) or WITHOUT_GROUP) == label


def _addressee(
    session: Session, unit: NamedUnit, point: BridgePoint, received: Sequence[ReceivedNotice]
) -> Addressee:
    sequence = session.sequence + point.sequence
    counting = [
        each
        for each in received
        if (each.unit_id, each.sequence, each.bridge_point_id) == (unit.id, sequence, point.id)
    ]
    return Addressee(unit, point, sequence, counting[0] if counting else None)


def _facts(
    conference: Conference,
    session: Session,
    points: Sequence[BridgePoint],
    addressees: Sequence[Addressee],
    others: Sequence[Session],
) -> Facts:
    halls = []
    for point in points:
        units = tuple((a.unit.id, a.unit.name) for a in addressees if a.point.id == point.id)
        if units:
            halls.append(Hall(point.id, point.name, point.venue, units))
    return Facts(
        conference=conference.title,
        title=session.title,
        form=session.form,
        state=session.state,
        starts_at=session.starts_at,
        date_hint=session.date_hint,
        meet_url=session.meet_url,
        reason=session.state_reason,
        presenters=tuple(session.presenters),
        regulations=tuple(conference.regulations),
        halls=tuple(halls),
        alternatives=tuple((each.title, each.starts_at) for each in others),
    )


def _sheet(
    session: Session,
    label: str,
    facts: Facts,
    addressees: Sequence[Addressee],
    posted: Sequence[PostedNotice],
) -> Sheet:
    points = {each.point.id: each.point.sequence for each in addressees}
    sequence, now = session.sequence + sum(points.values()), snapshot(facts)
    current = [each for each in posted if each.sequence == sequence and each.facts == now]
    # Against the last text that said something else, so that what was posted reads on as it did.
    before = next((each.facts for each in posted if each.facts != now), None)
    changes = tuple(differences(before, facts)) if before is not None else ()
    return Sheet(
        label=label or None,
        sequence=sequence,
        facts=facts,
        changes=changes,
        text=compose(facts, changes),
        posted=current[0] if current else None,
        addressees=tuple(addressees),
    )

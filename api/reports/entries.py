"""What is known of members in each class of a conference, a batch of them at a time."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.attendance.persons import Basis
from api.attendance.rules import Sighting, Written
from api.kit.turns import in_turns
from api.members.rules import CONVENED, Placement
from api.reports import person_store
from api.reports.days import Entry
from api.reports.known import Known
from api.reports.person_store import MemberRow
from api.reports.standing import Listed, is_listed
from api.rolls.rules import Facts, Part, best_evidence
from api.units.rules import nearest
from api.words import Evidence, MarkKind, MemberStatus, Standing

Place = tuple[UUID, UUID | None]
"""The unit that counts a member, and the point where he is expected."""


class Entries:
    """Reads what is known of batches of members, in three statements however many classes."""

    def __init__(self, known: Known) -> None:
        self._paths = {unit_id: unit.path for unit_id, unit in known.units.items()}
        self._is_whole = known.is_whole
        self._is_allocated = all(each.is_allocated for each in known.bases.values())
        self._past = [each.past for each in known.bases.values()]
        self._classes = {
            session.id: _Class(
                known.bases[session.id],
                frozenset(each.window_id for each in known.spans[session.id]),
                known.judges[session.id],
                known.exclusions,
                self._paths,
            )
            for session in known.sessions
        }
        self._peculiar = set(known.exclusions).union(*self._past)
        locks = (each.locked_at for each in known.bases.values())
        self._first_lock = min((each for each in locks if each is not None), default=None)
        self._silent: dict[tuple[object, ...], Mapping[UUID, Entry]] = {}

    async def of(self, db: AsyncSession, rows: Sequence[MemberRow]) -> list[Mapping[UUID, Entry]]:
        """Tell of each of some members what is known of him, by class."""
        ids = [row.id for row in rows]
        records: dict[UUID, dict[UUID, _Record]] = defaultdict(lambda: defaultdict(_Record))
        for each in await person_store.seen(db, self._classes, ids, is_dense=self._is_whole):
            records[each[0]][each[1]].seen.append(each)
        for each in await person_store.marks(db, self._classes, ids, is_dense=self._is_whole):
            records[each[0]][each[1]].mark = each
        if not self._is_allocated:
            await self._find_paths(db, rows)
        return [self._entries(row, records.get(row.id)) async for row in in_turns(rows)]

    def _entries(
        self, row: MemberRow, records: Mapping[UUID, "_Record"] | None
    ) -> Mapping[UUID, Entry]:
        expected = self._expected(row)
        if records is None:
            return expected
        return {
            **expected,
            **{
                session_id: self._classes[session_id].recorded(row, each)
                for session_id, each in records.items()
            },
        }

    def _expected(self, row: MemberRow) -> Mapping[UUID, Entry]:
        """Tell where a member is expected, of whom nothing is recorded.

        Most members of a unit stand alike: those whom no list names, and who were not changed.
        """
        is_new = self._first_lock is not None and row.created_at > self._first_lock
        if is_new or row.id in self._peculiar:
            return self._expected_alone(row)
        alike = row[1:-1]
        if alike not in self._silent:
            self._silent[alike] = self._expected_alone(row)
        return self._silent[alike]

    def _expected_alone(self, row: MemberRow) -> Mapping[UUID, Entry]:
        own_ids = (row.session_id,) if self._is_allocated else self._classes
        return {
            session_id: entry
            for session_id in own_ids
            if session_id is not None and (entry := self._classes[session_id].silent(row))
        }

    async def _find_paths(self, db: AsyncSession, rows: Sequence[MemberRow]) -> None:
        wanted = {unit_id for row in rows for unit_id in (row.unit_id, row.away_id)}
        for row in rows:
            for past in self._past:
                if (was := past.get(row.id)) is not None:
                    wanted |= {was.placed.home_id, was.placed.away_id}
        missing = {each for each in wanted - self._paths.keys() if each is not None}
        self._paths.update(await person_store.paths(db, missing))


@dataclass(slots=True)
class _Record:
    """The rows of a member in a class: of his windows, the best first, and what was written."""

    seen: list[Any] = field(default_factory=list)
    mark: Any | None = None


@dataclass(frozen=True, slots=True)
class _Class:
    """One class, and what tells how members took part in it."""

    basis: Basis
    windows: Collection[UUID]
    judge: Callable[[Facts], Part]
    listed: Mapping[UUID, Sequence[Listed]]
    paths: Mapping[UUID, str]
    points: dict[UUID, tuple[bool, UUID | None]] = field(default_factory=dict)

    def silent(self, row: MemberRow) -> Entry | None:
        """Tell of a member of whom nothing is recorded; None where he is not expected."""
        expected = self._expected(row)
        if expected is None:
            return None
        is_reduced = self._status(row) is MemberStatus.REDUCED
        facts = Facts(row.id, *expected, is_expected=True, is_reduced=is_reduced)
        return Entry(*expected, is_expected=True, presence=self.judge(facts).presence)

    def _status(self, row: MemberRow) -> MemberStatus:
        past = self.basis.past.get(row.id)
        return past.status if past is not None else row.status

    def _expected(self, row: MemberRow) -> Place | None:
        """Tell where a member is expected, as `attendance.persons` does; None where he is not."""
        basis = self.basis
        if basis.is_allocated and row.session_id != basis.session.id:
            return None
        locked_at = basis.locked_at
        if self._status(row) not in CONVENED or is_listed(self.listed.get(row.id, ()), locked_at):
            return None
        if locked_at is not None and row.created_at > locked_at:
            return None
        past = basis.past.get(row.id)
        here = past.placed if past is not None else placed(row)
        unit_id = here.away_on(basis.on) or here.home_id
        if basis.is_allocated:
            return unit_id, row.point_id
        if unit_id not in self.points:
            self.points[unit_id] = self._point(self.paths[unit_id])
        is_here, point_id = self.points[unit_id]
        return (unit_id, point_id) if is_here else None

    def _point(self, path: str) -> tuple[bool, UUID | None]:
        """Tell whether a unit is expected in this very class, and at which point."""
        point_id = nearest(path, self.basis.expected)
        is_of_form = point_id is None or point_id in self.basis.own_form
        return is_of_form and path.startswith(self.basis.organiser_path), point_id

    def recorded(self, row: MemberRow, record: _Record) -> Entry:
        """Tell of a member of whom something is recorded."""
        expected, seen, mark = self._expected(row), _seen(record.seen, self.windows), record.mark
        unit_id, point_id, evidence = seen.unit_id, seen.there_id, seen.evidence
        is_by_hand, is_open = seen.is_confirmed, seen.is_open
        written, reason = None, None
        if mark is not None:
            _, _, of_unit_id, at_point_id, kind, reason, departed_at, shown, is_signed = mark
            written = Written(kind, reason, departed_at)
            unit_id, point_id = unit_id or of_unit_id, point_id or at_point_id
            evidence = evidence or shown
            is_ticked = kind is MarkKind.PRESENT
            is_by_hand = is_by_hand or is_ticked
            is_open = is_open or (is_ticked and not is_signed)
        point_id = point_id or seen.point_id or (expected[1] if expected is not None else None)
        is_expected = expected is not None
        facts = Facts(
            row.id,
            unit_id,  # type: ignore[arg-type]
            point_id,
            is_expected=is_expected,
            sightings=seen.sightings,
            written=written,
            is_reduced=is_expected and self._status(row) is MemberStatus.REDUCED,
        )
        return Entry(
            facts.unit_id,
            point_id,
            is_expected=is_expected,
            presence=self.judge(facts).presence,
            reason=reason,
            evidence=evidence,
            is_by_hand=is_by_hand,
            is_countersigned=is_by_hand and not is_open,
        )


@dataclass(frozen=True, slots=True)
class _Seen:
    """Where a member was seen in a class: the best of his windows, and all that is of them.

    `there_id` is the point of it, null where it was rejected.
    """

    unit_id: UUID | None = None
    point_id: UUID | None = None
    there_id: UUID | None = None
    sightings: frozenset[Sighting] = frozenset()
    evidence: Evidence | None = None
    is_confirmed: bool = False
    is_open: bool = False


_NOWHERE: Final = _Seen()


def _seen(rows: Sequence[Any], windows: Collection[UUID]) -> _Seen:
    """Take what `person_store.seen` gave of a member in a class; the best row stands first."""
    if not rows:
        return _NOWHERE
    _, _, _, unit_id, point_id, standing, *_ = rows[0]
    return _Seen(
        unit_id,
        point_id,
        None if standing is Standing.REJECTED else point_id,
        frozenset(
            Sighting(each[2], each[5])
            for each in rows
            if each[2] in windows and each[5] is not Standing.REJECTED
        ),
        best_evidence((each[5], each[6]) for each in rows),
        any(each[7] for each in rows),
        any(each[8] for each in rows),
    )


def placed(row: MemberRow) -> Placement:
    """Tell where a member belongs and is today."""
    return Placement(row.unit_id, row.away_id, row.until)

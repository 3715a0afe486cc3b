"""Whether marks may be written as they were asked for: the session, the numbers, the paper."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.scope import within
from api.codes.faults import SESSION_LOCKED
from api.kit.dates import day_of
from api.kit.errors import Problem
from api.kit.ids import CROCKFORD, read_crockford
from api.marks import rules, sheet_store
from api.marks.faults import (
    DEPARTED_OUTSIDE,
    NOBODY_NAMED,
    PAPER_SHEET_UNKNOWN,
    REASON_UNFIT,
    ROSTER_CODE_UNKNOWN,
    ROSTER_OUTDATED,
    ROW_NUMBERS_MALFORMED,
    TOO_MANY_PERSONS,
)
from api.marks.rules import MOST_PERSONS, Refusal, Row, Wish
from api.marks.schemas import NewMarks
from api.marks.store import Known
from api.rosters import actions as rosters
from api.rosters import store as roster_store
from api.rosters.rules import CODE_LENGTH, Scope
from api.sessions.faults import state_refused
from api.sessions.rules import state_at
from api.tables.sessions import Session
from api.tables.units import Unit
from api.words import MarkKind, SessionState


@dataclass(frozen=True, slots=True)
class Order:
    """A request to mark members of a unit and those below it, in one session."""

    session: Session
    unit: Unit
    organiser_path: str
    new: NewMarks

    @property
    def has_paper(self) -> bool:
        """Tell whether a page of the paper stands beside it."""
        return self.new.paper_sheet_id is not None


@dataclass(frozen=True, slots=True)
class MeantRow:
    """Whom a number of an outdated list means now."""

    unit_id: UUID
    row_number: int
    full_name: str
    is_struck: bool


class OutdatedRoster(Problem):
    """Problem `roster_outdated`, with whom its numbers mean now."""

    def __init__(self, rows: Sequence[MeantRow]) -> None:
        named = [asdict(row) | {"unit_id": str(row.unit_id)} for row in rows]
        super().__init__(ROSTER_OUTDATED, rows=named)
        self.rows = rows


def require_taking(
    session: Session, kinds: Iterable[MarkKind], *, has_paper: bool = False, at: datetime
) -> SessionState:
    """Let a session take marks of these kinds, and tell its state.

    Raises: Problem `session_locked`, `session_state`.
    """
    state = state_at(session.state, session.locks_at, at)
    refused = rules.refusal(state, kinds, has_paper=has_paper)
    if refused is Refusal.LOCKED:
        raise Problem(SESSION_LOCKED)
    if refused is Refusal.STATE:
        raise state_refused(state)
    return state


def day_of_session(session: Session, at: datetime) -> date:
    """Tell the day on which a session's units count their members: when it opened, else today."""
    return day_of(session.opened_at or at)


def require_sound(order: Order, *, at: datetime) -> None:
    """Let each mark name somebody, give the reason of an absence, and no departure out of time.

    Raises: Problem `nobody_named`, `reason_unfit`, `departed_outside`.
    """
    opened_at = order.session.opened_at
    for mark in order.new.marks:
        if not mark.member_ids and mark.row_numbers is None:
            raise Problem(NOBODY_NAMED)
        if not rules.reason_fits(mark.kind, mark.reason, has_note=mark.note is not None):
            raise Problem(REASON_UNFIT)
        if not rules.departure_fits(mark.kind, mark.departed_at, opened_at=opened_at, at=at):
            raise Problem(DEPARTED_OUTSIDE)


def wishes_of(new: NewMarks) -> list[Wish]:
    """Tell who is named, one by one; marks that say the same are one.

    Raises: Problem `row_numbers_malformed`, `too_many_persons`.
    """
    wishes: list[Wish] = []
    says: dict[str, int] = {}
    for place, mark in enumerate(new.marks):
        content = mark.model_dump_json(exclude={"member_ids", "row_numbers", "unit_id"})
        first = says.setdefault(content, place)
        unit_id = mark.unit_id or new.unit_id
        wishes += [Wish(first, row=Row(unit_id, each)) for each in _numbers(mark.row_numbers)]
        wishes += [Wish(first, member_id=each) for each in dict.fromkeys(mark.member_ids or ())]
        if len(wishes) > MOST_PERSONS:
            raise Problem(TOO_MANY_PERSONS, limit=MOST_PERSONS)
    return wishes


def _numbers(typed: str | None) -> Collection[int]:
    try:
        return rules.row_numbers(typed) if typed is not None else ()
    except rules.RowsMalformed as malformed:
        raise Problem(ROW_NUMBERS_MALFORMED, piece=malformed.piece) from malformed
    except rules.TooManyPersons as many:
        raise Problem(TOO_MANY_PERSONS, limit=MOST_PERSONS) from many


async def require_sheet(db: AsyncSession, order: Order) -> None:
    """Let a page of the paper be one of this session, and of this unit or one above or below it.

    Raises: Problem `paper_sheet_unknown`.
    """
    sheet_id = order.new.paper_sheet_id
    if sheet_id is None:
        return
    found = await sheet_store.find(db, sheet_id, within([order.organiser_path]))
    if found is None or found[0].session_id != order.session.id:
        raise Problem(PAPER_SHEET_UNKNOWN)
    if not (found[1].startswith(order.unit.path) or order.unit.path.startswith(found[1])):
        raise Problem(PAPER_SHEET_UNKNOWN)


async def require_current(
    db: AsyncSession,
    order: Order,
    rows: Mapping[Row, tuple[UUID, str]],
    known: Known,
    *,
    at: datetime,
) -> None:
    """Stop at a paper that may mean others than its reader believes, and name whom it means.

    Raises: Problem `roster_code_unknown`, OutdatedRoster.
    """
    typed = order.new.roster_code
    if typed is None:
        return
    code = read_crockford(typed)
    is_code = len(code) == CODE_LENGTH and set(code) <= set(CROCKFORD)
    organised = within([order.organiser_path])
    found = await roster_store.find_print(db, code, organised) if is_code else None
    if found is None or found[0].conference_id != order.session.conference_id:
        raise Problem(ROSTER_CODE_UNKNOWN)
    if order.new.names_confirmed or not rows:
        return
    printed, unit = found
    scope = Scope(
        printed.conference_id,
        unit.path,
        printed.unit_id,
        printed.session_id,
        printed.bridge_point_id,
    )
    is_of_this = printed.session_id in {None, order.session.id}
    has_all = all(path.startswith(unit.path) for _, path in rows.values())
    if is_of_this and has_all and not await rosters.is_outdated(db, printed, scope, at=at):
        return
    meant = [
        MeantRow(
            row.unit_id,
            row.number,
            known.persons[member_id].full_name,
            known.persons[member_id].unit_id != row.unit_id,
        )
        for row, (member_id, _) in sorted(
            rows.items(), key=lambda each: (each[1][1], each[0].number)
        )
    ]
    raise OutdatedRoster(meant)

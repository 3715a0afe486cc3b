"""Rolls as the wire has them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from api.phones.rules import PhoneState
from api.rolls.heads import HeadCount
from api.rolls.row_store import Recorded
from api.rolls.rules import Figures, Part, best_evidence, contradicts
from api.rolls.schemas import (
    HeadCountFigures,
    PendingArrival,
    RollFigures,
    RollMark,
    RollRow,
)
from api.rosters import rules as rosters
from api.tables.access import Device
from api.tables.attendance import Mark
from api.tables.units import Unit
from api.units.rules import Listed, names_apart
from api.words import MarkKind, Standing


@dataclass(frozen=True, slots=True)
class Shown:
    """A member of a page, with all that is told of him."""

    part: Part
    full_name: str
    unit_name: str
    marks: Sequence[rosters.Mark]
    recorded: Sequence[Recorded]
    mark: Mark | None
    phone: Device | None
    with_note: bool
    locks_at: datetime | None


def names_of(units: Mapping[UUID, Unit], shown: Iterable[UUID], path: str) -> dict[UUID, str]:
    """Name some units of a subtree, each told from the others."""
    return names_apart(
        Listed(
            id=unit.id,
            name=unit.name,
            aliases=tuple(unit.aliases),
            parent_id=unit.parent_id,
            above=_above(units, unit, path),
        )
        for unit in (units[unit_id] for unit_id in shown)
    )


def _above(units: Mapping[UUID, Unit], unit: Unit, path: str) -> str | None:
    parent = units.get(unit.parent_id) if unit.parent_id else None
    return parent.name if parent is not None and parent.path != path else None


def figures_view(figures: Figures, head_count: HeadCount | None) -> RollFigures:
    """Show figures, with the heads that were counted."""
    return RollFigures(
        **asdict(figures),
        present=figures.present,
        head_count=HeadCountFigures(**asdict(head_count)) if head_count else None,
    )


def row_view(shown: Shown) -> RollRow:
    """Show a member in a session."""
    facts, mark = shown.part.facts, shown.mark
    standing = [each for each in shown.recorded if each.standing is not Standing.REJECTED]
    first = min(standing, key=lambda each: each.first_arrived_at, default=None)
    evidence = best_evidence((each.standing, each.evidence) for each in shown.recorded)
    is_absent = mark is not None and mark.kind is MarkKind.ABSENT
    return RollRow(
        member_id=facts.member_id,
        unit_id=facts.unit_id,
        unit_name=shown.unit_name,
        row_number=facts.number,
        full_name=shown.full_name,
        marks=list(shown.marks),
        is_expected=facts.is_expected,
        presence=shown.part.presence,
        is_on_duty=shown.part.is_on_duty,
        evidence=evidence or (mark.evidence if mark else None),
        first_arrived_at=first.first_arrived_at if first else None,
        late_seconds=first.late_seconds if first else None,
        pending=[
            PendingArrival(
                attendance_id=each.attendance_id,
                window_kind=each.window_kind,
                evidence=each.evidence,
                typed_name=each.typed_name,
                late_seconds=each.late_seconds,
            )
            for each in standing
            if each.standing is Standing.PENDING
        ],
        mark=_mark_view(mark, shown) if mark else None,
        is_contradicted=any(
            contradicts(
                each.standing, each.evidence, is_absent=is_absent, came_after=each.came_after
            )
            for each in shown.recorded
        ),
        phone=_phone_state(shown.phone),
        bridge_point_id=facts.point_id,
    )


def _mark_view(mark: Mark, shown: Shown) -> RollMark:
    return RollMark(
        kind=mark.kind,
        reason=mark.reason,
        note=mark.note if shown.with_note else None,
        departed_at=mark.departed_at,
        marked_at=mark.marked_at,
        is_addendum=shown.locks_at is not None and mark.marked_at >= shown.locks_at,
    )


def _phone_state(phone: Device | None) -> PhoneState:
    if phone is None:
        return PhoneState.NONE
    return PhoneState.PROVISIONAL if phone.confirmed_at is None else PhoneState.CONFIRMED

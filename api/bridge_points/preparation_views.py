"""How what was found at a point is shown: results to all who may read it, notes to few.

Notes are words of one's own about a hall, and with them stands who wrote them; both are for those
who prepare that point or test its line, the organiser's staff among them.
"""

from collections.abc import Iterable, Sequence
from uuid import UUID

from api.access.roles import Act, Principal, may
from api.bridge_points.preparation_schemas import (
    LineTestView,
    MissingItem,
    PointReadiness,
    PreparationItemView,
    PreparationView,
)
from api.bridge_points.rules import Checked, Lack
from api.tables.bridge_points import BridgePoint, LineTest


def sees_notes(principal: Principal, host_path: str) -> bool:
    """Tell whether a principal reads notes, and who made them, at a host's point."""
    return any(may(principal, act, host_path) for act in (Act.PREPARE_POINTS, Act.TEST_LINES))


def checklist_view(
    point_id: UUID, checked: Iterable[Checked], *, with_notes: bool
) -> PreparationView:
    """Show a point's checklist."""
    items = [_item(each, with_notes=with_notes) for each in checked]
    return PreparationView(
        point_id=point_id,
        missing_count=sum(each.lack is not None for each in items),
        items=items,
    )


def _item(checked: Checked, *, with_notes: bool) -> PreparationItemView:
    item, finding = checked.item, checked.finding
    return PreparationItemView(
        key=item.key,
        text=item.text,
        kind=item.kind,
        result=finding.result if finding else None,
        note=finding.note if finding and with_notes else None,
        marked_by=finding.by if finding and with_notes else None,
        marked_at=finding.at if finding else None,
        is_stale=checked.lack is Lack.OUTDATED,
        lack=checked.lack,
    )


def line_test_view(
    test: LineTest, by: str | None, *, sequence: int, with_notes: bool
) -> LineTestView:
    """Show a line test of a point that is at `sequence` now."""
    return LineTestView(
        id=test.id,
        point_id=test.bridge_point_id,
        passed=test.passed,
        note=test.note if with_notes else None,
        tested_by=by if with_notes else None,
        tested_at=test.at,
        is_stale=test.sequence != sequence,
    )


def readiness_view(
    point: BridgePoint, checked: Sequence[Checked], *, with_notes: bool
) -> PointReadiness:
    """Show what a point lacks."""
    missing = [
        MissingItem(
            key=each.item.key,
            text=each.item.text,
            lack=each.lack,
            note=each.finding.note if each.finding and with_notes else None,
        )
        for each in checked
        if each.lack is not None
    ]
    return PointReadiness(
        point_id=point.id,
        ordinal=point.ordinal,
        name=point.name,
        venue=point.venue,
        form=point.form,
        items_count=len(checked),
        missing_count=len(missing),
        missing=missing,
    )

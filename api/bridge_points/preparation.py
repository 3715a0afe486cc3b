"""What is done to prepare bridge points: items marked, lines tested."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.bridge_points import preparation_store as store
from api.bridge_points.faults import ITEM_UNKNOWN, LINE_TEST_APART, RESULT_UNFIT
from api.bridge_points.rules import RESULT_NAMES, RESULTS, Checked, Finding, checklist, is_line_test
from api.conferences.rules import PreparationItem, read_items
from api.events import Actor, Happening
from api.kit.errors import Problem
from api.kit.ids import new_id
from api.tables.bridge_points import BridgePoint, LineTest, PreparationMark
from api.words import CheckResult


@dataclass(frozen=True, slots=True)
class Mark:
    """What somebody found on an item; without a result he takes the mark back."""

    item_key: str
    result: CheckResult | None
    note: str | None


async def checklist_at(db: AsyncSession, point: BridgePoint) -> list[Checked]:
    """Judge the checklist of one point."""
    conference = await store.conference_of(db, point)
    return checklist(
        read_items(conference.preparation_items),
        form=point.form,
        sequence=point.sequence,
        marks=await store.marks_at(db, point.id),
        line_test=await store.newest_test_at(db, point.id),
    )


async def checklists_of(
    db: AsyncSession, conference_id: UUID, stored_items: Sequence[Mapping[str, Any]]
) -> list[tuple[BridgePoint, str, list[Checked]]]:
    """Judge the checklists of all points of a conference, in their order, with each host's path."""
    items = read_items(stored_items)
    marks = await store.marks_of(db, conference_id)
    tests = await store.newest_tests_of(db, conference_id)
    return [
        (
            point,
            host_path,
            checklist(
                items,
                form=point.form,
                sequence=point.sequence,
                marks=marks.get(point.id, {}),
                line_test=tests.get(point.id),
            ),
        )
        for point, host_path in await store.points(db, conference_id)
    ]


async def mark_preparation(
    db: AsyncSession,
    actor: Actor,
    point: BridgePoint,
    marks: Sequence[Mark],
    *,
    account_id: UUID,
    at: datetime,
) -> None:
    """Keep what was found on some items of a point, at the venue that it has now.

    Raises: Problem `preparation_item_unknown`, `preparation_result_unfit`, `line_test_apart`.
    """
    conference = await store.conference_of(db, point)
    items = {
        item.key: item
        for item in read_items(conference.preparation_items)
        if point.form in item.forms
    }
    before = await store.marks_at(db, point.id)
    for each in marks:
        _require_fit(items.get(each.item_key), each)
        if each.result is None:
            await store.unmark(db, point.id, each.item_key)
        else:
            row = PreparationMark(
                bridge_point_id=point.id,
                item_key=each.item_key,
                result=each.result,
                note=each.note,
                sequence=point.sequence,
                at=at,
                account_id=account_id,
            )
            await store.mark(db, row)
    after = await store.marks_at(db, point.id)
    changes = events.changed(_told(before), _told(after))
    if changes:
        await events.append(
            db, Happening(actor, events.PREPARATION_MARKED, point.id, at, changes=changes)
        )


async def add_line_test(
    db: AsyncSession,
    actor: Actor,
    point: BridgePoint,
    *,
    passed: bool,
    note: str | None,
    account_id: UUID,
    at: datetime,
) -> LineTest:
    """Record a test of a point's line, at the venue that it has now."""
    test = LineTest(
        id=new_id(at),
        bridge_point_id=point.id,
        passed=passed,
        note=note,
        sequence=point.sequence,
        at=at,
        account_id=account_id,
    )
    db.add(test)
    await db.flush()
    detail = {"line_test_id": str(test.id), "passed": passed, "sequence": test.sequence}
    await events.append(db, Happening(actor, events.LINE_TESTED, point.id, at, detail=detail))
    return test


def _require_fit(item: PreparationItem | None, mark: Mark) -> None:
    if item is None:
        raise Problem(ITEM_UNKNOWN, key=mark.item_key)
    if is_line_test(item):
        raise Problem(LINE_TEST_APART, key=item.key, text=item.text)
    if mark.result is not None and mark.result not in RESULTS[item.kind]:
        fit = RESULTS[item.kind]
        raise Problem(
            RESULT_UNFIT,
            key=item.key,
            text=item.text,
            allowed=[each.value for each in fit],
            named=", ".join(RESULT_NAMES[each] for each in fit),
        )


def _told(marks: Mapping[str, Finding]) -> dict[str, Any]:
    return {
        key: {"result": each.result.value, "note": each.note, "sequence": each.sequence}
        for key, each in marks.items()
    }

"""The units expected at a point, which every phone in its hall is shown, kept in memory.

What was worked out holds until anything changes in who is expected where, in any process: it is
kept with the number of plan changes at which it was read, and is worth nothing at another.
"""

from collections import OrderedDict
from collections.abc import Collection
from datetime import date
from typing import Final
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.roles import ancestors
from api.bridge_points import store as bridge_points
from api.members import store as members
from api.units.rules import nearest
from api.units.schemas import UnitName

Place = tuple[UUID, UUID, date]
"""A conference, one of its points, and the day."""

_LISTED: Final = TypeAdapter(list[UnitName])
_MOST_BYTES: Final = 24 * 1024 * 1024
_OVERHEAD: Final = 400  # of one list, in bytes: its key, its place in the order


class ExpectedUnits:
    """The lists of units by place, as JSON, those that were used last; one per process."""

    def __init__(self, *, most_bytes: int = _MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._kept: OrderedDict[Place, tuple[int, bytes]] = OrderedDict()
        self._bytes = 0

    async def lists(
        self, db: AsyncSession, plan: int, places: Collection[Place]
    ) -> dict[Place, bytes]:
        """List the units expected at some places; `plan` is the number of plan changes before.

        Three statements for all those of a day that are not kept.
        """
        found: dict[Place, bytes] = {}
        missing: dict[date, list[Place]] = {}
        for place in places:
            kept = self._kept.get(place)
            if kept is not None and kept[0] == plan:
                self._kept.move_to_end(place)
                found[place] = kept[1]
            else:
                missing.setdefault(place[2], []).append(place)
        for on, listed in missing.items():
            for place, written in (await _worked_out(db, listed, on=on)).items():
                self._keep(place, plan, written)
                found[place] = written
        return found

    def _keep(self, place: Place, plan: int, written: bytes) -> None:
        before = self._kept.pop(place, None)
        if before is not None:
            self._bytes -= len(before[1]) + _OVERHEAD
        self._kept[place] = plan, written
        self._bytes += len(written) + _OVERHEAD
        while self._bytes > self._most_bytes:
            _, (_, dropped) = self._kept.popitem(last=False)
            self._bytes -= len(dropped) + _OVERHEAD


async def _worked_out(db: AsyncSession, places: list[Place], *, on: date) -> dict[Place, bytes]:
    marks = await bridge_points.expectations_around(db, [point_id for _, point_id, _ in places])
    roots: dict[Place, set[str]] = {place: set() for place in places}
    by_point = {(place[0], place[1]): place for place in places}
    for conference_id, expected in marks.items():
        for path, point_id in expected.items():
            place = by_point.get((conference_id, point_id))
            if place is not None:
                roots[place].add(path)
    tops = {place: _tops(paths) for place, paths in roots.items() if paths}
    found = await members.units_below(db, tops, on=on) if tops else {}
    return {
        place: _LISTED.dump_json(
            [
                name
                for path, name in found.get(place, [])
                if nearest(path, marks[place[0]]) == place[1]
            ]
        )
        for place in places
    }


def _tops(paths: set[str]) -> list[str]:
    """Leave out what lies below another."""
    return sorted(path for path in paths if not paths.intersection(ancestors(path)[:-1]))

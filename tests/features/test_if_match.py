"""Of several changes by people who read the same state, one is made: also at once."""

import asyncio
from typing import Any

import pytest

from tests.features.test_conferences import ITEMS
from tests.world import World


def _change(world: World, what: str, word: str) -> tuple[str, str, dict[str, Any]]:
    """Write a change of something that can be changed with If-Match."""
    district = world.district
    village, conference = district.units["village"], f"/conferences/{district.conference_id}"
    point = f"/points/{district.points['hall']}"
    mark = {"item_key": "hall", "result": "done", "note": word}
    changes: dict[str, tuple[str, str, dict[str, Any]]] = {
        "account": (
            "PATCH",
            f"/accounts/{district.accounts['truc-bom-bo']}",
            {"display_name": word},
        ),
        "unit": ("PATCH", f"/units/{village}", {"name": word}),
        "member": ("PATCH", f"/members/{district.people['mai'].id}", {"full_name": word}),
        "session": ("PATCH", f"/sessions/{district.sessions['line_1']}", {"title": word}),
        "conference": ("PATCH", conference, {"title": word}),
        "groups": (
            "PUT",
            f"{conference}/groups",
            {"groups": [{"label": word, "unit_ids": [str(village)]}]},
        ),
        "point": ("PATCH", point, {"venue": word}),
        "preparation": ("PATCH", f"{point}/preparation", {"marks": [mark]}),
    }
    return changes[what]


@pytest.mark.parametrize(
    "what",
    ["account", "unit", "member", "session", "conference", "groups", "point", "preparation"],
)
async def test_of_four_who_change_at_once_what_they_read_one_succeeds(
    world: World, what: str
) -> None:
    admin = world.signed_in("admin")
    checklist = {"preparation_items": ITEMS}
    await admin.patch(f"/conferences/{world.district.conference_id}", json=checklist)
    for turn in ("Sáng", "Trưa", "Chiều"):
        _, path, _ = _change(world, what, turn)
        held = {"If-Match": (await admin.get(path)).headers["etag"]}
        changes = [_change(world, what, f"{turn} {word}") for word in ("một", "hai", "ba", "bốn")]
        answers = await asyncio.gather(
            *(
                admin.request(method, path, json=body, headers=held)
                for method, path, body in changes
            )
        )
        statuses = sorted(each.status_code for each in answers)
        assert statuses == [200, 412, 412, 412], [each.text for each in answers]

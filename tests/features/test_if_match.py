"""Of several changes by people who read the same state, one is made: also at once."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from tests.features.test_conferences import ITEMS
from tests.world import World

Change = Callable[[int, str], dict[str, Any]]

CHANGES: dict[str, tuple[str, str, Change]] = {
    "account": (
        "PATCH",
        "/accounts/{account}",
        lambda n, unit: {"display_name": f"Tên {n}"},
    ),
    "unit": ("PATCH", "/units/{unit}", lambda n, unit: {"name": f"Chi bộ thôn {n}"}),
    "member": ("PATCH", "/members/{member}", lambda n, unit: {"full_name": f"Thị Mai {n}"}),
    "session": ("PATCH", "/sessions/{session}", lambda n, unit: {"title": f"Lớp {n}"}),
    "conference": (
        "PATCH",
        "/conferences/{conference}",
        lambda n, unit: {"title": f"Hội nghị {n}"},
    ),
    "groups": (
        "PUT",
        "/conferences/{conference}/groups",
        lambda n, unit: {"groups": [{"label": f"{n}", "unit_ids": [unit]}]},
    ),
    "point": ("PATCH", "/points/{point}", lambda n, unit: {"venue": f"Hội trường {n}"}),
    "preparation": (
        "PATCH",
        "/points/{point}/preparation",
        lambda n, unit: {"marks": [{"item_key": "hall", "result": "done", "note": f"{n}"}]},
    ),
}


@pytest.mark.parametrize("what", CHANGES)
async def test_of_four_who_change_at_once_what_they_read_one_succeeds(
    world: World, what: str
) -> None:
    district, admin = world.district, world.signed_in("admin")
    method, template, change = CHANGES[what]
    unit = str(district.units["village"])
    checklist = {"preparation_items": ITEMS}
    await admin.patch(f"/conferences/{district.conference_id}", json=checklist)
    path = template.format(
        account=district.accounts["truc-bom-bo"],
        unit=unit,
        member=district.people["mai"].id,
        session=district.sessions["line_1"],
        conference=district.conference_id,
        point=district.points["hall"],
    )
    for turn in range(3):
        held = {"If-Match": (await admin.get(path)).headers["etag"]}
        answers = await asyncio.gather(
            *(
                admin.request(method, path, json=change(4 * turn + n, unit), headers=held)
                for n in range(4)
            )
        )
        statuses = sorted(each.status_code for each in answers)
        assert statuses == [200, 412, 412, 412], [each.text for each in answers]

"""What an operation needs before it can be asked: `PREPARED` brings it about, as the admin.

Each gives ids that override the stage's. Everything is new each time, so that one operation never
disturbs the next; what is added belongs to Đảng bộ xã Bom Bo.
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from typing import Final

from tests.contract.operations import Ids
from tests.contract.preparing_accounts import ACCOUNTS
from tests.contract.preparing_clients import CLIENTS
from tests.contract.preparing_deciding import DECIDING
from tests.contract.preparing_halls import HALLS
from tests.contract.preparing_mail import MAIL
from tests.contract.preparing_make_ups import MAKE_UPS
from tests.contract.preparing_marks import MARKS
from tests.contract.preparing_phones import PHONES
from tests.contract.preparing_photos import PHOTOS
from tests.contract.preparing_privacy import PRIVACY
from tests.contract.preparing_reports import REPORTS
from tests.contract.preparing_summaries import SUMMARIES
from tests.contract.stage import Stage

Prepare = Callable[[Stage], Awaitable[Ids]]

_ITEMS: Final = [
    {"key": "hall", "kind": "done", "text": "Hội trường đã sẵn sàng", "forms": ["line", "meet"]}
]

CONNECTED: Final = {
    "file": ("nguoi-tham-gia.csv", "Tên,Giờ vào,Giờ ra\nThôn 3,7:30,8:30\n".encode(), "text/csv")
}

_TO_FREE_DOORS: Final = {
    "rehearsing": ("end-rehearsal",),
    "open": ("close", "lock"),
    "closed": ("lock",),
}


async def _new_session(stage: Stage, *, form: str = "meet") -> Ids:
    session = {
        "conference_id": str(stage.ids["conference_id"]),
        "form": form,
        "ordinal": next(stage.numbers),
        "title": "Lớp học bù",
    }
    return {"session_id": await stage.add("/sessions", session)}


async def _running_session(stage: Stage, *, steps: tuple[str, ...] = ()) -> Ids:
    """Add a Meet session and take it through some steps; the one before gives its doors back."""
    for earlier in stage.running:
        state = (await stage.send("GET", f"/sessions/{earlier}"))["state"]
        for step in _TO_FREE_DOORS.get(state, ()):
            await stage.send("POST", f"/sessions/{earlier}/{step}")
    ids = await _new_session(stage)
    stage.running[:] = [ids["session_id"]]
    for step in steps:
        await stage.send("POST", f"/sessions/{ids['session_id']}/{step}")
    return ids


async def _session_to_open(stage: Stage) -> Ids:
    """Add a Meet session of this hour, which halls of Bom Bo and of the post office attend."""
    hall = {"name": "Hội trường thôn 3", "venue": "Nhà văn hóa thôn 3", "form": "meet"}
    host = {"host_unit_id": str(stage.ids["unit_id"]), "expected_unit_ids": []}
    await stage.add(f"/conferences/{stage.ids['conference_id']}/points", hall | host)
    ids = await _running_session(stage)
    time = {"starts_at": (stage.world.clock() + timedelta(hours=1)).isoformat()}
    await stage.send("PATCH", f"/sessions/{ids['session_id']}", time)
    return ids


async def _session_with_time(stage: Stage) -> Ids:
    ids = await _new_session(stage, form="line")
    time = {"starts_at": "2022-03-16T00:30:00Z"}
    await stage.send("PATCH", f"/sessions/{ids['session_id']}", time)
    return ids


async def _notice(stage: Stage) -> Ids:
    """Add a session, and read up to where its notice of the units without a group has got."""
    ids = await _new_session(stage, form="line")
    read = await stage.send("GET", f"/sessions/{ids['session_id']}/notices")
    (sequence,) = [each["sequence"] for each in read["notices"] if each["label"] is None]
    return {**ids, "sequence": sequence}


async def _new_conference(stage: Stage) -> Ids:
    number = next(stage.numbers)
    conference = {
        "organiser_id": str(stage.world.district.units["district"]),
        "title": f"Hội nghị báo cáo viên {number}",
        "quarter": 2,
        "year": 2022,
        "plan_number": f"{number}-KH/HU",
        "another": True,
    }
    return {"conference_id": await stage.add("/conferences", conference)}


async def _new_screen(stage: Stage) -> Ids:
    return {"screen_id": await stage.add(f"/points/{stage.ids['point_id']}/screens")}


async def _new_point(stage: Stage) -> Ids:
    point = {
        "name": "Điểm cầu thôn 3",
        "venue": "Nhà văn hóa thôn 3",
        "form": "line",
        "host_unit_id": str(stage.ids["unit_id"]),
        "expected_unit_ids": [],
    }
    path = f"/conferences/{stage.ids['conference_id']}/points"
    return {"point_id": await stage.add(path, point)}


async def _checklist(stage: Stage) -> Ids:
    items = {"preparation_items": _ITEMS}
    await stage.send("PATCH", f"/conferences/{stage.ids['conference_id']}", items)
    return {}


async def _new_cell(stage: Stage) -> Ids:
    cell = {
        "kind": "cell",
        "name": f"Chi bộ thôn {next(stage.numbers)}",
        "parent_id": str(stage.ids["unit_id"]),
        "valid_from": "2022-01-01",
    }
    return {"unit_id": await stage.add("/units", cell)}


async def _two_cells(stage: Stage) -> Ids:
    """Add a cell of Bom Bo, and another that it may become part of."""
    successor = await _new_cell(stage)
    ending = await _new_cell(stage)
    return {**ending, "successor_id": successor["unit_id"]}


async def _new_member(stage: Stage) -> Ids:
    new = {"full_name": "Điểu Lên"}
    return {"member_id": await stage.add(f"/units/{stage.ids['unit_id']}/members", new)}


async def _member_to_go(stage: Stage) -> Ids:
    return {**await _new_member(stage), "unit_id": stage.world.district.units["village"]}


async def _member_away(stage: Stage) -> Ids:
    ids = await _member_to_go(stage)
    away = {"unit_id": str(ids["unit_id"]), "kind": "temporary"}
    await stage.send("POST", f"/members/{ids['member_id']}/transfer", away)
    return ids


async def _unmatched_exclusion(stage: Stage) -> Ids:
    line = {"full_name": f"Người Lạ {next(stage.numbers)}", "unit_name": "Đảng bộ xã Bom Bo"}
    lines = {"document_number": "43-KH/HU, 17/02/2022", "lines": [line]}
    path = f"/conferences/{stage.ids['conference_id']}/exclusions"
    added = await stage.send("POST", path, lines)
    return {**await _new_member(stage), "exclusion_id": added["lines"][0]["id"]}


async def _exclusion(stage: Stage) -> Ids:
    ids = await _unmatched_exclusion(stage)
    meant = {"member_id": str(ids["member_id"])}
    await stage.send("PATCH", f"/exclusions/{ids['exclusion_id']}", meant)
    return ids


async def _allocated(stage: Stage) -> Ids:
    wanted = {"unit_id": str(stage.ids["unit_id"]), "is_dry_run": False}
    path = f"/conferences/{stage.ids['conference_id']}/allocation/propose"
    await stage.send("POST", path, wanted)
    return {}


async def _put_into_line_1(stage: Stage) -> Ids:
    """Put all of Bom Bo's own members into the session that is open."""
    await _new_member(stage)
    together = {"unit_id": str(stage.ids["unit_id"]), "session_id": str(stage.ids["session_id"])}
    path = "/units/{unit_id}/allocation/{conference_id}".format_map(stage.ids)
    await stage.send("PUT", path, {"moves": [together]})
    return {}


async def _summoned(stage: Stage) -> Ids:
    await _allocated(stage)
    wanted = {"unit_id": str(stage.ids["unit_id"])}
    path = f"/conferences/{stage.ids['conference_id']}/allocation/publish"
    await stage.send("POST", path, wanted)
    return {}


async def _printed(stage: Stage) -> Ids:
    path = "/conferences/{conference_id}/units/{unit_id}/roster".format_map(stage.ids)
    await stage.admin.get(path, params={"format": "xlsx"})
    return {"code": (await stage.send("GET", path))["latest_print"]["code"]}


async def _connected(stage: Stage) -> Ids:
    """Let a Meet session be open to which somebody was connected."""
    ids = await _running_session(stage, steps=("open",))
    path = f"/sessions/{ids['session_id']}/meet-participants"
    sent = await stage.admin.post(path, files=CONNECTED, data={"dry_run": "false"})
    assert sent.status_code == 201, sent.text
    listed = await stage.send("GET", path)
    return {**ids, "participant_id": listed["items"][0]["id"]}


PREPARED: Final[dict[str, Prepare]] = {
    **ACCOUNTS,
    **CLIENTS,
    **PHONES,
    **PHOTOS,
    **MARKS,
    **DECIDING,
    **HALLS,
    **MAKE_UPS,
    **MAIL,
    **REPORTS,
    **PRIVACY,
    **SUMMARIES,
    "openSession": _session_to_open,
    "closeSession": partial(_running_session, steps=("open",)),
    "reopenSession": partial(_running_session, steps=("open", "close")),
    "lockSession": partial(_running_session, steps=("open", "close")),
    "rehearseSession": _running_session,
    "endRehearsal": partial(_running_session, steps=("rehearse",)),
    "changeSession": _new_session,
    "removeSession": _new_session,
    "removeConference": _new_conference,
    "postponeSession": _new_session,
    "cancelSession": _new_session,
    "setCapacity": partial(_new_session, form="line"),
    "readCalendar": _session_with_time,
    "markPosted": _notice,
    "revokeScreen": _new_screen,
    "removePoint": _new_point,
    "markPreparation": _checklist,
    "moveUnit": _new_cell,
    "mergeUnit": _two_cells,
    "endUnit": _new_cell,
    "eraseMember": _new_member,
    "transferMember": _member_to_go,
    "returnMember": _member_away,
    "settleExclusion": _unmatched_exclusion,
    "removeExclusion": _exclusion,
    "listExclusions": _exclusion,
    "listAllocatedMembers": _allocated,
    "decideAllocation": _new_member,
    "publishSummonses": _allocated,
    "readSummons": _summoned,
    "readSessionRoster": _put_into_line_1,
    "readRosterPrint": _printed,
    "importMeetParticipants": partial(_running_session, steps=("open",)),
    "listMeetParticipants": _connected,
    "matchMeetParticipant": _connected,
    "readMeetHalls": _connected,
}

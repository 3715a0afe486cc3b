"""The audit: what was done, who read which names, and who may know."""

from datetime import timedelta
from typing import Any

import httpx2 as httpx
import pytest

from api import events
from api.access import actions as access
from api.access.guards import actor_of
from api.access.roles import Principal
from api.events import SYSTEM, Actor, Happening
from api.kit.ids import new_id
from api.tables.members import Member
from api.units.actions import add_unit
from api.words import Role, UnitKind
from tests.world import World


async def _read(client: httpx.AsyncClient, path: str = "/events", **query: str) -> list[Any]:
    """Follow a list to its end, in pages of two."""
    items: list[Any] = []
    params = {**query, "limit": "2"}
    for _ in range(200):
        answer = await client.get(path, params=params)
        assert answer.status_code == 200, answer.text
        page = answer.json()
        items += page["items"]
        if page["next_cursor"] is None:
            return items
        params["cursor"] = page["next_cursor"]
    raise AssertionError(f"{path} does not end")


async def _check_in(world: World, key: str = "khanh", point: str = "commune") -> None:
    screen, phone = await world.screen(point), world.phone()
    await phone.exchange(await screen.typed())
    person = world.district.people[key]
    assert (await phone.name(person, last4=person.last4)).status_code == 200


async def _write(world: World, *happenings: Happening) -> None:
    async with world.database.write() as db:
        await events.append(db, *happenings)


def _account(world: World, username: str) -> Actor:
    return actor_of(Principal(world.district.accounts[username], username, username, ()))


# ------------------------------------------------------------------------------------ events


async def test_the_admin_reads_what_was_done_the_newest_first(world: World) -> None:
    admin = world.signed_in("admin")
    session = await world.open()
    world.clock.move(minutes=5)
    await world.close()
    acts = [each["act"] for each in await _read(admin, session_id=str(session))]
    assert acts[:2] in (
        ["session.closed", "window.closed"],
        ["window.closed", "session.closed"],
    )
    assert "session.opened" in acts[2:]
    everything = await _read(admin)
    assert [each["happened_at"] for each in everything] == sorted(
        (each["happened_at"] for each in everything), reverse=True
    )
    assert len({each["id"] for each in everything}) == len(everything)


async def test_an_event_names_who_did_it(world: World) -> None:
    await world.open()
    screen = await world.screen("commune")
    phone = world.phone()
    await phone.exchange(await screen.typed())
    await phone.name(world.district.people["khanh"], last4="5005")
    admin = world.signed_in("admin")
    (opened,) = await _read(admin, act="session.opened")
    account = world.district.accounts["admin"]
    assert opened["actor"] == {"kind": "account", "id": str(account), "display_name": "admin"}
    (paired,) = await _read(admin, act="screen.paired")
    assert paired["actor"]["kind"] == "screen"
    assert paired["actor"]["display_name"] == "Điểm cầu xã Bom Bo"
    (recorded,) = await _read(admin, act="attendance.recorded")
    assert recorded["actor"]["kind"] == "device"
    assert recorded["actor"]["display_name"] is None
    added = (await _read(admin, act="unit.added"))[0]
    assert added["actor"] == {"kind": "system", "id": None, "display_name": None}


async def test_an_event_tells_what_a_field_was_and_is(world: World) -> None:
    member = world.district.people["khanh"]
    changes = events.changed({"card_number": None, "status": "official"}, {"card_number": "1"})
    await _write(
        world,
        Happening(
            _account(world, "bithu-bom-bo"),
            events.MEMBER_CHANGED,
            member.id,
            world.clock(),
            detail={"rows": 1},
            changes=changes,
        ),
    )
    admin = world.signed_in("admin")
    (event,) = await _read(admin, subject_id=str(member.id), act="member.changed")
    assert event["changes"] == {
        "card_number": {"before": None, "after": "1"},
        "status": {"before": "official", "after": None},
    }
    assert event["detail"] == {"rows": 1}


@pytest.mark.parametrize(
    ("act", "kind", "key", "told"),
    [
        ("unit.added", "units", "post", {"name": "Chi bộ Bưu điện", "kind": "grassroots_cell"}),
        ("bridge_point.added", "points", "hub", {"form": "meet", "is_hub": True}),
        ("session.added", "sessions", "line_2", {"form": "line", "ordinal": 2, "share": 1}),
        ("conference.added", None, "", {"year": 2022, "quarter": 1}),
    ],
)
async def test_what_was_added_is_told_with_what_it_was(
    world: World, act: str, kind: str | None, key: str, told: dict[str, Any]
) -> None:
    district = world.district
    subject = getattr(district, kind)[key] if kind else district.conference_id
    (event,) = await _read(world.signed_in("admin"), act=act, subject_id=str(subject))
    after = {name: change["after"] for name, change in event["changes"].items()}
    assert told.items() <= after.items()
    assert {change["before"] for change in event["changes"].values()} == {None}
    if kind == "points":
        assert after["host_unit_id"] == str(district.units["propaganda"])


async def test_events_are_found_by_act_thing_actor_subject_and_time(world: World) -> None:
    admin, district = world.signed_in("admin"), world.district
    before = world.clock()
    session = await world.open()
    world.clock.move(hours=1)
    await world.close()
    later = before + timedelta(minutes=30)
    of_sessions = [each["act"] for each in await _read(admin, act="session")]
    assert set(of_sessions) == {"session.added", "session.opened", "session.closed"}
    assert await _read(admin, act="ses") == []
    assert await _read(admin, act="session.never") == []
    (closed,) = await _read(admin, act="session.closed", since=later.isoformat())
    assert closed["subject_id"] == str(session)
    assert await _read(admin, act="session.closed", until=later.isoformat()) == []
    (opened,) = await _read(admin, act="session.opened", until=later.isoformat())
    exactly = {"since": opened["happened_at"], "until": closed["happened_at"]}
    assert [each["act"] for each in await _read(admin, act="session.opened", **exactly)] == [
        "session.opened"
    ]
    assert await _read(admin, act="session.closed", **exactly) == [], "`until` is not included"
    mine = await _read(admin, actor_id=str(district.accounts["admin"]))
    assert {each["actor"]["display_name"] for each in mine} == {"admin"}
    unit = str(district.units["village"])
    assert {each["subject_id"] for each in await _read(admin, subject_id=unit)} == {unit}


@pytest.mark.parametrize(
    "query",
    [
        {"cursor": "x"},
        {"act": "Session Opened"},
        {"act": "%"},
        {"since": "yesterday"},
        {"since": "2022-03-15T07:30:00"},
        {"actor_id": "admin"},
        {"who": "admin"},
    ],
)
async def test_what_cannot_be_read_as_a_filter_is_refused(
    world: World, query: dict[str, str]
) -> None:
    answer = await world.signed_in("admin").get("/events", params=query)
    assert answer.status_code == 422


async def test_an_underscore_in_an_act_is_an_underscore(world: World) -> None:
    admin = world.signed_in("admin")
    assert {each["act"] for each in await _read(admin, act="bridge_point")} == {
        "bridge_point.added"
    }
    await _write(
        world, Happening(SYSTEM, "bridgeXpoint.added", new_id(world.clock()), world.clock())
    )
    assert {each["act"] for each in await _read(admin, act="bridge_point")} == {
        "bridge_point.added"
    }


@pytest.mark.parametrize(
    "username", ["thuong-truc", "van-phong", "bithu-bom-bo", "truc-bom-bo", "bithu-buu-dien"]
)
async def test_nobody_but_the_admin_reads_the_audit(world: World, username: str) -> None:
    answer = await world.signed_in(username).get("/events")
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")


async def test_the_admin_of_one_commune_reads_what_was_done_below_it(world: World) -> None:
    """A deployment may hold several organisers: who has one of them reads that one's events."""
    district = world.district
    await world.open()
    await _check_in(world)
    async with world.database.write() as db:
        account = district.accounts["truc-bom-bo"]
        await access.grant(
            db,
            account_id=account,
            unit_id=district.units["bom_bo"],
            role=Role.DISTRICT_ADMIN,
            at=world.clock(),
        )
    await world.give_totp("truc-bom-bo")
    found = await _read(world.signed_in("truc-bom-bo"))
    subjects = {each["subject_id"] for each in found}
    below = {str(district.units[key]) for key in ("bom_bo", "village", "school")}
    others = {str(unit) for unit in district.units.values()} - below
    assert below <= subjects
    assert not subjects & others
    assert not subjects & {str(session) for session in district.sessions.values()}
    assert str(district.people["khanh"].id) in subjects, "a phone was bound to him"
    assert str(district.accounts["bithu-buu-dien"]) not in subjects
    assert str(district.accounts["bithu-bom-bo"]) in subjects


async def test_the_admin_of_another_tree_reads_nothing_of_this_one(world: World) -> None:
    district = world.district
    async with world.database.write() as db:
        other = await add_unit(
            db,
            SYSTEM,
            name="Đảng bộ tỉnh khác",
            kind=UnitKind.COMMITTEE,
            parent=None,
            bloc=None,
            valid_from=world.clock().date(),
            at=world.clock(),
        )
        account = district.accounts["thuong-truc"]
        await access.grant(
            db, account_id=account, unit_id=other.id, role=Role.DISTRICT_ADMIN, at=world.clock()
        )
    await world.give_totp("thuong-truc")
    found = await _read(world.signed_in("thuong-truc"))
    assert {each["subject_id"] for each in found} <= {str(other.id), str(account)}
    # And who held the whole deployment as long as it was one tree holds his own tree now.
    mine = {each["subject_id"] for each in await _read(world.signed_in("admin"))}
    assert str(other.id) not in mine
    assert {str(session) for session in district.sessions.values()} <= mine
    assert {str(point) for point in district.points.values()} <= mine


# ------------------------------------------------------------------------- reading attendance


async def test_reading_attendance_leaves_an_event_of_the_unit_read(world: World) -> None:
    session = await world.open()
    await _check_in(world)
    admin, district = world.signed_in("admin"), world.district
    query = {"session_id": str(session)}
    for username in ("admin", "bithu-bom-bo", "bithu-buu-dien"):
        await world.signed_in(username).get("/attendance", params=query)
    unit = str(district.units["village"])
    await admin.get("/attendance", params={**query, "unit_id": unit})
    read = await _read(admin, act="members.read", session_id=str(session))
    assert sorted((each["actor"]["display_name"], each["subject_id"]) for each in read) == sorted(
        [
            ("admin", str(district.units["district"])),
            ("admin", unit),
            ("bithu-bom-bo", str(district.units["bom_bo"])),
        ]
    ), "who saw no name has viewed nobody"
    assert {each["detail"]["list"] for each in read} == {"listAttendance"}
    assert {each["detail"]["count"] for each in read} == {1}


# ------------------------------------------------------------------------------ who viewed him


async def _views(world: World, key: str, *, username: str = "admin") -> list[Any]:
    member_id = world.district.people[key].id
    return await _read(world.signed_in(username), f"/members/{member_id}/views")


async def test_a_member_s_secretary_sees_who_viewed_him(world: World) -> None:
    district, session = world.district, await world.open()
    member = district.people["khanh"]
    await _check_in(world)
    secretary = world.signed_in("bithu-bom-bo")
    await secretary.get("/attendance", params={"session_id": str(session)})
    world.clock.move(minutes=1)
    read_himself = Happening(
        _account(world, "admin"),
        events.MEMBERS_READ,
        member.id,
        world.clock(),
        detail={"list": "readMember", "count": 1},
    )
    await _write(world, read_himself)
    himself, listed = await _views(world, "khanh", username="bithu-bom-bo")
    assert himself["certain"] is True
    assert himself["viewer"]["display_name"] == "admin"
    assert (himself["operation"], himself["count"]) == ("readMember", 1)
    assert himself["subject_id"] == str(member.id)
    assert listed["certain"] is False
    assert listed["viewer"]["display_name"] == "bithu-bom-bo"
    assert listed["operation"] == "listAttendance"
    assert (listed["subject_id"], listed["session_id"]) == (
        str(district.units["bom_bo"]),
        str(session),
    )
    assert await _views(world, "son") == [], "Bưu điện is not below Bom Bo"


async def test_a_member_is_not_viewed_by_what_was_only_changed(world: World) -> None:
    member = world.district.people["khanh"]
    actor = _account(world, "admin")
    await _write(world, Happening(actor, events.MEMBER_CHANGED, member.id, world.clock()))
    assert await _views(world, "khanh") == []


async def test_lists_count_for_a_member_while_he_belonged_to_their_unit(world: World) -> None:
    """From thôn 3 to Bưu điện: each secretary's reading counts for his time there alone."""
    district = world.district
    khanh, village, post = (
        district.people["khanh"],
        district.units["village"],
        district.units["post"],
    )

    async def both_read(minute: int) -> None:
        at = world.clock.move(minutes=1)
        detail = {"list": "listMembers", "count": minute}
        admin = _account(world, "admin")
        await _write(
            world,
            Happening(admin, events.MEMBERS_READ, village, at, detail=detail),
            Happening(admin, events.MEMBERS_READ, post, at, detail=detail),
        )

    await both_read(1)
    at = world.clock.move(minutes=1)
    async with world.database.write() as db:
        member = await db.get_one(Member, khanh.id)
        member.unit_id = post
        changes = events.changed({"unit_id": str(village)}, {"unit_id": str(post)})
        actor = _account(world, "admin")
        await events.append(
            db, Happening(actor, events.MEMBER_TRANSFERRED, khanh.id, at, changes=changes)
        )
    await both_read(3)
    found = [(each["subject_id"], each["count"]) for each in await _views(world, "khanh")]
    assert found == [(str(post), 3), (str(village), 1)]
    assert [each["count"] for each in await _views(world, "mai")] == [3, 1]


async def test_lists_read_before_he_was_added_are_not_his(world: World) -> None:
    village = world.district.units["village"]
    before = world.clock() - timedelta(days=1)
    await _write(world, Happening(_account(world, "admin"), events.MEMBERS_READ, village, before))
    assert await _views(world, "khanh") == []


@pytest.mark.parametrize(
    ("username", "status"),
    [
        ("admin", 200),
        ("bithu-bom-bo", 200),
        ("bithu-buu-dien", 404),
        ("truc-bom-bo", 404),
        ("thuong-truc", 404),
        ("van-phong", 404),
    ],
)
async def test_who_viewed_is_told_to_those_who_keep_the_member(
    world: World, username: str, status: int
) -> None:
    path = f"/members/{world.district.people['khanh'].id}/views"
    assert (await world.signed_in(username).get(path)).status_code == status


async def test_views_of_nobody_are_not_found_and_a_wrong_cursor_is_refused(world: World) -> None:
    admin = world.signed_in("admin")
    assert (await admin.get(f"/members/{new_id(world.clock())}/views")).status_code == 404
    path = f"/members/{world.district.people['khanh'].id}/views"
    assert (await admin.get(path, params={"cursor": "x"})).json()["code"] == "cursor_invalid"

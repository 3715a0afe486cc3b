"""Nghĩa Trung and Nghĩa Bình, two communes side by side: neither reaches into the other.

Each has a cell "Chi bộ thôn 1" with a member Điểu Hạnh, so nothing is told apart by a name.
"""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import httpx2 as httpx
import pytest

from api.access import actions as access
from api.events import SYSTEM
from api.kit.ids import new_id
from api.members.actions import NewMember, add_members
from api.tables.members import Member
from api.tables.units import Unit
from api.units.actions import add_unit
from api.words import MemberStatus, Role, UnitKind
from tests.contract.canary import text_of
from tests.contract.conformance import document
from tests.district import Person
from tests.world import World


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune with one cell, its two members, and its secretary."""

    unit_id: UUID
    cell_id: UUID
    members: list[Person]
    secretary: httpx.AsyncClient


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The two communes of the story."""

    trung: Commune
    binh: Commune


async def _settle(world: World, name: str, username: str, cards: tuple[str, str]) -> Commune:
    at, district = world.clock(), world.district
    async with world.database.write() as db:
        root = await db.get_one(Unit, district.units["district"])
        units: list[Unit] = []
        for title, parent in ((f"Đảng bộ xã {name}", root), ("Chi bộ thôn 1", None)):
            unit = await add_unit(
                db,
                SYSTEM,
                name=title,
                kind=UnitKind.GRASSROOTS_COMMITTEE if parent else UnitKind.CELL,
                parent=parent or units[0],
                bloc=None,
                valid_from=at.date(),
                at=at,
            )
            units.append(unit)
        new = [
            NewMember("Điểu Hạnh", cards[0], MemberStatus.OFFICIAL),
            NewMember(f"Lâm Văn {name.split()[1]}", cards[1], MemberStatus.OFFICIAL),
        ]
        added = await add_members(db, SYSTEM, units[1], new, at=at)
        account_id = await access.add_account(
            db, SYSTEM, username=username, display_name=username, password_hash="x", at=at
        )
        await access.grant(
            db, account_id=account_id, unit_id=units[0].id, role=Role.SECRETARY, at=at
        )
        sign_in = await access.begin_sign_in(db, account_id, user_agent="a browser", at=at)
    world.district = replace(
        world.district,
        accounts=world.district.accounts | {username: account_id},
        sign_ins=world.district.sign_ins | {username: sign_in.id},
    )
    people = [
        Person(each.id, each.full_name, card[-4:], units[1].id)
        for each, card in zip(added, cards, strict=True)
    ]
    return Commune(units[0].id, units[1].id, people, world.signed_in(username))


@pytest.fixture
async def both(world: World) -> Neighbours:
    """Settle the two communes, and open line 1 where a member of each has checked in."""
    trung = await _settle(world, "Nghĩa Trung", "bithu-nghia-trung", ("20001111", "20002222"))
    binh = await _settle(world, "Nghĩa Bình", "bithu-nghia-binh", ("20003333", "20004444"))
    await world.open("line_1")
    screen = await world.screen("hall")
    for commune in (trung, binh):
        for person in commune.members:
            phone = world.phone()
            await phone.exchange(await screen.typed())
            assert (await phone.name(person, last4=person.last4)).status_code == 200
            world.clock.move(seconds=1)
    return Neighbours(trung, binh)


def _tells_of(text: str, commune: Commune) -> bool:
    """Tell whether an answer names somebody of a commune, by id or by what only he has."""
    return any(str(each.id) in text for each in commune.members) or "Văn Bình" in text


async def test_the_story_can_be_told(world: World, both: Neighbours) -> None:
    """Everything that is refused below is there, and is answered to whose it is."""
    session = {"session_id": str(world.district.sessions["line_1"])}
    for path, query in (
        (f"/units/{both.binh.cell_id}/members", {}),
        (f"/members/{both.binh.members[0].id}", {}),
        (f"/members/{both.binh.members[0].id}/views", {}),
        ("/attendance", session),
    ):
        answer = await both.binh.secretary.get(path, params=query)
        assert answer.status_code == 200, path
    assert _tells_of((await both.binh.secretary.get("/attendance", params=session)).text, both.binh)


async def test_by_path_it_is_not_found(both: Neighbours) -> None:
    for path in (
        f"/units/{both.binh.unit_id}",
        f"/units/{both.binh.cell_id}",
        f"/units/{both.binh.unit_id}/members",
        f"/units/{both.binh.cell_id}/members",
        *(f"/members/{each.id}" for each in both.binh.members),
        *(f"/members/{each.id}/views" for each in both.binh.members),
    ):
        answer = await both.trung.secretary.get(path)
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found"), path


async def test_a_guessed_id_is_answered_like_a_right_one(world: World, both: Neighbours) -> None:
    """So whoever guesses does not learn that he guessed right."""
    secretary, guess = both.trung.secretary, new_id(world.clock())
    for right, path in (
        (both.binh.cell_id, "/units/{}"),
        (both.binh.cell_id, "/units/{}/members"),
        (both.binh.members[0].id, "/members/{}"),
        (both.binh.members[0].id, "/members/{}/views"),
    ):
        theirs, nobodys = [await secretary.get(path.format(each)) for each in (right, guess)]
        assert (theirs.status_code, theirs.json()) == (nobodys.status_code, nobodys.json())
        theirs.headers.pop("date", None)
        assert theirs.headers == nobodys.headers


async def test_by_filter_nothing_is_found(world: World, both: Neighbours) -> None:
    secretary, session = both.trung.secretary, str(world.district.sessions["line_1"])
    for unit_id in (both.binh.unit_id, both.binh.cell_id):
        query = {"session_id": session, "unit_id": str(unit_id)}
        assert (await secretary.get("/attendance", params=query)).json()["items"] == []
        units = await secretary.get("/units", params={"parent_id": str(unit_id)})
        assert units.json()["items"] == []
    found = (await secretary.get("/units", params={"q": "nghia binh"})).json()["items"]
    assert found == []
    (mine,) = (await secretary.get("/units", params={"q": "thon 1"})).json()["items"]
    assert mine["id"] == str(both.trung.cell_id)
    path = f"/units/{both.trung.cell_id}/members"
    (hanh,) = (await secretary.get(path, params={"q": "dieu hanh"})).json()["items"]
    assert hanh["id"] == str(both.trung.members[0].id)


async def _cursors(client: httpx.AsyncClient, path: str, **query: str) -> list[str]:
    found: list[str] = []
    params = {**query, "limit": "1"}
    while True:
        page = (await client.get(path, params=params)).json()
        if page["next_cursor"] is None:
            return found
        found.append(page["next_cursor"])
        params["cursor"] = page["next_cursor"]


async def test_by_a_cursor_of_theirs_only_her_own_is_listed(world: World, both: Neighbours) -> None:
    secretary, theirs = both.trung.secretary, both.binh.secretary
    session = {"session_id": str(world.district.sessions["line_1"])}
    for path, own, query in (
        (f"/units/{both.binh.cell_id}/members", f"/units/{both.trung.cell_id}/members", {}),
        ("/units", "/units", {}),
        ("/attendance", "/attendance", session),
    ):
        cursors = await _cursors(theirs, path, **query)
        assert cursors, path
        for cursor in cursors:
            answer = await secretary.get(own, params={**query, "cursor": cursor})
            assert answer.status_code == 200
            assert not _tells_of(answer.text, both.binh)
            units = {each.get("unit_id", each["id"]) for each in answer.json()["items"]}
            assert units <= {str(both.trung.unit_id), str(both.trung.cell_id)}


async def test_lists_without_a_filter_hold_her_own_alone(world: World, both: Neighbours) -> None:
    session = {"session_id": str(world.district.sessions["line_1"]), "limit": "100"}
    attendance = await both.trung.secretary.get("/attendance", params=session)
    ids = [each["member_id"] for each in attendance.json()["items"]]
    assert ids == [str(each.id) for each in both.trung.members]
    units = (await both.trung.secretary.get("/units")).json()["items"]
    assert {each["id"] for each in units} == {str(both.trung.unit_id), str(both.trung.cell_id)}


def _exports() -> list[tuple[str, dict[str, Any]]]:
    """List the paths that answer a file, with their operations."""
    return [
        (path, methods["get"])
        for path, methods in document()["paths"].items()
        if set(methods.get("get", {}).get("responses", {}).get("200", {}).get("content", {}))
        - {"application/json"}
    ]


async def test_by_export_nothing_of_theirs_is_taken_away(world: World, both: Neighbours) -> None:
    """Every operation that answers a file, with every id of Nghĩa Bình, in its path and filters."""
    district = world.district
    ids = {
        "unit_id": str(both.binh.cell_id),
        "member_id": str(both.binh.members[0].id),
        "conference_id": str(district.conference_id),
        "session_id": str(district.sessions["line_1"]),
        "point_id": str(district.points["hall"]),
    }
    for path, operation in _exports():
        places = {each["name"]: each["in"] for each in operation.get("parameters", [])}
        if {name for name, place in places.items() if place == "path"} - set(ids):
            continue
        filters = {name for name, place in places.items() if place == "query"} & set(ids)
        for query in ({}, {name: ids[name] for name in filters}):
            for form in ("json", "csv", "xlsx", "docx") if "format" in places else (None,):
                answer = await both.trung.secretary.get(
                    path.format(**ids).removeprefix("/api/v1"),
                    params=query | ({"format": form} if form else {}),
                )
                told = _tells_of(text_of(answer), both.binh)
                assert not told, f"{operation['operationId']} {form} {query}"


async def test_by_an_id_in_a_body_nothing_is_changed(world: World, both: Neighbours) -> None:
    """Whatever takes an id of a unit or a member refuses Nghĩa Bình's, and leaves it as it was."""
    secretary, binh = both.trung.secretary, both.binh
    person = str(binh.members[0].id)
    attempts: list[tuple[str, str, dict[str, Any]]] = [
        ("POST", f"/units/{binh.cell_id}/members", {"full_name": "Kẻ Lạ"}),
        ("POST", "/units", {"parent_id": str(binh.unit_id), "name": "Chi bộ lạ", "kind": "cell"}),
        ("PATCH", f"/units/{binh.cell_id}", {"name": "Chi bộ thôn 2"}),
        ("PATCH", f"/members/{person}", {"full_name": "Điểu Hạnh Khác"}),
        ("POST", f"/members/{person}/transfer", {"unit_id": str(both.trung.cell_id)}),
        (
            "POST",
            f"/members/{both.trung.members[0].id}/transfer",
            {"unit_id": str(binh.cell_id), "kind": "permanent"},
        ),
    ]
    for method, path, body in attempts:
        answer = await secretary.request(method, path, json=body)
        assert 400 <= answer.status_code < 500, f"{method} {path}: {answer.text}"
        assert not _tells_of(answer.text.replace(person, ""), binh), path
    async with world.database.read() as db:
        cell = await db.get_one(Unit, binh.cell_id)
        assert cell.name == "Chi bộ thôn 1"
        for person_of, unit_id in [
            *((each, binh.cell_id) for each in binh.members),
            *((each, both.trung.cell_id) for each in both.trung.members),
        ]:
            member = await db.get_one(Member, person_of.id)
            assert (member.full_name, member.unit_id) == (person_of.name, unit_id)

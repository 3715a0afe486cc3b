"""Programs of third parties: let in, narrowed, given new secrets, and shown the door."""

import base64
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from jose import jwt
from sqlalchemy import String, cast, select, update
from structlog.testing import capture_logs

from api import events
from api.access.guards import ACCESS_TYP
from api.access.programs import CLIENT_TYP
from api.access.roles import ClientScope
from api.kit import tokens
from api.kit.ids import new_id
from api.tables.access import Client
from api.tables.events import Event
from api.tables.sessions import Session
from tests.district import MASTER_KEY, PUBLIC_URL
from tests.programs import Program, a_program
from tests.world import Answer, World


def _new(world: World, **differs: Any) -> dict[str, Any]:
    return {
        "unit_id": str(world.district.units["bom_bo"]),
        "name": "Phần mềm tổng hợp của Văn phòng",
        "contact": "ky-thuat@tonghop.huyenuy.example",
        "scopes": ["units:read", "attendance:count"],
        **differs,
    }


def _basic(client_id: str, secret: str) -> dict[str, str]:
    proof = base64.b64encode(f"{client_id}:{secret}".encode()).decode()
    return {"Authorization": f"Basic {proof}"}


async def _added(world: World, **differs: Any) -> dict[str, Any]:
    answer = await world.signed_in("admin").post("/clients", json=_new(world, **differs))
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


def _of(answer: Answer) -> tuple[int, str, str]:
    body = answer.json()
    return answer.status_code, body["code"], body.get("error", "")


async def test_the_admin_lets_a_program_in_and_shows_it_the_door(world: World) -> None:
    admin = world.signed_in("admin")
    added = await _added(world)
    secret = added.pop("client_secret")
    assert secret.startswith("ddcs_")
    assert (added["requests_per_minute"], added["version"]) == (600, 1)
    program = Program(world, UUID(added["id"]), secret)
    with capture_logs() as logged:
        token = (await program.ask()).json()["access_token"]
        assert (await Program(world, program.id, f"{secret}x").ask()).status_code == 401
    assert secret not in str(logged)
    assert token not in str(logged)
    again = await admin.post("/clients", json=_new(world))
    assert (again.status_code, again.json()["code"]) == (409, "client_exists")

    browser = await program.browser()
    seen = {unit["name"] for unit in (await browser.get("/units")).json()["items"]}
    assert seen == {"Đảng bộ xã Bom Bo", "Chi bộ thôn 3", "Chi bộ Trường THCS Hoa Ban"}
    listed = (await admin.get("/clients")).json()["items"]
    assert listed == [added], "without its secret"
    read = await admin.get(f"/clients/{added['id']}")
    assert read.json() == added

    stale = await admin.patch(
        f"/clients/{added['id']}", json={"name": "Khác"}, headers={"If-Match": '"stale"'}
    )
    assert stale.status_code == 412
    changed = await admin.patch(
        f"/clients/{added['id']}",
        json={"scopes": ["attendance:count"], "requests_per_minute": 60},
        headers={"If-Match": read.headers["etag"]},
    )
    assert (changed.json()["scopes"], changed.json()["version"]) == (["attendance:count"], 2)
    gone = await browser.get("/units")
    assert _of(gone) == (403, "insufficient_scope", "insufficient_scope")
    challenge = 'Bearer error="insufficient_scope", scope="units:read"'
    assert gone.headers["www-authenticate"] == challenge

    assert (await admin.delete(f"/clients/{added['id']}")).status_code == 204
    assert (await admin.delete(f"/clients/{added['id']}")).status_code == 204
    assert _of(await browser.get("/units"))[:2] == (401, "unauthenticated")
    assert _of(await program.ask()) == (401, "client_refused", "invalid_client")
    assert (await admin.get("/clients")).json()["items"] == []
    kept = (await admin.get("/clients", params={"include_revoked": True})).json()["items"]
    assert kept[0]["revoked_at"] is not None
    late = await admin.patch(f"/clients/{added['id']}", json={"name": "Khác"})
    assert (late.status_code, late.json()["code"]) == (409, "client_revoked")

    trail = (await admin.get("/events", params={"subject_id": added["id"]})).json()["items"]
    acts = {events.CLIENT_REVOKED, events.CLIENT_CHANGED, events.CLIENT_ADDED}
    assert {each["act"] for each in trail} == acts
    async with world.database.read() as db:
        kept_texts = (await db.scalars(select(cast(Event.detail, String)))).all()
        hashes = (await db.scalars(select(Client.secret_hash))).all()
    assert secret not in "".join([*kept_texts, *hashes]), "nowhere but in the answer"


async def test_a_program_has_its_token_by_the_header_or_by_the_form(world: World) -> None:
    program = await a_program(world, {ClientScope.UNITS_READ, ClientScope.SESSIONS_READ})
    asker, grant = world.client(), {"grant_type": "client_credentials"}
    given = await asker.post(
        "/auth/token", data=grant, headers=_basic(str(program.id), program.secret)
    )
    assert given.status_code == 200, given.text
    body = given.json()
    assert (body["scope"], body["expires_in"]) == ("sessions:read units:read", 600)
    assert "refresh_token" not in body
    assert given.headers["cache-control"] == "no-store"
    less = (await program.ask(scope="units:read")).json()
    assert less["scope"] == "units:read"
    narrow = world.client(Authorization=f"Bearer {less['access_token']}")
    assert (await narrow.get("/units")).status_code == 200
    assert (await narrow.get("/sessions")).status_code == 403

    more = await program.ask(scope="units:read attendance:read")
    assert _of(more) == (400, "scope_refused", "invalid_scope")
    assert more.json()["scope"] == "attendance:read"
    wrong = await Program(world, program.id, "ddcs_wrong").ask()
    assert _of(wrong) == (401, "client_refused", "invalid_client")
    assert wrong.headers["www-authenticate"].startswith("Basic ")
    for strange in ("no-id", str(uuid4())):
        refused = await asker.post("/auth/token", data=grant, headers=_basic(strange, "x"))
        assert refused.status_code == 401
    garbled = await asker.post("/auth/token", data=grant, headers={"Authorization": "Basic ???"})
    assert garbled.status_code == 401
    both = await asker.post(
        "/auth/token",
        data={**grant, "client_secret": program.secret},
        headers=_basic(str(program.id), program.secret),
    )
    assert _of(both) == (400, "two_proofs", "invalid_request")
    person = await asker.post(
        "/auth/token", data={"grant_type": "password", "username": "admin", "password": "wrong"}
    )
    assert _of(person) == (401, "credentials_wrong", "invalid_grant")


async def test_a_renewed_secret_lets_the_one_before_go_on_for_its_time(world: World) -> None:
    admin, added = world.signed_in("admin"), await _added(world)
    first = Program(world, UUID(added["id"]), added["client_secret"])
    path = f"/clients/{added['id']}/secret"
    renewed = await admin.post(path, json={"overlap_seconds": 3600})
    assert renewed.json()["previous_secret_ends_at"] is not None
    second = Program(world, first.id, renewed.json()["client_secret"])
    by_first, by_second = await first.browser(), await second.browser()
    world.clock.move(minutes=9)
    assert (await by_first.get("/units")).status_code == 200
    world.clock.move(minutes=52)
    assert (await first.ask()).status_code == 401
    assert (await second.ask()).status_code == 200

    by_second = await second.browser()
    at_once = await admin.post(path, json={"overlap_seconds": 0})
    assert at_once.json()["previous_secret_ends_at"] is None
    assert (await by_second.get("/units")).status_code == 401, "its token ended with its secret"
    third = Program(world, first.id, at_once.json()["client_secret"])
    default = await admin.post(path)
    assert (await third.browser()) is not None
    assert default.json()["version"] == 4
    too_long = await admin.post(path, json={"overlap_seconds": 8 * 86_400})
    assert too_long.status_code == 422


async def test_a_token_is_worth_nothing_where_anything_of_it_is_wrong(world: World) -> None:
    program = await a_program(world)
    browser, at = await program.browser(), world.clock()
    real = browser.headers["authorization"].removeprefix("Bearer ")
    signer = world.app.state.signer
    named: dict[str, Any] = {"subject": str(program.id), "token_id": str(new_id(at)), "at": at}
    life, more = timedelta(minutes=10), {"scope": "units:read"}

    def issued(by: tokens.Signer, typ: str, sid: str = "1", **differs: Any) -> str:
        return by.issue(**{"typ": typ, "sid": sid, "life": life, "more": more, **named, **differs})

    elsewhere = tokens.signer(MASTER_KEY, issuer="https://other.example", audience=signer.audience)
    another = tokens.signer(MASTER_KEY, issuer=PUBLIC_URL, audience="https://other.example/api/v1")
    assert (
        await world.client(Authorization=f"Bearer {issued(signer, CLIENT_TYP)}").get("/units")
    ).status_code == 200
    header, payload, signature = real.split(".")
    none = base64.urlsafe_b64encode(b'{"alg":"none","typ":"client-at+jwt"}').rstrip(b"=").decode()
    for wrong in (
        f"{none}.{payload}.",
        f"{none}.{payload}.{signature}",
        f"{header}.{payload}.{signature[:-4]}AAAA",
        issued(signer, ACCESS_TYP),
        issued(signer, "at+jwt;client"),
        issued(signer, CLIENT_TYP, sid="2"),
        issued(signer, CLIENT_TYP, sid="0"),
        issued(signer, CLIENT_TYP, sid="x"),
        issued(signer, CLIENT_TYP, more={}),
        issued(signer, CLIENT_TYP, at=at - life),
        issued(signer, CLIENT_TYP, subject=str(uuid4())),
        issued(elsewhere, CLIENT_TYP),
        issued(another, CLIENT_TYP),
    ):
        answer = await world.client(Authorization=f"Bearer {wrong}").get("/units")
        assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated"), wrong
    world.clock.move(minutes=10)
    assert (await browser.get("/units")).status_code == 401, "after ten minutes"


async def test_a_program_never_does_what_needs_a_person(world: World) -> None:
    browser = await (await a_program(world)).browser()
    for path in ("/me", "/accounts", "/clients", "/events", "/flags"):
        refused = await browser.get(path)
        assert (refused.status_code, refused.json()["code"]) == (403, "person_needed"), path
        assert "ratelimit" in refused.headers


async def test_reading_names_is_noted_under_the_name_of_the_program(world: World) -> None:
    session_id = await world.open()
    await world.known_phone("mai", screen=await world.screen("commune"))
    program = await a_program(world, {ClientScope.ATTENDANCE_READ}, unit="bom_bo")
    browser = await program.browser()
    read = await browser.get("/attendance", params={"session_id": str(session_id)})
    assert len(read.json()["items"]) == 1, read.text
    admin = world.signed_in("admin")
    (noted,) = (await admin.get("/events", params={"act": events.MEMBERS_READ})).json()["items"]
    actor = {"kind": "client", "id": str(program.id), "display_name": "Phần mềm tổng hợp"}
    assert noted["actor"] == actor
    assert noted["subject_id"] == str(world.district.units["bom_bo"])
    assert noted["detail"] == {"list": "listAttendance", "count": 1}

    outside = await (await a_program(world, {ClientScope.ATTENDANCE_READ}, unit="school")).browser()
    assert (await outside.get("/attendance", params={"session_id": str(session_id)})).json()[
        "items"
    ] == []
    unit = f"/sessions/{session_id}/units/{world.district.units['bom_bo']}/roll"
    assert (await outside.get(unit)).status_code == 404
    assert (await browser.get(unit)).status_code == 200


async def test_a_confidential_class_does_not_exist_for_a_program(world: World) -> None:
    session_id = world.district.sessions["line_1"]
    browser = await (await a_program(world)).browser()
    assert (await browser.get(f"/sessions/{session_id}/live")).status_code == 200
    listed = len((await browser.get("/sessions")).json()["items"])
    async with world.database.write() as db:
        await db.execute(update(Session).where(Session.id == session_id).values(confidential=True))
    assert len((await browser.get("/sessions")).json()["items"]) == listed - 1
    conference = world.district.conference_id
    for path in (
        f"/sessions/{session_id}",
        f"/sessions/{session_id}/live",
        f"/conferences/{conference}/summary",
        f"/conferences/{conference}/attendance",
        f"/conferences/{conference}/report-status",
    ):
        assert (await browser.get(path)).status_code == 404, path
    assert (await world.signed_in("admin").get(f"/sessions/{session_id}")).status_code == 200


async def test_who_asks_too_often_waits_for_the_next_minute(world: World) -> None:
    world.clock.move(seconds=20)
    seconds = 60 - world.clock().second
    program = await a_program(world, {ClientScope.UNITS_READ}, requests_per_minute=3)
    asked = await program.ask()
    assert asked.headers["ratelimit-policy"] == '"client";q=3;w=60'
    assert asked.headers["ratelimit"] == f'"client";r=2;t={seconds}'
    browser = world.client(Authorization=f"Bearer {asked.json()['access_token']}")
    assert (await browser.get("/units")).headers["ratelimit"].startswith('"client";r=1;')
    refused = await browser.get("/sessions")
    assert refused.status_code == 403
    assert refused.headers["ratelimit"].startswith('"client";r=0;')
    for answer in (await browser.get("/units"), await program.ask()):
        assert (answer.status_code, answer.json()["code"]) == (429, "rate_limited")
        assert answer.headers["retry-after"] == str(seconds)
        assert answer.headers["ratelimit"] == f'"client";r=0;t={seconds}'
    person = await world.signed_in("admin").get("/units")
    assert "ratelimit" not in person.headers, "persons are not counted"
    world.clock.move(seconds=seconds)
    assert (await browser.get("/units")).status_code == 200


async def test_a_stream_of_counts_ends_with_the_program(world: World) -> None:
    session_id = await world.open()
    browser = await (await a_program(world, {ClientScope.ATTENDANCE_COUNT})).browser()
    streamed = await browser.get(f"/sessions/{session_id}/live/stream")
    assert "event: live" in streamed.text
    assert streamed.headers["ratelimit-policy"] == '"client";q=6000;w=60'
    assert (
        await browser.get("/attendance", params={"session_id": str(session_id)})
    ).status_code == 403


async def test_programs_find_out_where_tokens_are_had(world: World) -> None:
    found = world.client()
    metadata = await found.get(f"{PUBLIC_URL}/.well-known/oauth-authorization-server")
    body = metadata.json()
    assert (body["issuer"], body["token_endpoint"]) == (
        PUBLIC_URL,
        f"{PUBLIC_URL}/api/v1/auth/token",
    )
    assert body["scopes_supported"] == [scope.value for scope in ClientScope]
    assert "max-age" in metadata.headers["cache-control"]
    keys = await found.get(body["jwks_uri"])
    (key,) = keys.json()["keys"]
    assert (key["kty"], key["crv"], key["alg"], key["use"]) == ("EC", "P-256", "ES256", "sig")
    held = {"If-None-Match": keys.headers["etag"]}
    assert (await found.get(body["jwks_uri"], headers=held)).status_code == 304


@pytest.mark.parametrize("template", ["sqlite"], indirect=True)
async def test_a_strangers_library_verifies_our_tokens_by_the_published_key(world: World) -> None:
    answer = await (await a_program(world, {ClientScope.UNITS_READ})).ask()
    keys = (await world.client().get(f"{PUBLIC_URL}/.well-known/jwks.json")).json()
    options = {"verify_exp": False, "verify_nbf": False, "verify_iat": False}
    claims = jwt.decode(
        answer.json()["access_token"],
        keys,
        algorithms=["ES256"],
        audience=f"{PUBLIC_URL}/api/v1",
        issuer=PUBLIC_URL,
        options=options,
    )
    assert (claims["scope"], claims["client_id"]) == ("units:read", claims["sub"])

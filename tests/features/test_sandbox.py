"""The sandbox: a clock that is moved, codes that are told, a fresh morning, and nothing real."""

import json
import signal
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from shutil import copytree

import httpx2 as httpx
import pytest
from sqlalchemy import select

from api import installation
from api.db import Database
from api.installation import UnsafeInstallation
from api.kit.ids import new_id
from api.sandbox import beginning
from api.tables.attendance import Attendance
from api.tables.sessions import Session
from tests.district import MASTER_KEY, PUBLIC_URL
from tests.moving_clock import MovingClock
from tests.rehearsing import Rehearsal, browser, made_in, rehearsing, settings_in
from tests.terminal import free_port, run_api, started
from tests.world import World


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one sandbox for all tests of this module."""
    folder = tmp_path_factory.mktemp("made") / "sandbox"
    made_in(folder)
    return folder


@pytest.fixture
async def sandbox(made: Path, clock: MovingClock, tmp_path: Path) -> AsyncIterator[Rehearsal]:
    """Begin a fresh morning."""
    folder = copytree(made, tmp_path / "sandbox")
    async with rehearsing(folder, real=clock) as rehearsal:
        assert (await rehearsal.client.post("/sandbox/reset")).status_code == 200
        yield rehearsal


async def test_a_client_rehearses_a_whole_morning(sandbox: Rehearsal) -> None:
    begun = (await sandbox.client.get("/sandbox/clock")).json()
    assert begun["at"] == begun["began_at"]
    assert begun["began_at"].endswith("T00:00:00Z")  # 07:00 in Vietnam
    program = await sandbox.program()
    found = (await program.get("/sessions", params={"limit": "20"})).json()["items"]
    line = next(each for each in found if each["ordinal"] == 1 and each["form"] == "line")
    assert line["state"] == "planned"
    assert (await sandbox.client.get("/sandbox/points")).json()["items"] == []

    await sandbox.move(14 * 60)
    program = await sandbox.program()  # the token is judged by the moved clock too
    assert (await program.get(f"/sessions/{line['id']}")).json()["state"] == "planned"
    await sandbox.move(60)
    program = await sandbox.program()
    assert (await program.get(f"/sessions/{line['id']}")).json()["state"] == "open"
    shown = [each async for each in _points(sandbox)]
    points = {each["point"]["name"]: each for each in shown if each["session"]["id"] == line["id"]}
    point = points["Điểm cầu Hội trường Huyện ủy"]
    assert point["code"]["link"] == f"{PUBLIC_URL}/d/#{point['code']['qr']}"

    admin = await sandbox.admin()
    units = (await program.get("/units", params={"q": "Ban Tuyên giáo"})).json()["items"]
    unit_id = units[0]["id"]
    members = (await admin.get(f"/units/{unit_id}/members")).json()["items"]
    ticket = (await program.post("/check-ins/tickets", json={"qr": point["code"]["qr"]})).json()
    for member in members[:2]:
        body = {
            "id": str(new_id(sandbox.app.state.clock())),
            "ticket": ticket["ticket"],
            "who": {"kind": "member", "member_id": member["id"]},
        }
        sent = await program.post("/check-ins", json=body)
        assert (sent.status_code, sent.headers["Sandbox"]) == (200, "true"), sent.text
        assert sent.json()["evidence"] == "client"
    live = await program.get(f"/sessions/{line['id']}/live")
    assert (live.json()["pending"], live.json()["present"]) == (2, 0)

    phone = browser(sandbox.app)
    typed = {"door": point["door"], "digits": point["code"]["digits"]}
    exchanged = await phone.post("/check-ins/tickets", json=typed)
    assert (exchanged.status_code, exchanged.headers["Sandbox"]) == (200, "true"), exchanged.text

    await sandbox.move(3 * 3600)
    admin, program = await sandbox.admin(), await sandbox.program()
    assert (await admin.post(f"/sessions/{line['id']}/close")).status_code == 200
    draft = {"kind": "quick", "unit_id": unit_id, "session_id": line["id"]}
    report = await program.post("/reports", json=draft)
    assert report.status_code == 201, report.text
    assert report.json()["figures"]["pending"] == 2
    await sandbox.move(25 * 3600)
    program = await sandbox.program()
    assert (await program.get(f"/sessions/{line['id']}")).json()["state"] == "locked"

    secret_still_holds = await sandbox.client.post("/sandbox/reset")
    assert secret_still_holds.json()["at"] == begun["began_at"]
    program = await sandbox.program()
    assert (await program.get(f"/sessions/{line['id']}")).json()["state"] == "planned"
    assert (await program.get(f"/reports/{report.json()['id']}")).status_code == 404
    async with sandbox.database.read() as db:
        assert (await db.scalars(select(Attendance))).first() is None


async def _points(sandbox: Rehearsal) -> AsyncIterator[dict[str, dict[str, str]]]:
    cursor = None
    while True:
        asked = {"limit": "7"} | ({"cursor": cursor} if cursor else {})
        page = (await sandbox.client.get("/sandbox/points", params=asked)).json()
        for each in page["items"]:
            yield each
        cursor = page["next_cursor"]
        if cursor is None:
            return


async def test_the_clock_goes_forward_and_back_and_survives_a_restart(
    sandbox: Rehearsal, clock: MovingClock, tmp_path: Path
) -> None:
    began_at = datetime.fromisoformat((await sandbox.client.get("/sandbox/clock")).json()["at"])
    await sandbox.move(600)
    back = await sandbox.move(-300)
    assert datetime.fromisoformat(back["at"]) == began_at + timedelta(minutes=5)
    clock.move(seconds=60)
    later = (await sandbox.client.get("/sandbox/clock")).json()
    assert datetime.fromisoformat(later["at"]) == began_at + timedelta(minutes=6)
    async with rehearsing(tmp_path / "sandbox", real=clock) as again:
        assert (await again.client.get("/sandbox/clock")).json() == later
        await again.move(60)
    assert (await sandbox.client.get("/readyz")).headers["Sandbox"] == "true"
    moved = (await sandbox.client.get("/sandbox/clock")).json()
    assert datetime.fromisoformat(moved["at"]) == began_at + timedelta(minutes=7)

    await sandbox.move(20 * 60)  # the first class opened by itself meanwhile
    async with sandbox.database.read() as db:
        opened = (await db.scalars(select(Session.opened_at).where(Session.ordinal == 1))).all()
    assert all(each is not None and each < began_at + timedelta(minutes=20) for each in opened)
    for wrong in ({"advance_seconds": -20 * 60}, {"at": "2036-01-01T00:00:00Z"}):
        refused = await sandbox.client.put("/sandbox/clock", json=wrong)
        assert (refused.status_code, refused.json()["code"]) == (409, "clock_out_of_reach")
    to = (began_at + timedelta(minutes=40)).isoformat()
    there = await sandbox.client.put("/sandbox/clock", json={"at": to})
    assert datetime.fromisoformat(there.json()["at"]) == began_at + timedelta(minutes=40)


async def test_only_a_sandbox_has_these_operations_and_says_so(world: World) -> None:
    plain = httpx.AsyncClient(
        transport=httpx.ASGITransport(app=world.app), base_url=f"{PUBLIC_URL}/api/v1"
    )
    for method, path in (
        ("GET", "/sandbox/clock"),
        ("PUT", "/sandbox/clock"),
        ("GET", "/sandbox/points"),
        ("POST", "/sandbox/reset"),
    ):
        answer = await plain.request(method, path, json={"advance_seconds": 60})
        assert answer.status_code == 404
        assert "Sandbox" not in answer.headers
    await plain.aclose()


async def test_a_real_database_never_becomes_a_sandbox_nor_a_sandbox_a_real_one(
    world: World, sandbox: Rehearsal, tmp_path: Path
) -> None:
    for database, is_sandbox in ((world.database, True), (sandbox.database, False)):
        async with database.write() as db:
            with pytest.raises(UnsafeInstallation, match="sandbox"):
                await installation.claim(db, MASTER_KEY, is_sandbox=is_sandbox, at=world.clock())
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / beginning.DATABASE).touch()
    mistaken = Database(f"sqlite:///{folder / beginning.DATABASE}")
    with pytest.raises(UnsafeInstallation, match="holds no sandbox"):
        await beginning.prepare(
            mistaken, MASTER_KEY, settings_in(folder), preset=beginning.PRESET, members=10
        )
    await mistaken.close()


def test_the_program_serves_a_sandbox_as_one_and_never_in_earnest(
    made: Path, tmp_path: Path
) -> None:
    folder = copytree(made, tmp_path / "sandbox")
    (folder / "master.key").write_text(MASTER_KEY.hex() + "\n")
    refused = run_api(folder, "serve")
    assert refused.returncode == 2
    assert "only `python -m api sandbox` serves it" in refused.stderr
    port = free_port()
    with started(tmp_path / "elsewhere", port, "sandbox", "--folder", str(folder)) as process:
        transport = httpx.HTTPTransport(retries=8)
        with httpx.Client(transport=transport, base_url=f"http://127.0.0.1:{port}") as client:
            clock = client.put("/api/v1/sandbox/clock", json={"advance_seconds": 900})
            assert clock.headers["Sandbox"] == "true"
            assert len(client.get("/api/v1/sandbox/points").json()["items"]) == 50
            assert client.get("/readyz").json() == {"status": "ok"}
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=60)
    assert json.loads((folder / beginning.CREDENTIALS).read_text())["client_secret"] in said
    assert not (tmp_path / "elsewhere").exists()

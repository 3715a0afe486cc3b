"""A drill: a backup under load, a server that is lost, and what comes back of it."""

import asyncio
import json
import os
import tarfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from anyio import to_thread
from sqlalchemy import select, text

from api import events
from api.backups import archive, checking, postgres_tools, restoring, taking
from api.backups.refusals import BackupRefused
from api.backups.restoring import Restored
from api.backups.taking import Taken
from api.checkin.receipts import is_genuine
from api.checkin.schemas import Receipt
from api.codes.rules import step_of
from api.db import Database
from api.kit import keys
from api.kit.files import Folder
from api.tables.access import SignIn
from api.tables.attendance import Attendance, PaperSheet
from api.tables.checkin import CheckIn
from api.tables.codes import Rotation
from api.tables.events import Event
from api.tables.installation import Installation
from tests import handsets, postgres_binaries, rush
from tests.databases import Template
from tests.district import MASTER_KEY, PASSWORD
from tests.moving_clock import MovingClock
from tests.rush import ReadyCheckIn
from tests.world import World, running

# What is the same whatever the database is tried on one: a dump of a server takes its time.
on_sqlite = pytest.mark.parametrize("template", ["sqlite"], indirect=True)


@pytest.fixture(autouse=True)
def _tools_of_the_test_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the tools be found that belong to the throw-away server, also where it is a wheel's."""
    binaries = postgres_binaries.find()
    if binaries is not None:
        monkeypatch.setenv("PATH", f"{binaries}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
def empty(template: Template, tmp_path: Path) -> Iterator[str]:
    """Name a database in which there is nothing, of the kind of the world's."""
    if template.server is None:
        yield f"sqlite:///{tmp_path / 'back' / 'diemdanh.db'}"
        return
    template.server.create_database("came_back")
    yield template.server.url("came_back")
    template.server.drop_database("came_back")


@pytest.fixture
def beside(template: Template) -> str:
    """Name a database beside which a scratch one may be made."""
    return "" if template.server is None else template.server.url("postgres", user="postgres")


async def _ready(world: World, number: int) -> list[ReadyCheckIn]:
    session_id = await world.open()
    async with world.database.write() as db:
        return await rush.prepare(db, world.district, session_id, number, at=world.clock())


async def _check_in(world: World, ready: ReadyCheckIn) -> dict[str, Any]:
    answer = await world.client(Cookie=ready.cookie).post("/check-ins", json=ready.body)
    assert answer.status_code == 200, answer.text
    receipt: dict[str, Any] = answer.json()
    return receipt


async def _backup(world: World, folder: Path) -> Taken:
    return await taking.take(
        world.database,
        Folder(folder / "files"),
        folder / "backups",
        master=MASTER_KEY,
        version="1.4.0",
        at=world.clock(),
    )


async def _restore(taken: Taken, url: str, folder: Path, *, clock: MovingClock) -> Restored:
    database = Database(url)
    try:
        return await restoring.restore(
            taken.path, database, Folder(folder / "files"), master=MASTER_KEY, at=clock()
        )
    finally:
        await database.close()


@asynccontextmanager
async def _came_back(world: World, url: str, folder: Path) -> AsyncIterator[World]:
    district = deepcopy(world.district)
    async with running(url, district, clock=world.clock, folder=folder) as back:
        yield back


# --------------------------------------------------------------------------------- the whole drill


@dataclass(frozen=True, slots=True)
class _Lost:
    """A server that is gone: what it acknowledged, what it had handed out, what it had shown."""

    taken: Taken
    acknowledged: list[dict[str, Any]]
    after: dict[str, Any]
    slip: str
    screen: httpx.AsyncClient
    refresh: str
    digits: dict[str, str]


async def _lose(world: World, folder: Path) -> _Lost:
    """Work, take a backup in the middle of a rush, go on working; then nothing is left of it."""
    ready = await _ready(world, 40)
    screen = await world.screen()
    slip = await handsets.slip_for(world, await handsets.secretary(world), "binh")
    form = {"grant_type": "password", "username": "thuong-truc", "password": PASSWORD}
    signed_in = (await world.client().post("/auth/token", data=form)).json()
    kept = await Folder(folder / "files").keep(b"a photographed sheet")
    async with world.database.write() as db:
        db.add(_sheet(world, kept))
    before = [await _check_in(world, each) for each in ready[:10]]
    world.clock.move(seconds=1)
    (taken, *_) = await asyncio.gather(
        _backup(world, folder), *(_check_in(world, each) for each in ready[10:39])
    )
    world.clock.move(minutes=7)
    after = await _check_in(world, ready[39])
    return _Lost(
        taken, before, after, slip["code"], screen.client,
        signed_in["refresh_token"], await screen.typed(),
    )  # fmt: skip


def _sheet(world: World, digest: str) -> PaperSheet:
    return PaperSheet(
        id=world.district.units["office"],
        session_id=world.district.sessions["line_1"],
        unit_id=world.district.units["office"],
        digest=digest,
        width=1,
        height=1,
        note=None,
        added_at=world.clock(),
        account_id=world.district.accounts["admin"],
    )


async def test_what_was_acknowledged_before_the_backup_comes_back_and_nothing_handed_out_works(
    world: World, empty: str, beside: str, tmp_path: Path
) -> None:
    lost = await _lose(world, tmp_path / "old")
    assert (await checking.check(lost.taken.path, server=beside, master=MASTER_KEY)).files
    restored = await _restore(lost.taken, empty, tmp_path / "new", clock=world.clock)
    assert restored.voided.screens == 1
    assert restored.voided.enrolment_slips == 1
    assert restored.voided.rotated_points
    assert restored.voided.incidents == 1
    async with _came_back(world, empty, tmp_path / "new") as back:
        await _require_acknowledged(back, lost)
        await _require_worthless(back, lost)
        await _require_named(back, lost)
        assert await Folder(tmp_path / "new" / "files").kept(restored.manifest.files[0])
        # And the morning goes on: staff sign in, a screen is paired, a phone is bound.
        await _sign_in_anew(back, "admin", otp=back.otp())
        screen = await back.screen()
        phone = await back.known_phone("hoa", screen=screen)
        assert (await phone.exchange(await screen.typed())).status_code == 200


async def _require_acknowledged(back: World, lost: _Lost) -> None:
    async with back.database.read() as db:
        receipts = {
            str(row.id): json.loads(row.receipt) for row in await db.scalars(select(CheckIn))
        }
        there = (await db.scalars(select(Attendance.id))).all()
    for receipt in lost.acknowledged:
        assert receipts[receipt["id"]] == receipt
    assert len(there) == len(receipts), "each of them is somebody's attendance"
    assert lost.after["id"] not in receipts, "it came after the backup, and is lost"
    kept = Receipt.model_validate(lost.after)
    assert is_genuine(MASTER_KEY, kept), "but the receipt on the phone proves itself"
    kept.name = "Một người khác"
    assert not is_genuine(MASTER_KEY, kept)


async def _require_worthless(back: World, lost: _Lost) -> None:
    assert (await handsets.enrol(back.phone(), lost.slip)).status_code in {404, 409, 410, 422}
    screen = back.client(Authorization=lost.screen.headers["Authorization"])
    assert (await screen.get("/screens/codes")).status_code == 401
    form = {"grant_type": "refresh_token", "refresh_token": lost.refresh}
    assert (await back.client().post("/auth/token", data=form)).status_code == 401
    refused = await back.phone().exchange(lost.digits)
    assert (refused.status_code, refused.json()["code"]) == (409, "code_stale")
    async with back.database.read() as db:
        (rotation,) = (await db.scalars(select(Rotation).order_by(Rotation.epoch.desc()))).all()[:1]
    assert (rotation.epoch, rotation.from_step) == (1_000, step_of(back.clock()))


async def _require_named(back: World, lost: _Lost) -> None:
    """Every sign-in of before has ended, so staff sign in anew before they read what is lost."""
    await _sign_in_anew(back, "thuong-truc")
    staff = back.signed_in("thuong-truc")
    (incident,) = (await staff.get("/incidents")).json()["items"]
    assert "khôi phục từ bản sao lưu lúc 07:30 ngày" in incident["text"]
    assert "đến 07:37 ngày" in incident["text"]
    async with back.database.read() as db:
        query = select(Event).where(Event.act == events.INSTALLATION_RESTORED)
        told = (await db.scalars(query)).one()
    assert told.subject_id == back.district.units["district"]
    assert told.detail["lost_from"] == lost.taken.manifest.taken_at.isoformat()
    assert told.detail["lost_until"] == back.clock().isoformat()


async def _sign_in_anew(back: World, username: str, **more: str) -> None:
    form = {"grant_type": "password", "username": username, "password": PASSWORD, **more}
    answer = await back.client().post("/auth/token", data=form)
    assert answer.status_code == 200, answer.text
    async with back.database.read() as db:
        mine = SignIn.account_id == back.district.accounts[username]
        query = select(SignIn.id).where(mine, SignIn.ended_at.is_(None))
        back.district.sign_ins[username] = (await db.scalars(query)).one()


# ----------------------------------------------------------------------------------- what it is not


@on_sqlite
async def test_the_archive_is_private_and_holds_no_key(world: World, tmp_path: Path) -> None:
    taken = await _backup(world, tmp_path)
    assert taken.path.stat().st_mode & 0o777 == 0o600
    assert taken.path.name == f"diemdanh-{world.clock():%Y%m%dT%H%M%SZ}.tar"
    content = taken.path.read_bytes()
    assert MASTER_KEY not in content
    assert MASTER_KEY.hex().encode() not in content
    assert taken.manifest.master_fingerprint == keys.fingerprint(MASTER_KEY)
    assert [each.name for each in taken.path.parent.iterdir()] == [taken.path.name]


async def test_a_database_with_anything_in_it_is_never_overwritten(
    world: World, database_url: str, tmp_path: Path
) -> None:
    taken = await _backup(world, tmp_path)
    await world.database.engine.dispose()
    with pytest.raises(BackupRefused, match=r"not empty|in use"):
        await _restore(taken, database_url, tmp_path, clock=world.clock)


@on_sqlite
async def test_another_master_key_is_refused(world: World, empty: str, tmp_path: Path) -> None:
    taken, files = await _backup(world, tmp_path), Folder(tmp_path / "files")
    database, other = Database(empty), bytes(32)
    with pytest.raises(BackupRefused, match="another master key"):
        await restoring.restore(taken.path, database, files, master=other, at=world.clock())
    await database.close()
    with pytest.raises(BackupRefused, match="another master key"):
        await checking.check(taken.path, server="", master=other)


async def test_a_restore_that_breaks_off_leaves_nothing_that_serves(
    world: World, empty: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = await _backup(world, tmp_path)

    async def break_off(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("api.backups.voiding.void", break_off)
    with pytest.raises(KeyboardInterrupt):
        await _restore(taken, empty, tmp_path, clock=world.clock)
    if world.database.is_sqlite:
        assert not await to_thread.run_sync(Path(empty.removeprefix("sqlite:///")).exists)
        return
    database = Database(empty)
    async with database.read() as db:
        found = (await db.scalars(select(Installation.master_fingerprint))).one()
    await database.close()
    assert found == "restore-not-finished", "no key fits, so nothing begins on it"


async def test_a_damaged_archive_is_told_from_a_good_one(
    world: World, beside: str, tmp_path: Path
) -> None:
    taken = await _backup(world, tmp_path)
    await checking.check(taken.path, server=beside, master=None)
    content = bytearray(taken.path.read_bytes())
    content[2_000] ^= 1
    taken.path.write_bytes(content)
    with pytest.raises(BackupRefused, match="the archive is damaged"):
        await checking.check(taken.path, server=beside, master=None)
    taken.path.write_bytes(content[: len(content) // 2])
    with pytest.raises(BackupRefused, match="damaged"):
        await checking.check(taken.path, server=beside, master=None)


@on_sqlite
async def test_a_manifest_that_somebody_changed_has_a_seal_that_does_not_fit(
    world: World, tmp_path: Path
) -> None:
    taken = await _backup(world, tmp_path)
    changed = tmp_path / "changed.tar"
    with tarfile.open(taken.path) as old, archive.writing(changed, at=world.clock()) as new:
        for member in old.getmembers():
            source = old.extractfile(member)
            assert source is not None
            new.add(member.name, source.read().replace(b'"is_demo": false', b'"is_demo": true'))
    with pytest.raises(BackupRefused, match="seal"):
        await checking.check(changed, server="", master=MASTER_KEY)


@on_sqlite
async def test_an_archive_of_a_newer_version_is_refused(
    world: World, empty: str, tmp_path: Path
) -> None:
    async with world.database.write() as db:
        await db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    taken = await _backup(world, tmp_path)
    with pytest.raises(BackupRefused, match="newer version"):
        await _restore(taken, empty, tmp_path, clock=world.clock)


def test_only_the_newest_are_kept_and_nothing_else_is_touched(tmp_path: Path) -> None:
    names = [f"diemdanh-2026030{day}T000000Z.tar" for day in range(1, 6)]
    for name in (*names, "diemdanh.db", "notes.tar"):
        (tmp_path / name).touch()
    assert [each.name for each in taking.keep(tmp_path, 2)] == names[:3]
    assert {each.name for each in tmp_path.iterdir()} == {*names[3:], "diemdanh.db", "notes.tar"}


@on_sqlite
async def test_a_file_that_nobody_has_any_more_is_named_and_stops_nothing(
    world: World, tmp_path: Path
) -> None:
    await world.open()
    async with world.database.write() as db:
        db.add(_sheet(world, "ab" * 32))
    taken = await _backup(world, tmp_path)
    assert (taken.manifest.files, taken.manifest.missing) == ([], ["ab" * 32])


def test_a_missing_tool_is_named_with_the_package_that_brings_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(postgres_tools, "_INSTALLED", tmp_path)
    with pytest.raises(BackupRefused, match=r"pg_dump of PostgreSQL 17.*postgresql-client-17"):
        postgres_tools.find("pg_dump", at_least=17)

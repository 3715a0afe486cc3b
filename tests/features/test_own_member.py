"""Which member the owner of an account is: said once, and put right by who manages the account."""

from sqlalchemy import select, update

from api.tables.access import Account
from api.tables.events import Event
from tests.world import Answer, World


async def unstated(world: World, username: str) -> None:
    """Let somebody have said nothing yet."""
    account = update(Account).where(Account.id == world.district.accounts[username])
    async with world.database.write() as db:
        await db.execute(account.values(member_stated_at=None, member_id=None))


async def say(world: World, username: str, person: str | None) -> Answer:
    member_id = str(world.district.people[person].id) if person else None
    return await world.signed_in(username).put("/me/member", json={"member_id": member_id})


async def put_right(world: World, by: str, username: str, person: str | None) -> Answer:
    path = f"/accounts/{world.district.accounts[username]}/member"
    member_id = str(world.district.people[person].id) if person else None
    return await world.signed_in(by).put(path, json={"member_id": member_id})


async def test_the_secretary_of_bom_bo_says_once_who_she_is(world: World) -> None:
    await unstated(world, "bithu-bom-bo")
    me = (await world.signed_in("bithu-bom-bo").get("/me")).json()
    assert me["member"] == {"stated": False, "member_id": None, "full_name": None}
    assert (await say(world, "bithu-bom-bo", "son")).status_code == 404, "counted elsewhere"
    answer = await say(world, "bithu-bom-bo", "mai")
    mai = str(world.district.people["mai"].id)
    assert answer.json() == {"stated": True, "member_id": mai, "full_name": "Thị Mai"}
    assert (await say(world, "bithu-bom-bo", "mai")).json() == answer.json()
    for other in ("khanh", None):
        again = await say(world, "bithu-bom-bo", other)
        assert (again.status_code, again.json()["code"]) == (409, "member_stated")
    assert (await world.signed_in("bithu-bom-bo").get("/me")).json()["member"] == answer.json()
    async with world.database.read() as db:
        (event,) = (
            await db.execute(select(Event).where(Event.act == "account.member_stated"))
        ).scalars()
    assert event.actor_id == event.subject_id == world.district.accounts["bithu-bom-bo"]
    assert event.detail["changes"]["member_id"] == {"before": None, "after": mai}


async def test_who_is_no_member_says_that_once_too(world: World) -> None:
    await unstated(world, "truc-bom-bo")
    answer = await say(world, "truc-bom-bo", None)
    assert answer.json() == {"stated": True, "member_id": None, "full_name": None}
    assert (await say(world, "truc-bom-bo", "mai")).status_code == 409


async def test_only_who_manages_an_account_puts_right_who_its_owner_is(world: World) -> None:
    await unstated(world, "truc-bom-bo")
    answer = await put_right(world, "bithu-bom-bo", "truc-bom-bo", "khanh")
    assert (answer.status_code, answer.json()["full_name"]) == (200, "Điểu Khánh")
    answer = await put_right(world, "admin", "truc-bom-bo", "son")
    assert answer.status_code == 404, "not of the units that the account serves"
    assert (await put_right(world, "admin", "truc-bom-bo", None)).json()["member_id"] is None
    own = await put_right(world, "bithu-bom-bo", "bithu-bom-bo", "mai")
    assert own.status_code == 403
    assert (await put_right(world, "truc-bom-bo", "truc-bom-bo", "mai")).status_code == 403
    other = await put_right(world, "bithu-buu-dien", "truc-bom-bo", "mai")
    assert other.status_code == 404

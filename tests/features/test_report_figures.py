"""Figures gathered from the database: each person once, whatever happened."""

from api.reports.gathering import Gathered, gather
from api.tables.conferences import Conference
from tests import written
from tests.rolling import scan
from tests.world import World


async def _gathered(world: World, **narrowed: str) -> Gathered:
    async with world.database.read() as db:
        conference = await db.get_one(Conference, world.district.conference_id)
        return await gather(db, conference, at=world.clock(), **narrowed)


async def test_smoke(world: World) -> None:
    await world.open()
    screen = await world.screen()
    await scan(world, "hoa", screen)
    await scan(world, "binh", screen, last4=None)
    await written.tick(world, "minh", by="bithu-van-phong")
    await written.absent(world, "le_hoa", "KL", by="bithu-van-phong")
    found = await _gathered(world)
    print(found.total())
    print(found.by_session())
    print(found.by_bloc())
    print(found.by_unit())

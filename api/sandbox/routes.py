"""The sandbox over HTTP; mounted in a sandbox alone (`app.build`).

Whoever reaches one may use them, since its people are invented, and it listens on its own machine
unless somebody says otherwise.
"""

from datetime import timedelta

from fastapi import APIRouter, Request

from api.caretaker import Caretaker
from api.db import ReadDb, TheDatabase
from api.kit.clock import At
from api.kit.errors import documented
from api.kit.keys import MasterKey
from api.kit.paging import Cursor, Limit, Page, ordinal, paged, read_cursor
from api.sandbox import actions, morning, store
from api.sandbox.clock import MovedClock
from api.sandbox.faults import CLOCK_OUT_OF_REACH
from api.sandbox.rules import passed
from api.sandbox.schemas import ClockView, MoveBy, MoveTo, PointCode

router = APIRouter(prefix="/sandbox", tags=["sandbox"])


@router.get("/clock", operation_id="readSandboxClock")
async def read_clock(db: ReadDb, request: Request) -> ClockView:
    """Read the clock of the sandbox. Only in sandbox mode."""
    clock: MovedClock = request.app.state.clock
    return actions.shown(await actions.require_clock(db), clock)


@router.put(
    "/clock",
    operation_id="moveSandboxClock",
    responses=documented(CLOCK_OUT_OF_REACH),
)
async def move_clock(moved: MoveTo | MoveBy, database: TheDatabase, request: Request) -> ClockView:
    """Move the clock of the sandbox, forward or back. Only in sandbox mode.

    What falls due on the way happens in its order, before this is answered: sessions open by
    themselves and are locked. Back it goes to when a window was last opened or closed, and what has
    happened stays. Tokens are judged by this clock too: ask for a new one after a long way.
    """
    clock: MovedClock = request.app.state.clock
    caretaker: Caretaker = request.app.state.caretaker
    async with database.write() as db:
        before, kept = await actions.move(db, clock, moved)
    await clock.refresh(database)
    view = actions.shown(kept, clock)
    for at in passed(before, view.at):
        await caretaker.look(at=at)
    return view


@router.get("/points", operation_id="listSandboxPoints")
async def list_points(
    db: ReadDb,
    master: MasterKey,
    at: At,
    request: Request,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[PointCode]:
    """List the points that are open, with the codes that they show now. Only in sandbox mode.

    In earnest only the screens in the halls know them.
    """
    public_url = str(request.app.state.public_url)
    rows = await store.open_points(db, after=read_cursor(cursor, ordinal), limit=limit)
    page = paged(rows, limit, view=lambda row: row[0], key=lambda row: (str(row[1]),))
    found = [
        await actions.live_point(db, point_id, master, public_url, at=at) for point_id in page.items
    ]
    return Page(items=[each for each in found if each], next_cursor=page.next_cursor)


@router.post("/reset", operation_id="resetSandbox")
async def reset(database: TheDatabase, request: Request) -> ClockView:
    """Begin a fresh morning: the same units, members, accounts and client. Only in sandbox mode.

    Everything that happened since is gone, webhooks included; ids stay the same, and so does the
    client's secret.
    """
    clock: MovedClock = request.app.state.clock
    async with database.read() as db:
        began_at = (await actions.require_clock(db)).began_at
    ahead_ms = round((began_at - clock.real()) / timedelta(milliseconds=1))
    await morning.bring_back(database, ahead_ms=ahead_ms, at=began_at)
    await clock.refresh(database)
    async with database.read() as db:
        return actions.shown(await actions.require_clock(db), clock)

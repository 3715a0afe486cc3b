"""Check-ins by clients: whom a program may mean, and then the way of every other check-in.

Nothing that a client sends is proof: it is evidence `client`, which waits for the secretary, and
binds no phone. So it is told no more than that it was recorded (docs/decisions/0048).
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.roles import Act, Principal
from api.access.scope import visible_units
from api.checkin.actions import Answer
from api.checkin.arrivals import Arrival, Refusal, arrive
from api.checkin.faults import CHECK_IN_ID_INVALID, WHO_REFUSED
from api.checkin.schemas import KeptScan, NewCheckIn, WhoByClient
from api.checkin.senders import Sender
from api.checkin.tickets import Ticket
from api.checkin.trials import Recorder
from api.db import Database
from api.kit import errors
from api.kit.dates import day_of
from api.kit.errors import Problem
from api.kit.ids import is_uuid7
from api.members import store as members
from api.units import store as units

Sent = tuple[NewCheckIn | KeptScan, str | Ticket | Refusal]
"""A check-in as it came, and its ticket."""


async def check_in(
    database: Database, recorder: Recorder, sender: Sender, sent: Sequence[Sent], *, at: datetime
) -> list[Answer]:
    """Record what a client sends; answer each in its place.

    Whom it may not mean is refused where the others are recorded, because what was accepted under
    an id before is looked up there, before all else.

    Raises: Problem `unavailable` where too many wait already.
    """
    async with database.read() as db:
        arrivals = [await _taken_up(db, sender, *each, at=at) for each in sent]
    return await recorder.submit(arrivals)


async def _taken_up(
    db: AsyncSession,
    sender: Sender,
    new: NewCheckIn | KeptScan,
    ticket: str | Ticket | Refusal,
    *,
    at: datetime,
) -> Arrival:
    meant: WhoByClient | Problem = Problem(CHECK_IN_ID_INVALID)
    if is_uuid7(new.id):
        meant = await _meant(db, sender.client, new, at=at)
    if isinstance(meant, Problem):
        return arrive(new, ticket, sender.phone, at=at)._replace(ticket=Refusal(meant, None, None))
    return arrive(new, ticket, sender.phone, meant=meant, at=at)


async def _meant(
    db: AsyncSession, client: Principal | None, new: NewCheckIn | KeptScan, *, at: datetime
) -> WhoByClient | Problem:
    """Find whom a client means: a member, or somebody of a unit, inside its own subtree."""
    who = new.who
    if client is None:
        return Problem(WHO_REFUSED)
    visible = visible_units(client, Act.SEND_CHECK_INS)
    if who.kind == "member":
        today = day_of(at)
        member = await members.find(db, who.member_id, visible, on=today)
        if member is None:
            return Problem(errors.NOT_FOUND)
        counted: UUID = members.placement_of(member).away_on(today) or member.unit_id
        return WhoByClient(unit_id=counted, name=member.full_name, member_id=member.id)
    if who.kind != "named" or who.unit_id is None:
        return Problem(WHO_REFUSED)
    if await units.find(db, who.unit_id, visible) is None:
        return Problem(errors.NOT_FOUND)
    return WhoByClient(unit_id=who.unit_id, name=who.name, last4=who.last4)

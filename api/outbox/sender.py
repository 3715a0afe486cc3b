"""The sender: takes what waits in the outbox, hands it over, and writes down what came of it.

Every process has one. What one takes in hand no other takes; what a process had in hand that died
is settled after its lease (`store.give_up_lost`). Nothing is sent inside a transaction.
"""

import asyncio
import contextlib
import secrets
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any, Final

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.db import Database
from api.events import SYSTEM, Happening
from api.kit.clock import Clock
from api.outbox import store
from api.outbox.couriers import LONGEST_ANSWER, Courier, Handed, NotToSend
from api.outbox.rules import Outcome, fate
from api.tables.outbox import Delivery
from api.words import DeliveryChannel, DeliveryState

_log = structlog.get_logger("api.outbox")

SECONDS_BETWEEN_LOOKS: Final = 1
MOST_AT_HAND: Final = 8
"""Deliveries that a process hands over at the same time."""
SECONDS_TO_FINISH: Final = 15
"""How long what is in hand may take when the process stops; what is cut off is settled later."""

Tell = Callable[[datetime], Awaitable[None]]
"""Puts into the outbox what other programs are to be told of (`webhooks.telling`)."""


class Sender:
    """One per process; start it and stop it with the application."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        *,
        couriers: Mapping[DeliveryChannel, Courier],
        tell: Tell,
        is_off: bool = False,
    ) -> None:
        self._database = database
        self._clock = clock
        self._couriers = couriers
        self._tell = tell
        self._is_off = is_off
        self._at_hand: set[asyncio.Task[None]] = set()
        self._at_work = asyncio.Lock()
        self._freed = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to look, unless it is off."""
        if not self._is_off:
            self._task = asyncio.create_task(self._run(), name="sender")

    async def stop(self) -> None:
        """Take nothing more, and finish what is in hand where that takes no longer than it may."""
        if self._task is not None:
            async with self._at_work:
                self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
        if self._at_hand:
            _, late = await asyncio.wait(self._at_hand, timeout=SECONDS_TO_FINISH)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def step(self, *, at: datetime) -> None:
        """Tell what is untold, and hand over all that is due; done when all of it is done."""
        await self._tell(at)
        while began := await self._begin(at=at):
            await asyncio.gather(*began)

    async def _run(self) -> None:
        while True:
            self._freed.clear()
            async with self._at_work:
                at = self._clock()
                # What cannot be told keeps nothing from leaving that is in the outbox already.
                for work in (self._tell(at), self._begin(at=at)):
                    try:
                        await work
                    except Exception as failure:
                        _log.error("sender_failed", exc_info=failure)
            # What waits for a free hand goes on as soon as there is one.
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(SECONDS_BETWEEN_LOOKS):
                    await self._freed.wait()

    async def _begin(self, *, at: datetime) -> list[asyncio.Task[None]]:
        free = MOST_AT_HAND - len(self._at_hand)
        if free <= 0:
            return []
        async with self._database.read() as db:
            if not await store.is_anything_to_do(db, self._couriers, at=at):
                return []
        async with self._database.write() as db:
            await self._settle_lost(db, at=at)
            claimed = await store.claim(db, self._couriers, at=at, most=free)
        began = [asyncio.create_task(self._deliver(each, at=at)) for each in claimed]
        for task in began:
            self._at_hand.add(task)
            task.add_done_callback(self._done)
        return began

    def _done(self, task: asyncio.Task[None]) -> None:
        self._at_hand.discard(task)
        self._freed.set()

    async def _settle_lost(self, db: AsyncSession, *, at: datetime) -> None:
        for mail in await store.give_up_lost(db, at=at):
            _log.warning("mail_uncertain", delivery_id=str(mail.id))
            await events.append(db, _event(mail, DeliveryState.UNCERTAIN, at=at))

    async def _deliver(self, delivery: Delivery, *, at: datetime) -> None:
        courier = self._couriers[delivery.channel]
        try:
            handed = await courier.hand_over(delivery, at=at)
        except NotToSend as reason:
            handed = Handed(Outcome.REFUSED, str(reason))
        except Exception as failure:
            _log.error("delivery_failed", delivery_id=str(delivery.id), exc_info=failure)
            handed = Handed(Outcome.UNKNOWN, type(failure).__name__)
        try:
            await self._mark(delivery, courier, handed, at=self._clock())
        except Exception as failure:
            # It stays in hand until its lease ends: what was handed over is never sent again.
            _log.error("delivery_not_marked", delivery_id=str(delivery.id), exc_info=failure)

    async def _mark(
        self, delivery: Delivery, courier: Courier, handed: Handed, *, at: datetime
    ) -> None:
        chance = secrets.randbelow(1_000) / 1_000
        end = fate(
            handed.outcome,
            delivery.channel,
            attempts=delivery.attempts,
            at=at,
            chance=chance,
            asked_pause=handed.asked_pause,
        )
        told: dict[str, Any] = {
            "last_status": handed.status,
            "last_error": handed.answer.replace("\0", "")[:LONGEST_ANSWER],
        }
        if handed.message_id is not None:
            told["message_id"] = handed.message_id
        async with self._database.write() as db:
            if not await store.mark(db, delivery, end, at=at, **told):
                _log.warning("delivery_taken_away", delivery_id=str(delivery.id))
                return
            if end.state is DeliveryState.DEAD:
                await courier.given_up(db, delivery, handed, at=at)
            if end.state is not DeliveryState.WAITING:
                await _append(db, delivery, end.state, at=at)


async def _append(
    db: AsyncSession, delivery: Delivery, state: DeliveryState, *, at: datetime
) -> None:
    # A message that arrived is in the list of deliveries, and would only double the trail.
    if state is not DeliveryState.SENT or delivery.channel is DeliveryChannel.MAIL:
        await events.append(db, _event(delivery, state, at=at))


def _event(delivery: Delivery, state: DeliveryState, *, at: datetime) -> Happening:
    act = events.DELIVERY_SENT if state is DeliveryState.SENT else events.DELIVERY_DEAD
    detail = {
        "channel": delivery.channel.value,
        "template": delivery.template,
        "state": state.value,
        "attempts": delivery.attempts,
        "subject_id": str(delivery.subject_id),
    }
    return Happening(SYSTEM, act, delivery.id, at, detail=detail)

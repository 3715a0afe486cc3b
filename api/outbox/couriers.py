"""What the sender and those who carry for it say to each other."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Protocol

from sqlalchemy.ext.asyncio import AsyncSession

from api.outbox.rules import Outcome
from api.tables.outbox import Delivery

LONGEST_ANSWER: Final = 500
"""Characters that are kept of what the other side said."""


@dataclass(frozen=True, slots=True)
class Handed:
    """How handing something over ended, in the words of the other side; kept as proof."""

    outcome: Outcome
    answer: str
    status: int | None = None
    message_id: str | None = None
    asked_pause: timedelta | None = None
    """How long the other side asks not to be tried again."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail says, worded when it leaves; `to` is where it goes, if not as it was queued."""

    subject: str
    text: str
    to: str | None = None


class NotToSend(Exception):
    """What was to leave must not leave any more; the message says why, without names."""


class Composer(Protocol):
    """Words the mails of one template, in a transaction that is committed before they leave."""

    async def __call__(self, db: AsyncSession, delivery: Delivery, *, at: datetime) -> Letter:
        """Word a mail.

        Raises: NotToSend.
        """
        ...


class Courier(Protocol):
    """Carries the deliveries of one channel, each in less than the lease."""

    async def hand_over(self, delivery: Delivery, *, at: datetime) -> Handed:
        """Hand a delivery over once, outside of any transaction.

        Raises: NotToSend where it must not leave any more.
        """
        ...

    async def given_up(
        self, db: AsyncSession, delivery: Delivery, handed: Handed, *, at: datetime
    ) -> None:
        """Hear that a delivery died of `handed`, in the transaction that says so."""
        ...

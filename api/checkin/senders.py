"""Who sends a check-in: a phone by its cookie, or a client by its token, and never as both."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends

from api.access.devices import Phone, ThePhone
from api.access.guards import CheckInClient
from api.access.roles import Principal


@dataclass(frozen=True, slots=True)
class Sender:
    """What tickets are sealed to and check-ins are kept under: the id of a phone, or a client's."""

    phone: Phone
    client: Principal | None = None


async def sender(phone: ThePhone, client: CheckInClient) -> Sender:
    """Find out who sends.

    Raises: Problem, where a token comes that is no client's with the scope.
    """
    return Sender(phone) if client is None else Sender(Phone(client.account_id, None), client)


TheSender = Annotated[Sender, Depends(sender)]

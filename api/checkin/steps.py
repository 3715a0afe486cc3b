"""The phone's two steps as both doors take them: FastAPI's routes, and the light door."""

from datetime import datetime

from api.access.devices import Phone
from api.checkin import exchange, tickets
from api.checkin.actions import Answer
from api.checkin.arrivals import Refusal, arrive
from api.checkin.exchange import Asked, WrongCode
from api.checkin.exchanger import Exchanger
from api.checkin.faults import CHECK_IN_ID_INVALID, TICKET_INVALID
from api.checkin.schemas import NewCheckIn, QrTicketRequest, TypedTicketRequest
from api.checkin.tickets import Ticket
from api.checkin.trials import Recorder
from api.kit.errors import Problem
from api.kit.ids import is_uuid7


async def issue_ticket(
    exchanger: Exchanger,
    code: QrTicketRequest | TypedTicketRequest,
    phone: Phone,
    *,
    is_simulated: bool = False,
    at: datetime,
) -> Answer:
    """Hand a code to the exchanger and wait for the ticket, or what is wrong; it is remembered.

    Simulated, only a guess is: a wrong typed code counts against its sender and the door.

    Raises: Problem `unavailable` where too many wait already.
    """
    outcome = await exchanger.hand_in(Asked(code, phone, at))
    if not isinstance(outcome, WrongCode):
        return outcome
    is_passing = is_simulated and not outcome.counts
    if is_passing or not exchange.is_remembered(outcome, phone):
        return outcome.problem
    return await exchanger.remember(outcome, phone, at=at)


async def check_in(
    recorder: Recorder, master: bytes, new: NewCheckIn, phone: Phone, *, at: datetime
) -> Answer:
    """Hand a check-in to whoever records it, and wait for its receipt, or why it is refused.

    Raises: Problem `unavailable` where too many wait already.
    """
    if not is_uuid7(new.id):
        return Problem(CHECK_IN_ID_INVALID)
    return await recorder.hand_in(arrive(new, opened(master, new, phone), phone, at=at))


def opened(master: bytes, new: NewCheckIn, phone: Phone) -> Ticket | Refusal:
    """Open the ticket of a check-in, or say that it is none of its sender's.

    The look-up by id comes first all the same: the committer refuses only what is new.
    """
    ticket = tickets.read(master, new.ticket, phone_id=phone.id)
    return ticket or Refusal(Problem(TICKET_INVALID), None, None)

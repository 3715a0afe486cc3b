"""What operations about mail and messages to programs need before they can be asked."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from api.kit.ids import new_id
from api.tables.outbox import Delivery
from api.words import DeliveryChannel, DeliveryState
from tests.contract.operations import Ids
from tests.contract.preparing_accounts import new_account
from tests.contract.stage import Stage

_WEBHOOK: Final[dict[str, Any]] = {"acts": ["session.closed"]}


def let_mail_leave(stage: Stage) -> None:
    """Let the program have a mail server; nothing leaves, since nobody takes it in hand."""
    state = stage.world.app.state
    state.settings = state.settings.model_copy(update={"smtp_url": "smtp://thu.example:25"})


async def _invited(stage: Stage) -> Ids:
    let_mail_leave(stage)
    return await new_account(stage)


async def _dead_delivery(stage: Stage) -> Ids:
    """Let a mail of Bom Bo have come to nothing."""
    at = stage.world.clock()
    delivery = Delivery(
        id=new_id(at),
        channel=DeliveryChannel.MAIL,
        template="report",
        subject_id=stage.ids["unit_id"],
        unit_id=stage.ids["unit_id"],
        destination="tuyengiao@huyenuy.example",
        payload={"subject": "Báo cáo nhanh", "text": "Kính gửi đồng chí."},
        state=DeliveryState.DEAD,
        attempts=12,
        next_at=at,
        created_at=at,
    )
    async with stage.world.database.write() as db:
        db.add(delivery)
    return {"delivery_id": delivery.id}


async def _new_webhook(stage: Stage) -> Ids:
    url = f"https://tonghop.huyenuy.example/{next(stage.numbers)}"
    new = _WEBHOOK | {"unit_id": str(stage.ids["unit_id"]), "url": url}
    return {"webhook_id": await stage.add("/webhooks", new)}


async def _webhook(stage: Stage) -> Ids:
    return await stage.once("webhook", lambda: _new_webhook(stage))


MAIL: Final[dict[str, Callable[[Stage], Awaitable[Ids]]]] = {
    "mailInvitation": _invited,
    "listDeliveries": _dead_delivery,
    "replayDelivery": _dead_delivery,
    "readWebhook": _webhook,
    "changeWebhook": _webhook,
    "renewWebhookSecret": _webhook,
    "removeWebhook": _new_webhook,
    "listWebhookDeliveries": _webhook,
    "testWebhook": _webhook,
}

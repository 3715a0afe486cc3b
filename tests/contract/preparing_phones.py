"""What an operation on phones, or on what members ask, needs before it can be asked."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import update

from api.kit.dates import day_of
from api.kit.ids import new_id
from api.tables.access import Device
from api.tables.records import DataRequest
from api.words import DataRequestKind, DataRequestState
from tests.contract.operations import Ids
from tests.contract.principals import USERNAMES
from tests.contract.stage import Stage


async def _new_slip(stage: Stage) -> Ids:
    return await _slip_for(stage, (await _member_without_phone(stage))["member_id"])


async def _slip_to_print(stage: Stage) -> Ids:
    return await _slip_for(stage, stage.person.id)


async def _slip_for(stage: Stage, member_id: UUID) -> Ids:
    """Let the deputy of Bom Bo make a slip: the admin may not."""
    path = f"/units/{stage.ids['unit_id']}/enrolment-slips"
    deputy = stage.world.signed_in(USERNAMES["deputy"])
    made = await deputy.post(path, json={"member_ids": [str(member_id)]})
    assert made.status_code == 201, made.text
    slip: dict[str, Any] = made.json()["items"][0]
    return {"slip_id": UUID(slip["id"]), "code": slip["code"], "member_id": member_id}


async def _member_without_phone(stage: Stage) -> Ids:
    unit = stage.ids["unit_id"]
    return {"member_id": await stage.add(f"/units/{unit}/members", {"full_name": "Điểu Rin"})}


async def _phones_back(stage: Stage) -> Ids:
    """Give a phone that said “Không phải tôi” back to its member."""
    hers = Device.member_id.in_([stage.person.id, stage.world.district.people["mai"].id])
    async with stage.world.database.write() as db:
        await db.execute(update(Device).where(hers).values(revoked_at=None))
    return {}


async def _data_request(stage: Stage) -> Ids:
    at = stage.world.clock()
    request = DataRequest(
        id=new_id(at),
        member_id=stage.person.id,
        unit_id=stage.person.unit_id,
        kind=DataRequestKind.CORRECTION,
        state=DataRequestState.OPEN,
        text="Số thẻ của tôi kết thúc bằng 8119.",
        device_id=new_id(at),
        made_at=at,
        answer_due_on=day_of(at) + timedelta(days=2),
        done_due_on=day_of(at) + timedelta(days=14),
    )
    async with stage.world.database.write() as db:
        db.add(request)
    return {"request_id": request.id}


PHONES: Final[dict[str, Callable[[Stage], Awaitable[Ids]]]] = {
    "listEnrolmentSlips": _slip_to_print,
    "revokeEnrolmentSlip": _new_slip,
    "revokePhone": _member_without_phone,
    "enrolPhone": _new_slip,
    "moveOwnPhone": _phones_back,
    "readOwnRecord": _phones_back,
    "askCorrection": _phones_back,
    "listDataRequests": _data_request,
    "readDataRequest": _data_request,
    "answerDataRequest": _data_request,
}

"""Receipts that members show: are they ours, and what became of them?"""

from fastapi import APIRouter

from api.access.guards import CurrentPrincipal
from api.access.roles import Act, reach
from api.access.scope import FORBIDDEN
from api.db import Db
from api.deciding import receipts
from api.deciding.receipt_schemas import JudgedReceipt, ShownReceipt
from api.kit.clock import At
from api.kit.errors import Problem
from api.kit.keys import MasterKey

router = APIRouter()


@router.post("/receipts/judge", operation_id="judgeReceipt")
async def judge_receipt(
    shown: ShownReceipt, principal: CurrentPrincipal, db: Db, master: MasterKey, at: At
) -> JudgedReceipt:
    """Judge a receipt that a member shows on the phone, and tell what became of its check-in.

    The proof covers every field that is sent, and holds where the record itself was lost. What is
    on record is told of your units alone: a genuine receipt of others is 404. Nothing changes by
    it; the audit notes whose name was read.
    """
    if not reach(principal, Act.DECIDE_ATTENDANCE):
        raise Problem(FORBIDDEN)
    return await receipts.judge(db, principal, master, shown, at=at)

"""The mail with a report, looked at once more when it leaves.

Meanwhile a session may have become confidential, or the address been put right.
"""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from api.outbox.couriers import Letter, NotToSend
from api.outbox.mail import static
from api.reports import store, told_store
from api.tables.outbox import Delivery


async def report_letter(db: AsyncSession, delivery: Delivery, *, at: datetime) -> Letter:
    """Word the mail of a report as it was queued, for the address that the conference names now.

    Nobody has it yet, or a person sends it again, so a corrected address is the right one.

    Raises: NotToSend.
    """
    found = await told_store.reports(db, [delivery.subject_id])
    if delivery.subject_id not in found or found[delivery.subject_id].is_withheld:
        raise NotToSend("nội dung mật, không gửi ra ngoài")
    address = await store.readdressed(db, delivery)
    return replace(await static(db, delivery, at=at), to=address)

"""What a foreign unit reports, what leaves the house for it, and who is told of it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.kit.ids import new_id
from api.tables.letterheads import Letterhead
from api.tables.outbox import Delivery
from api.tables.reports import Photo, Report
from api.tables.webhooks import Webhook
from api.words import DeliveryChannel, DeliveryState, ReportKind, ReportState
from tests.contract.foreign import Foreign
from tests.world import World


async def put(db: AsyncSession, world: World, foreign: Foreign, *, at: datetime) -> dict[str, UUID]:
    """Write it; give the ids by the names of parameters."""
    names = ("report_id", "photo_id", "delivery_id", "webhook_id")
    ids = {name: new_id(at) for name in names}
    report = Report(
        id=ids["report_id"],
        conference_id=world.district.conference_id,
        unit_id=foreign.unit_id,
        kind=ReportKind.QUICK,
        session_id=world.district.sessions["line_1"],
        state=ReportState.DRAFT,
        assessment=foreign.note,
        created_at=at,
        account_id=foreign.account_id,
    )
    db.add(report)
    await db.flush()
    digest = await world.app.state.files.keep(f"a hall of {foreign.note}".encode())
    picture = {"source_digest": digest, "digest": digest, "width": 60, "height": 40}
    db.add_all(
        [
            Photo(
                id=ids["photo_id"],
                report_id=report.id,
                caption=foreign.note,
                added_at=at,
                account_id=foreign.account_id,
                **picture,
            ),
            Letterhead(unit_id=foreign.unit_id, place=foreign.note, changed_at=at),
            Webhook(
                id=ids["webhook_id"],
                unit_id=foreign.unit_id,
                url=f"https://tonghop.huyenuy.example/{foreign.note}",
                acts=["session.closed"],
                sealed_secret=foreign.name,
                created_at=at,
                account_id=foreign.account_id,
            ),
            Delivery(
                id=ids["delivery_id"],
                channel=DeliveryChannel.MAIL,
                template="report",
                subject_id=report.id,
                unit_id=foreign.unit_id,
                destination=f"{foreign.note}@huyenuy.example",
                payload={"subject": foreign.name, "text": foreign.name},
                state=DeliveryState.DEAD,
                next_at=at,
                created_at=at,
            ),
        ]
    )
    return ids

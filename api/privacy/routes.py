"""Retention, purges and erasure over HTTP; the register of breaches has routes beside it."""

from uuid import UUID

from fastapi import APIRouter

from api.access.guards import REFUSALS, CurrentPrincipal, actor_of
from api.access.roles import Act, Principal, reach
from api.access.scope import FORBIDDEN, require
from api.db import Db, ReadDb, TheDatabase
from api.kit.clock import At
from api.kit.dates import day_of
from api.kit.errors import Problem, documented
from api.kit.files import TheFiles
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor
from api.members.faults import MEMBER_ERASED
from api.members.visible import visible_member
from api.privacy import breach_routes, erasing, purge_store, purging
from api.privacy.faults import REASON_NAMES_MEMBER
from api.privacy.rules import RETENTIONS
from api.privacy.schemas import (
    Erasure,
    ErasureView,
    NewPurge,
    PurgedKind,
    PurgeRun,
    PurgeView,
    RetentionTable,
    RetentionView,
)
from api.tables.privacy import Purge
from api.units import store as units

router = APIRouter(tags=["privacy"], responses=REFUSALS)


@router.get("/retention", operation_id="readRetention")
async def read_retention(_principal: CurrentPrincipal) -> RetentionTable:
    """Read how long each kind of data is kept, what is done then, and why."""
    return RetentionTable(
        items=[
            RetentionView(
                kind=each.kind,
                name=each.name,
                days=each.days,
                since=each.since,
                deed=each.deed,
                what=each.what,
                why=each.why,
            )
            for each in RETENTIONS
        ]
    )


@router.get("/purges", operation_id="listPurges")
async def list_purges(
    principal: CurrentPrincipal, db: ReadDb, limit: Limit = 50, cursor: Cursor = None
) -> Page[PurgeView]:
    """List what was purged, one line for each kind of data and run, the newest first."""
    _require_purging(principal)
    rows = await purge_store.page(db, after=read_cursor(cursor, UUID), limit=limit)
    return paged(rows, limit, view=_view, key=lambda row: (str(row.id),))


@router.post("/purges", operation_id="purgeData")
async def purge_data(
    order: NewPurge, principal: CurrentPrincipal, database: TheDatabase, files: TheFiles, at: At
) -> PurgeRun:
    """Take away what is kept longer than its time, or count it with `dry_run`.

    The program does so by itself once a day; asking twice takes nothing more.
    """
    _require_purging(principal)
    if order.dry_run:
        found = await purging.preview(database, at=at)
        items = [
            PurgedKind(kind=each.kind, cutoff_at=each.before(at), removed=found[each.kind])
            for each in RETENTIONS
        ]
    else:
        lines = await purging.purge(database, files, account_id=principal.account_id, at=at)
        items = [
            PurgedKind(kind=line.kind, cutoff_at=line.before, removed=line.removed)
            for line in lines
        ]
    return PurgeRun(purged_at=at, is_dry_run=order.dry_run, items=items)


@router.post(
    "/members/{member_id}/erase",
    operation_id="eraseMember",
    responses=documented(MEMBER_ERASED, REASON_NAMES_MEMBER),
)
async def erase_member(
    member_id: UUID, erasure: Erasure, principal: CurrentPrincipal, db: Db, at: At
) -> ErasureView:
    """Erase a member for good: name, card, phones, notes and typed names go, figures stay.

    He is in no list of a later conference. What was being held, or is over, counts him as before,
    as "Đảng viên đã xóa tên". It cannot be taken back.
    """
    member = await visible_member(db, principal, member_id, on=day_of(at))
    require(principal, Act.ERASE_MEMBERS, (await units.get(db, member.unit_id)).path)
    pages = await erasing.erase_member(
        db, actor_of(principal), member, reason=erasure.reason, at=at
    )
    return ErasureView(member_id=member_id, erased_at=at, paper_sheet_ids=pages)


def _require_purging(principal: Principal) -> None:
    if not reach(principal, Act.PURGE_DATA):
        raise Problem(FORBIDDEN)


def _view(line: Purge) -> PurgeView:
    return PurgeView(
        id=line.id,
        kind=line.kind,
        cutoff_at=line.before,
        removed=line.removed,
        purged_at=line.at,
        account_id=line.account_id,
    )


router.include_router(breach_routes.router)

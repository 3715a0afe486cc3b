"""Summonses: published by staff, read by units as data, as text to post, and as a document."""

from functools import partial
from typing import Annotated, Literal
from uuid import UUID

from anyio import to_thread
from fastapi import APIRouter, Query, Response

from api import events
from api.access.guards import REFUSALS, CurrentPrincipal, actor_of
from api.access.roles import Act
from api.access.scope import require, within
from api.conferences.guards import visible_conference
from api.db import Db, ReadDb
from api.kit import errors
from api.kit.clock import At
from api.kit.dates import day_of
from api.kit.downloads import download, files
from api.kit.errors import Problem, documented
from api.members.visible import visible_unit
from api.summonses import actions, store
from api.summonses.faults import NOTHING_TO_PUBLISH
from api.summonses.paper import paper_of
from api.summonses.rules import Content, content_of, difference, text_of, veiled
from api.summonses.schemas import (
    Publication,
    PublicationRequest,
    Published,
    SummonedSession,
    SummonsView,
    UnitSummons,
)

router = APIRouter(tags=["summonses"], responses=REFUSALS)

AsKind = Annotated[
    Literal["json", "docx"], Query(alias="format", description="Data, or the document to print.")
]


@router.post(
    "/conferences/{conference_id}/allocation/publish",
    operation_id="publishSummonses",
    responses=documented(NOTHING_TO_PUBLISH),
)
async def publish_summonses(
    conference_id: UUID, wanted: PublicationRequest, principal: CurrentPrincipal, db: Db, at: At
) -> Publication:
    """Give each unit its summons: session, time, hall, link, regulations, names.

    A unit's summons that would say the same is not published again, so this may be repeated. A
    later version tells what changed since the one before.
    """
    conference, organiser_path = await visible_conference(db, principal, conference_id)
    require(principal, Act.PLAN_CONFERENCES, organiser_path)
    path = organiser_path
    if wanted.unit_id is not None:
        path = (await visible_unit(db, principal, wanted.unit_id, Act.READ_MEMBERS)).path
    done = await actions.publish_summonses(
        db, actor_of(principal), conference=conference, units=within([path]), at=at
    )
    return Publication(
        published=done.published, unchanged=done.unchanged, unallocated=done.unallocated
    )


@router.get("/conferences/{conference_id}/allocation/publication", operation_id="readPublication")
async def read_publication(
    conference_id: UUID, principal: CurrentPrincipal, db: ReadDb
) -> Published:
    """Tell whether summonses were published: to how many units, and when last."""
    await visible_conference(db, principal, conference_id)
    units, published_at = await store.published(db, conference_id)
    return Published(units_count=units, published_at=published_at)


@router.get(
    "/units/{unit_id}/summons/{conference_id}",
    operation_id="readSummons",
    response_model=SummonsView,
    responses=files("docx"),
)
async def read_summons(
    unit_id: UUID,
    conference_id: UUID,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    as_kind: AsKind = "json",
) -> Response | SummonsView:
    """Read a unit's summons as it was published last, with those of the units below it.

    `text` is ready to post; `format=docx` is the document. Of a confidential session neither says
    more than its title. 404 where nothing was published for the unit.
    """
    conference, _ = await visible_conference(db, principal, conference_id)
    unit = await visible_unit(db, principal, unit_id, Act.READ_MEMBERS)
    published = await store.latest(db, conference_id, within([unit.path]))
    if not published:
        raise Problem(errors.NOT_FOUND)
    now = await store.contents(db, conference, within([unit.path]), on=day_of(at))
    nobody = content_of(conference.title, conference.regulations, [])
    above = await store.parents(db, [each.id for each, _, _ in published], conference.organiser_id)
    secret = await store.confidential(db, conference_id)
    listed: list[tuple[str, Content, list[str]]] = []
    views = []
    for each, latest, before in published:
        content = veiled(latest.content, secret)
        changes = difference(before.content, content) if before else []
        parent = above.get(each.id)
        listed.append((f"{each.name} – {parent}" if parent else each.name, content, changes))
        views.append(
            UnitSummons(
                unit_id=each.id,
                unit_name=each.name,
                parent_name=parent,
                title=content["title"],
                regulations=content["regulations"],
                version=latest.version,
                published_at=latest.published_at,
                is_outdated=latest.content != now.get(each.id, nobody),
                sessions=[_session_view(session) for session in content["sessions"]],
                changes=changes,
            )
        )
    view = SummonsView(conference_id=conference_id, text=text_of(listed), units=views)
    counts = {unit.id: sum(len(s.members) for u in views for s in u.sessions)}
    await events.append_readings(db, actor_of(principal), "readSummons", counts, at=at)
    if as_kind == "json":
        return view
    organiser, superior = await store.letterhead(db, conference.organiser_id)
    paper = await to_thread.run_sync(
        partial(paper_of, view, organiser=organiser, superior=superior)
    )
    return download(paper, name=f"Giấy triệu tập {unit.name}", kind="docx")


def _session_view(session: Content) -> SummonedSession:
    return SummonedSession(
        session_id=session["session_id"],
        title=session["title"],
        time=session["time"],
        place=session["place"],
        meet_url=session["meet_url"],
        confidential=session["confidential"],
        members=[member["name"] for member in session["members"]],
    )

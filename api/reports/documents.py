"""What a report's document is made of: a version, or the draft of now, and the absent by name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from anyio import to_thread
from sqlalchemy.ext.asyncio import AsyncSession

from api.kit import errors
from api.kit.errors import Problem
from api.reports import document_store, store
from api.reports.addendum import Added
from api.reports.drafting import content_of
from api.reports.figures_in_words import UNCODED
from api.reports.paper import Absent, report_paper
from api.reports.people import people
from api.reports.rules import Day, Person
from api.reports.wording import file_name
from api.tables.reports import Report, ReportVersion
from api.words import ReportState, VersionKind

_OPEN: Final = frozenset({ReportState.DRAFT, ReportState.RETURNED})
_ABSENT: Final = frozenset({Day.EXCUSED, Day.UNEXCUSED})


@dataclass(frozen=True, slots=True)
class Source:
    """What is to be laid out; a `draft` says so on every page, as does an interim version."""

    content: Mapping[str, Any]
    draft: bool
    kind: VersionKind | None = None
    number: int | None = None
    added: Added | None = None

    @property
    def name(self) -> str:
        """What its file is called."""
        return file_name(self.content, kind=self.kind, number=self.number)

    async def laid_out(self, absent: Sequence[Absent] | None) -> bytes:
        """Lay it out off the event loop."""
        return await to_thread.run_sync(
            lambda: report_paper(
                self.content,
                draft=self.draft,
                is_interim=self.kind is VersionKind.INTERIM,
                absent=absent,
                added=self.added,
            )
        )


async def source_of(
    db: AsyncSession, report: Report, *, version: int | None, at: datetime
) -> Source:
    """Find what a report's document says: a version, else the draft of now or the newest version.

    Raises: Problem `not_found` where it has no such version.
    """
    if version is None and report.state in _OPEN:
        return Source(await content_of(db, report, at=at), draft=True)
    found = await document_store.newest_version(db, report.id, number=version)
    if found is None:
        raise Problem(errors.NOT_FOUND)
    return Source(
        found.content,
        draft=False,
        kind=found.kind,
        number=found.number,
        added=await _added(db, found) if found.kind is VersionKind.ADDENDUM else None,
    )


async def _added(db: AsyncSession, version: ReportVersion) -> Added | None:
    before = await document_store.newest_version(db, version.report_id, number=version.number - 1)
    return Added(version.difference, before.submitted_at) if before is not None else None


async def absent_of(db: AsyncSession, report: Report, *, at: datetime) -> list[Absent]:
    """List the absent of a report's unit as they are now, by unit, then in Vietnamese order.

    No version keeps names, so whoever is erased stands in no document that is made later.
    """
    unit, conference = await store.about(db, report)
    absent: list[Person] = [
        person
        async for person in people(db, conference, at=at, path=unit.path)
        if person.day in _ABSENT and report.session_id in {None, person.session_id}
    ]
    titles = {each.id: each.title for each in await store.sessions(db, conference.id)}
    names = await document_store.names(db, [(each.member_id, each.unit_id) for each in absent])
    absent.sort(key=lambda each: names[each.member_id].order)
    return [
        Absent(
            names[each.member_id].full_name,
            names[each.member_id].unit_name,
            titles[each.session_id] if each.session_id else "",
            UNCODED.get(each.why or "", each.why or ""),
        )
        for each in absent
    ]

"""Summaries as the wire has them."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal
from uuid import UUID

from api.kit.numbers import whole
from api.reports.rules import CANCELLED
from api.reports.views import tally_view
from api.summaries.overview import Overview, Row
from api.summaries.schemas import (
    CloseWarning,
    ConferenceClosed,
    GroupBy,
    SessionsHeld,
    Summary,
    SummaryDifference,
    SummaryRow,
    SummaryVersionLine,
    SummaryVersionView,
)
from api.tables.summaries import SummaryVersion

_Warning = tuple[Literal["reports_missing", "session_cancelled"], int, Mapping[str, str]]


def summary_view(
    found: Overview,
    group_by: GroupBy,
    *,
    version: int | None,
    difference: Sequence[Mapping[str, Any]] = (),
) -> Summary:
    """Show an overview by one grouping; `version` where its figures are those of one."""
    total = found.total
    return Summary(
        conference_id=found.gathered.conference.id,
        unit_id=found.top.id,
        unit_name=found.top.name,
        as_of=found.gathered.as_of,
        is_locked=version is not None,
        version=version,
        group_by=group_by,
        rows=[_row(each) for each in found.rows(group_by)],
        total=tally_view(total.tally),
        guests=total.guests,
        head_count=total.heads,
        sessions_held=[
            SessionsHeld(form=form, held=held, planned=planned)
            for form, held, planned in found.sessions_held()
        ],
        units_unreported=len(found.unreported()),
        difference=[SummaryDifference(**each) for each in difference],
    )


def version_line(version: SummaryVersion, makers: Mapping[UUID, str]) -> SummaryVersionLine:
    """Show a version without what it says."""
    return SummaryVersionLine(
        conference_id=version.conference_id,
        number=version.number,
        digest=version.digest,
        made_at=version.made_at,
        made_by_name=makers.get(version.account_id),
        difference=[SummaryDifference(**each) for each in version.difference],
    )


def conference_closed(
    version: SummaryVersion, makers: Mapping[UUID, str], *, language: str
) -> ConferenceClosed:
    """Show the version that closing froze; it warns of what is missing from it."""
    warnings = [
        CloseWarning(code=code, message=said[language], units=units)
        for code, units, said in (_reports_missing(version), _left_over(version))
        if units
    ]
    line = version_line(version, makers)
    return ConferenceClosed(**line.model_dump(), warnings=warnings)


def _reports_missing(version: SummaryVersion) -> _Warning:
    missing = len(version.content["unreported"])
    said = {
        "vi": f"Còn {whole(missing)} đơn vị chưa gửi báo cáo kết quả.",
        "en": f"{missing} unit(s) have not sent their result report.",
    }
    return "reports_missing", missing, said


def _left_over(version: SummaryVersion) -> _Warning:
    """Warn of the members of cancelled sessions whom nobody put into another."""
    number: int = version.content["total"]["reasons"].get(CANCELLED, 0)
    units = {
        each["unit_id"] for each in version.content["cells"] if CANCELLED in each.get("reasons", {})
    }
    said = {
        "vi": f"Còn {whole(number)} đồng chí của lớp đã hủy chưa được xếp lớp khác; số liệu tính "
        "là vắng có lý do.",
        "en": f"{number} member(s) of a cancelled session were put into no other; the figures "
        "count them as excused.",
    }
    return "session_cancelled", len(units), said


def version_view(version: SummaryVersion, makers: Mapping[UUID, str]) -> SummaryVersionView:
    """Show a version with what it says."""
    line = version_line(version, makers)
    return SummaryVersionView(**line.model_dump(), content=version.content)


def _row(row: Row) -> SummaryRow:
    return SummaryRow(
        key=row.key,
        name=row.name,
        depth=row.depth,
        figures=tally_view(row.tally),
        guests=row.guests,
        head_count=row.heads,
        report_state=row.report_state,
    )

"""The ETag of a report: one part for what its writer changes, one for everything that is shown.

Whoever reads again compares the whole. Whoever writes is only in the way of another writer, and
not of every phone that checks in meanwhile: If-Match compares the first part alone.
"""

import hashlib
import json

from fastapi import Response

from api.kit.conditional import CHANGED_MEANWHILE
from api.kit.errors import Problem
from api.reports.drafting import TEXTS
from api.reports.report_schemas import ReportView
from api.tables.reports import Report


def answer(report: Report, view: ReportView, if_none_match: str | None = None) -> Response:
    """Answer with a report and its ETag, or with 304 where the reader holds it already."""
    body = view.model_dump_json().encode()
    tag = f"{_written(report)}.{_short(body)}"
    headers = {"ETag": f'"{tag}"', "Cache-Control": "private, no-cache"}
    if {tag, "*"} & _held(if_none_match):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="application/json", headers=headers)


def require_unwritten(report: Report, if_match: str | None) -> None:
    """Let a change go on where nobody wrote or moved the report since the reader read it.

    Raises: Problem `changed_meanwhile`.
    """
    held = {tag.partition(".")[0] for tag in _held(if_match)}
    if held and not {_written(report), "*"} & held:
        raise Problem(CHANGED_MEANWHILE)


def _written(report: Report) -> str:
    moved_at = [report.submitted_at, report.decided_at]
    said = [report.state.value, *(getattr(report, name) for name in TEXTS), *map(str, moved_at)]
    return _short(json.dumps(said).encode())


def _short(content: bytes) -> str:
    return hashlib.blake2s(content, digest_size=12).hexdigest()


def _held(header: str | None) -> set[str]:
    tags = (tag.strip().removeprefix("W/").strip('"') for tag in (header or "").split(","))
    return set(tags) - {""}

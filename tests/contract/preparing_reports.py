"""What operations about reports need: a quick report of Bom Bo, as a draft or handed in.

There is one on a stage, and one version of it: reckoning its figures takes long, and what was asked
before is undone by putting its state back.
"""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from sqlalchemy import delete, update

from api.tables.conferences import Conference
from api.tables.reports import Report, ReportVersion
from api.words import ReportKind, ReportState, VersionKind
from tests.contract.operations import Ids
from tests.contract.preparing_mail import let_mail_leave
from tests.contract.preparing_over import over
from tests.contract.principals import USERNAMES
from tests.contract.stage import Stage

SCAN: Final = {
    "file": (
        "bao-cao.pdf",
        b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF",
        "application/pdf",
    )
}


async def draft(stage: Stage) -> Ids:
    """Let the report be one that is being written, which hid nobody's decision."""
    ids = await stage.once("report", lambda: _begun(stage))
    await _put_back(stage, ids, state=ReportState.DRAFT, submitted_at=None, submitted_by=None)
    return ids


async def _begun(stage: Stage) -> Ids:
    ids = await over(stage)
    of = {"unit_id": str(stage.ids["unit_id"]), "session_id": str(ids["session_id"])}
    return {**ids, "report_id": await stage.add("/reports", {"kind": "quick", **of})}


async def _without_result(stage: Stage) -> Ids:
    """Let the conference have no report of its results; one that was begun is taken away."""
    ids = await over(stage)
    begun = Report.kind == ReportKind.RESULT, Report.conference_id == ids["conference_id"]
    async with stage.world.database.write() as db:
        await db.execute(delete(Report).where(*begun))
    return ids


async def _put_back(stage: Stage, ids: Ids, **values: Any) -> None:
    undone = {"decided_at": None, "decided_by": None, "comment": None}
    which = update(Report).where(Report.id == ids["report_id"])
    async with stage.world.database.write() as db:
        await db.execute(which.values(**undone, **values))


async def handed_in(stage: Stage) -> Ids:
    """Let the report be one that the secretary of Bom Bo handed in, and nobody decided on."""
    ids = await draft(stage)
    ids = ids | await stage.once("version", lambda: _frozen(stage, ids))
    at, account_id = stage.world.clock(), stage.world.district.accounts[USERNAMES["own"]]
    submitted = {"submitted_at": at, "submitted_by": account_id}
    await _put_back(stage, ids, state=ReportState.SUBMITTED, **submitted)
    return ids


async def _frozen(stage: Stage, ids: Ids) -> Ids:
    """Freeze what the report says now, and let that be final although somebody is unaccounted."""
    await stage.send("POST", f"/reports/{ids['report_id']}/submit", {"interim": True})
    which = update(ReportVersion).where(ReportVersion.report_id == ids["report_id"])
    async with stage.world.database.write() as db:
        await db.execute(which.values(kind=VersionKind.FINAL))
    return {"number": 1}


async def _mailable(stage: Stage) -> Ids:
    """Let mail leave, and the conference have an address that reports go to."""
    let_mail_leave(stage)
    ids = await handed_in(stage)
    which = update(Conference).where(Conference.id == ids["conference_id"])
    async with stage.world.database.write() as db:
        await db.execute(which.values(report_email="tuyengiao@huyenuy.example"))
    return ids


async def _scanned(stage: Stage) -> Ids:
    ids = await handed_in(stage)

    async def add() -> Ids:
        sent = await stage.admin.post(f"/reports/{ids['report_id']}/signed-scan", files=SCAN)
        assert sent.status_code == 201, sent.text
        return {}

    return ids | await stage.once("scan", add)


REPORTS: Final[dict[str, Callable[[Stage], Awaitable[Ids]]]] = {
    "listReports": handed_in,
    "addReport": _without_result,
    "readReportStatus": over,
    "readReport": handed_in,
    "changeReport": draft,
    "readReportVersion": handed_in,
    "submitReport": draft,
    "returnReport": handed_in,
    "acceptReport": handed_in,
    "mailReport": _mailable,
    "markSentByMail": handed_in,
    "readReportDocument": handed_in,
    "addSignedScan": handed_in,
    "readSignedScan": _scanned,
}

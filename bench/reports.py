"""Documents of a conference: 60 unit reports, and a province's summary and export.

Each size of a province is measured in a process of its own, so that its largest size is its own.
"""

import asyncio
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.db import Database
from api.kit.ids import new_id
from api.reports.drafting import content_of
from api.reports.paper import report_paper
from api.summaries.closing import drafted
from api.summaries.export import write_csv, write_workbook
from api.summaries.laid import paper_of
from api.summaries.lines import lines, scene
from api.summaries.overview import overview
from api.summaries.paper import summary_paper
from api.summaries.workbook import workbook
from api.tables.conferences import Conference
from api.tables.reports import Report
from api.tables.units import Unit
from api.words import ReportKind, ReportState, UnitKind
from bench import province, report

DISTRICT: Final = 3_500
SIZES: Final = (15_000, 150_000)
_REPORTS: Final = 60
_REPORTS_MOST: Final = 5.0
_DOCUMENTS: Final = ("summary", "its .xlsx", "its .docx")
_PROVINCE_MOST: Final = 60.0
"""Processor seconds for the documents of a province together, and for each of its exports."""
_GROWTH_MOST: Final = 3.0
"""Ten times the members may cost the process so many times the memory at most."""
_AT: Final = province.AFTERWARDS


@dataclass(slots=True)
class Measured:
    """Seconds by what was done, and by how much the process grew, in MB."""

    seconds: dict[str, float] = field(default_factory=dict)
    grown: float = 0.0

    @contextmanager
    def timed(self, what: str) -> Iterator[None]:
        """Take the time that the processor spends on a block: the machine may be shared."""
        began = time.process_time()
        yield
        self.seconds[what] = time.process_time() - began


def section() -> str:
    """Measure, and write the section.

    Raises: AssertionError where an aim is missed.
    """
    with tempfile.TemporaryDirectory() as folder:
        units = asyncio.run(_units(f"sqlite:///{Path(folder) / 'district.db'}"))
        sizes = {each: _in_a_process(Path(folder) / f"{each}.db", each) for each in SIZES}
    written = units.seconds["written"]
    assert written < _REPORTS_MOST, written
    small, large = (sizes[each] for each in SIZES)
    assert sum(large.seconds[each] for each in _DOCUMENTS) < _PROVINCE_MOST, large
    assert all(seconds < _PROVINCE_MOST for seconds in large.seconds.values()), large
    assert large.grown < _GROWTH_MOST * max(small.grown, 1.0), (small, large)
    steps = list(large.seconds)
    rows = [
        f"| {members:,} | "
        + " | ".join(f"{found.seconds[each]:.1f}" for each in steps)
        + f" | {sum(found.seconds.values()):.1f} | {found.grown:,.0f} |"
        for members, found in sizes.items()
    ]
    about = (
        f"{_REPORTS} unit reports of a district of {DISTRICT:,}: figures and texts "
        f"{units.seconds['drafted']:.1f} s, the .docx files {written:.1f} s.\n\n"
        "A whole conference of five classes, on SQLite, in seconds: the summary gathered, its "
        ".xlsx and .docx, then every member's line as .csv and .xlsx. Growth is that of the "
        "process's largest size."
    )
    head = f"| members | {' | '.join(steps)} | together, s | growth, MB |"
    return f"{about}\n\n{report.table(head, rows)}"


async def _units(url: str) -> Measured:
    """Draft the reports of a district's cells, and write them."""
    found, database = Measured(), Database(url)
    await province.fill(database, DISTRICT)
    async with database.write() as db:
        ids = select(Unit.id).where(Unit.kind == UnitKind.CELL).limit(_REPORTS)
        reports = [_report(unit_id) for unit_id in (await db.execute(ids)).scalars()]
        db.add_all(reports)
    async with database.read() as db:
        with found.timed("drafted"):
            contents = [await content_of(db, each, at=_AT) for each in reports]
    await database.close()
    with found.timed("written"):
        papers = [report_paper(each) for each in contents]
    assert len(papers) == _REPORTS
    return found


def _report(unit_id: object) -> Report:
    return Report(
        id=new_id(_AT),
        conference_id=province.CONFERENCE,
        unit_id=unit_id,
        kind=ReportKind.RESULT,
        state=ReportState.DRAFT,
        created_at=_AT,
        account_id=new_id(_AT),
    )


def _in_a_process(path: Path, members: int) -> Measured:
    """Fill a database here, and measure in a process that has done nothing else."""
    url = f"sqlite:///{path}"
    asyncio.run(_fill(url, members))
    command = [sys.executable, "-m", "bench.reports", url, str(members)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    return Measured(**json.loads(answer.stdout))


async def _fill(url: str, members: int) -> None:
    database = Database(url)
    await province.fill(database, members)
    await database.close()


async def _province(url: str, members: int) -> Measured:
    found, database = Measured(), Database(url)
    size = _largest()
    async with database.read() as db:
        conference = await db.get_one(Conference, province.CONFERENCE)
        organiser = await db.get_one(Unit, conference.organiser_id)
        await _summary(db, conference, organiser.path, found, members)
        await _export(db, conference, organiser.path, found, members)
    await database.close()
    found.grown = (_largest() - size) / 1024
    return found


def _largest() -> int:
    """Tell the largest size of this very process, in kB; `getrusage` begins with its parent's."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM:")).split()[1])


async def _summary(
    db: AsyncSession, conference: Conference, path: str, found: Measured, members: int
) -> None:
    with found.timed("summary"):
        seen = await overview(db, conference, path, at=_AT)
    assert seen.total.tally.convened == members
    with found.timed("its .xlsx"):
        assert workbook(seen)
    with found.timed("its .docx"):
        assert summary_paper(paper_of(await drafted(db, seen, at=_AT)))


async def _export(
    db: AsyncSession, conference: Conference, path: str, found: Measured, members: int
) -> None:
    for kind in (".csv", ".xlsx"):
        with tempfile.TemporaryFile() as file, found.timed(f"export {kind}"):
            about = await scene(db, conference, path, at=_AT)
            listed = lines(db, about)
            if kind == ".csv":
                number = await write_csv(file, listed)
            else:
                number = await write_workbook(db, file, about, listed, at=_AT)
        assert number == members


if __name__ == "__main__":
    print(json.dumps(asdict(asyncio.run(_province(sys.argv[1], int(sys.argv[2]))))))

"""A whole conference of 3,500 members, played over HTTP, and its papers read back.

It is the play of `tests/play`, which the suite plays with a small part of the plan.
"""

import asyncio
import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from api import migrations
from api.db import Database
from bench import report
from tests import office
from tests.moving_clock import MovingClock
from tests.play.outcome import REFUSAL, Outcome
from tests.play.papers import Papers, faults, fetch, reader_of
from tests.play.settling import WHOLE
from tests.play.whole_conference import play
from tests.world import running


@dataclass(frozen=True, slots=True)
class Played:
    """What came of it, and how long it took on the clock on the wall."""

    done: Outcome
    papers: Papers
    seconds: float


def section() -> str:
    """Play it, and write the section.

    Raises: AssertionError where a request is refused or a number cannot be recomputed.
    """
    busy = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        played = asyncio.run(_play(Path(folder)))
    done, papers = played.done, played.papers
    sizes = {
        "summary.docx": papers.document,
        "summary.xlsx": papers.workbook,
        "attendance.csv": papers.export,
        "attendance.xlsx": papers.halls,
    }
    rows = [f"| {what} | {seconds:.1f} | |" for what, seconds in done.seconds.items()]
    rows += [
        f"| {name} | {seconds:.1f} | {len(sizes[name]) / 1024:,.0f} |"
        for name, seconds in papers.seconds.items()
    ]
    units = len(done.stage.cast.direct)
    about = (
        f"{WHOLE.members:,} members, {units} units, 3 + 2 classes and one for make-ups, played "
        f"over HTTP on SQLite in {played.seconds / 60:.0f} minutes (load {busy:.1f} when it "
        "began; each answer was compared with the contract). Every number of the summary's .docx "
        "and .xlsx was recomputed from the exported attendance."
    )
    return f"{about}\n\n{report.table('| step | seconds | KB |', rows)}"


async def _play(folder: Path) -> Played:
    url = f"sqlite:///{folder / 'conference.db'}"
    database = Database(url)
    await migrations.upgrade(database)
    district = await office.begin(database)
    await database.close()
    began = time.perf_counter()
    async with running(url, district, clock=MovingClock(), folder=folder) as world:
        done = await play(world, WHOLE)
        assert done.refusal["sentence"] == REFUSAL, done.refusal
        papers = await fetch(done.stage)
        seconds = time.perf_counter() - began
        found = await faults(done, papers, await reader_of(done, papers))
    assert found == [], found[:20]
    return Played(done, papers, seconds)

"""Fetching the papers of a conference over HTTP, and what a reader needs beside them."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from time import perf_counter
from typing import Any

import openpyxl

from tests.play.asking import Json, ask, listed
from tests.play.document_read import faults_of_document
from tests.play.outcome import Outcome
from tests.play.reading import Hall, Raised, Reader, Session, Unit
from tests.play.stage import Stage
from tests.play.workbook_read import faults_of_workbook
from tests.recomputed import Place, disagreements, lines_of

_VIETNAM = timezone(timedelta(hours=7))
_GROUPS = ("bloc", "form", "session", "unit")


@dataclass(frozen=True, slots=True)
class Papers:
    """What was fetched, and how long each took."""

    document: bytes
    workbook: bytes
    export: bytes
    halls: bytes
    seconds: Mapping[str, float]


async def fetch(stage: Stage) -> Papers:
    """Download the summary as a document and a workbook, and the attendance."""
    files: dict[str, bytes] = {}
    seconds: dict[str, float] = {}
    for name, path, query in (
        ("summary.docx", "summary.docx", {}),
        ("summary.xlsx", "summary.xlsx", {}),
        ("attendance.csv", "attendance", {"format": "csv"}),
        ("attendance.xlsx", "attendance", {"format": "xlsx"}),
    ):
        began = perf_counter()
        answer = await stage.admin.get(f"{stage.conference}/{path}", params=query)
        seconds[name] = perf_counter() - began
        assert answer.status_code == 200, answer.text
        files[name] = answer.content
    return Papers(
        document=files["summary.docx"],
        workbook=files["summary.xlsx"],
        export=files["attendance.csv"],
        halls=files["attendance.xlsx"],
        seconds=seconds,
    )


async def faults(done: Outcome, papers: Papers, reader: Reader) -> list[str]:
    """Name every number of the papers, and of the summary itself, that the export does not give."""
    forms = {each.id: each.form for each in reader.sessions}
    found = []
    for group in _GROUPS:
        path, query = f"{done.stage.conference}/summary", {"group_by": group}
        summary = await ask(done.stage.admin, "GET", path, params=query)
        found += disagreements(summary, reader.lines, forms)
    return found + faults_of(papers, reader)


def faults_of(papers: Papers, reader: Reader) -> list[str]:
    """Name every number of the two papers that the export does not give."""
    found = [f"xlsx: {each}" for each in faults_of_workbook(papers.workbook, reader)]
    return found + [f"docx: {each}" for each in faults_of_document(papers.document, reader)]


async def reader_of(done: Outcome, papers: Papers) -> Reader:
    """Lay before a reader the export, and what he knows beside it."""
    stage = done.stage
    tree = (await ask(stage.admin, "GET", f"/units/{stage.unit('bu-dang')}/tree"))["items"]
    conference = await ask(stage.admin, "GET", stage.conference)
    query = {"conference_id": conference["id"]}
    sessions = [_session(each) for each in await listed(stage.admin, "/sessions", **query)]
    sessions.sort(key=lambda each: each.form)  # the line first, each form in its order
    reports = await listed(stage.admin, "/reports", kind="result", **query)
    incidents = await listed(stage.admin, "/incidents", **query)
    points = await listed(stage.admin, f"{stage.conference}/points")
    paths = _paths(tree)
    units = [
        Unit(each["id"], each["name"], each["depth"], each["bloc"] or "")
        for each in tree
        if each["depth"]
    ]
    return Reader(
        lines=lines_of(papers.export),
        earlier=lines_of(done.export_at_close),
        closed_on=_day(done.versions[0]["made_at"]),
        points=sum(each["host_unit_id"] in paths for each in points),
        halls=_halls(papers.halls, tree, paths, sessions),
        units=units,
        sessions=sessions,
        states={each["unit_id"]: each["state"] for each in reports},
        titles=[
            conference["title"],
            *(each.title for each in sessions),
            *(each["name"] for each in tree),
        ],
        incidents=[(each["unit_name"], each["text"]) for each in incidents],
        raised=await _raised(stage, reports, units),
    )


def _session(found: Json) -> Session:
    return Session(
        found["id"],
        found["title"],
        found["form"],
        found["state"],
        day=_day(found["starts_at"]) if found["starts_at"] else None,
        reason=found["state_reason"],
    )


def _day(instant: str) -> str:
    """Write the day of an instant in Vietnam."""
    return f"{datetime.fromisoformat(instant).astimezone(_VIETNAM):%d/%m/%Y}"


async def _raised(stage: Stage, reports: Sequence[Json], units: Sequence[Unit]) -> list[Raised]:
    """Read what units right below the top wrote themselves in the reports that they handed in."""
    direct = {each.id: each.name for each in units if each.depth == 1}
    found = []
    for each in reports:
        if each["unit_id"] in direct and each["state"] in {"submitted", "accepted"}:
            texts = (await ask(stage.admin, "GET", f"/reports/{each['id']}"))["texts"]
            own = [
                None if texts[part]["is_filled_in"] else texts[part]["text"]
                for part in ("incidents", "proposals")
            ]
            found.append(Raised(direct[each["unit_id"]], *own))
    return found


def _paths(tree: Sequence[Json]) -> dict[str, tuple[str, ...]]:
    """Tell of each unit the ids from the top down to it."""
    found: dict[str, tuple[str, ...]] = {}
    above: list[str] = []
    for each in tree:
        above[each["depth"] :] = [each["id"]]
        found[each["id"]] = tuple(above)
    return found


def _halls(
    content: bytes,
    tree: Sequence[Json],
    paths: Mapping[str, tuple[str, ...]],
    sessions: Sequence[Session],
) -> list[Hall]:
    """Read what was counted in halls from its sheet."""
    names = {each["id"]: each["name"] for each in tree}
    places = {
        " / ".join(names[step] for step in path[1:] or path): unit_id
        for unit_id, path in paths.items()
    }
    ids = {each.title: each.id for each in sessions}
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Khách và số người đếm"]
    found = []
    for row in sheet.iter_rows(values_only=True):
        cells: tuple[Any, ...] = row
        if cells[0] in places:
            place, bloc, title, guests, heads = cells[:5]
            path = paths[places[place]]
            found.append(Hall(Place(path, bloc or "", ids[title]), guests, heads))
    return found

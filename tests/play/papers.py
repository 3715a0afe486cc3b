"""Fetching the papers of a conference over HTTP, and what a reader needs beside them."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import openpyxl

from tests.play.asking import Json, ask, listed
from tests.play.document_read import faults_of_document
from tests.play.reading import Hall, Reader, Session, Unit
from tests.play.stage import Stage
from tests.play.workbook_read import faults_of_workbook
from tests.recomputed import Place, disagreements, lines_of

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


async def faults(stage: Stage, papers: Papers) -> list[str]:
    """Name every number of the papers, and of the summary itself, that the export does not give."""
    reader = await _reader(stage, papers)
    forms = {each.id: each.form for each in reader.sessions}
    found = []
    for group in _GROUPS:
        path, query = f"{stage.conference}/summary", {"group_by": group}
        summary = await ask(stage.admin, "GET", path, params=query)
        found += disagreements(summary, reader.lines, forms)
    found += [f"xlsx: {each}" for each in faults_of_workbook(papers.workbook, reader)]
    return found + [f"docx: {each}" for each in faults_of_document(papers.document, reader)]


async def _reader(stage: Stage, papers: Papers) -> Reader:
    top = stage.unit("bu-dang")
    tree = (await ask(stage.admin, "GET", f"/units/{top}/tree"))["items"]
    conference = await ask(stage.admin, "GET", stage.conference)
    query = {"conference_id": conference["id"]}
    sessions = [
        Session(each["id"], each["title"], each["form"], each["state"])
        for each in await listed(stage.admin, "/sessions", **query)
    ]
    sessions.sort(key=lambda each: each.form)  # the line first, each form in its order
    reports = await listed(stage.admin, "/reports", kind="result", **query)
    incidents = await listed(stage.admin, "/incidents", **query)
    paths = _paths(tree)
    return Reader(
        lines=lines_of(papers.export),
        halls=_halls(papers.halls, tree, paths, sessions),
        units=[Unit(each["id"], each["name"], each["depth"]) for each in tree if each["depth"]],
        sessions=sessions,
        states={each["unit_id"]: each["state"] for each in reports},
        titles=[
            conference["title"],
            *(each.title for each in sessions),
            *(each["name"] for each in tree),
        ],
        incidents=[each["text"] for each in incidents],
    )


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

"""Reports as Word documents, and the scans of what was signed on paper."""

import hashlib
import io
from typing import Any

import docx
from PIL import Image

from api import events
from api.kit.dates import VIETNAM
from api.kit.downloads import MEDIA_TYPES
from api.tables.events import Event
from tests.deciders import told
from tests.marking import absent, mark, number, present
from tests.pictures import photo
from tests.world import Answer, World

COMMUNE = "bithu-bom-bo"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n"


async def begin(world: World) -> str:
    """Begin the quick report of Bom Bo, whose village has two present and one absent."""
    await world.open()
    new = {
        "kind": "quick",
        "unit_id": str(world.district.units["bom_bo"]),
        "session_id": str(world.district.sessions["line_1"]),
    }
    begun = await world.signed_in(COMMUNE).post("/reports", json=new)
    assert begun.status_code == 201, begun.text
    await number(world, "village")
    marked = await mark(world, "village", present("1-2"), absent("3"))
    assert marked.status_code == 200, marked.text
    return str(begun.json()["id"])


async def submit(world: World, report_id: str) -> None:
    answer = await world.signed_in(COMMUNE).post(f"/reports/{report_id}/submit", json={})
    assert answer.status_code == 200, answer.text


async def document(world: World, report_id: str, who: str = COMMUNE, **query: Any) -> Answer:
    path = f"/reports/{report_id}/document.docx"
    return await world.signed_in(who).get(path, params=query)


async def scan(world: World, report_id: str, content: bytes, who: str = COMMUNE) -> Answer:
    file = ("đã ký.pdf", content)
    return await world.signed_in(who).post(
        f"/reports/{report_id}/signed-scan", files={"file": file}
    )


def said(answer: Answer) -> str:
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == MEDIA_TYPES["docx"]
    read = docx.Document(io.BytesIO(answer.content))
    header = read.sections[0].header.paragraphs[0].text
    cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    whole = "\n".join([header, *(each.text for each in read.paragraphs), *cells])
    return whole.replace("\u00a0", " ")


async def names_read(world: World) -> list[Event]:
    read = await told(world, events.MEMBERS_READ)
    return [each for each in read if each.detail["list"] == "readReportDocument"]


async def test_a_draft_says_that_it_is_one_and_a_version_what_it_froze(world: World) -> None:
    report_id = await begin(world)
    draft = said(await document(world, report_id))
    assert "DỰ THẢO" in draft
    assert "ĐẢNG ỦY XÃ BOM BO" in draft
    assert "Có mặt: 2 đồng chí, đạt 66,67 % số triệu tập" in draft
    assert (await document(world, report_id, version=1)).status_code == 404
    await submit(world, report_id)
    for who in (COMMUNE, "admin", "thuong-truc", "van-phong"):
        final = said(await document(world, report_id, who))
        assert "DỰ THẢO" not in final
        assert "ốm 1" in final
    assert (await document(world, report_id, version=1)).status_code == 200
    assert (await document(world, report_id, "bithu-buu-dien")).status_code == 404
    assert (await document(world, report_id, version=0)).status_code == 422
    assert await names_read(world) == []


async def test_an_interim_version_says_of_which_moment_it_is_and_what_was_called_off(
    world: World,
) -> None:
    admin, commune = world.signed_in("admin"), world.signed_in(COMMUNE)
    for each in ("line_1", "line_2"):
        session = f"/sessions/{world.district.sessions[each]}"
        called_off = await admin.post(f"{session}/cancel", json={"reason": "Mất điện cả huyện"})
        assert called_off.status_code == 200, called_off.text
    new = {
        "kind": "result",
        "unit_id": str(world.district.units["bom_bo"]),
        "conference_id": str(world.district.conference_id),
    }
    report_id = (await commune.post("/reports", json=new)).json()["id"]
    moment = world.clock().astimezone(VIETNAM)
    answer = await commune.post(f"/reports/{report_id}/submit", json={"interim": True})
    assert answer.status_code == 200, answer.text
    world.clock.move(minutes=20)
    paper = said(await document(world, report_id, version=1))
    line = f"Báo cáo bước đầu, số liệu đến {moment:%H:%M ngày %d/%m/%Y}"
    header, *body = paper.split("\n")
    assert line in header
    assert f"{line}." in body
    assert [each for each in body if each.startswith("Lớp 1") and each.endswith(" (đã hủy)")]
    assert "(lớp bị hủy mà chưa được xếp lớp khác 3)" in paper
    assert "DỰ THẢO" not in paper
    assert "bước đầu" not in said(await document(world, report_id))


async def test_names_of_the_absent_are_for_who_may_read_them_and_leave_a_trace(
    world: World,
) -> None:
    report_id = await begin(world)
    names = [world.district.people[each].name for each in ("khanh", "mai", "other_khanh")]
    listed = said(await document(world, report_id, names=True))
    assert "Danh sách đảng viên vắng mặt" in listed
    assert "\nOM" in listed
    assert any(name in listed for name in names)
    without = said(await document(world, report_id))
    assert not any(name in without for name in names)
    refused = await document(world, report_id, "thuong-truc", names=True)
    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
    (read,) = await names_read(world)
    assert read.subject_id == world.district.units["bom_bo"]
    assert read.detail["count"] == 1


async def test_the_signed_scan_is_kept_under_its_hash(world: World) -> None:
    report_id = await begin(world)
    early = await scan(world, report_id, PDF)
    assert (early.status_code, early.json()["code"]) == (409, "report_not_handed_in")
    await submit(world, report_id)
    missing = await world.signed_in("admin").get(f"/reports/{report_id}/signed-scan")
    assert (missing.status_code, missing.json()["code"]) == (404, "scan_missing")
    added = await scan(world, report_id, PDF)
    assert added.status_code == 201, added.text
    assert added.json()["digest"] == hashlib.sha256(PDF).hexdigest()
    assert (added.json()["version"], added.json()["size"]) == (1, len(PDF))
    assert (await scan(world, report_id, PDF)).json() == added.json()
    read = await world.signed_in("thuong-truc").get(f"/reports/{report_id}/signed-scan")
    assert (read.content, read.headers["content-type"]) == (PDF, "application/pdf")
    assert read.headers["content-disposition"].startswith("attachment")
    assert (await scan(world, report_id, PDF, "thuong-truc")).status_code == 403
    assert (await scan(world, report_id, PDF, "bithu-buu-dien")).status_code == 404
    (event,) = await told(world, events.SIGNED_SCAN_ADDED)
    assert event.detail["digest"] == added.json()["digest"]


async def test_a_photographed_page_loses_what_the_telephone_wrote(world: World) -> None:
    report_id = await begin(world)
    await submit(world, report_id)
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"  # GPS
    added = await scan(world, report_id, photo(1_200, 1_600, exif=exif.tobytes()))
    assert added.json()["media_type"] == "image/jpeg"
    read = await world.signed_in(COMMUNE).get(f"/reports/{report_id}/signed-scan")
    assert hashlib.sha256(read.content).hexdigest() == added.json()["digest"]
    assert not Image.open(io.BytesIO(read.content)).getexif()


async def test_what_is_no_scan_is_refused(world: World) -> None:
    report_id = await begin(world)
    await submit(world, report_id)
    refusals = {
        b"": "scan_invalid",
        PDF[:-8]: "scan_invalid",
        b"<svg/>" + PDF: "scan_invalid",
        PDF.replace(b"<<>>", b"<</S /JavaScript>>", 1): "scan_active",
        b"\x89PNG\r\n\x1a\n" + bytes(40): "picture_invalid",
        PDF + bytes(10 * 1024 * 1024): "body_too_large",
    }
    for content, code in refusals.items():
        refused = await scan(world, report_id, content)
        assert refused.json()["code"] == code, content[:40]

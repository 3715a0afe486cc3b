"""From an empty program to published summonses, by the API alone: what the README promises."""

import io
import re
from typing import Any

import docx
import httpx2 as httpx
import openpyxl
import pyotp
from openpyxl.worksheet.worksheet import Worksheet

from tests.district import PASSWORD
from tests.world import World

GIVEN_NAMES = (
    "An Biên Chuẩn Diện Đoán Hoạt Kế Lịch Mận Nhẫn Oai Phát Quyến Rạng Soạn Thạo Út".split()
)
SECRETARY_PASSWORD = "suoi-nho-chay-qua-ban"
LINE_1 = "2022-03-16T00:30:00Z"


class Office:
    """A person of the office with a browser: what is asked must be answered well."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client

    async def ask(self, method: str, path: str, **sent: Any) -> dict[str, Any]:
        """Ask, and fail with the program's own words."""
        answer = await self.client.request(method, path, **sent)
        assert answer.status_code < 300, f"{method} {path}: {answer.text}"
        found: dict[str, Any] = answer.json() if answer.content else {}
        return found

    async def post(self, path: str, **body: Any) -> dict[str, Any]:
        """Post a body."""
        return await self.ask("POST", path, json=body)


def _list_of_members(*rows: tuple[int, str, str]) -> bytes:
    """Write a list as an office keeps it: a title, a two-row header, the total at the bottom."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in (
        ("DANH SÁCH ĐẢNG VIÊN",),
        (),
        ("STT", "Họ và tên", "Dân tộc", "Số thẻ"),
        *((number, name, "Kinh", card) for number, name, card in rows),
        ("", f"Tổng cộng: {len(rows)} đồng chí"),
    ):
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


async def _sign_in(office: World, username: str, password: str, **more: str) -> Office:
    client = office.client()
    form = {"grant_type": "password", "username": username, "password": password, **more}
    answer = await client.post("/auth/token", data=form)
    assert answer.status_code == 200, answer.text
    client.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
    return Office(client)


async def _first_day(office: World) -> tuple[Office, dict[str, Any]]:
    """Sign in, name the organiser, and set up the second factor that staff must have."""
    admin = await _sign_in(office, "admin", PASSWORD)
    assert (await admin.ask("GET", "/setup"))["is_needed"]
    begun = await admin.post(
        "/setup", organiser={"name": "Đảng bộ huyện Bù Đăng", "kind": "committee"}
    )
    secret = (await admin.post("/me/totp", password=PASSWORD))["secret"]
    otp = pyotp.TOTP(secret.replace(" ", "")).at(office.clock())
    codes = (await admin.post("/me/totp/confirm", otp=otp))["recovery_codes"]
    assert len(codes) == 10
    office.clock.move(minutes=1)
    again = await _sign_in(
        office, "admin", PASSWORD, otp=pyotp.TOTP(secret.replace(" ", "")).at(office.clock())
    )
    return again, begun


async def _import(person: Office, unit_id: str, file: bytes) -> dict[str, Any]:
    """Look at the preview, then take over exactly that."""
    path = f"/units/{unit_id}/members/import"
    files = {"file": ("danh sach.xlsx", file)}
    preview = await person.ask("POST", path, files=files, data={"dry_run": "true"})
    chosen = {"dry_run": "false", "preview_id": preview["preview_id"]}
    return await person.ask("POST", path, files=files, data=chosen)


async def test_a_conference_is_prepared_from_an_empty_program_to_published_summonses(
    office: World,
) -> None:
    admin, begun = await _first_day(office)
    root = begun["organiser_id"]

    # The tree: one direct cell, and a commune with a village and a school.
    async def unit(name: str, kind: str, parent: str, bloc: str | None = None) -> str:
        made = await admin.post("/units", parent_id=parent, name=name, kind=kind, bloc=bloc)
        return str(made["id"])

    cell = await unit("Chi bộ Văn phòng HĐND&UBND", "grassroots_cell", root, "Khối nhà nước")
    commune = await unit("Đảng bộ xã Nghĩa Trung", "grassroots_committee", root, "Xã, thị trấn")
    village = await unit("Chi bộ thôn 1", "cell", commune)
    school = await unit("Chi bộ Trường THCS Nghĩa Trung", "cell", commune)

    # The secretary of the commune is invited, chooses a password, and brings her own list.
    invited = await admin.post(
        "/accounts",
        username="bithu-nghia-trung",
        display_name="Điểu Thị Sa",
        grants=[{"role": "secretary", "unit_id": commune}],
    )
    token = invited["invitation_url"].split("invitation=")[1]
    redeemed = await Office(office.client()).post(
        "/auth/invitations/redeem", token=token, password=SECRETARY_PASSWORD
    )
    secretary = await _sign_in(office, redeemed["username"], SECRETARY_PASSWORD)
    villagers = [(n, f"Điểu {GIVEN_NAMES[n]}", f"5000{n:04d}") for n in range(1, 10)]
    taken = await _import(secretary, village, _list_of_members(*villagers))
    assert taken["counts"]["add"] == 9
    await _import(secretary, school, _list_of_members((1, "Thị Lan", ""), (2, "Vũ Thị Mai", "")))
    clerks = [
        (n, f"Nguyễn Thị {name}", f"6000{n:04d}") for n, name in enumerate(GIVEN_NAMES, start=1)
    ]
    await _import(admin, cell, _list_of_members(*clerks))

    # The plan: three classes on the line and two by Meet, their points, who must not come.
    conference = await admin.post(
        "/conferences",
        organiser_id=root,
        title="Hội nghị Thông tin thời sự quý I năm 2022",
        year=2022,
        quarter=1,
        topics=["Tình hình kinh tế - xã hội năm 2021"],
        regulations=["Luôn mở camera"],
        report_email="btg@huyenuy.example",
        preparation_items=[
            {"key": "hall", "text": "Hội trường", "kind": "done", "forms": ["line", "meet"]},
            {"key": "line_test", "text": "Thử đường truyền", "kind": "tested", "forms": ["line"]},
        ],
    )
    plan = f"/conferences/{conference['id']}"

    async def point(name: str, form: str, host: str, **more: Any) -> str:
        body = {"name": name, "venue": f"Hội trường {name}", "form": form, "host_unit_id": host}
        return str((await admin.post(f"{plan}/points", **body, **more))["id"])

    hall = await point("Huyện ủy", "line", root, expected_unit_ids=[cell])
    commune_hall = await point(
        "xã Nghĩa Trung", "line", commune, expected_unit_ids=[commune], keeps_units_together=True
    )
    waiting = await admin.ask("GET", f"{plan}/unplaced-units")
    assert waiting["items"] == [], "the school is expected with its commune until it has a hall"
    await point("Trường THCS", "meet", school, expected_unit_ids=[school])
    sessions = {}
    for form, ordinal in (("line", 1), ("line", 2), ("line", 3), ("meet", 1), ("meet", 2)):
        made = await admin.post(
            "/sessions",
            conference_id=conference["id"],
            form=form,
            ordinal=ordinal,
            title=f"Lớp {ordinal} – {'đường truyền' if form == 'line' else 'Google Meet'}",
            date_hint="trung tuần tháng 3/2022",
        )
        sessions[form, ordinal] = made["id"]
    excluded = await admin.post(
        f"{plan}/exclusions",
        document_number="43-KH/HU, 17/02/2022",
        lines=[{"card_number": villagers[0][2]}],
    )
    assert (excluded["matched_count"], excluded["unmatched_count"]) == (1, 0)

    # A time is set; the text for the Zalo groups is posted, and the commune knows.
    await admin.ask(
        "PUT",
        f"{plan}/groups",
        json={
            "groups": [
                {"label": "113", "unit_ids": [cell]},
                {"label": "114", "unit_ids": [commune]},
            ]
        },
    )
    first = f"/sessions/{sessions['line', 1]}"
    await admin.ask("PATCH", first, json={"starts_at": LINE_1})
    notices = await admin.ask("GET", f"{first}/notices")
    texts = {each["label"]: each for each in notices["notices"]}
    assert "7 giờ 30 phút" in texts["114"]["text"]
    assert "ngày 16 tháng 3 năm 2022" in texts["114"]["text"]
    await admin.post(f"{first}/notices/posted", label="114", sequence=texts["114"]["sequence"])
    await secretary.post(f"{first}/notices/received", unit_ids=[commune])
    calendar = await admin.client.get(f"{first}/calendar.ics")
    assert "DTSTART:20220316T003000Z" in calendar.text

    # The halls: what is missing at 6:30 shrinks as people mark it.
    missing = await admin.ask("GET", f"{plan}/preparation")
    assert len(missing["items"]) == 3
    await admin.post(f"/points/{hall}/line-tests", passed=True)
    await admin.ask(
        "PATCH",
        f"/points/{hall}/preparation",
        json={"marks": [{"item_key": "hall", "result": "done"}]},
    )
    assert len((await admin.ask("GET", f"{plan}/preparation"))["items"]) == 2

    # Who goes where: proposed for all, changed by the secretary, published.
    told = await admin.post(f"{plan}/allocation/propose")
    assert (told["convened"], told["allocated"]) == (17 + 8 + 2, 27)
    board = {
        each["unit_id"]: each for each in (await admin.ask("GET", f"{plan}/allocation"))["items"]
    }
    assert [each["members"] for each in board[cell]["sessions"]] == [6, 6, 5]
    assert sorted(each["members"] for each in board[village]["sessions"]) == [0, 0, 8]
    assert [each["members"] for each in board[school]["sessions"]] == [1, 1]
    moved = await secretary.ask(
        "PUT",
        f"/units/{commune}/allocation/{conference['id']}",
        json={"moves": [{"unit_id": village, "session_id": sessions["line", 2]}]},
    )
    assert moved["moved"] == 8
    assert (await admin.post(f"{plan}/allocation/propose"))["moved"] == 0
    published = await admin.post(f"{plan}/allocation/publish")
    assert published == {"published": 3, "unchanged": 0, "unallocated": 0}

    # What the commune holds in its hands: the summonses, and lists to tick and to sign.
    paper = await secretary.client.get(
        f"/units/{commune}/summons/{conference['id']}", params={"format": "docx"}
    )
    texts_of_paper = [each.text for each in docx.Document(io.BytesIO(paper.content)).paragraphs]
    assert texts_of_paper.count("GIẤY TRIỆU TẬP") == 2
    roster = await secretary.client.get(
        f"/sessions/{sessions['line', 2]}/roster", params={"unit_id": village, "format": "docx"}
    )
    assert roster.status_code == 200
    listed = await secretary.ask(
        "GET", f"/sessions/{sessions['line', 2]}/roster", params={"unit_id": village}
    )
    assert len(listed["items"]) == 8
    assert re.fullmatch(r"[0-9A-Z-]{6,9}", listed["latest_print"]["code"])

    # A hall changes: a passed test counts no more there, and the commune must be told again.
    await admin.ask("PATCH", f"/points/{commune_hall}", json={"venue": "Nhà văn hóa xã"})
    again = {
        each["label"]: each for each in (await admin.ask("GET", f"{first}/notices"))["notices"]
    }
    assert again["114"]["posted"] is None
    assert again["113"]["sequence"] == texts["113"]["sequence"]
    assert "Nhà văn hóa xã" in again["114"]["text"]
    republished = await admin.post(f"{plan}/allocation/publish")
    assert republished["published"] == 1
    summons = await secretary.ask("GET", f"/units/{village}/summons/{conference['id']}")
    assert "Nhà văn hóa xã" in summons["units"][0]["changes"][0]

    # And the trail tells who did it all.
    trail = await admin.ask("GET", "/events", params={"limit": 100})
    assert {"summons.published", "allocation.decided", "members.imported"} <= {
        each["act"] for each in trail["items"]
    }

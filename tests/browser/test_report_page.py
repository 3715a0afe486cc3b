"""The page /report: from the figures to the group, on a phone, on a bad line."""

from typing import Any
from uuid import UUID

import pyotp
from playwright.sync_api import expect
from sqlalchemy.ext.asyncio import AsyncSession

from api.access import actions as access
from api.kit.ids import new_id
from api.words import Role
from tests.browser.crowd import Crowd
from tests.browser.phone import Phone
from tests.browser.secretary import NARROW, sign_in, weight_of
from tests.browser.sight import is_fit_for_old_eyes
from tests.district import PASSWORD
from tests.pictures import photo
from tests.serving import Site
from tests.world import named

MOST_BYTES = 50_000


def enter(crowd: Crowd, username: str = "bithu-bom-bo") -> Phone:
    phone = crowd.phone(**NARROW)
    phone.scan(f"{crowd.site.url}/report")
    phone.sees("sign-in")
    sign_in(phone, username)
    phone.sees("home")
    return phone


def open_report(phone: Phone, which: str) -> None:
    phone.tap(phone.page.locator("#home-choices button", has_text=which))


def mark(site: Site, session_id: UUID, person: str, **what: str) -> None:
    """Write somebody of the village's roll, as the secretary does on her other page."""
    one = {"member_ids": [str(site.district.people[person].id)], **what}
    body = {"unit_id": str(site.district.units["bom_bo"]), "marks": [one]}
    site.staff("POST", f"/sessions/{session_id}/marks", body, username="bithu-bom-bo")


def report_in(site: Site) -> dict[str, Any]:
    path = f"/reports?unit_id={site.district.units['bom_bo']}"
    (line,) = site.staff("GET", path)["items"]
    found: dict[str, Any] = site.staff("GET", f"/reports/{line['id']}")
    return found


def take(phone: Phone, *contents: bytes) -> None:
    """Choose pictures, as the chooser of the telephone hands them over."""
    files = [
        {"name": f"anh{place}.jpg", "mimeType": "image/jpeg", "buffer": content}
        for place, content in enumerate(contents)
    ]
    phone.page.locator("#photo-files").set_input_files(files)  # type: ignore[arg-type]


def claim(site: Site, person: str) -> None:
    """Let somebody type his name alone on a new phone, which waits for the secretary's word."""
    ticket = site.on_a_fresh_phone(site.typed()).json()["ticket"]
    check_in = {
        "id": str(new_id(site.clock())),
        "ticket": ticket,
        "who": named(site.district.people[person]),
    }
    assert site.http.post("/api/v1/check-ins", json=check_in).is_success
    site.http.cookies.clear()


def sign_in_staff(crowd: Crowd, site: Site, username: str) -> Phone:
    """Make an account one of the organiser's staff, with a second factor, and sign in."""
    started = site.staff("POST", "/me/totp", {"password": PASSWORD}, username=username)
    app = pyotp.TOTP(started["secret"])
    site.staff("POST", "/me/totp/confirm", {"otp": app.at(site.clock())}, username=username)
    make_staff(site, username)
    site.clock.move(seconds=300)
    staff = crowd.phone(**NARROW)
    staff.scan(f"{site.url}/report")
    staff.sees("sign-in")
    sign_in(staff, username)
    expect(staff.at("otp")).to_be_focused()
    staff.type("otp", app.at(site.clock()))
    staff.tap("Đăng nhập")
    staff.sees("home")
    return staff


def make_staff(site: Site, username: str) -> None:
    """Give an account without a second factor the role of the organiser's staff."""

    async def grant(db: AsyncSession) -> None:
        await access.grant(
            db,
            account_id=site.district.accounts[username],
            unit_id=site.district.units["district"],
            role=Role.DISTRICT_STAFF,
            at=site.clock(),
        )

    site.do(grant)


def test_a_secretary_goes_from_her_figures_to_the_group(crowd: Crowd, site: Site) -> None:
    session_id = site.open()
    mark(site, session_id, "khanh", kind="present")
    claim(site, "mai")
    phone = enter(crowd)
    is_fit_for_old_eyes(phone.page)
    open_report(phone, "Báo cáo nhanh")
    phone.sees("paper")
    identity = phone.at("paper-identity")
    expect(identity).to_contain_text("3 = 1 có mặt + 0 vắng + 1 chờ xác nhận + 1 chưa có thông tin")
    phone.tap("Xác nhận tất cả 1 người đang chờ")
    expect(phone.at("sheet-title")).to_have_text("Xác nhận 1 người có mặt?")
    phone.tap("Đúng, xác nhận tất cả")
    expect(identity).to_contain_text("3 = 2 có mặt + 0 vắng + 1 chưa có thông tin")
    expect(phone.at("paper-problems")).to_contain_text("còn 1 đồng chí chưa có thông tin")
    expect(phone.at("paper-problems").locator("li")).to_have_text(["Chi bộ thôn 3: 1 đồng chí"])
    link = phone.at("paper-problems").get_by_role("link")
    expect(link).to_have_attribute("href", f"/roster#session={session_id}")
    expect(phone.at("paper-submit")).to_be_hidden()
    assert "Khánh" not in phone.page.content()
    assert "Thị Mai" not in phone.page.content()
    is_fit_for_old_eyes(phone.page)

    phone.at("text-proposals").fill("Đề nghị thêm ghế.")
    phone.tap("Lưu nội dung")
    expect(phone.notice).to_contain_text("Đã lưu nội dung")
    take(phone, photo(900, 600))
    expect(phone.at("photo-list")).to_contain_text("Ảnh 1: đã gửi")
    expect(phone.at("unsent")).to_have_text("")

    mark(site, session_id, "other_khanh", kind="absent", reason="CT")
    phone.tap("Về danh sách báo cáo")
    open_report(phone, "Báo cáo nhanh")
    expect(phone.at("paper-problems")).to_be_empty()
    expect(phone.at("text-proposals")).to_have_value("Đề nghị thêm ghế.")
    phone.tap("Gửi báo cáo")
    phone.tap("Đúng, gửi")
    expect(phone.at("paper-state")).to_contain_text("Đã gửi")
    sent = report_in(site)
    assert (sent["state"], sent["figures"]["present"], len(sent["photos"])) == ("submitted", 2, 1)

    phone.tap("Xem tin nhắn để chép")
    expect(phone.at("share-text")).to_contain_text("Đảng bộ xã Bom Bo")
    phone.tap("Xem ảnh số liệu")
    expect(phone.at("share-picture")).to_be_visible()
    with phone.page.expect_download() as fetched:
        phone.tap("Tải văn bản (.docx)")
    assert fetched.value.suggested_filename == "bao-cao-nhanh.docx"
    phone.at("sent-on").fill(site.clock().date().isoformat())
    phone.tap("Ghi: đã gửi qua mail công vụ")
    expect(phone.at("sent-state")).to_contain_text("Đã gửi qua mail công vụ ngày")
    is_fit_for_old_eyes(phone.page)


def test_a_picture_waits_for_the_line_outlives_the_page_and_is_kept_once(
    crowd: Crowd, site: Site
) -> None:
    site.open()
    phone = enter(crowd)
    open_report(phone, "Báo cáo nhanh")
    phone.sees("paper")

    def lose(route: Any) -> None:
        route.fetch()  # the server commits
        route.abort("connectionreset")

    phone.page.route("**/photos", lose)
    take(phone, photo(900, 600))
    expect(phone.at("unsent")).to_contain_text("1 ảnh chưa gửi – chưa có mạng, máy tự gửi lại")
    is_fit_for_old_eyes(phone.page)
    phone.page.unroute("**/photos")
    phone.page.route("**/photos", lambda route: route.abort())
    phone.page.reload()
    phone.sees("sign-in")
    phone.page.unroute("**/photos")
    sign_in(phone)
    phone.sees("home")
    expect(phone.at("unsent")).to_have_text("")
    report = report_in(site)
    posts = phone.watch.posts(f"/reports/{report['id']}/photos")
    assert len({each.headers["idempotency-key"] for each in posts}) == 1
    assert len(posts) >= 2
    assert len(report["photos"]) == 1


def test_the_first_visit_is_light(crowd: Crowd, site: Site) -> None:
    phone = crowd.phone(**NARROW)
    phone.scan(f"{site.url}/report")
    phone.sees("sign-in")
    phone.watch.settle()
    raw, _ = weight_of(phone)
    assert raw <= MOST_BYTES
    is_fit_for_old_eyes(phone.page)
    sign_in(phone)
    phone.sees("home")
    _, sent = weight_of(phone)
    assert sent <= MOST_BYTES, "all the parts together, as they are sent"


def test_staff_see_who_is_late_and_a_returned_report_comes_again(crowd: Crowd, site: Site) -> None:
    session_id = site.open()
    for person in ("khanh", "mai", "other_khanh"):
        mark(site, session_id, person, kind="present")
    phone = enter(crowd)
    open_report(phone, "Báo cáo nhanh")
    phone.tap("Gửi báo cáo")
    phone.tap("Đúng, gửi")
    expect(phone.at("paper-state")).to_contain_text("Đã gửi")
    mark(site, session_id, "mai", kind="absent", reason="OM")
    phone.tap("Về danh sách báo cáo")
    open_report(phone, "Báo cáo nhanh")
    expect(phone.at("paper-difference")).to_contain_text("Có mặt: 3 → 2")
    phone.tap("Gửi bản bổ sung")
    phone.tap("Đúng, gửi")
    expect(phone.at("paper-versions")).to_contain_text("Bản bổ sung số 2")

    site.close()
    site.clock.move(minutes=31)  # half an hour after the close a quick report is late
    staff = sign_in_staff(crowd, site, "van-phong")
    open_report(staff, "Báo cáo nhanh")
    staff.sees("board")
    expect(staff.at("board-total")).to_contain_text("1/3 đơn vị đã gửi, 2 đơn vị chậm")
    expect(staff.at("board-reminders")).to_contain_text("Chi bộ Văn phòng Huyện ủy")
    staff.tap("Xem tin nhắn và ảnh")
    expect(staff.at("board-card-picture")).to_be_visible()
    is_fit_for_old_eyes(staff.page)
    staff.tap("Xem báo cáo: Đảng bộ xã Bom Bo")
    staff.at("paper-return-why").fill("Ghi rõ vấn đề phát sinh")
    staff.tap("Trả lại để sửa")
    expect(staff.at("paper-state")).to_contain_text("Bị trả lại")

    phone.tap("Về danh sách báo cáo")
    open_report(phone, "Bị trả lại để sửa")
    expect(phone.at("paper-comment")).to_have_text("Cấp trên ghi: Ghi rõ vấn đề phát sinh")
    expect(phone.at("text-incidents")).to_be_editable()

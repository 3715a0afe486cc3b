"""The page /report: a secretary's report from its figures to the group, on a phone, on a bad line."""

from typing import Any
from uuid import UUID

from playwright.sync_api import expect

from tests.browser.crowd import Crowd
from tests.browser.phone import Phone
from tests.browser.secretary import NARROW, sign_in, weight_of
from tests.browser.sight import is_fit_for_old_eyes
from tests.pictures import photo
from tests.serving import Site

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


def test_a_secretary_goes_from_her_figures_to_the_group(crowd: Crowd, site: Site) -> None:
    session_id = site.open()
    mark(site, session_id, "khanh", kind="present")
    mark(site, session_id, "mai", kind="absent", reason="CT")
    phone = enter(crowd)
    is_fit_for_old_eyes(phone.page)
    open_report(phone, "Báo cáo nhanh")
    phone.sees("paper")
    expect(phone.at("paper-identity")).to_contain_text("3 = 1 có mặt + 1 vắng + 1 chưa có thông tin")
    expect(phone.at("paper-problems")).to_contain_text("còn 1 đồng chí chưa có thông tin")
    expect(phone.at("paper-problems").locator("li")).to_have_text(["Chi bộ thôn 3: 1 đồng chí"])
    link = phone.at("paper-problems").get_by_role("link")
    expect(link).to_have_attribute("href", f"/roster#session={session_id}")
    expect(phone.at("paper-submit")).to_be_hidden()
    assert "Khánh" not in phone.page.content()
    is_fit_for_old_eyes(phone.page)

    phone.at("text-proposals").fill("Đề nghị thêm ghế.")
    phone.tap("Lưu nội dung")
    expect(phone.notice).to_contain_text("Đã lưu nội dung")
    take(phone, photo(900, 600))
    expect(phone.at("photo-list")).to_contain_text("Ảnh 1: đã gửi")
    expect(phone.at("unsent")).to_have_text("")

    mark(site, session_id, "other_khanh", kind="present")
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

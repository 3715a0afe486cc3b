"""The console in a secretary's hand: her whole morning on an old phone, on a line that fails."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.console import Console, on_a_desk, on_a_phone
from tests.browser.crowd import Crowd
from tests.browser.secretary import forget_who, marks_in, type_names
from tests.browser.test_report_page import claim
from tests.pictures import photo
from tests.serving import Site

SEARCH = "Tìm tên hoặc số, không cần dấu"


def person(console: Console, name: str) -> Locator:
    return console.page.locator(".person", has_text=name)


def sheet(console: Console) -> Locator:
    return console.page.locator("dialog[open]")


def choose(console: Console, answer: str) -> None:
    """Press an answer of the sheet or the question over the page."""
    sheet(console).get_by_role("button", name=answer, exact=True).click()


def figures(console: Console) -> list[int]:
    """Read convened, present, waiting, absent, not known."""
    return [int(each) for each in console.page.locator(".figure dd").all_inner_texts()]


def shows(console: Console, *expected: int) -> None:
    """Wait until the five figures are these."""
    expect(console.page.locator(".figure dd")).to_have_text([str(each) for each in expected])


def told(console: Console, text: str) -> None:
    expect(console.page.locator(".telling")).to_contain_text(text)


def test_a_secretary_keeps_the_list_of_her_morning_on_a_line_that_fails(
    crowd: Crowd, site: Site
) -> None:
    session_id = site.open()
    forget_who(site, "bithu-bom-bo")
    console = on_a_phone(crowd)
    console.sign_in("bithu-bom-bo")

    console.sees("Đồng chí là ai?")
    console.is_fit()
    console.page.get_by_label("Tìm tên mình, không cần dấu").fill("thi mai")
    console.page.locator("button.row", has_text="Chi bộ thôn 3").click()
    choose(console, "Đúng là tôi")

    console.sees("Lớp hôm nay")
    shows(console, 3, 0, 0, 0, 3)
    expect(console.section("Việc tiếp theo").locator(".next")).to_contain_text(
        "Còn 3 người chưa rõ"
    )
    console.is_fit("today")

    console.page.get_by_role("link", name="Ghi danh sách").first.click()
    console.sees("Danh sách")
    console.fill(SEARCH, "dieu")
    expect(console.page.locator(".person")).to_have_count(2)
    person(console, "Điểu Khánh").first.click()
    told(console, "Điểu Khánh: có mặt")
    console.tap("Hoàn tác")
    expect(person(console, "Điểu Khánh").first).to_contain_text("Chưa rõ")
    console.has_saved()
    console.is_fit("roll")
    console.fill(SEARCH, "mai")
    person(console, "Thị Mai").click()
    told(console, "Không tự ghi cho mình")

    _the_line_fails(console, site, session_id)
    _somebody_leaves_and_nobody_jumps(console)
    console.open("Lớp hôm nay")
    shows(console, 3, 1, 0, 1, 1)
    (absent,) = [each for each in marks_in(site, session_id) if each["kind"] == "absent"]
    assert (absent["reason"], absent["note"]) == ("KH", "Con nhỏ nằm viện")


def _the_line_fails(console: Console, site: Site, session_id: UUID) -> None:
    """Tick while the line is cut: it is shown as unsaved, outlives a reload, and counts once."""
    page, posts = console.page, f"/sessions/{session_id}/marks"
    before = len(console.watch.posts(posts))
    console.watch.context.set_offline(True)
    console.fill(SEARCH, "dieu")
    for row in person(console, "Điểu Khánh").all():
        row.click()
        row.click()  # a double tap: the second one only opens the sheet
        choose(console, "Đóng")
    expect(console.waiting).to_contain_text("2 việc chưa lưu")
    expect(page.locator(".person .unsaved")).to_have_count(2)
    console.is_fit("unsaved")

    page.on("dialog", lambda dialog: dialog.accept())
    page.route("**/marks", lambda route: route.abort())
    console.watch.context.set_offline(False)
    page.reload()
    console.sees("Danh sách")  # a reload signs nobody out
    expect(page.locator(".person .unsaved")).to_have_count(2)

    def lose(route: Any) -> None:
        route.fetch()  # the server commits
        route.abort("connectionreset")

    page.unroute("**/marks")
    page.route("**/marks", lose, times=1)
    expect(page.locator(".person .unsaved")).to_have_count(0, timeout=20_000)
    console.has_saved()
    sent = console.watch.posts(posts)[before:]
    assert len(sent) >= 3
    assert len({each.headers["idempotency-key"] for each in sent}) <= 2
    assert [each["kind"] for each in marks_in(site, session_id)] == ["present", "present"]


def _somebody_leaves_and_nobody_jumps(console: Console) -> None:
    first, second = person(console, "Điểu Khánh").all()
    first.click()
    choose(console, "Lý do khác")
    sheet(console).get_by_label("Lý do khác là gì?").fill("Con nhỏ nằm viện")
    choose(console, "Ghi vắng")
    expect(first).to_contain_text("Vắng")
    second.click()
    choose(console, "Về sớm, lúc này")
    expect(second).to_contain_text("Về sớm")
    console.has_saved()
    console.page.locator("select").last.select_option("absent")
    expect(console.page.locator(".person")).to_have_count(1)


def test_who_waits_is_confirmed_after_the_head_count_and_the_report_goes_out(
    crowd: Crowd, site: Site
) -> None:
    session_id = site.open()
    for name in ("mai", "lan", "khanh"):  # Lan is of another class; two are called Khánh
        claim(site, name)
    type_names(site, session_id, "Vũ Lạ")
    site.bind(uuid4(), "other_khanh", confirmed=False)
    console = on_a_phone(crowd)
    console.sign_in("bithu-bom-bo")
    shows(console, 3, 0, 1, 0, 2)

    console.open("Chờ xác nhận")
    console.reads("Tự gõ tên trên máy của mình, chưa đối chiếu")
    console.is_fit("pending")
    names = console.section("Tên chưa khớp danh sách")
    names.get_by_role("button", name="Việc khác: “Vũ Lạ”").click()
    choose(console, "Là khách, không phải đảng viên")
    names.get_by_role("button", name="Là Điểu Khánh").first.click()
    expect(names).to_contain_text("Không còn tên nào chưa khớp.")
    console.tap("Đúng máy của người này: Điểu Khánh")
    told(console, "Đã xác nhận máy của Điểu Khánh")

    console.page.get_by_role("link", name="Đếm người trong hội trường").click()
    console.sees("Hội trường")
    console.fill("Tất cả bao nhiêu người?", "3")
    console.tap("Lưu số đếm")
    console.reads("Đếm được 3 người")
    console.is_fit("hall")
    console.page.get_by_role("link", name="Sang “Chờ xác nhận”").click()
    waiting = console.section("Đã điểm danh, chờ đồng chí xác nhận")
    console.tap("Không đúng: Thị Mai")
    choose(console, "Không có trong hội trường")
    told(console, "Thị Mai: không tính")
    console.tap("Hoàn tác")
    told(console, "Thị Mai: có mặt")
    console.tap("Xác nhận tất cả 1 người")
    choose(console, "Đúng, xác nhận tất cả")
    expect(waiting).to_contain_text("Không còn ai chờ xác nhận.")

    _by_numbers(console)
    console.open("Lớp hôm nay")
    shows(console, 3, 3, 0, 0, 0)
    console.reads("Đã ghi xong")
    _the_report(console, site)


def _by_numbers(console: Console) -> None:
    console.open("Danh sách")
    console.page.get_by_role("link", name="Ghi theo số").click()
    console.sees("Ghi theo số thứ tự")
    console.is_fit("numbers")
    console.page.get_by_label("Chi bộ thôn 3", exact=True).fill("1-2, 9")
    console.tap("Lưu")
    console.sees("Danh sách")
    console.reads("Số 9, Chi bộ thôn 3:")
    console.tap("Đã xem")


def _the_report(console: Console, site: Site) -> None:
    console.open("Báo cáo")
    console.is_fit("reports")
    console.page.locator("button.row", has_text="Báo cáo nhanh").click()
    console.sees("Báo cáo nhanh")
    console.reads("3 = 3 có mặt + 0 vắng")
    console.fill("Kiến nghị, đề xuất", "Đề nghị lắp thêm loa.")
    console.tap("Lưu nội dung")
    told(console, "Đã lưu nội dung")

    page = console.page
    page.route("**/photos", lambda route: route.abort())
    page.get_by_label("Chụp hoặc chọn ảnh").set_input_files(
        {"name": "anh.jpg", "mimeType": "image/jpeg", "buffer": photo(900, 600)}
    )
    console.reads("chờ gửi, máy tự gửi lại")
    page.unroute("**/photos")
    expect(console.section("Ảnh hội trường")).to_contain_text("đã gửi", timeout=20_000)
    console.is_fit("report")

    console.tap("Gửi báo cáo")
    choose(console, "Đúng, gửi")
    told(console, "Đã gửi báo cáo")
    console.tap("Tin nhắn và ảnh số liệu cho nhóm Zalo")
    expect(page.get_by_role("img", name="Ảnh số liệu")).to_be_visible()
    with page.expect_download() as fetched:
        console.tap("Tải văn bản Word")
    assert fetched.value.suggested_filename == "bao-cao-nhanh.docx"
    console.tap("Ghi: đã gửi mail công vụ")
    console.reads("Đã gửi qua mail công vụ ngày 15/03/2022.")
    page.get_by_label("Gửi bản ký quét").set_input_files(
        {"name": "ban-ky.jpg", "mimeType": "image/jpeg", "buffer": photo(600, 800)}
    )
    console.reads("Đã có bản ký của bản số 1")
    path = f"/reports?unit_id={site.district.units['bom_bo']}"
    (line,) = site.staff("GET", path)["items"]
    assert (line["state"], line["sent_on"]) == ("submitted", "2022-03-15")


def test_phones_problems_absences_and_the_second_persons_word(crowd: Crowd, site: Site) -> None:
    session_id = site.open()
    village = str(site.district.units["village"])
    rows = f"/sessions/{session_id}/units/{village}/roll/rows"
    site.staff("GET", rows, username="bithu-bom-bo")
    ticks = [{"kind": "present", "row_numbers": "1-2"}]
    ticks += [{"kind": "absent", "row_numbers": "3", "reason": "CT"}]
    site.staff("POST", f"/sessions/{session_id}/marks", {"unit_id": village, "marks": ticks})
    site.bind(uuid4(), "mai", confirmed=True)
    console = on_a_desk(crowd)
    console.sign_in("bithu-bom-bo")

    console.open("Đối chiếu, đơn vị cấp dưới")
    console.is_fit("below")
    console.tap("Tôi đã xem lại, đúng: Đảng bộ xã Bom Bo")
    choose(console, "Đúng, tôi đã xem lại")
    told(console, "Đã đối chiếu")

    console.open("Máy của đảng viên")
    console.tap("Đã xác nhận")
    console.tap("Mất máy, gỡ ra: Thị Mai")
    choose(console, "Gỡ ngay")
    told(console, "Đã gỡ máy của Thị Mai")
    console.tap("Làm phiếu cho người chưa có máy")
    console.reads("Đã làm 4 phiếu")
    console.tap("Hủy phiếu: Thị Mai")
    told(console, "Đã hủy phiếu của Thị Mai")
    console.is_fit("phones")
    with console.page.expect_download() as fetched:
        console.tap("Tải tờ phiếu để in")
    assert fetched.value.suggested_filename == "phieu-gan-may.docx"

    console.open("Vấn đề phát sinh")
    console.fill("Việc gì, ở đâu", "Mất tiếng mười phút")
    console.tap("Gửi")
    told(console, "Đã báo Ban Tuyên giáo")
    console.reads("Chờ xử lý")
    console.is_fit("incidents")

    site.close()
    console.open("Người vắng, học bù")
    console.page.reload()
    console.reads("công tác")
    console.tap("Xếp người vắng vào lớp sau")
    console.reads("được xếp vào lớp sau")
    console.is_fit("absences")
    console.tap("English")
    console.sees("Absences, make-ups")
    console.is_fit()


@pytest.mark.parametrize("site", ["demo"], indirect=True)
def test_a_deputy_chooses_between_her_two_units(crowd: Crowd, site: Site) -> None:
    site.open()
    lent = {"role": "secretary", "unit_id": str(site.district.units["bom_bo"]), "deputy": True}
    lent |= {"valid_from": "2022-03-15", "valid_until": "2022-03-18"}
    account = site.district.accounts["bithu-buu-dien"]
    site.staff("POST", f"/accounts/{account}/grants", lent)
    console = on_a_phone(crowd)
    console.sign_in("bithu-buu-dien")
    console.reads("Google Meet")
    shows(console, 1, 0, 0, 0, 1)
    console.is_fit()  # with the yellow band of a demo
    console.page.locator("summary", has_text="Chi bộ Bưu điện – đổi").click()
    console.page.locator(".where select").first.select_option(label="Đảng bộ xã Bom Bo")
    console.reads("Lớp 1 – đường truyền")
    shows(console, 3, 0, 0, 0, 3)
    console.page.locator(".where select").first.select_option(label="– Chi bộ thôn 3")
    console.open("Danh sách")
    expect(console.page.locator(".person")).to_have_count(3)
    console.tap("Mục lục")
    console.tap("Đăng xuất")
    console.sees("Đăng nhập")

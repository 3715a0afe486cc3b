"""The page /roster: a secretary's minute, on a phone, on a bad line."""

import sys
from typing import Any
from uuid import UUID, uuid4

import pyotp
import pytest
from playwright.sync_api import Dialog, expect

from tests.browser import large_hall
from tests.browser.crowd import Crowd
from tests.browser.secretary import (
    KEPT,
    NARROW,
    choose,
    copied_receipt,
    enter,
    figures_of,
    forget_who,
    marks_in,
    open_task,
    row_of,
    sign_in,
    type_names,
    weight_of,
)
from tests.browser.sight import is_fit_for_old_eyes
from tests.district import PASSWORD
from tests.printed import code_of
from tests.serving import Site

MOST_BYTES = 50_000
MOST_TAPS = 60


def test_a_hall_of_300_is_settled_by_one_secretary_in_few_taps(
    crowd: Crowd, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    hall = large_hall.settle(site)
    phone = enter(crowd)
    phone.sees("now")
    assert figures_of(phone) == [300, 180, 30, 0, 90]

    open_task(phone, "Ghi theo số thứ tự")
    phone.sees("numbers")
    absent: dict[UUID, int] = {}
    for cell in hall.cells:
        rows = hall.without_phone[cell]
        if len(absent) < 6:
            absent[cell] = rows[-1]
            rows = rows[:-1]
        phone.type(f"rows-{cell}", ", ".join(map(str, rows)))
        phone.page.keyboard.press("Enter")  # the keyboard's "next"
        phone.taps += 1
    phone.tap("Lưu")
    phone.sees("now")
    expect(phone.notice).to_contain_text("Đã ghi 84 người có mặt.")

    for reason, cells in (("vắng – ốm", list(absent)[:4]), ("vắng – công tác", list(absent)[4:])):
        open_task(phone, "Ghi theo số thứ tự")
        choose(phone, "numbers-kind", reason)
        for cell in cells:
            phone.type(f"rows-{cell}", str(absent[cell]))
        phone.tap("Lưu")
        expect(phone.notice).to_contain_text(f"Đã ghi {len(cells)} người vắng.")

    open_task(phone, "Chờ xác nhận")
    phone.sees("pending")
    phone.tap("Đếm người trong hội trường")
    phone.sees("heads")
    phone.type("heads-persons", "296")
    phone.type("heads-guests", "2")
    phone.tap("Lưu số đếm")
    phone.sees("pending")
    phone.tap("Xác nhận tất cả 30 người")
    phone.tap("Đúng, xác nhận tất cả")
    phone.sees("now")
    expect(phone.at("now-settled")).to_be_visible()
    assert figures_of(phone) == [300, 294, 0, 6, 0]
    expect(phone.at("unsaved")).to_have_text("")

    roll = site.staff(
        "GET", f"/sessions/{hall.session_id}/units/{site.district.units['bom_bo']}/roll"
    )
    assert roll["total"]["head_count"]["difference"] == 0
    with capsys.disabled():
        sys.stdout.write(f"\na hall of 300: {phone.taps} taps, {phone.keys} keys\n")
    assert phone.taps <= MOST_TAPS


def test_the_first_visit_is_light_and_every_screen_is_fit_for_old_eyes(
    crowd: Crowd, site: Site
) -> None:
    site.open()
    phone = crowd.phone(**NARROW)
    phone.scan(f"{site.url}/roster")
    phone.sees("sign-in")
    phone.watch.settle()
    raw, _ = weight_of(phone)
    assert raw <= MOST_BYTES
    is_fit_for_old_eyes(phone.page)
    sign_in(phone)
    phone.sees("now")
    _, sent = weight_of(phone)
    assert sent <= MOST_BYTES, "all the parts together, as they are sent"
    is_fit_for_old_eyes(phone.page)
    open_task(phone, "Danh sách")
    phone.sees("roll")
    is_fit_for_old_eyes(phone.page)
    row_of(phone, "Thị Mai").tap()
    row_of(phone, "Thị Mai").tap()
    is_fit_for_old_eyes(phone.page)
    phone.tap("Đóng")
    steps = ("who", "numbers", "names-again", "pending", "typed", "find", "add")
    for step in (*steps, "heads", "camera", "trouble", "second", "receipts", "phones"):
        phone.page.evaluate("step => self.officePage.show(step)", step)
        is_fit_for_old_eyes(phone.page)


def test_a_secretary_says_once_who_she_is_and_cannot_tick_herself(crowd: Crowd, site: Site) -> None:
    site.open()
    forget_who(site, "bithu-bom-bo")
    phone = enter(crowd)
    phone.sees("who")
    phone.type("who-query", "thi mai")
    expect(phone.at("who-list")).to_contain_text("Chi bộ thôn 3")  # homonyms are told apart
    phone.tap(phone.page.locator("#who-list button"))
    phone.tap("Đúng là tôi")
    phone.sees("now")
    open_task(phone, "Danh sách")
    row_of(phone, "Thị Mai").tap()
    expect(phone.notice).to_contain_text("Không tự ghi cho mình")
    again = enter(crowd)
    again.sees("now")


def test_a_tap_ticks_a_second_one_asks_why_and_the_last_can_be_undone(
    crowd: Crowd, site: Site
) -> None:
    session_id = site.open()
    phone = enter(crowd)
    open_task(phone, "Danh sách")
    phone.sees("roll")
    phone.type("roll-query", "dieu")
    expect(phone.page.locator(".person")).to_have_count(2)
    row_of(phone, "Điểu Khánh").first.tap()
    expect(row_of(phone, "Điểu Khánh").first).to_contain_text("Có mặt · ghi tay")
    phone.tap("Hoàn tác")
    expect(row_of(phone, "Điểu Khánh").first).to_contain_text("Chưa rõ")
    phone.at("roll-query").fill("mai")
    mai = row_of(phone, "Thị Mai")
    mai.tap()
    mai.tap()
    phone.tap("Công tác")
    expect(mai).to_contain_text("Vắng · công tác")
    mai.tap()
    phone.tap("Lý do khác")
    expect(phone.page.get_by_label("Lý do khác là gì?")).to_be_focused()
    phone.page.keyboard.type("Con nhỏ nằm viện")
    phone.tap("Lý do khác")
    expect(phone.at("unsaved")).to_have_text("")
    phone.tap("Xong, về trang lớp")
    phone.sees("now")
    assert figures_of(phone) == [3, 0, 0, 1, 2]
    (mark,) = marks_in(site, session_id)
    assert (mark["reason"], mark["note"]) == ("KH", "Con nhỏ nằm viện")

    open_task(phone, "Xem biên nhận")
    for name, said in (("Thị Mai", "ghi vắng cả buổi"), ("Thị Hoa", "đã bị sửa")):
        phone.at("receipts-text").fill(f"Đây: {copied_receipt(site, 'mai', name=name)} nhé")
        phone.tap(phone.page.get_by_role("button", name="Xem", exact=True))
        expect(phone.page.locator("[data-panel=receipts] .state")).to_contain_text(said)


def test_the_back_button_stays_inside_and_signs_nobody_out(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = enter(crowd)
    open_task(phone, "Danh sách")
    phone.sees("roll")
    row_of(phone, "Thị Mai").tap()
    row_of(phone, "Thị Mai").tap()
    expect(phone.at("sheet")).to_be_visible()
    phone.page.go_back()
    expect(phone.at("sheet")).to_be_hidden()
    phone.sees("roll")
    phone.page.go_back()
    phone.sees("now")
    phone.page.go_back()
    phone.sees("now")
    expect(phone.notice).to_contain_text("Bấm “Đăng xuất” ở cuối trang")


def test_of_two_classes_at_once_the_larger_is_shown_and_the_other_one_offered(
    crowd: Crowd, site: Site
) -> None:
    site.open()
    site.open("meet_1")
    phone = enter(crowd)
    phone.sees("now")
    assert figures_of(phone)[0] == 3
    phone.tap(phone.page.locator("#now-others button", has_text="1 người của đồng chí"))
    expect(phone.page.locator("h1:visible")).to_contain_text("Meet")
    expect(phone.at("now-others")).to_contain_text("3 người của đồng chí")


def test_before_the_opening_only_absences_are_asked_for(crowd: Crowd, site: Site) -> None:
    phone = enter(crowd)
    phone.sees("now")
    expect(phone.at("now-early")).to_contain_text("chỉ ghi được người vắng")
    open_task(phone, "Danh sách")
    row_of(phone, "Thị Mai").tap()
    expect(phone.at("sheet").get_by_role("button", name="Có mặt")).to_have_count(0)
    phone.tap("Ốm")
    expect(row_of(phone, "Thị Mai")).to_contain_text("Vắng · ốm")
    expect(phone.at("unsaved")).to_have_text("")
    expect(phone.notice).to_have_text("")


def test_a_secretary_with_a_second_factor_gives_its_code(crowd: Crowd, site: Site) -> None:
    site.open()
    started = site.staff("POST", "/me/totp", {"password": PASSWORD}, username="bithu-bom-bo")
    app = pyotp.TOTP(started["secret"])
    confirmed = {"otp": app.at(site.clock())}
    site.staff("POST", "/me/totp/confirm", confirmed, username="bithu-bom-bo")
    site.clock.move(seconds=30)
    phone = enter(crowd)
    expect(phone.at("otp")).to_be_focused()
    phone.type("otp", app.at(site.clock()))
    phone.tap("Đăng nhập")
    phone.sees("now")


def test_what_is_not_saved_is_told_survives_a_reload_and_is_sent_then(
    crowd: Crowd, site: Site
) -> None:
    session_id = site.open()
    phone = enter(crowd)
    open_task(phone, "Danh sách")
    phone.sees("roll")
    phone.watch.context.set_offline(True)
    for row in row_of(phone, "Điểu Khánh").all():
        row.tap()
    expect(phone.at("unsaved")).to_contain_text("2 việc chưa lưu – chưa có mạng")
    kept = phone.page.evaluate(KEPT)
    assert len(kept) == 2
    assert "Khánh" not in str(kept)
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    phone.page.on("dialog", leave)
    phone.page.route("**/marks", lambda route: route.abort())
    phone.watch.context.set_offline(False)
    phone.page.reload()
    phone.sees("sign-in")
    assert asked == ["beforeunload"]
    expect(phone.notice).to_contain_text("2 việc chưa lưu còn ở máy này")
    phone.page.unroute("**/marks")
    sign_in(phone)
    phone.sees("now")
    expect(phone.at("unsaved")).to_have_text("")
    assert {each["kind"] for each in marks_in(site, session_id)} == {"present"}
    assert len(marks_in(site, session_id)) == 2
    assert phone.page.evaluate(KEPT) == []


def test_ticks_whose_answers_are_lost_are_counted_once(crowd: Crowd, site: Site) -> None:
    session_id = site.open()
    phone = enter(crowd)
    open_task(phone, "Danh sách")
    phone.sees("roll")

    def lose(route: Any) -> None:
        route.fetch()  # the server commits
        route.abort("connectionreset")

    phone.page.route("**/marks", lose, times=1)
    row_of(phone, "Thị Mai").tap()
    expect(phone.at("unsaved")).to_contain_text("1 việc chưa lưu – chưa có mạng")
    expect(phone.at("unsaved")).to_have_text("")
    posts = phone.watch.posts(f"/sessions/{session_id}/marks")
    assert len(posts) == 2
    assert len({each.headers["idempotency-key"] for each in posts}) == 1
    assert len(marks_in(site, session_id)) == 1


def test_an_outdated_paper_shows_its_names_before_anybody_is_ticked(
    crowd: Crowd, site: Site
) -> None:
    session_id = site.open()
    village = site.district.units["village"]
    conference = f"/api/v1/conferences/{site.district.conference_id}"
    path = f"{conference}/units/{village}/roster?format=docx"
    code = code_of(site.http.get(path, headers=site.bearer("bithu-bom-bo")))
    lien = {"full_name": "Điểu Liên", "card_number": None, "status": "official"}
    site.staff("POST", f"/units/{village}/members", lien, username="bithu-bom-bo")
    phone = enter(crowd)
    open_task(phone, "Ghi theo số thứ tự")
    phone.type(f"rows-{village}", "1, 3 và 9")
    phone.type("numbers-code", code)
    phone.tap("Lưu")
    phone.sees("names-again")
    names = phone.page.locator("[data-panel=names-again] li b")
    expect(names).to_have_text(["Số 1: Điểu Khánh", "Số 3: Thị Mai"])
    assert marks_in(site, session_id) == []
    phone.tap("Đúng các tên này, ghi")
    phone.sees("now")
    expect(phone.notice).to_contain_text("Đã ghi 2 người có mặt. Còn 1 số chưa ghi được")
    expect(phone.notice).to_contain_text("Số 9, Chi bộ thôn 3:")
    assert len(marks_in(site, session_id)) == 2


def test_typed_names_become_a_member_a_guest_or_nobody(crowd: Crowd, site: Site) -> None:
    session_id = site.open()
    type_names(site, session_id, "Thi Mai", "Vũ Lạ", "Ai Đó", "Lê Thị Mới")
    phone = enter(crowd)
    open_task(phone, "Tên chưa khớp")
    phone.sees("typed")
    is_fit_for_old_eyes(phone.page)
    cards = phone.page.locator("[data-panel=typed] li")
    expect(cards).to_have_count(4)
    phone.tap(cards.filter(has_text="Thi Mai").get_by_role("button", name="Là Thị Mai"))
    expect(cards).to_have_count(3)
    phone.tap(cards.filter(has_text="Lê Thị Mới").get_by_role("button", name="Việc khác…"))
    phone.tap("Đảng viên thiếu trong danh sách: thêm vào")
    phone.tap("Thêm và ghi có mặt")
    expect(cards).to_have_count(2)
    phone.tap(cards.filter(has_text="Vũ Lạ").get_by_role("button", name="Việc khác…"))
    phone.tap("Là khách, không phải đảng viên")
    phone.tap(cards.filter(has_text="Ai Đó").get_by_role("button", name="Việc khác…"))
    phone.tap("Không tính…")
    phone.tap("Gõ nhầm hoặc gõ đùa")
    expect(cards).to_have_text("Không còn tên nào chưa khớp.")
    expect(phone.at("unsaved")).to_have_text("")
    path = f"/typed-names?session_id={session_id}&settled=true"
    settled = {each["name"]: each["outcome"] for each in site.staff("GET", path)["items"]}
    assert settled == {
        "Thi Mai": "matched", "Vũ Lạ": "guest", "Ai Đó": "rejected", "Lê Thị Mới": "added",
    }  # fmt: skip
    phone.tap("Về trang lớp")
    phone.sees("now")
    assert figures_of(phone) == [4, 2, 0, 0, 2]


def test_the_second_person_countersigns_what_another_one_wrote(crowd: Crowd, site: Site) -> None:
    session_id = site.open()
    village = str(site.district.units["village"])
    ticks = {"unit_id": village, "marks": [{"kind": "present", "row_numbers": "1-3"}]}
    rows = f"/sessions/{session_id}/units/{village}/roll/rows"
    site.staff("GET", rows, username="bithu-bom-bo")
    site.staff("POST", f"/sessions/{session_id}/marks", ticks)
    phone = enter(crowd)
    open_task(phone, "Đối chiếu")
    expect(phone.page.locator("[data-panel=second] .state")).to_contain_text("3 chưa đối chiếu")
    phone.tap("Tôi đã xem lại, đúng")
    phone.sees("now")
    expect(phone.notice).to_contain_text("Đã đối chiếu 3 người")
    expect(phone.page.locator("#now-tasks")).not_to_contain_text("Đối chiếu")


def test_a_commune_finds_its_school_cell_in_the_class_by_meet(crowd: Crowd, site: Site) -> None:
    site.open("meet_1")
    phone = enter(crowd)
    expect(phone.page.locator("h1:visible")).to_contain_text("Meet")
    expect(phone.at("now-unit")).to_contain_text(
        "Chi bộ Trường THCS Hoa Ban (trường học): 1 chưa rõ"
    )
    open_task(phone, "Camera hội trường")
    phone.tap("Đang mở, thấy rõ")
    expect(phone.notice).to_contain_text("Đã ghi: camera mở")
    open_task(phone, "Báo vấn đề phát sinh")
    phone.type("trouble-text", "Mất tiếng mười phút")
    phone.tap("Gửi")
    expect(phone.notice).to_contain_text("Đã báo Ban Tuyên giáo")
    (incident,) = site.staff("GET", "/incidents")["items"]
    assert incident["text"] == "Mất tiếng mười phút"


def test_a_phone_is_confirmed_and_slips_are_made_and_fetched(crowd: Crowd, site: Site) -> None:
    site.open()
    site.bind(uuid4(), "mai", confirmed=False)
    phone = enter(crowd)
    open_task(phone, "Máy của đảng viên")
    phone.tap("Đúng máy của người này")
    expect(phone.at("unsaved")).to_have_text("")
    phone.at("phones-shown").select_option(label="Máy đã xác nhận")
    expect(phone.page.locator("[data-panel=phones] li")).to_contain_text("Thị Mai")
    phone.tap("Mất máy, gỡ ra…")
    phone.tap("Gỡ ngay")
    expect(phone.at("unsaved")).to_have_text("")
    phone.at("phones-shown").select_option(label="Chưa gắn máy nào")
    expect(phone.page.locator("[data-panel=phones] li", has_text="Thị Mai")).to_have_count(1)
    phone.tap("Làm phiếu cho người chưa có máy")
    expect(phone.page.locator("[data-panel=phones] .place")).to_contain_text("Đã làm 4 phiếu")
    with phone.page.expect_download() as fetched:
        phone.tap("Tải tờ phiếu để in")
    assert fetched.value.suggested_filename == "phieu-gan-may.docx"

"""The page /roster: a secretary's minute, on a phone, on a bad line."""

from uuid import UUID

from playwright.sync_api import expect

from tests.browser import large_hall
from tests.browser.crowd import Crowd
from tests.browser.phone import Phone
from tests.browser.sight import is_fit_for_old_eyes
from tests.district import PASSWORD
from tests.serving import Site

MOST_BYTES = 50_000
MOST_TAPS = 60
NARROW = {"viewport": {"width": 360, "height": 740}}


def _enter(crowd: Crowd, username: str = "bithu-bom-bo") -> Phone:
    phone = crowd.phone(**NARROW)
    phone.scan(f"{crowd.site.url}/roster")
    phone.sees("sign-in")
    _sign_in(phone, username)
    return phone


def _sign_in(phone: Phone, username: str = "bithu-bom-bo") -> None:
    phone.type("username", username)
    phone.type("password", PASSWORD)
    phone.tap("Đăng nhập")


def _figures(phone: Phone) -> list[int]:
    """Read convened, present, pending, absent, unknown."""
    return [int(each) for each in phone.page.locator("#now-figures b").all_inner_texts()]


def _choose(phone: Phone, field: str, label: str) -> None:
    """Choose from a list: a tap opens it, another one takes what is wanted."""
    phone.at(field).select_option(label=label)
    phone.taps += 2


def _open(phone: Phone, task: str) -> None:
    phone.tap(phone.page.locator("#now-tasks button", has_text=task))


def test_a_hall_of_300_is_settled_by_one_secretary_in_few_taps(crowd: Crowd, site: Site) -> None:
    hall = large_hall.settle(site)
    phone = _enter(crowd)
    phone.sees("now")
    assert _figures(phone) == [300, 180, 30, 0, 90]

    _open(phone, "Ghi theo số thứ tự")
    phone.sees("numbers")
    absent: dict[UUID, int] = {}
    for cell in hall.cells:
        rows = hall.without_phone[cell]
        if len(absent) < 6:
            absent[cell] = rows[-1]
            rows = rows[:-1]
        phone.type(f"rows-{cell}", ", ".join(map(str, rows)))
        phone.page.keyboard.press("Enter")
    phone.tap("Lưu")
    phone.sees("now")
    expect(phone.notice).to_contain_text("Đã ghi 84 người có mặt.")

    for reason, cells in (("vắng – ốm", list(absent)[:4]), ("vắng – công tác", list(absent)[4:])):
        _open(phone, "Ghi theo số thứ tự")
        _choose(phone, "numbers-kind", reason)
        for cell in cells:
            phone.type(f"rows-{cell}", str(absent[cell]))
        phone.tap("Lưu")
        expect(phone.notice).to_contain_text(f"Đã ghi {len(cells)} người vắng.")

    _open(phone, "Chờ xác nhận")
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
    assert _figures(phone) == [300, 294, 0, 6, 0]
    expect(phone.at("unsaved")).to_have_text("")

    roll = site.staff(
        "GET", f"/sessions/{hall.session_id}/units/{site.district.units['bom_bo']}/roll"
    )
    assert roll["total"]["head_count"]["difference"] == 0
    print(f"\na hall of 300: {phone.taps} taps, {phone.keys} keys, {phone.seconds:.0f} s")
    assert phone.taps <= MOST_TAPS

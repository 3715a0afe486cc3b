"""Phones: the notice, and the codes of slips."""

from uuid import UUID

from api.kit import qr
from api.kit.ids import CROCKFORD
from api.phones.notice import TEXT, VERSION
from api.phones.rules import address, spaced
from api.phones.slip_codes import code_of, hash_of
from tests import symbols

MASTER = bytes(range(32))
SLIPS = [UUID(int=number) for number in range(200)]


def test_the_notice_is_short_enough_to_be_read_before_a_check_in() -> None:
    assert VERSION == 2
    assert len(TEXT.split()) <= 120


def test_the_notice_tells_what_the_law_asks_for() -> None:
    for told in ("họ tên", "chi bộ", "số thẻ", "giờ", "điểm cầu", "mã ngẫu nhiên", "Luật 91/2025",
                 "Nghị định 356/2025", "Không lấy vị trí GPS", "khuôn mặt", "được xem",
                 "thời hạn của từng loại dữ liệu", "đề nghị sửa, xóa", "hỏi bí thư"):  # fmt: skip
        assert told in TEXT


def test_a_code_follows_from_the_slip_and_the_master_key_alone() -> None:
    codes = [code_of(MASTER, each) for each in SLIPS]
    assert codes == [code_of(MASTER, each) for each in SLIPS]
    assert len(set(codes)) == len(SLIPS)
    assert set("".join(codes)) == set(CROCKFORD)
    assert not set(codes) & {code_of(bytes(32), each) for each in SLIPS}


def test_a_code_is_read_kindly_and_stored_as_a_keyed_hash() -> None:
    assert spaced("K7M2QXR4TD") == "K7M2Q-XR4TD"
    stored = hash_of(MASTER, "K7M2Q0R41D")
    assert stored == hash_of(MASTER, " k7m2q-or4ld")
    assert stored != hash_of(bytes(32), "K7M2Q0R41D")
    assert len(stored) == 64


def test_a_slip_is_scanned_from_paper() -> None:
    where = address("https://diemdanh.example", "K7M2QXR4TD")
    assert where == "https://diemdanh.example/d/#p.K7M2QXR4TD"
    assert symbols.read_picture(qr.picture(where)) == where

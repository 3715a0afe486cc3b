"""Phones: the notice."""

from api.phones.notice import TEXT, VERSION


def test_the_notice_is_short_enough_to_be_read_before_a_check_in() -> None:
    assert VERSION == 1
    assert len(TEXT.split()) <= 120


def test_the_notice_tells_what_the_law_asks_for() -> None:
    for told in ("họ tên", "chi bộ", "số thẻ", "giờ", "điểm cầu", "mã ngẫu nhiên", "Luật 91/2025",
                 "Nghị định 356/2025", "Không lấy vị trí GPS", "khuôn mặt", "được xem",
                 "thời hạn của từng loại dữ liệu", "đề nghị sửa", "hỏi bí thư"):  # fmt: skip
        assert told in TEXT

"""The text and the picture for the Zalo group: figures as they are, and of nobody by name."""

import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from api.papers.share_cards import HEIGHT, MOST_ROWS, WIDTH, drawn
from api.reports.sharing import Card, Part, Shared, face_of, stand_of, text_of

HALF_PAST_ELEVEN = datetime(2022, 3, 5, 4, 30, tzinfo=UTC)
CONFERENCE = "Hội nghị Thông tin thời sự quý I năm 2022"


def _card(figures: Shared, *parts: Part, provisional: bool = True, of_held: bool = False) -> Card:
    return Card(
        unit_name="Đảng bộ xã Bom Bo",
        conference_title=CONFERENCE,
        occasion=None if parts else "Lớp 1 – đường truyền",
        figures=figures,
        parts=parts,
        as_of=HALF_PAST_ELEVEN,
        is_provisional=provisional,
        is_of_held=of_held,
    )


def test_the_text_of_one_session_is_ready_to_paste() -> None:
    card = _card(Shared(60, 40, 0, 15, 0, 5, guests=3))
    assert text_of(card) == (
        "BÁO CÁO NHANH\n"
        "Đảng bộ xã Bom Bo\n"
        "Lớp 1 – đường truyền\n"
        "Hội nghị Thông tin thời sự quý I năm 2022\n"
        "\n"
        "Triệu tập: 60 đồng chí\n"
        "Có mặt: 40 (66,67\u00a0%)\n"
        "Vắng có lý do: 15\n"
        "Vắng không lý do: 0\n"
        "Chưa có thông tin: 5\n"
        "Khách dự: 3\n"
        "\n"
        "Báo cáo bước đầu, số liệu đến 11:30 ngày 05/03/2022"
    )


def test_the_text_of_a_conference_tells_which_sessions_were_held() -> None:
    parts = [
        Part("Lớp 1 – đường truyền", 1_167, 1_103, is_held=True),
        Part("Lớp 2 – đường truyền", 1_167, 0, is_held=False),
        Part("Lớp 3 – đường truyền", 1_167, 0, is_held=False, state="cancelled"),
    ]
    card = _card(Shared(1_167, 1_103, 12, 40, 2, 10), *parts, of_held=True)
    lines = text_of(card).split("\n")
    assert "Đã tổ chức 1/2 lớp" in lines
    assert "Triệu tập các lớp đã tổ chức: 1.167 đồng chí" in lines
    assert "• Lớp 1 – đường truyền: 1.103/1.167 (94,52\u00a0%)" in lines
    assert "• Lớp 2 – đường truyền: chưa tổ chức" in lines
    assert "• Lớp 3 – đường truyền: đã hủy" in lines
    assert "Chờ xác nhận: 12" in lines


def test_while_many_are_not_known_the_card_shows_how_many_came_and_no_rate() -> None:
    figures = Shared(762, 29, 0, 7, 0, 726)
    face = face_of(_card(figures))
    assert (face.large, *face.beside_large) == (
        "29",
        "đồng chí đã có mặt,",
        "còn 726 chưa có thông tin",
    )
    parts = (Part("Lớp 1", 762, 29, is_held=True, still_open=726),)
    text = text_of(_card(figures, *parts))
    assert "Có mặt: 29\n" in text
    assert "• Lớp 1: 29/762\n" in text
    assert "%" not in text
    assert face_of(_card(Shared(60, 54, 2, 0, 0, 4))).large == "90,00\u00a0%"


def test_a_closed_conference_is_not_called_interim() -> None:
    card = replace(_card(Shared(7, 7, 0, 0, 0, 0), provisional=False), is_closed=True)
    assert stand_of(card) == "Số liệu chốt lúc 11:30 ngày 05/03/2022"


def test_what_was_handed_in_is_not_called_provisional() -> None:
    card = _card(Shared(7, 7, 0, 0, 0, 0), provisional=False)
    assert stand_of(card) == "Số liệu báo cáo chính thức, gửi lúc 11:30 ngày 05/03/2022"
    assert "bước đầu" not in text_of(card)


def test_a_unit_that_convenes_nobody_has_no_rate() -> None:
    face = face_of(_card(Shared(0, 0, 0, 0, 0, 0)))
    assert (face.large, face.share) == ("–", 0)


@pytest.mark.parametrize("sessions", [0, 1, 5, 40])
def test_the_picture_has_one_size_and_stays_small(sessions: int) -> None:
    parts = [
        Part(f"Lớp {each} – trực tuyến đường truyền", 100, each, is_held=each < 3)
        for each in range(sessions)
    ]
    face = face_of(_card(Shared(35_599, 30_000, 1, 5_000, 500, 98, guests=7), *parts))
    assert len(face.rows) <= MOST_ROWS
    content = drawn(face)
    image = Image.open(io.BytesIO(content), formats=["PNG"])
    assert image.size == (WIDTH, HEIGHT) == (1_080, 1_350)
    assert len(content) < 150_000


@settings(max_examples=12, deadline=None)
@given(st.text(max_size=300), st.lists(st.integers(0, 10**9), min_size=7, max_size=7))
def test_whatever_the_name_and_the_figures_a_picture_is_drawn(
    name: str, numbers: list[int]
) -> None:
    figures = Shared(*numbers)
    card = Card(name, name, name, figures, (), HALF_PAST_ELEVEN, is_provisional=True)
    assert Image.open(io.BytesIO(drawn(face_of(card)))).size == (WIDTH, HEIGHT)

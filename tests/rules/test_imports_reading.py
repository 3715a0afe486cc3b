"""How a list is read: old encodings, headers, sections, names, cards, notes (pure)."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.imports import fields, layout
from api.imports.fields import Doubt, Told
from api.imports.headers import ColumnRole, role_of
from api.imports.legacy import Encoding, Seen, Verdict, decode, encoding_of, to_unicode
from api.imports.table import Row, Table
from api.words import MemberStatus
from tests import lists

TODAY = date(2022, 3, 15)
NAMES = [
    "Nguyễn Thị Hạnh", "Trần Văn Bình", "Điểu Khánh", "Thị Mai", "Vũ Thị Lan", "Lê Hữu Phước",
    "Đặng Quốc Tuấn", "Bùi Thị Mỹ Duyên", "Hoàng Xuân Quỳnh", "Phạm Ngọc Ánh", "K' Brốp",
    "Đỗ Thị Thu Thuỷ", "Lương Văn Tú", "Huỳnh Công Trứ", "Ngô Thị Bích Vượng",
]  # fmt: skip


@given(st.text(alphabet=lists.VIETNAMESE + " ĂÂÊÔƠƯĐABCDEGHIKLMNOPQRSTUVXY'", max_size=40))
def test_tcvn3_is_read_as_it_was_written(name: str) -> None:
    assert decode(lists.tcvn3_exactly(name), Encoding.TCVN3) == name


@given(
    st.text(
        alphabet=lists.VIETNAMESE + lists.VIETNAMESE.upper() + " '",
        max_size=40,
    )
)
def test_vni_is_read_as_it_was_written(name: str) -> None:
    assert decode(lists.vni(name), Encoding.VNI) == name


@given(st.text(alphabet=lists.VIETNAMESE + lists.VIETNAMESE.upper() + " '", max_size=40))
def test_cp1258_is_read_as_it_was_written(name: str) -> None:
    as_latin = lists.cp1258(name).encode("cp1258").decode("latin-1")
    assert decode(as_latin, Encoding.CP1258) == lists.cp1258(name)


@pytest.mark.parametrize(
    ("encoding", "encoder"), [(Encoding.TCVN3, lists.tcvn3), (Encoding.VNI, lists.vni)]
)
def test_the_encoding_of_a_list_is_seen_without_any_font(
    encoding: Encoding, encoder: Callable[[str], str]
) -> None:
    seen = [Seen(encoder(name)) for name in NAMES]
    assert encoding_of(seen) == Verdict(encoding)
    read = [fields.read_name(to_unicode(each, Verdict(encoding))[0]).text for each in seen]
    assert read == NAMES


def test_a_unicode_list_stays_as_it_is() -> None:
    seen = [Seen(name) for name in [*NAMES, "Hoà", "Hà", "Toàn", "Lê Thành", "Cao Bá Quát"]]
    verdict = encoding_of(seen)
    assert verdict == Verdict(Encoding.UNICODE)
    assert [to_unicode(each, verdict)[0] for each in seen] == [each.text for each in seen]


def test_a_list_that_is_half_converted_is_read_text_by_text() -> None:
    old = [Seen(lists.tcvn3(name), ".VnTime") for name in NAMES[:8]]
    new = [
        Seen(name, "Times New Roman") for name in ["Lê Hà", "Hà Thành", "Nguyễn Văn Tú", "Tô Tú"]
    ]
    verdict = encoding_of([*old, *new])
    assert [to_unicode(each, verdict)[0] for each in new] == [each.text for each in new]
    assert [fields.read_name(to_unicode(e, verdict)[0]).text for e in old] == NAMES[:8]


def test_a_unicode_text_in_a_legacy_font_is_not_spoilt() -> None:
    texts = [Seen("Điểu Khánh", ".VnTime"), Seen("Khánh Hà", ".VnTime")]
    verdict = encoding_of(texts)
    assert [to_unicode(each, verdict)[0] for each in texts] == ["Điểu Khánh", "Khánh Hà"]


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Họ và tên", ColumnRole.NAME),
        ("HỌ VÀ TÊN\nKHAI SINH", ColumnRole.NAME),
        ("Họ tên đảng viên", ColumnRole.NAME),
        ("Họ đệm", ColumnRole.FAMILY),
        ("Họ và tên đệm", ColumnRole.FAMILY),
        ("Số thẻ đảng viên", ColumnRole.CARD),
        ("Số TĐV", ColumnRole.CARD),
        ("Số thẻ BHYT", None),
        ("Chi bộ", ColumnRole.UNIT),
        ("Đơn vị công tác", None),
        ("Ghi chú", ColumnRole.NOTE),
        ("Ngày vào Đảng", ColumnRole.JOINED),
        ("Ngày vào Đảng/ngày chính thức", ColumnRole.JOINED_CONFIRMED),
        ("Ngày chính thức", ColumnRole.CONFIRMED),
        ("Họ tên cha", None),
        ("Số CCCD", None),
        ("Số điện thoại", None),
        ("Dân tộc", None),
        ("Tôn giáo", None),
        ("Quê quán", None),
        ("(Ký, ghi rõ họ tên)", None),
    ],
)
def test_a_header_tells_what_its_column_is(header: str, role: ColumnRole | None) -> None:
    assert role_of(header) is role


@pytest.mark.parametrize(
    ("text", "name", "doubt"),
    [
        ("Nguyễn  Thị   Hoa ", "Nguyễn Thị Hoa", None),
        ("NGUYỄN THỊ HOA", "Nguyễn Thị Hoa", Doubt.NAME_RECASED),
        ("LÊ VŨ", "Lê Vũ", Doubt.NAME_RECASED),
        ("NGUYễN THị HOA", "Nguyễn Thị Hoa", Doubt.NAME_RECASED),
        ("K' BRỐP", "K' Brốp", Doubt.NAME_RECASED),
        ("H'BIA NIÊ", "H'Bia Niê", Doubt.NAME_RECASED),
        ("K' Brốp", "K' Brốp", None),
        ("Nguyễn ứng", "Nguyễn Ứng", None),
        ("đ/c Lê Văn Tám", "Lê Văn Tám", None),
        ("Ông Văn Tám", "Ông Văn Tám", None),
        ("Lê Văn Tám (1975)", "Lê Văn Tám", None),
        ("Lê Văn Tám\nsinh năm 1975", "Lê Văn Tám", None),
        ("Lê Văn\nTám", "Lê Văn Tám", None),
        ("Nguyễn Văn Hùng (B)", "Nguyễn Văn Hùng (B)", None),
        ("Nguyễn Văn Hùng 2", "Nguyễn Văn Hùng 2", None),
        ("=HYPERLINK(1)", "", Doubt.NAME_UNUSABLE),
        ("a@b.example", "", Doubt.NAME_UNUSABLE),
        ("12345", "", Doubt.NAME_UNUSABLE),
        ("", "", None),
        ("N" * 101, "", Doubt.NAME_UNUSABLE),
    ],
)
def test_a_name_is_written_as_names_are(text: str, name: str, doubt: Doubt | None) -> None:
    read = fields.read_name(text)
    assert (read.text, read.doubt) == (name, doubt)


@pytest.mark.parametrize(
    ("text", "number", "doubt"),
    [
        ("50004821", "50004821", None),
        ("5004821", "05004821", Doubt.CARD_ZERO_RESTORED),
        ("50004821.0", "50004821", None),
        ("5.0004821E7", "50004821", None),
        ("5,0004821E+07", "50004821", None),
        ("5.00048E+07", None, Doubt.CARD_ROUNDED),
        ("50.004821", "50004821", None),
        ("50 004 821", "50004821", None),
        ("07,000,124", "07000124", None),
        ("'05004821", "05004821", None),
        ("123456", "123456", None),
        ("070075001234", "070075001234", None),
        ("AB-12", "AB-12", None),
        ("chưa có", None, None),
        ("", None, None),
        ("xem sau", None, Doubt.CARD_UNUSABLE),
        ("1" * 21, None, Doubt.CARD_UNUSABLE),
    ],
)
def test_a_card_number_survives_excel(text: str, number: str | None, doubt: Doubt | None) -> None:
    card = fields.read_card(text)
    assert (card.number, card.doubt) == (number, doubt)


def test_of_card_and_history_numbers_the_card_is_taken() -> None:
    assert fields.read_card("50.012345\n123456", has_history=True).number == "50012345"
    assert fields.read_card("50012345/123456", has_history=True).number == "50012345"


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("", Told()),
        ("Miễn sinh hoạt", Told(MemberStatus.EXEMPT)),
        ("được miễn công tác và SH", Told(MemberStatus.EXEMPT)),
        ("giảm công tác", Told(MemberStatus.REDUCED)),
        ("Dự bị", Told(MemberStatus.PROBATIONARY)),
        ("đình chỉ sinh hoạt", Told(MemberStatus.SUSPENDED)),
        ("chuyển sinh hoạt chính thức đi", Told(MemberStatus.LEFT)),
        ("Đã chuyển đi", Told(MemberStatus.LEFT)),
        ("mới chuyển về", Told()),
        ("Quê miền Nam", Told()),
        ("dự bị, chuyển chính thức tháng 4", Told(doubt=Doubt.NOTE_UNCLEAR)),
        ("hết miễn sinh hoạt", Told(doubt=Doubt.NOTE_UNCLEAR)),
        ("sinh hoạt tạm thời nơi khác", Told(doubt=Doubt.NOTE_UNCLEAR)),
        ("ĐV 213", Told(doubt=Doubt.RESIDENCE_ONLY)),
    ],
)
def test_a_note_tells_a_status_only_where_it_is_plain(note: str, told: Told) -> None:
    assert fields.read_status(note, "", "", "", today=TODAY) == told


@pytest.mark.parametrize(
    ("joined", "confirmed", "status"),
    [
        ("19/05/1998", "19/05/1999", MemberStatus.OFFICIAL),
        ("1998", "1999", MemberStatus.OFFICIAL),
        ("35829", "36194", MemberStatus.OFFICIAL),
        ("03/12/2021", "", MemberStatus.PROBATIONARY),
        ("2021", "", None),
        ("19/05/1998", "", None),
        ("03/12/2021", "03/12/2022", None),
        ("x", "", MemberStatus.PROBATIONARY),
        ("", "x", MemberStatus.OFFICIAL),
        ("31/02/2022", "chưa rõ", None),
    ],
)
def test_party_dates_tell_a_status_only_where_it_is_certain(
    joined: str, confirmed: str, status: MemberStatus | None
) -> None:
    assert fields.read_status("", "", joined, confirmed, today=TODAY).status is status


def table(*rows: tuple[str, ...]) -> Table:
    kept = tuple(Row(number, cells) for number, cells in enumerate(rows, start=1) if any(cells))
    return Table(kept, ("unicode",))


def test_sections_totals_repeated_headers_and_signatures_are_no_persons() -> None:
    header = ("TT", "Họ và tên", "Ghi chú")
    listing = layout.read(
        table(
            ("", "DANH SÁCH", ""),
            header,
            ("A", "Chi bộ thôn 1", ""),
            ("1", "Tống Công Sơn", ""),
            ("2", "Trương Văn A", ""),
            ("", "Tổng cộng: 2", ""),
            header,
            ("", "Trường Tiểu học", ""),
            ("1", "Lê Văn B", "Kết nạp ngày 3 tháng 2 năm 2022"),
            ("", "Dòng lạ", ""),
            ("", "", "Ngày 5 tháng 3 năm 2022"),
            ("", "Người lập biểu", "BÍ THƯ"),
            ("", "Lê Văn Ký", "Trần Văn Thư"),
        )
    )
    assert listing is not None
    assert [(each.row, each.name, each.unit) for each in listing.listed] == [
        (4, "Tống Công Sơn", "Chi bộ thôn 1"),
        (5, "Trương Văn A", "Chi bộ thôn 1"),
        (9, "Lê Văn B", "Trường Tiểu học"),
    ]
    assert listing.unclear_rows == (10,)


def test_names_in_two_columns_are_joined() -> None:
    for header in (
        [("Họ đệm", "Tên", "Số thẻ")],
        [("Họ và tên", "", "Số thẻ")],
        [("Họ và tên", "", "Số thẻ"), ("Họ đệm", "Tên", "")],
    ):
        listing = layout.read(table(*header, ("Lê Văn", "Tám", "50001111")))
        assert listing is not None
        assert [each.name for each in listing.listed] == ["Lê Văn Tám"]


def test_a_list_without_a_column_of_names_is_not_understood() -> None:
    assert layout.read(table(("STT", "Quê quán"), ("1", "Bom Bo"))) is None

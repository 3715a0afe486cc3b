"""What each caution says to a person."""

from collections.abc import Mapping
from typing import Final

from api.imports.people import Caution, Warned
from api.kit.errors import Words

SAYINGS: Final[Mapping[Caution, Words]] = {
    Caution.NAME_UNUSABLE: Words(
        "Ô họ tên không phải tên người, dòng này không nhập.",
        "The name is not a person's name; the row is left out.",
    ),
    Caution.NAME_MISSING: Words(
        "Có số thẻ mà không có họ tên, dòng này không nhập.",
        "There is a card number without a name; the row is left out.",
    ),
    Caution.NAME_IS_FORMULA: Words(
        "Ô họ tên là công thức chưa có kết quả, dòng này không nhập. "
        "Mời mở tệp bằng Excel rồi lưu lại.",
        "The name is a formula without a result; the row is left out. Save the file in Excel.",
    ),
    Caution.NAME_RECASED: Words(
        "Họ tên viết toàn chữ hoa được đổi sang chữ thường.",
        "Names in capitals are written in normal case.",
    ),
    Caution.NAME_DIFFERS: Words(
        "Cùng số thẻ nhưng họ tên khác: «{before}» sẽ thành «{after}».",
        "Same card number, another name: «{before}» becomes «{after}».",
    ),
    Caution.NAME_SIMILAR: Words(
        "Thêm mới «{name}», trong khi đơn vị có «{held}» mà tệp không nêu. "
        "Mời xem có phải một người.",
        "«{name}» is added, while the unit has «{held}» whom the file does not name. "
        "Are they one person?",
    ),
    Caution.NAMESAKES: Words(
        "Cùng họ tên «{name}», khác số thẻ: là những người khác nhau.",
        "Same name «{name}», different cards: they are different persons.",
    ),
    Caution.NAMESAKES_WITHOUT_CARD: Words(
        "Cùng họ tên «{name}» mà chưa đủ số thẻ để phân biệt: coi là những người khác nhau.",
        "Same name «{name}», not all with a card number: taken as different persons.",
    ),
    Caution.NAMESAKES_UNCLEAR: Words(
        "Nhiều người cùng tên «{name}»: chưa rõ dòng này là ai nên không nhập. "
        "Mời ghi số thẻ cho từng người.",
        "Several persons are called «{name}»: it is unclear whom the row means, so it is left out. "
        "Give each a card number.",
    ),
    Caution.CARD_IS_FORMULA: Words(
        "Ô số thẻ là công thức chưa có kết quả nên không nhập số thẻ. "
        "Mời mở tệp bằng Excel rồi lưu lại.",
        "The card number is a formula without a result; it is not taken. Save the file in Excel.",
    ),
    Caution.CARD_ZERO_RESTORED: Words(
        "Số thẻ mất số 0 ở đầu, được đọc là {card}.",
        "The card number had lost its leading zero; it is read as {card}.",
    ),
    Caution.CARD_ROUNDED: Words(
        "Số thẻ bị Excel làm tròn nên không nhập số thẻ.",
        "Excel has rounded the card number; it is not taken.",
    ),
    Caution.CARD_UNUSABLE: Words(
        "Ô số thẻ không phải số thẻ nên không nhập số thẻ.",
        "The card number is none; it is not taken.",
    ),
    Caution.CARD_TWICE: Words(
        "Số thẻ {card} đã có ở dòng {first}, dòng sau không nhập.",
        "Card number {card} stands in row {first} already; the later row is left out.",
    ),
    Caution.CARD_ELSEWHERE: Words(
        "Số thẻ {card} là của đảng viên thuộc {unit}, dòng này không nhập. "
        "Nếu người này chuyển về, mời dùng «chuyển sinh hoạt».",
        "Card number {card} belongs to a member of {unit}; the row is left out. "
        "Transfer the member instead.",
    ),
    Caution.RESIDENCE_ONLY: Words(
        "Đảng viên 213 không tính ở nơi cư trú, dòng này không nhập.",
        "Members under rule 213 are not counted where they live; the row is left out.",
    ),
    Caution.NOTE_UNCLEAR: Words(
        "Ghi chú về tình trạng chưa rõ nên giữ nguyên tình trạng (người mới: chính thức).",
        "The note on the status is unclear; the status is kept (a new member: official).",
    ),
    Caution.HAS_LEFT: Words(
        "Người đã chuyển đi hoặc không còn sinh hoạt, không thay đổi gì.",
        "This person has left; nothing is changed.",
    ),
    Caution.IS_GUEST: Words(
        "Đảng viên đang sinh hoạt tạm thời ở đơn vị, không thay đổi gì.",
        "This member is here for a time only; nothing is changed.",
    ),
    Caution.ROW_UNCLEAR: Words(
        "Dòng không có số thứ tự, chưa rõ là người hay tiêu đề, nên không nhập.",
        "The row has no number and may be a heading; it is left out.",
    ),
    Caution.UNIT_MISSING: Words(
        "Chưa rõ dòng này thuộc đơn vị nào, nên không nhập.",
        "It is unclear to which unit the row belongs; it is left out.",
    ),
    Caution.UNIT_UNKNOWN: Words(
        "Không có đơn vị «{unit}», các dòng này không nhập.",
        "There is no unit «{unit}»; these rows are left out.",
    ),
    Caution.UNIT_AMBIGUOUS: Words(
        "Có nhiều đơn vị tên «{unit}», các dòng này không nhập.",
        "Several units are called «{unit}»; these rows are left out.",
    ),
    Caution.UNIT_OTHER: Words(
        "«{unit}» không phải đơn vị đang nhập, các dòng này không nhập. "
        "Muốn nhập cho các đơn vị trực thuộc, mời chọn phạm vi «cả các đơn vị trực thuộc».",
        "«{unit}» is not the unit of this import; these rows are left out. "
        "For the units below it, import with scope `tree`.",
    ),
    Caution.ENCODING_CONVERTED: Words(
        "Chữ trong tệp là bảng mã cũ ({encoding}), đã đổi sang Unicode. Mời xem lại họ tên.",
        "The file was in an old encoding ({encoding}) and is converted. Look at the names.",
    ),
    Caution.OTHER_SHEETS: Words(
        "Chỉ đọc trang tính «{sheet}»; chưa đọc: {others}.",
        "Only the sheet «{sheet}» was read; not read: {others}.",
    ),
}


def say(warned: Warned, language: str) -> str:
    """Say a caution in the reader's language."""
    return SAYINGS[warned.caution].read(language, warned.words)

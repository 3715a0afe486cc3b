"""Why a file is not taken, and why an import does not go on."""

from typing import Final

from api.kit.errors import Fault, Words

FILE_NOT_A_LIST: Final = Fault(
    "file_not_a_list",
    422,
    Words("Tệp không phải danh sách", "Not a list"),
    Words(
        "Tệp này là {found}, không phải danh sách Excel (.xlsx) hoặc CSV. "
        "Mời mở danh sách bằng Excel rồi chọn «Lưu thành» loại .xlsx.",
        "This file is {found}, not an Excel (.xlsx) or CSV list. Save the list as .xlsx.",
    ),
    sample={"found": "Word (.docx)"},
)
FILE_OLD_EXCEL: Final = Fault(
    "file_old_excel",
    422,
    Words("Tệp Excel đời cũ", "Old Excel file"),
    Words(
        "Tệp này là Excel đời cũ (.xls). Mời mở bằng Excel rồi chọn «Lưu thành» loại .xlsx.",
        "This is an old Excel file (.xls). Open it in Excel and save it as .xlsx.",
    ),
)
FILE_ENCRYPTED: Final = Fault(
    "file_encrypted",
    422,
    Words("Tệp có mật khẩu", "Encrypted file"),
    Words(
        "Tệp được bảo vệ bằng mật khẩu. Mời bỏ mật khẩu mở tệp rồi gửi lại.",
        "The file is protected by a password. Remove it and send the file again.",
    ),
)
FILE_DAMAGED: Final = Fault(
    "file_damaged",
    422,
    Words("Tệp hỏng", "Damaged file"),
    Words(
        "Không mở được tệp này. Mời mở thử bằng Excel, lưu lại rồi gửi lại.",
        "This file cannot be opened. Open it in Excel, save it again, and send that.",
    ),
)
FILE_UNPACKS_TOO_LARGE: Final = Fault(
    "file_unpacks_too_large",
    422,
    Words("Tệp bung ra quá lớn", "File unpacks too large"),
    Words(
        "Tệp nén này bung ra quá lớn so với một danh sách. Mời chép danh sách sang tệp mới.",
        "Unpacked, this file is far larger than a list is. Copy the list into a new file.",
    ),
)
FILE_EMPTY: Final = Fault(
    "file_empty",
    422,
    Words("Danh sách trống", "Empty list"),
    Words("Tệp không có dòng nào có người.", "The file has no row with a person."),
)
NAME_COLUMN_MISSING: Final = Fault(
    "name_column_missing",
    422,
    Words("Không thấy cột họ tên", "No name column"),
    Words(
        "Không thấy cột «Họ và tên» (hoặc «Số thẻ» trong danh sách trừ). "
        "Các tiêu đề đã thấy: {headers}.",
        "There is no column «Họ và tên» (nor «Số thẻ» in an exclusion list). "
        "Headers seen: {headers}.",
    ),
    sample={"headers": "STT; Đơn vị; Ghi chú"},
)
TOO_MANY_ROWS: Final = Fault(
    "too_many_rows",
    422,
    Words("Quá nhiều dòng", "Too many rows"),
    Words(
        "Mỗi lần nhập tối đa {limit} dòng. Mời chia danh sách thành nhiều tệp.",
        "At most {limit} rows are imported at once. Split the list into several files.",
    ),
    sample={"limit": 20_000},
)
SHEET_UNKNOWN: Final = Fault(
    "sheet_unknown",
    422,
    Words("Không có trang tính này", "No such sheet"),
    Words("Tệp có các trang tính: {sheets}.", "The file has these sheets: {sheets}."),
    sample={"sheets": "Sheet1; Sheet2"},
)
PREVIEW_REQUIRED: Final = Fault(
    "preview_required",
    422,
    Words("Cần xem trước", "Preview required"),
    Words(
        "Mời xem trước (dry_run) rồi gửi lại cùng tệp với mã preview_id đã nhận.",
        "Ask for the preview (dry_run) first, and send the same file with its `preview_id`.",
    ),
)
PREVIEW_OUTDATED: Final = Fault(
    "preview_outdated",
    409,
    Words("Bản xem trước đã cũ", "Preview outdated"),
    Words(
        "Tệp hoặc danh sách đảng viên đã khác lúc xem trước, nên chưa ghi gì. Mời xem trước lại.",
        "The file or the members differ from what was previewed; nothing was changed. "
        "Preview again.",
    ),
)
IMPORT_UNIT_ENDED: Final = Fault(
    "import_unit_ended",
    409,
    Words("Đơn vị đã kết thúc", "Unit has ended"),
    Words(
        "Đơn vị này không còn hoạt động nên không nhận đảng viên mới.",
        "This unit is no more, so it takes no members.",
    ),
)
FILE_FAULTS: Final = (
    FILE_NOT_A_LIST,
    FILE_OLD_EXCEL,
    FILE_ENCRYPTED,
    FILE_DAMAGED,
    FILE_UNPACKS_TOO_LARGE,
    FILE_EMPTY,
    NAME_COLUMN_MISSING,
    TOO_MANY_ROWS,
    SHEET_UNKNOWN,
)
"""What any operation that takes a file may refuse."""

"""What documents of reports, and scans of them, refuse."""

from typing import Final

from api.kit.errors import Fault, Words

MOST_BYTES: Final = 10 * 1024 * 1024

NOT_HANDED_IN: Final = Fault(
    "report_not_handed_in",
    409,
    Words("Báo cáo chưa gửi", "Report not handed in"),
    Words(
        "Báo cáo chưa gửi lần nào, nên chưa có bản để ký. Đồng chí gửi báo cáo trước rồi tải bản "
        "đã ký lên.",
        "The report has not been handed in, so there is nothing signed yet. Submit it first.",
    ),
)
SCAN_INVALID: Final = Fault(
    "scan_invalid",
    422,
    Words("Không nhận được bản quét", "Scan not taken"),
    Words(
        "Tệp này không phải PDF, JPEG hoặc PNG đọc được. Mời quét lại, hoặc chụp lại trang đã ký.",
        "This file is no PDF, JPEG or PNG that can be read. Scan or photograph the page again.",
    ),
)
SCAN_ACTIVE: Final = Fault(
    "scan_active",
    422,
    Words("Tệp PDF có chương trình", "Active PDF"),
    Words(
        "Tệp PDF có chương trình hoặc tệp khác kèm bên trong, không phải bản quét. Mời quét lại.",
        "The PDF carries a program or another file, so it is no scan. Scan the page again.",
    ),
)
SCAN_MISSING: Final = Fault(
    "scan_missing",
    404,
    Words("Chưa có bản đã ký", "No signed scan"),
    Words(
        "Báo cáo này chưa có bản quét đã ký, hoặc tệp không còn.",
        "There is no signed scan of this report, or its file is gone.",
    ),
)

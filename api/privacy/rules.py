"""How long each kind of data is kept, what a purge does then, and the 72-hour clock (pure).

Law 91/2025/QH15: data is kept no longer than its purpose needs. The periods are the organiser's
policy within it; `docs/privacy.md` gives the same table, and a test compares the two.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from api.words import DataKind

ERASED_NAME: Final = "Đảng viên đã xóa tên"
ERASED_TEXT: Final = "(đã xóa)"
"""What stands where a text must not be empty."""

REPORT_WITHIN: Final = timedelta(hours=72)
"""From finding a breach to telling the authority (Law 91/2025/QH15)."""

NAMES: Final = frozenset({"full_name", "card_number"})
"""Fields of the audit trail that tell who a member is."""

TEXTS: Final = frozenset(
    {
        "note",
        "reason",
        "text",
        "resolution",
        "comment",
        "assessment",
        "preparation",
        "incidents",
        "proposals",
    }
)
"""Fields of the audit trail that somebody wrote in his own words, perhaps of a person."""


class RetentionDeed(StrEnum):
    """What a purge does: takes rows away, or only what tells of a person in them."""

    DELETE = "delete"
    STRIP = "strip"


@dataclass(frozen=True, slots=True)
class Retention:
    """How long a kind of data is kept, from which instant, what is done then, and why so long."""

    kind: DataKind
    name: str
    days: int
    since: str
    deed: RetentionDeed
    what: str
    why: str

    def before(self, at: datetime) -> datetime:
        """Tell the instant before which data is too old."""
        return at - timedelta(days=self.days)


RETENTIONS: Final = (
    Retention(
        DataKind.TYPED_NAMES,
        "Tên gõ tay khi điểm danh",
        90,
        "lúc gõ",
        RetentionDeed.STRIP,
        "xóa tên, 4 số cuối thẻ, mã máy, lý do; giữ kết quả để đếm khách",
        "đủ để bí thư đối chiếu và trả lời thắc mắc trong quý",
    ),
    Retention(
        DataKind.CHECK_INS,
        "Lượt quét mã và biên nhận",
        180,
        "lúc quét",
        RetentionDeed.DELETE,
        "xóa hẳn; kết quả điểm danh giữ riêng",
        "đủ để giải quyết khiếu nại về buổi họp",
    ),
    Retention(
        DataKind.PHONES,
        "Máy đã gỡ và phiếu gắn máy hết hạn",
        180,
        "lúc gỡ, lúc phiếu hết hạn",
        RetentionDeed.DELETE,
        "xóa hẳn; máy đang dùng được giữ",
        "đủ để kiểm tra việc đổi máy bất thường",
    ),
    Retention(
        DataKind.PAPER_SHEETS,
        "Ảnh chụp danh sách giấy",
        365,
        "lúc tải lên",
        RetentionDeed.DELETE,
        "xóa ảnh và tệp; dấu điểm danh giữ lại",
        "chứng từ của dấu điểm danh trong năm",
    ),
    Retention(
        DataKind.PHOTOS,
        "Ảnh hội trường trong báo cáo",
        365,
        "lúc tải lên",
        RetentionDeed.DELETE,
        "xóa ảnh và tệp; báo cáo giữ số lượng ảnh",
        "báo cáo kèm ảnh trong năm",
    ),
    Retention(
        DataKind.MEET_PARTICIPANTS,
        "Danh sách người dự trên Google Meet",
        90,
        "lúc nạp",
        RetentionDeed.DELETE,
        "xóa hẳn",
        "đủ để đối chiếu hội trường trong quý",
    ),
    Retention(
        DataKind.ABSENCE_NOTES,
        "Ghi chú vắng, lý do quyết định, lời văn trong nhật ký",
        180,
        "lúc ghi",
        RetentionDeed.STRIP,
        "xóa ghi chú; giữ mã lý do vắng và số liệu",
        "có thể nói về sức khỏe, gia đình; chỉ cần đến khi báo cáo được duyệt",
    ),
    Retention(
        DataKind.ATTENDANCE,
        "Kết quả điểm danh",
        365,
        "lúc điểm danh",
        RetentionDeed.STRIP,
        "xóa mã máy; dòng kết quả giữ làm số liệu, tên mất khi đảng viên được xóa tên",
        "số liệu hội nghị là hồ sơ lưu trữ; mã máy chỉ cần trong năm",
    ),
    Retention(
        DataKind.MEMBERS,
        "Đảng viên đã ra khỏi danh sách; dòng diện không triệu tập",
        730,
        "lần thay đổi cuối cùng, lúc ghi dòng",
        RetentionDeed.STRIP,
        "xóa tên, số thẻ và mọi thứ nhận ra người; số liệu giữ nguyên",
        "đủ để chuyển lại sinh hoạt và đối chiếu hai năm",
    ),
    Retention(
        DataKind.DATA_REQUESTS,
        "Đề nghị sửa, xóa dữ liệu",
        730,
        "lúc giải quyết xong",
        RetentionDeed.DELETE,
        "xóa hẳn",
        "chứng minh đã trả lời đúng hạn",
    ),
    Retention(
        DataKind.DELIVERIES,
        "Thư và tin đã gửi",
        180,
        "lúc gửi",
        RetentionDeed.STRIP,
        "xóa nội dung, tệp kèm, địa chỉ người được mời; giữ Message-ID làm bằng chứng",
        "đủ để gửi lại khi thất lạc",
    ),
    Retention(
        DataKind.ATTEMPTS,
        "Lần thử sai, lượt bị từ chối, phiên đăng nhập và lời mời đã hết",
        30,
        "lúc xảy ra, lúc hết hạn",
        RetentionDeed.DELETE,
        "xóa hẳn; không lưu địa chỉ IP",
        "đủ để chặn dò mã",
    ),
    Retention(
        DataKind.AUDIT,
        "Nhật ký thao tác và lượt xem",
        1825,
        "lúc xảy ra",
        RetentionDeed.DELETE,
        "xóa hẳn; việc đổi đơn vị, diện đảng viên giữ lại không kèm tên để số liệu cũ không đổi",
        "đảng viên hỏi được ai đã xem mình; thời hiệu kiểm tra, giám sát",
    ),
)
"""Every kind once, in the order in which a purge goes; who left is erased before his trail goes."""


def stripped(detail: Mapping[str, Any], fields: Collection[str]) -> dict[str, Any]:
    """Take the values of some fields out of an event; that they changed stays."""
    kept = {name: value for name, value in detail.items() if name not in fields}
    changes = detail.get("changes")
    if changes is not None:
        kept["changes"] = {
            name: {"before": None, "after": None} if name in fields else change
            for name, change in changes.items()
        }
    return kept


def unnamed(content: Any, member_id: str) -> Any:
    """Take a member's name out of stored content that lists members as `{"id", "name"}`."""
    if isinstance(content, list):
        return [unnamed(each, member_id) for each in content]
    if not isinstance(content, dict):
        return content
    if content.get("id") == member_id and "name" in content:
        return {**content, "name": ERASED_NAME}
    return {name: unnamed(each, member_id) for name, each in content.items()}


def hours_left(report_due_at: datetime, reported_at: datetime | None, at: datetime) -> int | None:
    """Tell the full hours until the authority must know, at least 0; None once it does."""
    if reported_at is not None:
        return None
    return max(0, int((report_due_at - at).total_seconds() // 3600))


def is_overdue(report_due_at: datetime, reported_at: datetime | None, at: datetime) -> bool:
    """Tell whether the authority was, or still is, told too late."""
    return (reported_at or at) > report_due_at

"""The sentence of each flag, for the person who decides on it."""

from collections.abc import Callable
from typing import Final

from api.flags.rules import Flag
from api.kit.dates import lasting
from api.words import FlagKind


def sentence(flag: Flag, *, issuer: str | None) -> str:
    """Say what was seen; `issuer` is the account that handed out phones."""
    return _SAYINGS[flag.kind](flag, issuer or "một tài khoản")


def _shared_phone(flag: Flag, _: str) -> str:
    return f"Một máy đã điểm danh cho {flag.numbers[0]} người."


def _guessed_code(flag: Flag, _: str) -> str:
    wrong = flag.numbers[0]
    if flag.member_ids:
        return f"Máy này gõ sai mã {wrong} lần rồi mới điểm danh được."
    return f"Cửa của điểm cầu này bị gõ sai mã {wrong} lần, mã gõ tay đang phải chờ xác nhận."


def _manual_share(flag: Flag, _: str) -> str:
    manual, summoned, left = flag.numbers
    return (
        f"{manual} trên {summoned} đồng chí được ghi hoặc xác nhận bằng tay, "
        f"còn {left} chưa đối chiếu."
    )


def _over_head_count(flag: Flag, _: str) -> str:
    recorded, heads, over = flag.numbers
    return f"Ghi nhận {recorded} đảng viên, đếm trong hội trường chỉ có {heads}: hơn {over}."


def _late_arrival(flag: Flag, _: str) -> str:
    return f"Gửi muộn {lasting(flag.numbers[0])} sau khi mã hết hiệu lực."


def _other_place(flag: Flag, _: str) -> str:
    if flag.numbers[0]:
        return "Dự lớp khác với lớp được phân."
    return "Dự ở điểm cầu khác với điểm cầu được phân."


def _new_phone(flag: Flag, issuer: str) -> str:
    return f"{issuer} gắn {flag.numbers[0]} máy cho đơn vị này từ hôm trước đến nay."


def _second_device(flag: Flag, _: str) -> str:
    return f"Có {flag.numbers[0]} máy cùng điểm danh cho một đồng chí trong một lượt."


def _changed_after_lock(flag: Flag, _: str) -> str:
    return f"Sau khi khóa danh sách còn sửa {flag.numbers[0]} đồng chí."


_SAYINGS: Final[dict[FlagKind, Callable[[Flag, str], str]]] = {
    FlagKind.SHARED_PHONE: _shared_phone,
    FlagKind.GUESSED_CODE: _guessed_code,
    FlagKind.MANUAL_SHARE: _manual_share,
    FlagKind.OVER_HEAD_COUNT: _over_head_count,
    FlagKind.LATE_ARRIVAL: _late_arrival,
    FlagKind.OTHER_PLACE: _other_place,
    FlagKind.NEW_PHONE: _new_phone,
    FlagKind.SECOND_DEVICE: _second_device,
    FlagKind.CHANGED_AFTER_LOCK: _changed_after_lock,
}

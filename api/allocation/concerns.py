"""What a person is told of an allocation, in the reader's language; it blocks nothing."""

from typing import Final

from api.allocation.rules import Concern
from api.kit.errors import Words

WORDS: Final[dict[Concern, Words]] = {
    Concern.NO_POINT: Words(
        "{unit}: chưa có điểm cầu.", "{unit}: no bridge point expects this unit."
    ),
    Concern.NO_SESSION: Words(
        "{unit}: điểm cầu chưa có lớp nào nhận.", "{unit}: no session at its point takes members."
    ),
    Concern.OTHER_POINT: Words(
        "{unit}: {actual} đồng chí được xếp ở điểm cầu khác nơi đơn vị dự.",
        "{unit}: {actual} members go to another bridge point than the unit's.",
    ),
    Concern.SHARE_DEVIATES: Words(
        "{unit}: {session} có {actual} đồng chí, theo tỷ lệ là {wanted}.",
        "{unit}: {session} has {actual} members, its share is {wanted}.",
    ),
    Concern.SESSION_WITHOUT_MEMBERS: Words(
        "{unit}: ít đảng viên hơn số lớp, {session} không có ai.",
        "{unit}: fewer members than sessions, {session} has nobody.",
    ),
    Concern.OVER_CAPACITY: Words(
        "{session} tại {point}: {actual} đồng chí, hội trường chỉ chứa {wanted}.",
        "{session} at {point}: {actual} members, the hall holds {wanted}.",
    ),
}

"""What conferences refuse."""

from api.kit.errors import Fault, Words

UNIT_NOT_OF_ORGANISER = Fault(
    "unit_not_of_organiser",
    422,
    Words("Đơn vị không thuộc hội nghị", "Not a unit of the organiser"),
    Words(
        "Có đơn vị không thuộc cơ quan tổ chức hội nghị, hoặc không còn hoạt động: {unit_ids}.",
        "Not living units below the organiser: {unit_ids}.",
    ),
    sample={"unit_ids": ["01980000-0000-7000-8000-000000000000"]},
)
UNIT_IN_TWO_GROUPS = Fault(
    "unit_in_two_groups",
    422,
    Words("Đơn vị ở hai nhóm", "Unit in two groups"),
    Words(
        "{unit_name} đang được xếp vào cả nhóm «{label}» và nhóm «{other_label}»; mỗi đơn vị chỉ "
        "thuộc một nhóm.",
        "{unit_name} is put into the groups `{label}` and `{other_label}`; a unit belongs to one.",
    ),
    sample={"unit_name": "Đảng bộ xã Bom Bo", "label": "113", "other_label": "114"},
)
PREPARATION_ITEM_TWICE = Fault(
    "preparation_item_twice",
    422,
    Words("Mục chuẩn bị bị trùng", "Preparation item twice"),
    Words(
        "Mục chuẩn bị «{key}» có hai lần trong danh sách.",
        "The preparation item `{key}` stands twice in the list.",
    ),
    sample={"key": "hall"},
)
CONFERENCE_EXISTS = Fault(
    "conference_exists",
    409,
    Words("Quý này đã có hội nghị", "Conference exists"),
    Words(
        "Quý {quarter} năm {year} đã có «{title}». Nếu đúng là một hội nghị nữa, mời gửi lại kèm "
        "another.",
        "There is «{title}» in quarter {quarter} of {year}. If this is one more, send `another`.",
    ),
    sample={
        "conference_id": "01980000-0000-7000-8000-000000000000",
        "title": "Hội nghị Thông tin thời sự quý I năm 2022",
        "year": 2022,
        "quarter": 1,
    },
)
CONFERENCE_IN_USE = Fault(
    "conference_in_use",
    409,
    Words("Hội nghị đã được dùng", "Conference in use"),
    Words(
        "Hội nghị đã có lớp đã mở, phân bổ, triệu tập, thông báo, danh sách in hoặc màn hình, nên "
        "không xóa được.",
        "Something of the conference was opened, allocated, published, posted or printed, or has a "
        "screen.",
    ),
)

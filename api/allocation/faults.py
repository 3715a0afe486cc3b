"""What allocation refuses."""

from api.kit.errors import Fault, Words

NOT_CONVENED = Fault(
    "member_not_convened",
    422,
    Words("Không thuộc diện triệu tập", "Not to be convened"),
    Words(
        "Có đồng chí không thuộc diện triệu tập của đơn vị này (chuyển đi, miễn, hoặc trong danh "
        "sách không triệu tập). Mời tải lại danh sách.",
        "Somebody named is not among those whom this unit convenes. Read the list again.",
    ),
)
NO_SUCH_SESSION = Fault(
    "session_not_for_allocation",
    422,
    Words("Lớp không nhận phân bổ", "Session not for allocation"),
    Words(
        "Lớp này không thuộc hội nghị, đã hủy hoặc đã kết thúc.",
        "The session is not one of this conference, is cancelled, or is over.",
    ),
)
NO_POINT_OF_FORM = Fault(
    "no_point_of_form",
    422,
    Words("Chưa có điểm cầu cho lớp này", "No bridge point for this session"),
    Words(
        "Đơn vị chưa có điểm cầu của hình thức này. Mời ghi rõ điểm cầu.",
        "No bridge point of the session's form expects the unit. Name the bridge point.",
    ),
)
CLASS_HELD = Fault(
    "class_held",
    409,
    Words("Lớp đã mở, không chuyển được nữa", "The class was opened"),
    Words(
        "Lớp của đồng chí này đã mở điểm danh nên không chuyển sang lớp khác được: có mặt hay "
        "vắng vẫn tính ở lớp cũ. Nếu vắng, mời đồng chí xếp học bù ở lớp sau.",
        "The class of whoever is named was opened: there or absent, he is counted in it. Who "
        "missed it is put to a later one as a make-up (`proposeMakeUps`, `writeMakeUp`).",
    ),
)

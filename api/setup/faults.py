"""What the first day refuses."""

from api.kit.errors import Fault, Words

ALREADY_SET_UP = Fault(
    "already_set_up",
    409,
    Words("Đã thiết lập", "Already set up"),
    Words(
        "Hệ thống đã có đơn vị tổ chức. Mời đồng chí liên hệ quản trị để được cấp quyền.",
        "There is an organiser already. Ask its administrators for a role.",
    ),
)

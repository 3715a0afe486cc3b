"""What managing clients refuses."""

from api.kit.errors import Fault, Words

CLIENT_EXISTS = Fault(
    "client_exists",
    409,
    Words("Phần mềm kết nối đã có", "Client exists"),
    Words(
        "Đơn vị này đã có phần mềm kết nối tên đó. Mời đặt tên khác, hoặc cấp khóa mới cho nó.",
        "The unit has a client of this name already. Choose another, or renew that one's secret.",
    ),
)
CLIENT_REVOKED = Fault(
    "client_revoked",
    409,
    Words("Phần mềm kết nối đã bị thu hồi", "Client revoked"),
    Words(
        "Phần mềm kết nối này đã bị thu hồi, không sửa được nữa. Mời thêm phần mềm mới.",
        "The client was revoked and stays so. Add another.",
    ),
)

"""The privacy notice that a phone shows before its first check-in (Law 91/2025/QH15).

A changed TEXT is a new VERSION: every phone is then shown it once more.
"""

from typing import Final

VERSION: Final = 2
TEXT: Final = (
    "Cấp ủy tổ chức hội nghị lưu họ tên, chi bộ, diện đảng viên, số thẻ đảng (nếu có) của đồng "
    "chí; mỗi lần điểm danh lưu giờ, điểm cầu và một mã ngẫu nhiên của máy này. Dữ liệu chỉ dùng "
    "để điểm danh và báo cáo hội nghị, theo Luật 91/2025/QH15 và Nghị định 356/2025. Không lấy vị "
    "trí GPS, không nhận diện khuôn mặt. Bí thư đơn vị và cấp tổ chức được xem; mọi lần xem danh "
    "sách đều được ghi lại. Dữ liệu giữ theo thời hạn của từng loại dữ liệu. Đồng chí có quyền xem "
    "dữ liệu của mình, ai đã xem, và đề nghị sửa, xóa; cần gì mời hỏi bí thư."
)

"""What access refuses."""

from api.kit.errors import Fault, Words

UNAUTHENTICATED = Fault(
    "unauthenticated",
    401,
    Words("Chưa đăng nhập", "Not signed in"),
    Words("Mời đồng chí đăng nhập lại.", "Send a valid access token."),
)
CREDENTIALS_WRONG = Fault(
    "credentials_wrong",
    401,
    Words("Đăng nhập không được", "Sign-in refused"),
    Words("Tên đăng nhập hoặc mật khẩu chưa đúng.", "The username or the password is wrong."),
)
REFRESH_REFUSED = Fault(
    "refresh_refused",
    401,
    Words("Phiên đăng nhập đã hết", "Refresh refused"),
    Words("Phiên đăng nhập đã hết. Mời đồng chí đăng nhập lại.", "Sign in again."),
)
TOO_MANY_ATTEMPTS = Fault(
    "too_many_attempts",
    429,
    Words("Thử sai quá nhiều lần", "Too many attempts"),
    Words(
        "Đã thử sai quá nhiều lần. Mời đồng chí chờ {retry_after_seconds} giây, "
        "hoặc nhờ bí thư ghi tên.",
        "Too many wrong attempts. Wait {retry_after_seconds} seconds.",
    ),
    sample={"retry_after_seconds": 45},
)
PAIRING_CODE_UNKNOWN = Fault(
    "pairing_code_unknown",
    422,
    Words("Mã ghép không đúng", "Unknown pairing code"),
    Words(
        "Mã ghép không đúng, đã dùng, hoặc quá 10 phút. Mời lấy mã mới.",
        "The pairing code is wrong, used, or older than 10 minutes. Ask for a new one.",
    ),
)
ORIGIN_REFUSED = Fault(
    "origin_refused",
    403,
    Words("Trang gọi không đúng", "Origin refused"),
    Words("Yêu cầu đến từ một trang khác.", "The request came from another site's page."),
)

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
OTP_REQUIRED = Fault(
    "otp_required",
    401,
    Words("Cần mã xác thực", "One-time code required"),
    Words(
        "Mời đồng chí nhập thêm mã 6 số trong ứng dụng xác thực trên điện thoại.",
        "Send `otp` as well: the six digits of the authenticator app, or a recovery code.",
    ),
)
OTP_WRONG = Fault(
    "otp_wrong",
    401,
    Words("Mã xác thực chưa đúng", "One-time code refused"),
    Words(
        "Mã xác thực chưa đúng, hoặc đã dùng. Mời chờ mã mới rồi nhập lại; "
        "giờ của điện thoại phải đúng.",
        "The one-time code is wrong or was used. Wait for the next one; "
        "the phone's clock must be right.",
    ),
)
TOTP_REQUIRED = Fault(
    "totp_required",
    403,
    Words("Cần cài xác thực hai bước", "Second factor required"),
    Words(
        "Vai trò của đồng chí cần xác thực hai bước. Mời cài ứng dụng xác thực trước.",
        "Your role needs a second factor: set it up at /me/totp first.",
    ),
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
CLIENT_REFUSED = Fault(
    "client_refused",
    401,
    Words("Phần mềm kết nối chưa được nhận", "Client refused"),
    Words(
        "Mã hoặc khóa bí mật của phần mềm kết nối không đúng, hoặc đã bị thu hồi.",
        "The client's id or secret is wrong, or the client was revoked.",
    ),
    sample={"error": "invalid_client"},
)
SCOPE_REFUSED = Fault(
    "scope_refused",
    400,
    Words("Quyền không được cấp", "Scope refused"),
    Words(
        "Phần mềm kết nối xin quyền mà nó không được cấp: {scope}.",
        "The client asks for a scope that it was not given: {scope}.",
    ),
    sample={"error": "invalid_scope", "scope": "attendance:read"},
)
TWO_PROOFS = Fault(
    "two_proofs",
    400,
    Words("Gửi hai khóa cùng lúc", "Two proofs"),
    Words(
        "Phần mềm kết nối chỉ gửi khóa bí mật theo một cách: trong đầu Authorization hoặc trong "
        "biểu mẫu.",
        "Send the client's secret one way: by the Authorization header, or in the form.",
    ),
    sample={"error": "invalid_request"},
)
INSUFFICIENT_SCOPE = Fault(
    "insufficient_scope",
    403,
    Words("Phần mềm kết nối thiếu quyền", "Insufficient scope"),
    Words("Việc này cần quyền {scope}.", "This needs the scope {scope}."),
    sample={"error": "insufficient_scope", "scope": "units:read"},
)
PERSON_NEEDED = Fault(
    "person_needed",
    403,
    Words("Việc này cần người làm", "Person needed"),
    Words(
        "Việc này phải do người có trách nhiệm làm, phần mềm kết nối không làm thay được.",
        "A person has to do this: no scope lets a client do it.",
    ),
)
CLIENT_NEEDED = Fault(
    "client_needed",
    403,
    Words("Việc này dành cho phần mềm kết nối", "Client needed"),
    Words(
        "Chỉ phần mềm kết nối được cấp quyền làm việc này, không dùng bằng tài khoản.",
        "Only a client does this, with a token of its own.",
    ),
)
RATE_LIMITED = Fault(
    "rate_limited",
    429,
    Words("Gọi quá nhiều", "Rate limited"),
    Words(
        "Phần mềm kết nối đã gọi hết số lần của phút này. Thử lại sau {retry_after_seconds} giây.",
        "The client has used up its requests of this minute. Wait {retry_after_seconds} seconds.",
    ),
    sample={"retry_after_seconds": 42},
)

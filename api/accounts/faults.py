"""What accounts refuse."""

from typing import Final

from api.accounts.passwords import Weakness
from api.accounts.rules import LONGEST_LENDING_DAYS
from api.kit.errors import Fault, Words

USERNAME_TAKEN = Fault(
    "username_taken",
    409,
    Words("Tên đăng nhập đã có", "Username taken"),
    Words("Tên đăng nhập này đã có người dùng.", "Somebody has this username already."),
)
LAST_ADMIN = Fault(
    "last_admin",
    409,
    Words("Quản trị viên cuối cùng", "Last administrator"),
    Words(
        "Đây là quản trị viên cuối cùng. Mời thêm một quản trị viên khác trước.",
        "This is the last administrator who can sign in. Add another one first.",
    ),
)
OWN_ACCOUNT = Fault(
    "own_account",
    403,
    Words("Không tự làm cho mình", "Not for yourself"),
    Words(
        "Việc này phải do người khác làm cho đồng chí.",
        "Somebody else has to do this for you.",
    ),
)
ACCOUNT_DISABLED = Fault(
    "account_disabled",
    409,
    Words("Tài khoản đang khóa", "Account disabled"),
    Words(
        "Tài khoản này đang khóa nên không mời được. Mời mở lại trước.",
        "This account is disabled, so nobody can be invited to it. Let it in again first.",
    ),
)
GRANT_EXISTS = Fault(
    "grant_exists",
    409,
    Words("Đã được giao", "Granted already"),
    Words(
        "Đồng chí này đã được giao vai trò đó ở đơn vị trong thời gian ấy.",
        "This account holds that role on the unit during these days already.",
    ),
)
GRANT_DATES = Fault(
    "grant_dates",
    422,
    Words("Ngày giao chưa đúng", "Wrong dates"),
    Words(
        "Ngày đầu phải từ hôm nay, trong vòng một năm; ngày cuối không trước ngày đầu; "
        "nhờ làm thay nhiều nhất {longest_lending_days} ngày.",
        "The first day is today or within a year, the last not before it; "
        "a deputy holds a grant for at most {longest_lending_days} days.",
    ),
    sample={"longest_lending_days": LONGEST_LENDING_DAYS},
)
DEPUTY_ROLE = Fault(
    "deputy_role",
    422,
    Words("Không nhờ làm thay được", "No deputy for this role"),
    Words(
        "Chỉ nhờ làm thay bí thư. Vai trò khác thì giao có ngày kết thúc.",
        "Only a secretary has a deputy; grant another role with a last day instead.",
    ),
)
INVITATION_REFUSED = Fault(
    "invitation_refused",
    422,
    Words("Thư mời không dùng được", "Invitation refused"),
    Words(
        "Đường dẫn mời không đúng, đã dùng, hoặc không còn hiệu lực. Mời xin đường dẫn mới.",
        "The invitation is unknown, used, or counts no more. Ask for a new one.",
    ),
)
PROOF_WRONG = Fault(
    "proof_wrong",
    422,
    Words("Chưa đúng", "Not proved"),
    Words(
        "Mật khẩu hoặc mã xác thực chưa đúng. Mỗi mã chỉ dùng một lần; "
        "giờ của điện thoại phải đúng.",
        "The password or the one-time code is wrong. A code counts once; "
        "the phone's clock must be right.",
    ),
)
TOTP_OFF = Fault(
    "totp_off",
    409,
    Words("Chưa bật xác thực hai bước", "No second factor"),
    Words(
        "Tài khoản chưa bật xác thực hai bước, hoặc việc cài chưa bắt đầu hay đã quá 15 phút.",
        "The second factor is not on, or its set-up was not begun in the last 15 minutes.",
    ),
)
TOTP_COMPULSORY = Fault(
    "totp_compulsory",
    409,
    Words("Bắt buộc xác thực hai bước", "Second factor compulsory"),
    Words(
        "Vai trò của đồng chí bắt buộc xác thực hai bước. Đổi điện thoại thì cài lại.",
        "Your role needs a second factor; to change phones, set it up again.",
    ),
)
PASSWORD_TOO_SHORT = Fault(
    "password_too_short",
    422,
    Words("Mật khẩu quá ngắn", "Password too short"),
    Words(
        "Mật khẩu cần ít nhất 12 ký tự. Nên ghép vài từ dễ nhớ, không cần ký tự đặc biệt.",
        "A password needs at least 12 characters. Several words are best; symbols are not needed.",
    ),
)
PASSWORD_MONOTONOUS = Fault(
    "password_monotonous",
    422,
    Words("Mật khẩu dễ đoán", "Password monotonous"),
    Words(
        "Mật khẩu chỉ lặp lại hoặc là dãy liền nhau trên bàn phím. Mời chọn mật khẩu khác.",
        "The password only repeats itself or runs along the keyboard. Choose another.",
    ),
)
PASSWORD_COMMON = Fault(
    "password_common",
    422,
    Words("Mật khẩu hay gặp", "Password common"),
    Words(
        "Mật khẩu chỉ gồm những từ hay gặp và chữ số. Mời thêm vài từ của riêng đồng chí.",
        "The password is made of common words and digits. Add words of your own.",
    ),
)
PASSWORD_LIKE_USERNAME = Fault(
    "password_like_username",
    422,
    Words("Mật khẩu giống tên đăng nhập", "Password like the username"),
    Words(
        "Mật khẩu gần như là tên đăng nhập. Mời chọn mật khẩu khác.",
        "The password is little more than the username. Choose another.",
    ),
)
OF_WEAKNESS: Final = {
    Weakness.TOO_SHORT: PASSWORD_TOO_SHORT,
    Weakness.MONOTONOUS: PASSWORD_MONOTONOUS,
    Weakness.COMMON: PASSWORD_COMMON,
    Weakness.LIKE_USERNAME: PASSWORD_LIKE_USERNAME,
}

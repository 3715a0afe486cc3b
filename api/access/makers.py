"""Who decides: an account, and the member that its owner is, so that nobody decides on himself."""

from dataclasses import dataclass
from uuid import UUID

from api.access.roles import Principal
from api.events import Actor
from api.kit.errors import Fault, Problem, Words

MEMBER_UNSTATED = Fault(
    "member_unstated",
    409,
    Words("Chưa cho biết đồng chí là ai", "Own member not stated"),
    Words(
        "Mời đồng chí chọn tên mình trong danh sách một lần (không ai tự xác nhận cho mình), "
        "rồi làm lại.",
        "Say once which member you are, or that you are none (`stateOwnMember`): nobody decides "
        "about himself.",
    ),
)
OWN_ATTENDANCE = Fault(
    "own_attendance",
    409,
    Words("Không tự xác nhận cho mình", "Own attendance"),
    Words(
        "Không ai tự ghi hoặc tự xác nhận cho mình. Đồng chí nhờ phó bí thư hoặc cấp trên.",
        "Nobody marks or confirms himself. Ask the deputy or the unit above.",
    ),
)


@dataclass(frozen=True, slots=True)
class Maker:
    """Who marks, confirms or countersigns; `member_id` is null where he is no member here."""

    account_id: UUID
    member_id: UUID | None

    @property
    def actor(self) -> Actor:
        """Name him in the audit trail."""
        return Actor("account", self.account_id)


def maker_of(principal: Principal) -> Maker:
    """Tell who decides.

    Raises: Problem `member_unstated` until he has said which member he is.
    """
    if not principal.has_stated_member:
        raise Problem(MEMBER_UNSTATED)
    return Maker(principal.account_id, principal.member_id)

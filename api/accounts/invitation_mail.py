"""The mail with a link: the link is made while the mail leaves, and stored nowhere."""

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.roles import Principal
from api.access.sign_ins import account_key
from api.accounts import judging, store
from api.accounts.invitations import INVITATION_LIFE, invite, link
from api.accounts.rules import managed_paths
from api.db import one_at_a_time
from api.events import Actor
from api.outbox.couriers import Letter, NotToSend
from api.tables.access import Account
from api.tables.outbox import Delivery

TEMPLATE: Final = "invitation"

_TEXT: Final = """Kính gửi đồng chí {name},

Đồng chí được mời vào hệ thống Điểm danh với tên đăng nhập: {username}

Mời đồng chí mở đường dẫn dưới đây để tự đặt mật khẩu. Đường dẫn dùng được một lần, trong \
{hours} giờ; các đường dẫn nhận trước đây không còn dùng được.

{link}

Đường dẫn này là của riêng đồng chí: xin không chuyển tiếp cho ai. Nếu đồng chí không chờ thư \
này, xin bỏ qua và báo cho Ban Tuyên giáo.
"""


class InvitationComposer:
    """Words the mail of an invitation, and makes its link."""

    def __init__(self, public_url: str) -> None:
        self._public_url = public_url

    async def __call__(self, db: AsyncSession, delivery: Delivery, *, at: datetime) -> Letter:
        """Make the link in the name of who asked for it, while he may still make it.

        Raises: NotToSend.
        """
        await one_at_a_time(db, account_key(delivery.subject_id))
        account = await db.get(Account, delivery.subject_id)
        if account is None or account.disabled_at is not None:
            raise NotToSend("tài khoản đang khóa")
        maker_id = delivery.account_id
        held = await store.held_by(db, maker_id, at=at) if maker_id is not None else ()
        if not held or not await judging.manages(db, held, account.id, at=at):
            raise NotToSend("người mời không còn quyền mời tài khoản này")
        invited = await invite(db, Actor("account", maker_id), account.id, at=at)
        text = _TEXT.format(
            name=account.display_name,
            username=account.username,
            hours=int(INVITATION_LIFE.total_seconds()) // 3600,
            link=link(self._public_url, invited.token),
        )
        return Letter("Mời vào hệ thống Điểm danh", text)


async def unit_of(
    db: AsyncSession, principal: Principal, account_id: UUID, *, at: datetime
) -> UUID:
    """Tell of which unit a mail to an account is: the first that it is granted and one manages."""
    paths = managed_paths(principal.grants)
    standing = await store.standing_grants(db, account_id, at=at)
    granted = standing or await store.all_grants(db, account_id)
    return next(
        each.grant.unit_id for each in granted if any(each.unit_path.startswith(p) for p in paths)
    )

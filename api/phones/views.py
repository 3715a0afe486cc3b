"""Phones and slips as they are shown."""

from uuid import UUID

from api.kit.text import initials
from api.phones import own_actions
from api.phones.rules import address, spaced
from api.phones.schemas import BoundPhone, MemberPhone, OpenSlip, OwnPhone
from api.phones.slip_codes import code_of
from api.phones.store import Holder
from api.tables.phones import EnrolmentSlip


def holder_view(holder: Holder) -> MemberPhone:
    """Show a member with his phone."""
    phone = holder.phone
    return MemberPhone(
        member_id=holder.member_id,
        full_name=holder.full_name,
        unit_id=holder.unit_id,
        unit_name=holder.unit_name,
        device=BoundPhone(
            bound_at=phone.bound_at,
            is_confirmed=phone.confirmed_at is not None,
            origin=phone.origin,
        )
        if phone is not None
        else None,
    )


def slip_view(slip: EnrolmentSlip, full_name: str, unit_id: UUID, unit_name: str) -> OpenSlip:
    """Show a slip without its code."""
    return OpenSlip(
        id=slip.id,
        member_id=slip.member_id,
        full_name=full_name,
        unit_id=unit_id,
        unit_name=unit_name,
        made_at=slip.made_at,
        expires_at=slip.expires_at,
    )


def code_view(master: bytes, public_url: str, slip_id: UUID) -> dict[str, str]:
    """Show a slip's code, as it is typed and as it is scanned."""
    code = code_of(master, slip_id)
    return {"code": spaced(code), "url": address(public_url, code)}


def own_view(own: own_actions.OwnPhone | None) -> OwnPhone:
    """Show a phone what it may know of itself."""
    if own is None:
        return OwnPhone(
            known=False,
            is_confirmed=False,
            initials=None,
            full_name=None,
            unit_name=None,
            bound_at=None,
        )
    is_confirmed = own.device.confirmed_at is not None
    return OwnPhone(
        known=True,
        is_confirmed=is_confirmed,
        initials=initials(own.member.full_name),
        full_name=own.member.full_name if is_confirmed else None,
        unit_name=own.unit_name if is_confirmed else None,
        bound_at=own.device.bound_at,
    )

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="InvitationMail")


@_attrs_define
class InvitationMail:
    """To whom a link is mailed.

    Attributes:
        to (str): The owner's own address: whoever reads this mail becomes the account.
    """

    to: str

    def to_dict(self) -> dict[str, Any]:
        to = self.to

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "to": to,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        to = d.pop("to")

        invitation_mail = cls(
            to=to,
        )

        return invitation_mail

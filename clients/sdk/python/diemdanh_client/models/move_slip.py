from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="MoveSlip")


@_attrs_define
class MoveSlip:
    """A slip for one's own next phone.

    Attributes:
        code (str):
        url (str):
        expires_at (datetime.datetime):
    """

    code: str
    url: str
    expires_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        url = self.url

        expires_at = self.expires_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "url": url,
                "expires_at": expires_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        url = d.pop("url")

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        move_slip = cls(
            code=code,
            url=url,
            expires_at=expires_at,
        )

        return move_slip

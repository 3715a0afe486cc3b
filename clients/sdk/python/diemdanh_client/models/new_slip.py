from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="NewSlip")


@_attrs_define
class NewSlip:
    """A slip with its code.

    Attributes:
        id (UUID):
        member_id (UUID):
        full_name (str):
        expires_at (datetime.datetime):
        code (str): Ten characters in two halves.
        url (str): What the slip's QR says: it opens the phone's page.
    """

    id: UUID
    member_id: UUID
    full_name: str
    expires_at: datetime.datetime
    code: str
    url: str

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        member_id = str(self.member_id)

        full_name = self.full_name

        expires_at = self.expires_at.isoformat()

        code = self.code

        url = self.url

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "member_id": member_id,
                "full_name": full_name,
                "expires_at": expires_at,
                "code": code,
                "url": url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        member_id = UUID(d.pop("member_id"))

        full_name = d.pop("full_name")

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        code = d.pop("code")

        url = d.pop("url")

        new_slip = cls(
            id=id,
            member_id=member_id,
            full_name=full_name,
            expires_at=expires_at,
            code=code,
            url=url,
        )

        return new_slip

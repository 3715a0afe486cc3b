from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="NewScreen")


@_attrs_define
class NewScreen:
    """A screen to be paired: type `pairing_code` on its page within ten minutes.

    Attributes:
        id (UUID):
        pairing_code (str): 8 characters, shown here once.
        expires_at (datetime.datetime):
        page_url (str): The page to open on the screen.
    """

    id: UUID
    pairing_code: str
    expires_at: datetime.datetime
    page_url: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        pairing_code = self.pairing_code

        expires_at = self.expires_at.isoformat()

        page_url = self.page_url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "pairing_code": pairing_code,
                "expires_at": expires_at,
                "page_url": page_url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        pairing_code = d.pop("pairing_code")

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        page_url = d.pop("page_url")

        new_screen = cls(
            id=id,
            pairing_code=pairing_code,
            expires_at=expires_at,
            page_url=page_url,
        )

        new_screen.additional_properties = d
        return new_screen

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SignInView")


@_attrs_define
class SignInView:
    """One browser on which you are signed in.

    Attributes:
        id (UUID):
        user_agent (str): What the browser calls itself.
        began_at (datetime.datetime):
        last_seen_at (datetime.datetime):
        is_current (bool):
    """

    id: UUID
    user_agent: str
    began_at: datetime.datetime
    last_seen_at: datetime.datetime
    is_current: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        user_agent = self.user_agent

        began_at = self.began_at.isoformat()

        last_seen_at = self.last_seen_at.isoformat()

        is_current = self.is_current

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "user_agent": user_agent,
                "began_at": began_at,
                "last_seen_at": last_seen_at,
                "is_current": is_current,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        user_agent = d.pop("user_agent")

        began_at = datetime.datetime.fromisoformat(d.pop("began_at"))

        last_seen_at = datetime.datetime.fromisoformat(d.pop("last_seen_at"))

        is_current = d.pop("is_current")

        sign_in_view = cls(
            id=id,
            user_agent=user_agent,
            began_at=began_at,
            last_seen_at=last_seen_at,
            is_current=is_current,
        )

        sign_in_view.additional_properties = d
        return sign_in_view

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

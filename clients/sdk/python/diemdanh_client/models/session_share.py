from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SessionShare")


@_attrs_define
class SessionShare:
    """How many of a unit go to a session.

    Attributes:
        session_id (UUID):
        title (str):
        members (int):
        wanted (int | None): By its share, rounded; null where only capacity binds.
    """

    session_id: UUID
    title: str
    members: int
    wanted: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        session_id = str(self.session_id)

        title = self.title

        members = self.members

        wanted: int | None
        wanted = self.wanted

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "session_id": session_id,
                "title": title,
                "members": members,
                "wanted": wanted,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        session_id = UUID(d.pop("session_id"))

        title = d.pop("title")

        members = d.pop("members")

        def _parse_wanted(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        wanted = _parse_wanted(d.pop("wanted"))

        session_share = cls(
            session_id=session_id,
            title=title,
            members=members,
            wanted=wanted,
        )

        session_share.additional_properties = d
        return session_share

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

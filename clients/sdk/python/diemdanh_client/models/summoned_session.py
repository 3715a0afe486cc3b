from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SummonedSession")


@_attrs_define
class SummonedSession:
    """One session of a unit's summons, as it was published.

    Attributes:
        session_id (UUID):
        title (str):
        time (str): In words; what is known of it.
        place (str): The hall.
        meet_url (None | str):
        confidential (bool):
        members (list[str]): In the order tên, họ, đệm; empty where confidential.
    """

    session_id: UUID
    title: str
    time: str
    place: str
    meet_url: None | str
    confidential: bool
    members: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        session_id = str(self.session_id)

        title = self.title

        time = self.time

        place = self.place

        meet_url: None | str
        meet_url = self.meet_url

        confidential = self.confidential

        members = self.members

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "session_id": session_id,
                "title": title,
                "time": time,
                "place": place,
                "meet_url": meet_url,
                "confidential": confidential,
                "members": members,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        session_id = UUID(d.pop("session_id"))

        title = d.pop("title")

        time = d.pop("time")

        place = d.pop("place")

        def _parse_meet_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        meet_url = _parse_meet_url(d.pop("meet_url"))

        confidential = d.pop("confidential")

        members = cast(list[str], d.pop("members"))

        summoned_session = cls(
            session_id=session_id,
            title=title,
            time=time,
            place=place,
            meet_url=meet_url,
            confidential=confidential,
            members=members,
        )

        summoned_session.additional_properties = d
        return summoned_session

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

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.notice_view import NoticeView


T = TypeVar("T", bound="SessionNotices")


@_attrs_define
class SessionNotices:
    """The notices of a session within your reach, and who has been told.

    Attributes:
        session_id (UUID):
        unposted_count (int):
        unit_count (int):
        received_count (int):
        notices (list[NoticeView]):
    """

    session_id: UUID
    unposted_count: int
    unit_count: int
    received_count: int
    notices: list[NoticeView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        session_id = str(self.session_id)

        unposted_count = self.unposted_count

        unit_count = self.unit_count

        received_count = self.received_count

        notices = []
        for notices_item_data in self.notices:
            notices_item = notices_item_data.to_dict()
            notices.append(notices_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "session_id": session_id,
                "unposted_count": unposted_count,
                "unit_count": unit_count,
                "received_count": received_count,
                "notices": notices,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.notice_view import NoticeView  # noqa: PLC0415

        d = dict(src_dict)
        session_id = UUID(d.pop("session_id"))

        unposted_count = d.pop("unposted_count")

        unit_count = d.pop("unit_count")

        received_count = d.pop("received_count")

        notices = []
        _notices = d.pop("notices")
        for notices_item_data in _notices:
            notices_item = NoticeView.from_dict(notices_item_data)

            notices.append(notices_item)

        session_notices = cls(
            session_id=session_id,
            unposted_count=unposted_count,
            unit_count=unit_count,
            received_count=received_count,
            notices=notices,
        )

        session_notices.additional_properties = d
        return session_notices

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

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PhotoView")


@_attrs_define
class PhotoView:
    """A picture of a report, as it is kept.

    Attributes:
        id (UUID):
        report_id (UUID):
        url (str): Where the picture is read, by those who may read the report.
        width (int):
        height (int):
        caption (None | str):
        added_at (datetime.datetime):
    """

    id: UUID
    report_id: UUID
    url: str
    width: int
    height: int
    caption: None | str
    added_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        report_id = str(self.report_id)

        url = self.url

        width = self.width

        height = self.height

        caption: None | str
        caption = self.caption

        added_at = self.added_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "report_id": report_id,
                "url": url,
                "width": width,
                "height": height,
                "caption": caption,
                "added_at": added_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        report_id = UUID(d.pop("report_id"))

        url = d.pop("url")

        width = d.pop("width")

        height = d.pop("height")

        def _parse_caption(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        caption = _parse_caption(d.pop("caption"))

        added_at = datetime.datetime.fromisoformat(d.pop("added_at"))

        photo_view = cls(
            id=id,
            report_id=report_id,
            url=url,
            width=width,
            height=height,
            caption=caption,
            added_at=added_at,
        )

        photo_view.additional_properties = d
        return photo_view

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

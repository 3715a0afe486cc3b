from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ShareCard")


@_attrs_define
class ShareCard:
    """What is pasted into a group.

    Attributes:
        text (str): Ready to paste, in Vietnamese.
        picture_url (str): The same as PNG, 1080 × 1350.
        counted_at (datetime.datetime): The moment of the figures, of their handing in, or of the closing.
        is_provisional (bool): The figures may still change.
    """

    text: str
    picture_url: str
    counted_at: datetime.datetime
    is_provisional: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        picture_url = self.picture_url

        counted_at = self.counted_at.isoformat()

        is_provisional = self.is_provisional

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "text": text,
                "picture_url": picture_url,
                "counted_at": counted_at,
                "is_provisional": is_provisional,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        text = d.pop("text")

        picture_url = d.pop("picture_url")

        counted_at = datetime.datetime.fromisoformat(d.pop("counted_at"))

        is_provisional = d.pop("is_provisional")

        share_card = cls(
            text=text,
            picture_url=picture_url,
            counted_at=counted_at,
            is_provisional=is_provisional,
        )

        share_card.additional_properties = d
        return share_card

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

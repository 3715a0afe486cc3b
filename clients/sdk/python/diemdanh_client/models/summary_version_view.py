from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.summary_difference import SummaryDifference
    from ..models.summary_version_view_content import SummaryVersionViewContent


T = TypeVar("T", bound="SummaryVersionView")


@_attrs_define
class SummaryVersionView:
    """A frozen version of a summary, with what it says.

    Attributes:
        conference_id (UUID):
        number (int):
        digest (str): SHA-256 of `content` as JSON in UTF-8 with sorted keys and without spaces.
        made_at (datetime.datetime):
        made_by_name (None | str):
        difference (list[SummaryDifference]): From the version before it.
        content (SummaryVersionViewContent):
    """

    conference_id: UUID
    number: int
    digest: str
    made_at: datetime.datetime
    made_by_name: None | str
    difference: list[SummaryDifference]
    content: SummaryVersionViewContent
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        conference_id = str(self.conference_id)

        number = self.number

        digest = self.digest

        made_at = self.made_at.isoformat()

        made_by_name: None | str
        made_by_name = self.made_by_name

        difference = []
        for difference_item_data in self.difference:
            difference_item = difference_item_data.to_dict()
            difference.append(difference_item)

        content = self.content.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "conference_id": conference_id,
                "number": number,
                "digest": digest,
                "made_at": made_at,
                "made_by_name": made_by_name,
                "difference": difference,
                "content": content,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.summary_difference import SummaryDifference  # noqa: PLC0415
        from ..models.summary_version_view_content import SummaryVersionViewContent  # noqa: PLC0415

        d = dict(src_dict)
        conference_id = UUID(d.pop("conference_id"))

        number = d.pop("number")

        digest = d.pop("digest")

        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))

        def _parse_made_by_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        made_by_name = _parse_made_by_name(d.pop("made_by_name"))

        difference = []
        _difference = d.pop("difference")
        for difference_item_data in _difference:
            difference_item = SummaryDifference.from_dict(difference_item_data)

            difference.append(difference_item)

        content = SummaryVersionViewContent.from_dict(d.pop("content"))

        summary_version_view = cls(
            conference_id=conference_id,
            number=number,
            digest=digest,
            made_at=made_at,
            made_by_name=made_by_name,
            difference=difference,
            content=content,
        )

        summary_version_view.additional_properties = d
        return summary_version_view

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

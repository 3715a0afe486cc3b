from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.planned_conference import PlannedConference


T = TypeVar("T", bound="SetUp")


@_attrs_define
class SetUp:
    """What the first day made; whoever asked is `district_admin` on the organiser now.

    Attributes:
        organiser_id (UUID):
        organiser_name (str):
        conference (None | PlannedConference): Null without a preset.
    """

    organiser_id: UUID
    organiser_name: str
    conference: None | PlannedConference
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.planned_conference import PlannedConference  # noqa: PLC0415

        organiser_id = str(self.organiser_id)

        organiser_name = self.organiser_name

        conference: dict[str, Any] | None
        if isinstance(self.conference, PlannedConference):
            conference = self.conference.to_dict()
        else:
            conference = self.conference

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "organiser_id": organiser_id,
                "organiser_name": organiser_name,
                "conference": conference,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.planned_conference import PlannedConference  # noqa: PLC0415

        d = dict(src_dict)
        organiser_id = UUID(d.pop("organiser_id"))

        organiser_name = d.pop("organiser_name")

        def _parse_conference(data: object) -> None | PlannedConference:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                conference_type_0 = PlannedConference.from_dict(data)

                return conference_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PlannedConference, data)

        conference = _parse_conference(d.pop("conference"))

        set_up = cls(
            organiser_id=organiser_id,
            organiser_name=organiser_name,
            conference=conference,
        )

        set_up.additional_properties = d
        return set_up

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

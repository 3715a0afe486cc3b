from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewFromPreset")


@_attrs_define
class NewFromPreset:
    """A preset's conference on a tree that exists.

    Attributes:
        preset (str): As GET /presets lists.
        organiser_id (UUID):
        create_units (bool | Unset): Add the preset's units that the organiser lacks. Default: False.
        another (bool | Unset): The quarter has a conference, and this is really one more. Default: False.
    """

    preset: str
    organiser_id: UUID
    create_units: bool | Unset = False
    another: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        preset = self.preset

        organiser_id = str(self.organiser_id)

        create_units = self.create_units

        another = self.another

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "preset": preset,
                "organiser_id": organiser_id,
            }
        )
        if create_units is not UNSET:
            field_dict["create_units"] = create_units
        if another is not UNSET:
            field_dict["another"] = another

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        preset = d.pop("preset")

        organiser_id = UUID(d.pop("organiser_id"))

        create_units = d.pop("create_units", UNSET)

        another = d.pop("another", UNSET)

        new_from_preset = cls(
            preset=preset,
            organiser_id=organiser_id,
            create_units=create_units,
            another=another,
        )

        return new_from_preset

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.preset_view import PresetView


T = TypeVar("T", bound="SetupState")


@_attrs_define
class SetupState:
    """Whether an organiser is still to be named, and the plans one may begin with.

    Attributes:
        is_needed (bool): True until there is an organiser.
        is_demo (bool): True where the members are invented.
        presets (list[PresetView]):
    """

    is_needed: bool
    is_demo: bool
    presets: list[PresetView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        is_needed = self.is_needed

        is_demo = self.is_demo

        presets = []
        for presets_item_data in self.presets:
            presets_item = presets_item_data.to_dict()
            presets.append(presets_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "is_needed": is_needed,
                "is_demo": is_demo,
                "presets": presets,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.preset_view import PresetView  # noqa: PLC0415

        d = dict(src_dict)
        is_needed = d.pop("is_needed")

        is_demo = d.pop("is_demo")

        presets = []
        _presets = d.pop("presets")
        for presets_item_data in _presets:
            presets_item = PresetView.from_dict(presets_item_data)

            presets.append(presets_item)

        setup_state = cls(
            is_needed=is_needed,
            is_demo=is_demo,
            presets=presets,
        )

        setup_state.additional_properties = d
        return setup_state

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

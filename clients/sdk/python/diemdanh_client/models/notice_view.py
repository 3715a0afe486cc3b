from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.confirmation import Confirmation
    from ..models.told_unit import ToldUnit


T = TypeVar("T", bound="NoticeView")


@_attrs_define
class NoticeView:
    """What one group is told of a session.

    Attributes:
        label (None | str): The group's; null for the units without one.
        sequence (int): Send it with what you post, so that no old text counts.
        text (str): Ready to paste; it names no member.
        changes (list[str]): What differs from what was posted before.
        posted (Confirmation | None): Null until the text as it is now was posted.
        unit_count (int):
        received_count (int):
        units (list[ToldUnit]):
    """

    label: None | str
    sequence: int
    text: str
    changes: list[str]
    posted: Confirmation | None
    unit_count: int
    received_count: int
    units: list[ToldUnit]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.confirmation import Confirmation  # noqa: PLC0415

        label: None | str
        label = self.label

        sequence = self.sequence

        text = self.text

        changes = self.changes

        posted: dict[str, Any] | None
        if isinstance(self.posted, Confirmation):
            posted = self.posted.to_dict()
        else:
            posted = self.posted

        unit_count = self.unit_count

        received_count = self.received_count

        units = []
        for units_item_data in self.units:
            units_item = units_item_data.to_dict()
            units.append(units_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "label": label,
                "sequence": sequence,
                "text": text,
                "changes": changes,
                "posted": posted,
                "unit_count": unit_count,
                "received_count": received_count,
                "units": units,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.confirmation import Confirmation  # noqa: PLC0415
        from ..models.told_unit import ToldUnit  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_label(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        label = _parse_label(d.pop("label"))

        sequence = d.pop("sequence")

        text = d.pop("text")

        changes = cast(list[str], d.pop("changes"))

        def _parse_posted(data: object) -> Confirmation | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                posted_type_0 = Confirmation.from_dict(data)

                return posted_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Confirmation | None, data)

        posted = _parse_posted(d.pop("posted"))

        unit_count = d.pop("unit_count")

        received_count = d.pop("received_count")

        units = []
        _units = d.pop("units")
        for units_item_data in _units:
            units_item = ToldUnit.from_dict(units_item_data)

            units.append(units_item)

        notice_view = cls(
            label=label,
            sequence=sequence,
            text=text,
            changes=changes,
            posted=posted,
            unit_count=unit_count,
            received_count=received_count,
            units=units,
        )

        notice_view.additional_properties = d
        return notice_view

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

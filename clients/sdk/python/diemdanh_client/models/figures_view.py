from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="FiguresView")


@_attrs_define
class FiguresView:
    """How many members there are, and how many of them are to be convened.

    B = A − exempt − suspended − away + here; the suspended have a column of their own.

        Attributes:
            total (int): A: the members who belong here.
            exempt (int): Counted here, and exempt.
            suspended (int): Counted here, and suspended.
            away (int): Belong here, and are counted by another unit for a time.
            here (int): Belong to another unit, and are counted here for a time.
            convened (int): B, without the exclusion list of any conference.
    """

    total: int
    exempt: int
    suspended: int
    away: int
    here: int
    convened: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        total = self.total

        exempt = self.exempt

        suspended = self.suspended

        away = self.away

        here = self.here

        convened = self.convened

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "total": total,
                "exempt": exempt,
                "suspended": suspended,
                "away": away,
                "here": here,
                "convened": convened,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        total = d.pop("total")

        exempt = d.pop("exempt")

        suspended = d.pop("suspended")

        away = d.pop("away")

        here = d.pop("here")

        convened = d.pop("convened")

        figures_view = cls(
            total=total,
            exempt=exempt,
            suspended=suspended,
            away=away,
            here=here,
            convened=convened,
        )

        figures_view.additional_properties = d
        return figures_view

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

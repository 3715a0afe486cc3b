from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.tally_view import TallyView
    from ..models.unit_of_report import UnitOfReport


T = TypeVar("T", bound="ReportBlock")


@_attrs_define
class ReportBlock:
    """Units that are put together, as the school cells of a commune.

    Attributes:
        name (str):
        units (list[UnitOfReport]):
        figures (TallyView): Figures that agree.

            members − away + here − exempt − suspended − excluded = convened = present + pending + excused
            + unexcused + unknown.
    """

    name: str
    units: list[UnitOfReport]
    figures: TallyView
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        units = []
        for units_item_data in self.units:
            units_item = units_item_data.to_dict()
            units.append(units_item)

        figures = self.figures.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "units": units,
                "figures": figures,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.tally_view import TallyView  # noqa: PLC0415
        from ..models.unit_of_report import UnitOfReport  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        units = []
        _units = d.pop("units")
        for units_item_data in _units:
            units_item = UnitOfReport.from_dict(units_item_data)

            units.append(units_item)

        figures = TallyView.from_dict(d.pop("figures"))

        report_block = cls(
            name=name,
            units=units,
            figures=figures,
        )

        report_block.additional_properties = d
        return report_block

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

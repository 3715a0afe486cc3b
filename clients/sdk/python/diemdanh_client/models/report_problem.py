from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.report_problem_code import ReportProblemCode

if TYPE_CHECKING:
    from ..models.lacking_unit import LackingUnit


T = TypeVar("T", bound="ReportProblem")


@_attrs_define
class ReportProblem:
    """What keeps a report from being handed in, and in which units, or only looks wrong.

    Attributes:
        code (ReportProblemCode):
        sentence (str):
        is_blocking (bool): False: the report may be handed in all the same.
        units (list[LackingUnit]):
    """

    code: ReportProblemCode
    sentence: str
    is_blocking: bool
    units: list[LackingUnit]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code.value

        sentence = self.sentence

        is_blocking = self.is_blocking

        units = []
        for units_item_data in self.units:
            units_item = units_item_data.to_dict()
            units.append(units_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "sentence": sentence,
                "is_blocking": is_blocking,
                "units": units,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.lacking_unit import LackingUnit  # noqa: PLC0415

        d = dict(src_dict)
        code = ReportProblemCode(d.pop("code"))

        sentence = d.pop("sentence")

        is_blocking = d.pop("is_blocking")

        units = []
        _units = d.pop("units")
        for units_item_data in _units:
            units_item = LackingUnit.from_dict(units_item_data)

            units.append(units_item)

        report_problem = cls(
            code=code,
            sentence=sentence,
            is_blocking=is_blocking,
            units=units,
        )

        report_problem.additional_properties = d
        return report_problem

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

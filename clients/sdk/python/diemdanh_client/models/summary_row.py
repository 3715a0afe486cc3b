from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.report_state import ReportState

if TYPE_CHECKING:
    from ..models.tally_view import TallyView


T = TypeVar("T", bound="SummaryRow")


@_attrs_define
class SummaryRow:
    """One row: a bloc, a form, a class, or a unit with those below it.

    Attributes:
        key (None | str): The bloc, the form, or the id of the class or unit; null for who has none.
        name (str):
        depth (int | None): Of a unit: 1 for those directly below the top. The rows of depth 1, and the top's own row of
            depth 0, sum to the total; deeper ones are part of those above them.
        figures (TallyView): Figures that agree.

            members − away + here − exempt − suspended − excluded = convened = present + pending + excused
            + unexcused + unknown.
        guests (int):
        head_count (int | None): Persons that were counted in halls, by sessions.
        report_state (None | ReportState): Of a unit: where its result report stands; null where there is none.
    """

    key: None | str
    name: str
    depth: int | None
    figures: TallyView
    guests: int
    head_count: int | None
    report_state: None | ReportState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        key: None | str
        key = self.key

        name = self.name

        depth: int | None
        depth = self.depth

        figures = self.figures.to_dict()

        guests = self.guests

        head_count: int | None
        head_count = self.head_count

        report_state: None | str
        if isinstance(self.report_state, ReportState):
            report_state = self.report_state.value
        else:
            report_state = self.report_state

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "key": key,
                "name": name,
                "depth": depth,
                "figures": figures,
                "guests": guests,
                "head_count": head_count,
                "report_state": report_state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.tally_view import TallyView  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_key(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        key = _parse_key(d.pop("key"))

        name = d.pop("name")

        def _parse_depth(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        depth = _parse_depth(d.pop("depth"))

        figures = TallyView.from_dict(d.pop("figures"))

        guests = d.pop("guests")

        def _parse_head_count(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        head_count = _parse_head_count(d.pop("head_count"))

        def _parse_report_state(data: object) -> None | ReportState:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                report_state_type_0 = ReportState(data)

                return report_state_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ReportState, data)

        report_state = _parse_report_state(d.pop("report_state"))

        summary_row = cls(
            key=key,
            name=name,
            depth=depth,
            figures=figures,
            guests=guests,
            head_count=head_count,
            report_state=report_state,
        )

        summary_row.additional_properties = d
        return summary_row

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

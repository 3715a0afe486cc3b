from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.session_state import SessionState

if TYPE_CHECKING:
    from ..models.roll_figures import RollFigures
    from ..models.roll_unit import RollUnit
    from ..models.roll_window import RollWindow


T = TypeVar("T", bound="Roll")


@_attrs_define
class Roll:
    """Where a unit and those below it stand in a session; no names.

    Attributes:
        session_id (UUID):
        unit_id (UUID):
        state (SessionState): Where a session stands; `sessions.rules` holds the moves between them.
        windows (list[RollWindow]):
        total (RollFigures): Figures that agree: convened = present + pending + excused + unexcused + unknown.
        units (list[RollUnit]): Those with expected members or arrivals.
    """

    session_id: UUID
    unit_id: UUID
    state: SessionState
    windows: list[RollWindow]
    total: RollFigures
    units: list[RollUnit]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        session_id = str(self.session_id)

        unit_id = str(self.unit_id)

        state = self.state.value

        windows = []
        for windows_item_data in self.windows:
            windows_item = windows_item_data.to_dict()
            windows.append(windows_item)

        total = self.total.to_dict()

        units = []
        for units_item_data in self.units:
            units_item = units_item_data.to_dict()
            units.append(units_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "session_id": session_id,
                "unit_id": unit_id,
                "state": state,
                "windows": windows,
                "total": total,
                "units": units,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.roll_figures import RollFigures  # noqa: PLC0415
        from ..models.roll_unit import RollUnit  # noqa: PLC0415
        from ..models.roll_window import RollWindow  # noqa: PLC0415

        d = dict(src_dict)
        session_id = UUID(d.pop("session_id"))

        unit_id = UUID(d.pop("unit_id"))

        state = SessionState(d.pop("state"))

        windows = []
        _windows = d.pop("windows")
        for windows_item_data in _windows:
            windows_item = RollWindow.from_dict(windows_item_data)

            windows.append(windows_item)

        total = RollFigures.from_dict(d.pop("total"))

        units = []
        _units = d.pop("units")
        for units_item_data in _units:
            units_item = RollUnit.from_dict(units_item_data)

            units.append(units_item)

        roll = cls(
            session_id=session_id,
            unit_id=unit_id,
            state=state,
            windows=windows,
            total=total,
            units=units,
        )

        roll.additional_properties = d
        return roll

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

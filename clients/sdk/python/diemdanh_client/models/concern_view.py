from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.concern import Concern

T = TypeVar("T", bound="ConcernView")


@_attrs_define
class ConcernView:
    """Something to look at; it blocks nothing.

    Attributes:
        concern (Concern): What a person should look at; it blocks nothing.
        unit_id (None | UUID):
        session_id (None | UUID):
        bridge_point_id (None | UUID):
        actual (int | None): Members, as allocated.
        wanted (int | None): Members, by share or capacity.
        text (str): A sentence for the person, in the reader's language.
    """

    concern: Concern
    unit_id: None | UUID
    session_id: None | UUID
    bridge_point_id: None | UUID
    actual: int | None
    wanted: int | None
    text: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        concern = self.concern.value

        unit_id: None | str
        if isinstance(self.unit_id, UUID):
            unit_id = str(self.unit_id)
        else:
            unit_id = self.unit_id

        session_id: None | str
        if isinstance(self.session_id, UUID):
            session_id = str(self.session_id)
        else:
            session_id = self.session_id

        bridge_point_id: None | str
        if isinstance(self.bridge_point_id, UUID):
            bridge_point_id = str(self.bridge_point_id)
        else:
            bridge_point_id = self.bridge_point_id

        actual: int | None
        actual = self.actual

        wanted: int | None
        wanted = self.wanted

        text = self.text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "concern": concern,
                "unit_id": unit_id,
                "session_id": session_id,
                "bridge_point_id": bridge_point_id,
                "actual": actual,
                "wanted": wanted,
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        concern = Concern(d.pop("concern"))

        def _parse_unit_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                unit_id_type_0 = UUID(data)

                return unit_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        unit_id = _parse_unit_id(d.pop("unit_id"))

        def _parse_session_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                session_id_type_0 = UUID(data)

                return session_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        session_id = _parse_session_id(d.pop("session_id"))

        def _parse_bridge_point_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                bridge_point_id_type_0 = UUID(data)

                return bridge_point_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        bridge_point_id = _parse_bridge_point_id(d.pop("bridge_point_id"))

        def _parse_actual(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        actual = _parse_actual(d.pop("actual"))

        def _parse_wanted(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        wanted = _parse_wanted(d.pop("wanted"))

        text = d.pop("text")

        concern_view = cls(
            concern=concern,
            unit_id=unit_id,
            session_id=session_id,
            bridge_point_id=bridge_point_id,
            actual=actual,
            wanted=wanted,
            text=text,
        )

        concern_view.additional_properties = d
        return concern_view

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

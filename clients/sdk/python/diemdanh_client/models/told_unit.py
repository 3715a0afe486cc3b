from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.confirmation import Confirmation


T = TypeVar("T", bound="ToldUnit")


@_attrs_define
class ToldUnit:
    """A unit that a session's notice is for, and whether it knows of it as it stands now.

    Attributes:
        unit_id (UUID):
        name (str):
        point_id (UUID): The bridge point at which it is expected.
        sequence (int): Grows with each change of the session or of its hall.
        received (Confirmation | None):
    """

    unit_id: UUID
    name: str
    point_id: UUID
    sequence: int
    received: Confirmation | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.confirmation import Confirmation  # noqa: PLC0415

        unit_id = str(self.unit_id)

        name = self.name

        point_id = str(self.point_id)

        sequence = self.sequence

        received: dict[str, Any] | None
        if isinstance(self.received, Confirmation):
            received = self.received.to_dict()
        else:
            received = self.received

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "unit_id": unit_id,
                "name": name,
                "point_id": point_id,
                "sequence": sequence,
                "received": received,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.confirmation import Confirmation  # noqa: PLC0415

        d = dict(src_dict)
        unit_id = UUID(d.pop("unit_id"))

        name = d.pop("name")

        point_id = UUID(d.pop("point_id"))

        sequence = d.pop("sequence")

        def _parse_received(data: object) -> Confirmation | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                received_type_0 = Confirmation.from_dict(data)

                return received_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Confirmation | None, data)

        received = _parse_received(d.pop("received"))

        told_unit = cls(
            unit_id=unit_id,
            name=name,
            point_id=point_id,
            sequence=sequence,
            received=received,
        )

        told_unit.additional_properties = d
        return told_unit

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

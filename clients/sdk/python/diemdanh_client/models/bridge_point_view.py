from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.form import Form

if TYPE_CHECKING:
    from ..models.expected_unit_view import ExpectedUnitView


T = TypeVar("T", bound="BridgePointView")


@_attrs_define
class BridgePointView:
    """A bridge point of a conference.

    Attributes:
        id (UUID):
        conference_id (UUID):
        ordinal (int):
        name (str):
        venue (str):
        form (Form): How a session reaches its halls: a dedicated line, or Google Meet (plan II.4).
        is_hub (bool): The room from which the Meet classes are given.
        keeps_units_together (bool): Units are not divided among the classes: only capacity binds here.
        sequence (int): Counts the changes of name and venue: what was told or tested before one counts no more.
        host_unit_id (UUID):
        expected_units (list[ExpectedUnitView]): Each with its subtree, except units that are expected elsewhere
            themselves.
    """

    id: UUID
    conference_id: UUID
    ordinal: int
    name: str
    venue: str
    form: Form
    is_hub: bool
    keeps_units_together: bool
    sequence: int
    host_unit_id: UUID
    expected_units: list[ExpectedUnitView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        conference_id = str(self.conference_id)

        ordinal = self.ordinal

        name = self.name

        venue = self.venue

        form = self.form.value

        is_hub = self.is_hub

        keeps_units_together = self.keeps_units_together

        sequence = self.sequence

        host_unit_id = str(self.host_unit_id)

        expected_units = []
        for expected_units_item_data in self.expected_units:
            expected_units_item = expected_units_item_data.to_dict()
            expected_units.append(expected_units_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "conference_id": conference_id,
                "ordinal": ordinal,
                "name": name,
                "venue": venue,
                "form": form,
                "is_hub": is_hub,
                "keeps_units_together": keeps_units_together,
                "sequence": sequence,
                "host_unit_id": host_unit_id,
                "expected_units": expected_units,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.expected_unit_view import ExpectedUnitView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        conference_id = UUID(d.pop("conference_id"))

        ordinal = d.pop("ordinal")

        name = d.pop("name")

        venue = d.pop("venue")

        form = Form(d.pop("form"))

        is_hub = d.pop("is_hub")

        keeps_units_together = d.pop("keeps_units_together")

        sequence = d.pop("sequence")

        host_unit_id = UUID(d.pop("host_unit_id"))

        expected_units = []
        _expected_units = d.pop("expected_units")
        for expected_units_item_data in _expected_units:
            expected_units_item = ExpectedUnitView.from_dict(expected_units_item_data)

            expected_units.append(expected_units_item)

        bridge_point_view = cls(
            id=id,
            conference_id=conference_id,
            ordinal=ordinal,
            name=name,
            venue=venue,
            form=form,
            is_hub=is_hub,
            keeps_units_together=keeps_units_together,
            sequence=sequence,
            host_unit_id=host_unit_id,
            expected_units=expected_units,
        )

        bridge_point_view.additional_properties = d
        return bridge_point_view

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

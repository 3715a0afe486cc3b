from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.form import Form

if TYPE_CHECKING:
    from ..models.missing_item import MissingItem


T = TypeVar("T", bound="PointReadiness")


@_attrs_define
class PointReadiness:
    """What a point still lacks.

    Attributes:
        point_id (UUID):
        ordinal (int):
        name (str):
        venue (str):
        form (Form): How a session reaches its halls: a dedicated line, or Google Meet (plan II.4).
        items_count (int):
        missing_count (int):
        missing (list[MissingItem]):
    """

    point_id: UUID
    ordinal: int
    name: str
    venue: str
    form: Form
    items_count: int
    missing_count: int
    missing: list[MissingItem]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        point_id = str(self.point_id)

        ordinal = self.ordinal

        name = self.name

        venue = self.venue

        form = self.form.value

        items_count = self.items_count

        missing_count = self.missing_count

        missing = []
        for missing_item_data in self.missing:
            missing_item = missing_item_data.to_dict()
            missing.append(missing_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "point_id": point_id,
                "ordinal": ordinal,
                "name": name,
                "venue": venue,
                "form": form,
                "items_count": items_count,
                "missing_count": missing_count,
                "missing": missing,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.missing_item import MissingItem  # noqa: PLC0415

        d = dict(src_dict)
        point_id = UUID(d.pop("point_id"))

        ordinal = d.pop("ordinal")

        name = d.pop("name")

        venue = d.pop("venue")

        form = Form(d.pop("form"))

        items_count = d.pop("items_count")

        missing_count = d.pop("missing_count")

        missing = []
        _missing = d.pop("missing")
        for missing_item_data in _missing:
            missing_item = MissingItem.from_dict(missing_item_data)

            missing.append(missing_item)

        point_readiness = cls(
            point_id=point_id,
            ordinal=ordinal,
            name=name,
            venue=venue,
            form=form,
            items_count=items_count,
            missing_count=missing_count,
            missing=missing,
        )

        point_readiness.additional_properties = d
        return point_readiness

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

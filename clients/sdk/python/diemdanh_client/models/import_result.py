from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.import_counts import ImportCounts


T = TypeVar("T", bound="ImportResult")


@_attrs_define
class ImportResult:
    """What the import did: what its preview said.

    Attributes:
        preview_id (str):
        unit_id (UUID):
        counts (ImportCounts): An import in numbers.
        imported_at (datetime.datetime):
    """

    preview_id: str
    unit_id: UUID
    counts: ImportCounts
    imported_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        preview_id = self.preview_id

        unit_id = str(self.unit_id)

        counts = self.counts.to_dict()

        imported_at = self.imported_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "preview_id": preview_id,
                "unit_id": unit_id,
                "counts": counts,
                "imported_at": imported_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.import_counts import ImportCounts  # noqa: PLC0415

        d = dict(src_dict)
        preview_id = d.pop("preview_id")

        unit_id = UUID(d.pop("unit_id"))

        counts = ImportCounts.from_dict(d.pop("counts"))

        imported_at = datetime.datetime.fromisoformat(d.pop("imported_at"))

        import_result = cls(
            preview_id=preview_id,
            unit_id=unit_id,
            counts=counts,
            imported_at=imported_at,
        )

        import_result.additional_properties = d
        return import_result

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

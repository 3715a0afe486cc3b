from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.deed import Deed

if TYPE_CHECKING:
    from ..models.imported_person import ImportedPerson


T = TypeVar("T", bound="ImportItem")


@_attrs_define
class ImportItem:
    """What becomes of one row.

    Attributes:
        row (int):
        action (Deed): What becomes of a row.
        unit_id (UUID):
        unit_name (str):
        member_id (None | UUID): Null for somebody new.
        before (ImportedPerson | None):
        after (ImportedPerson): A member as the import leaves or finds him.
    """

    row: int
    action: Deed
    unit_id: UUID
    unit_name: str
    member_id: None | UUID
    before: ImportedPerson | None
    after: ImportedPerson
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.imported_person import ImportedPerson  # noqa: PLC0415

        row = self.row

        action = self.action.value

        unit_id = str(self.unit_id)

        unit_name = self.unit_name

        member_id: None | str
        if isinstance(self.member_id, UUID):
            member_id = str(self.member_id)
        else:
            member_id = self.member_id

        before: dict[str, Any] | None
        if isinstance(self.before, ImportedPerson):
            before = self.before.to_dict()
        else:
            before = self.before

        after = self.after.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "row": row,
                "action": action,
                "unit_id": unit_id,
                "unit_name": unit_name,
                "member_id": member_id,
                "before": before,
                "after": after,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.imported_person import ImportedPerson  # noqa: PLC0415

        d = dict(src_dict)
        row = d.pop("row")

        action = Deed(d.pop("action"))

        unit_id = UUID(d.pop("unit_id"))

        unit_name = d.pop("unit_name")

        def _parse_member_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                member_id_type_0 = UUID(data)

                return member_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        member_id = _parse_member_id(d.pop("member_id"))

        def _parse_before(data: object) -> ImportedPerson | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                before_type_0 = ImportedPerson.from_dict(data)

                return before_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ImportedPerson | None, data)

        before = _parse_before(d.pop("before"))

        after = ImportedPerson.from_dict(d.pop("after"))

        import_item = cls(
            row=row,
            action=action,
            unit_id=unit_id,
            unit_name=unit_name,
            member_id=member_id,
            before=before,
            after=after,
        )

        import_item.additional_properties = d
        return import_item

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

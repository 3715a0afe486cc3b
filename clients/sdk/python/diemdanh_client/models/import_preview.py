from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.import_counts import ImportCounts
    from ..models.import_item import ImportItem
    from ..models.imported_file import ImportedFile
    from ..models.row_warning import RowWarning
    from ..models.unlisted_member import UnlistedMember


T = TypeVar("T", bound="ImportPreview")


@_attrs_define
class ImportPreview:
    """Everything that the import would do, row by row.

    Attributes:
        preview_id (str): Names this preview; the real run asks for it.
        file (ImportedFile): How the file was read.
        counts (ImportCounts): An import in numbers.
        items (list[ImportItem]):
        unlisted (list[UnlistedMember]):
        warnings (list[RowWarning]):
    """

    preview_id: str
    file: ImportedFile
    counts: ImportCounts
    items: list[ImportItem]
    unlisted: list[UnlistedMember]
    warnings: list[RowWarning]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        preview_id = self.preview_id

        file = self.file.to_dict()

        counts = self.counts.to_dict()

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        unlisted = []
        for unlisted_item_data in self.unlisted:
            unlisted_item = unlisted_item_data.to_dict()
            unlisted.append(unlisted_item)

        warnings = []
        for warnings_item_data in self.warnings:
            warnings_item = warnings_item_data.to_dict()
            warnings.append(warnings_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "preview_id": preview_id,
                "file": file,
                "counts": counts,
                "items": items,
                "unlisted": unlisted,
                "warnings": warnings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.import_counts import ImportCounts  # noqa: PLC0415
        from ..models.import_item import ImportItem  # noqa: PLC0415
        from ..models.imported_file import ImportedFile  # noqa: PLC0415
        from ..models.row_warning import RowWarning  # noqa: PLC0415
        from ..models.unlisted_member import UnlistedMember  # noqa: PLC0415

        d = dict(src_dict)
        preview_id = d.pop("preview_id")

        file = ImportedFile.from_dict(d.pop("file"))

        counts = ImportCounts.from_dict(d.pop("counts"))

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = ImportItem.from_dict(items_item_data)

            items.append(items_item)

        unlisted = []
        _unlisted = d.pop("unlisted")
        for unlisted_item_data in _unlisted:
            unlisted_item = UnlistedMember.from_dict(unlisted_item_data)

            unlisted.append(unlisted_item)

        warnings = []
        _warnings = d.pop("warnings")
        for warnings_item_data in _warnings:
            warnings_item = RowWarning.from_dict(warnings_item_data)

            warnings.append(warnings_item)

        import_preview = cls(
            preview_id=preview_id,
            file=file,
            counts=counts,
            items=items,
            unlisted=unlisted,
            warnings=warnings,
        )

        import_preview.additional_properties = d
        return import_preview

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

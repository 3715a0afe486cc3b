from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SignedScanView")


@_attrs_define
class SignedScanView:
    """A scan as it is kept.

    Attributes:
        id (UUID):
        report_id (UUID):
        version (int): The version of the report that was signed.
        digest (str): SHA-256 of the file that is kept, in hexadecimal digits.
        media_type (str):
        size (int): In bytes.
        added_at (datetime.datetime):
    """

    id: UUID
    report_id: UUID
    version: int
    digest: str
    media_type: str
    size: int
    added_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        report_id = str(self.report_id)

        version = self.version

        digest = self.digest

        media_type = self.media_type

        size = self.size

        added_at = self.added_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "report_id": report_id,
                "version": version,
                "digest": digest,
                "media_type": media_type,
                "size": size,
                "added_at": added_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        report_id = UUID(d.pop("report_id"))

        version = d.pop("version")

        digest = d.pop("digest")

        media_type = d.pop("media_type")

        size = d.pop("size")

        added_at = datetime.datetime.fromisoformat(d.pop("added_at"))

        signed_scan_view = cls(
            id=id,
            report_id=report_id,
            version=version,
            digest=digest,
            media_type=media_type,
            size=size,
            added_at=added_at,
        )

        signed_scan_view.additional_properties = d
        return signed_scan_view

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

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.version_kind import VersionKind

if TYPE_CHECKING:
    from ..models.difference_line import DifferenceLine


T = TypeVar("T", bound="ReportVersionLine")


@_attrs_define
class ReportVersionLine:
    """A version as it was handed in.

    Attributes:
        number (int):
        kind (VersionKind): What a frozen version of a report is.
        digest (str): SHA-256 of its content as canonical JSON.
        submitted_at (datetime.datetime):
        submitted_by_name (None | str):
        difference (list[DifferenceLine]):
    """

    number: int
    kind: VersionKind
    digest: str
    submitted_at: datetime.datetime
    submitted_by_name: None | str
    difference: list[DifferenceLine]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        number = self.number

        kind = self.kind.value

        digest = self.digest

        submitted_at = self.submitted_at.isoformat()

        submitted_by_name: None | str
        submitted_by_name = self.submitted_by_name

        difference = []
        for difference_item_data in self.difference:
            difference_item = difference_item_data.to_dict()
            difference.append(difference_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "number": number,
                "kind": kind,
                "digest": digest,
                "submitted_at": submitted_at,
                "submitted_by_name": submitted_by_name,
                "difference": difference,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.difference_line import DifferenceLine  # noqa: PLC0415

        d = dict(src_dict)
        number = d.pop("number")

        kind = VersionKind(d.pop("kind"))

        digest = d.pop("digest")

        submitted_at = datetime.datetime.fromisoformat(d.pop("submitted_at"))

        def _parse_submitted_by_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        submitted_by_name = _parse_submitted_by_name(d.pop("submitted_by_name"))

        difference = []
        _difference = d.pop("difference")
        for difference_item_data in _difference:
            difference_item = DifferenceLine.from_dict(difference_item_data)

            difference.append(difference_item)

        report_version_line = cls(
            number=number,
            kind=kind,
            digest=digest,
            submitted_at=submitted_at,
            submitted_by_name=submitted_by_name,
            difference=difference,
        )

        report_version_line.additional_properties = d
        return report_version_line

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

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ErasureView")


@_attrs_define
class ErasureView:
    """A member was erased.

    Attributes:
        member_id (UUID):
        erased_at (datetime.datetime):
        paper_sheet_ids (list[UUID]): Photographed pages on which the name can be read until their time is over.
    """

    member_id: UUID
    erased_at: datetime.datetime
    paper_sheet_ids: list[UUID]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        member_id = str(self.member_id)

        erased_at = self.erased_at.isoformat()

        paper_sheet_ids = []
        for paper_sheet_ids_item_data in self.paper_sheet_ids:
            paper_sheet_ids_item = str(paper_sheet_ids_item_data)
            paper_sheet_ids.append(paper_sheet_ids_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "member_id": member_id,
                "erased_at": erased_at,
                "paper_sheet_ids": paper_sheet_ids,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        member_id = UUID(d.pop("member_id"))

        erased_at = datetime.datetime.fromisoformat(d.pop("erased_at"))

        paper_sheet_ids = []
        _paper_sheet_ids = d.pop("paper_sheet_ids")
        for paper_sheet_ids_item_data in _paper_sheet_ids:
            paper_sheet_ids_item = UUID(paper_sheet_ids_item_data)

            paper_sheet_ids.append(paper_sheet_ids_item)

        erasure_view = cls(
            member_id=member_id,
            erased_at=erased_at,
            paper_sheet_ids=paper_sheet_ids,
        )

        erasure_view.additional_properties = d
        return erasure_view

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

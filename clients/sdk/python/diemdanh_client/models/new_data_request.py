from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.data_request_kind import DataRequestKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewDataRequest")


@_attrs_define
class NewDataRequest:
    """What is to be put right, or that one is to be erased, and why.

    Attributes:
        text (str):
        kind (DataRequestKind | Unset): What a member asks about his own data (Law 91/2025/QH15).
    """

    text: str
    kind: DataRequestKind | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "text": text,
            }
        )
        if kind is not UNSET:
            field_dict["kind"] = kind

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        text = d.pop("text")

        _kind = d.pop("kind", UNSET)
        kind: DataRequestKind | Unset
        if isinstance(_kind, Unset):
            kind = UNSET
        else:
            kind = DataRequestKind(_kind)

        new_data_request = cls(
            text=text,
            kind=kind,
        )

        return new_data_request

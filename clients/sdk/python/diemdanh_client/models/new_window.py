from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.new_window_kind import NewWindowKind

T = TypeVar("T", bound="NewWindow")


@_attrs_define
class NewWindow:
    """A roll-call to open; the one that is open is closed by it.

    Attributes:
        kind (NewWindowKind):
    """

    kind: NewWindowKind

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = NewWindowKind(d.pop("kind"))

        new_window = cls(
            kind=kind,
        )

        return new_window

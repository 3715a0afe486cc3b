from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="NewQuickReport")


@_attrs_define
class NewQuickReport:
    """A unit's report of one session, at once.

    Attributes:
        kind (Literal['quick']):
        unit_id (UUID):
        session_id (UUID):
    """

    kind: Literal["quick"]
    unit_id: UUID
    session_id: UUID

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        unit_id = str(self.unit_id)

        session_id = str(self.session_id)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "unit_id": unit_id,
                "session_id": session_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = cast(Literal["quick"], d.pop("kind"))
        if kind != "quick":
            raise ValueError(f"kind must match const 'quick', got '{kind}'")

        unit_id = UUID(d.pop("unit_id"))

        session_id = UUID(d.pop("session_id"))

        new_quick_report = cls(
            kind=kind,
            unit_id=unit_id,
            session_id=session_id,
        )

        return new_quick_report

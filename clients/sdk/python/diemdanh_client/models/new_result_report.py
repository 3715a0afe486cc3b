from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="NewResultReport")


@_attrs_define
class NewResultReport:
    """A unit's report of a whole conference.

    Attributes:
        kind (Literal['result']):
        unit_id (UUID):
        conference_id (UUID):
    """

    kind: Literal["result"]
    unit_id: UUID
    conference_id: UUID

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        unit_id = str(self.unit_id)

        conference_id = str(self.conference_id)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "unit_id": unit_id,
                "conference_id": conference_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = cast(Literal["result"], d.pop("kind"))
        if kind != "result":
            raise ValueError(f"kind must match const 'result', got '{kind}'")

        unit_id = UUID(d.pop("unit_id"))

        conference_id = UUID(d.pop("conference_id"))

        new_result_report = cls(
            kind=kind,
            unit_id=unit_id,
            conference_id=conference_id,
        )

        return new_result_report

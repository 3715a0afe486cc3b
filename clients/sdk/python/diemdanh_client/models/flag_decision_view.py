from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.flag_verdict import FlagVerdict

T = TypeVar("T", bound="FlagDecisionView")


@_attrs_define
class FlagDecisionView:
    """What a person made of a flag.

    Attributes:
        verdict (FlagVerdict): What a person made of a flag.
        note (None | str):
        decided_at (datetime.datetime):
        decided_by_name (str):
    """

    verdict: FlagVerdict
    note: None | str
    decided_at: datetime.datetime
    decided_by_name: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        verdict = self.verdict.value

        note: None | str
        note = self.note

        decided_at = self.decided_at.isoformat()

        decided_by_name = self.decided_by_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "verdict": verdict,
                "note": note,
                "decided_at": decided_at,
                "decided_by_name": decided_by_name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        verdict = FlagVerdict(d.pop("verdict"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        decided_at = datetime.datetime.fromisoformat(d.pop("decided_at"))

        decided_by_name = d.pop("decided_by_name")

        flag_decision_view = cls(
            verdict=verdict,
            note=note,
            decided_at=decided_at,
            decided_by_name=decided_by_name,
        )

        flag_decision_view.additional_properties = d
        return flag_decision_view

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

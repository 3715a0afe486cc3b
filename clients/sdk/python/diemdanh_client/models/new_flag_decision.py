from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.flag_verdict import FlagVerdict
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewFlagDecision")


@_attrs_define
class NewFlagDecision:
    """What a person makes of a flag; deciding again replaces it.

    Attributes:
        verdict (FlagVerdict): What a person made of a flag.
        note (None | str | Unset):
    """

    verdict: FlagVerdict
    note: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        verdict = self.verdict.value

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "verdict": verdict,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        verdict = FlagVerdict(d.pop("verdict"))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        new_flag_decision = cls(
            verdict=verdict,
            note=note,
        )

        return new_flag_decision

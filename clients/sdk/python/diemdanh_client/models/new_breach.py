from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewBreach")


@_attrs_define
class NewBreach:
    """Something that happened to personal data.

    Attributes:
        found_at (datetime.datetime):
        text (str):
        persons (int | None | Unset): How many are concerned, if known.
        measures (None | str | Unset):
    """

    found_at: datetime.datetime
    text: str
    persons: int | None | Unset = UNSET
    measures: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        found_at = self.found_at.isoformat()

        text = self.text

        persons: int | None | Unset
        if isinstance(self.persons, Unset):
            persons = UNSET
        else:
            persons = self.persons

        measures: None | str | Unset
        if isinstance(self.measures, Unset):
            measures = UNSET
        else:
            measures = self.measures

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "found_at": found_at,
                "text": text,
            }
        )
        if persons is not UNSET:
            field_dict["persons"] = persons
        if measures is not UNSET:
            field_dict["measures"] = measures

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        found_at = datetime.datetime.fromisoformat(d.pop("found_at"))

        text = d.pop("text")

        def _parse_persons(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        persons = _parse_persons(d.pop("persons", UNSET))

        def _parse_measures(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        measures = _parse_measures(d.pop("measures", UNSET))

        new_breach = cls(
            found_at=found_at,
            text=text,
            persons=persons,
            measures=measures,
        )

        return new_breach

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewCopy")


@_attrs_define
class NewCopy:
    """Another quarter's conference, after the pattern of this one.

    Attributes:
        year (int):
        quarter (int):
        title (None | str | Unset): Without one: the old title, with the quarter and year that it names.
        plan_number (None | str | Unset):
        topics (list[str] | Unset):
        another (bool | Unset): The quarter has a conference, and this is really one more. Default: False.
    """

    year: int
    quarter: int
    title: None | str | Unset = UNSET
    plan_number: None | str | Unset = UNSET
    topics: list[str] | Unset = UNSET
    another: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        year = self.year

        quarter = self.quarter

        title: None | str | Unset
        if isinstance(self.title, Unset):
            title = UNSET
        else:
            title = self.title

        plan_number: None | str | Unset
        if isinstance(self.plan_number, Unset):
            plan_number = UNSET
        else:
            plan_number = self.plan_number

        topics: list[str] | Unset = UNSET
        if not isinstance(self.topics, Unset):
            topics = self.topics

        another = self.another

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "year": year,
                "quarter": quarter,
            }
        )
        if title is not UNSET:
            field_dict["title"] = title
        if plan_number is not UNSET:
            field_dict["plan_number"] = plan_number
        if topics is not UNSET:
            field_dict["topics"] = topics
        if another is not UNSET:
            field_dict["another"] = another

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        year = d.pop("year")

        quarter = d.pop("quarter")

        def _parse_title(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        title = _parse_title(d.pop("title", UNSET))

        def _parse_plan_number(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        plan_number = _parse_plan_number(d.pop("plan_number", UNSET))

        topics = cast(list[str], d.pop("topics", UNSET))

        another = d.pop("another", UNSET)

        new_copy = cls(
            year=year,
            quarter=quarter,
            title=title,
            plan_number=plan_number,
            topics=topics,
            another=another,
        )

        return new_copy

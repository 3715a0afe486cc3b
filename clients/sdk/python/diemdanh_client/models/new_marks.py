from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.mark_entry import MarkEntry


T = TypeVar("T", bound="NewMarks")


@_attrs_define
class NewMarks:
    """What a secretary writes beside names of a unit and those below it.

    Attributes:
        unit_id (UUID):
        marks (list[MarkEntry]):
        roster_code (None | str | Unset): The code on the paper, read kindly: an outdated list asks for its names.
        names_confirmed (bool | Unset): The names behind the numbers were read and are right. Default: False.
        paper_sheet_id (None | Unset | UUID): The photographed page these are copied from; needed after the lock.
    """

    unit_id: UUID
    marks: list[MarkEntry]
    roster_code: None | str | Unset = UNSET
    names_confirmed: bool | Unset = False
    paper_sheet_id: None | Unset | UUID = UNSET

    def to_dict(self) -> dict[str, Any]:
        unit_id = str(self.unit_id)

        marks = []
        for marks_item_data in self.marks:
            marks_item = marks_item_data.to_dict()
            marks.append(marks_item)

        roster_code: None | str | Unset
        if isinstance(self.roster_code, Unset):
            roster_code = UNSET
        else:
            roster_code = self.roster_code

        names_confirmed = self.names_confirmed

        paper_sheet_id: None | str | Unset
        if isinstance(self.paper_sheet_id, Unset):
            paper_sheet_id = UNSET
        elif isinstance(self.paper_sheet_id, UUID):
            paper_sheet_id = str(self.paper_sheet_id)
        else:
            paper_sheet_id = self.paper_sheet_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "unit_id": unit_id,
                "marks": marks,
            }
        )
        if roster_code is not UNSET:
            field_dict["roster_code"] = roster_code
        if names_confirmed is not UNSET:
            field_dict["names_confirmed"] = names_confirmed
        if paper_sheet_id is not UNSET:
            field_dict["paper_sheet_id"] = paper_sheet_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.mark_entry import MarkEntry  # noqa: PLC0415

        d = dict(src_dict)
        unit_id = UUID(d.pop("unit_id"))

        marks = []
        _marks = d.pop("marks")
        for marks_item_data in _marks:
            marks_item = MarkEntry.from_dict(marks_item_data)

            marks.append(marks_item)

        def _parse_roster_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        roster_code = _parse_roster_code(d.pop("roster_code", UNSET))

        names_confirmed = d.pop("names_confirmed", UNSET)

        def _parse_paper_sheet_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                paper_sheet_id_type_0 = UUID(data)

                return paper_sheet_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        paper_sheet_id = _parse_paper_sheet_id(d.pop("paper_sheet_id", UNSET))

        new_marks = cls(
            unit_id=unit_id,
            marks=marks,
            roster_code=roster_code,
            names_confirmed=names_confirmed,
            paper_sheet_id=paper_sheet_id,
        )

        return new_marks

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.absence_reason import AbsenceReason
from ..models.mark_kind import MarkKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="MarkEntry")


@_attrs_define
class MarkEntry:
    """One thing to write beside some names, given by ids or by row numbers.

    Attributes:
        kind (MarkKind): What a secretary wrote beside a name.
        member_ids (list[UUID] | None | Unset):
        row_numbers (None | str | Unset): As on paper: `1-7, 9, 12`, also `1–7; 9 và 12` or `từ 1 đến 7`.
        unit_id (None | Unset | UUID): Whose rows these are, where not the request's unit's.
        reason (AbsenceReason | None | Unset): Why absent; never of who was present.
        note (None | str | Unset): Seen by those who answer for the unit; needed with `KH`.
        departed_at (datetime.datetime | None | Unset): When who was present left; later windows do not count.
    """

    kind: MarkKind
    member_ids: list[UUID] | None | Unset = UNSET
    row_numbers: None | str | Unset = UNSET
    unit_id: None | Unset | UUID = UNSET
    reason: AbsenceReason | None | Unset = UNSET
    note: None | str | Unset = UNSET
    departed_at: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        member_ids: list[str] | None | Unset
        if isinstance(self.member_ids, Unset):
            member_ids = UNSET
        elif isinstance(self.member_ids, list):
            member_ids = []
            for member_ids_type_0_item_data in self.member_ids:
                member_ids_type_0_item = str(member_ids_type_0_item_data)
                member_ids.append(member_ids_type_0_item)

        else:
            member_ids = self.member_ids

        row_numbers: None | str | Unset
        if isinstance(self.row_numbers, Unset):
            row_numbers = UNSET
        else:
            row_numbers = self.row_numbers

        unit_id: None | str | Unset
        if isinstance(self.unit_id, Unset):
            unit_id = UNSET
        elif isinstance(self.unit_id, UUID):
            unit_id = str(self.unit_id)
        else:
            unit_id = self.unit_id

        reason: None | str | Unset
        if isinstance(self.reason, Unset):
            reason = UNSET
        elif isinstance(self.reason, AbsenceReason):
            reason = self.reason.value
        else:
            reason = self.reason

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        departed_at: None | str | Unset
        if isinstance(self.departed_at, Unset):
            departed_at = UNSET
        elif isinstance(self.departed_at, datetime.datetime):
            departed_at = self.departed_at.isoformat()
        else:
            departed_at = self.departed_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
            }
        )
        if member_ids is not UNSET:
            field_dict["member_ids"] = member_ids
        if row_numbers is not UNSET:
            field_dict["row_numbers"] = row_numbers
        if unit_id is not UNSET:
            field_dict["unit_id"] = unit_id
        if reason is not UNSET:
            field_dict["reason"] = reason
        if note is not UNSET:
            field_dict["note"] = note
        if departed_at is not UNSET:
            field_dict["departed_at"] = departed_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = MarkKind(d.pop("kind"))

        def _parse_member_ids(data: object) -> list[UUID] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                member_ids_type_0 = []
                _member_ids_type_0 = data
                for member_ids_type_0_item_data in _member_ids_type_0:
                    member_ids_type_0_item = UUID(member_ids_type_0_item_data)

                    member_ids_type_0.append(member_ids_type_0_item)

                return member_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[UUID] | None | Unset, data)

        member_ids = _parse_member_ids(d.pop("member_ids", UNSET))

        def _parse_row_numbers(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        row_numbers = _parse_row_numbers(d.pop("row_numbers", UNSET))

        def _parse_unit_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                unit_id_type_0 = UUID(data)

                return unit_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        unit_id = _parse_unit_id(d.pop("unit_id", UNSET))

        def _parse_reason(data: object) -> AbsenceReason | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reason_type_0 = AbsenceReason(data)

                return reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AbsenceReason | None | Unset, data)

        reason = _parse_reason(d.pop("reason", UNSET))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        def _parse_departed_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                departed_at_type_0 = datetime.datetime.fromisoformat(data)

                return departed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        departed_at = _parse_departed_at(d.pop("departed_at", UNSET))

        mark_entry = cls(
            kind=kind,
            member_ids=member_ids,
            row_numbers=row_numbers,
            unit_id=unit_id,
            reason=reason,
            note=note,
            departed_at=departed_at,
        )

        return mark_entry

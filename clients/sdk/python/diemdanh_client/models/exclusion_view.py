from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.doubt import Doubt

if TYPE_CHECKING:
    from ..models.excluded_person import ExcludedPerson


T = TypeVar("T", bound="ExclusionView")


@_attrs_define
class ExclusionView:
    """A line of an exclusion list: matched to a member, or waiting for somebody to settle it.

    Attributes:
        id (UUID):
        conference_id (UUID):
        document_number (str):
        full_name (None | str): As the document has it.
        unit_name (None | str):
        card_number (None | str):
        member_id (None | UUID): Whom it means; he is not convened.
        member (ExcludedPerson | None): Null also where he is no longer counted below the organiser.
        doubt (Doubt | None): Why nobody is matched.
        candidates_count (int):
        candidates (list[ExcludedPerson]): Who comes into question while nobody is matched; at most 10.
        created_at (datetime.datetime):
    """

    id: UUID
    conference_id: UUID
    document_number: str
    full_name: None | str
    unit_name: None | str
    card_number: None | str
    member_id: None | UUID
    member: ExcludedPerson | None
    doubt: Doubt | None
    candidates_count: int
    candidates: list[ExcludedPerson]
    created_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.excluded_person import ExcludedPerson  # noqa: PLC0415

        id = str(self.id)

        conference_id = str(self.conference_id)

        document_number = self.document_number

        full_name: None | str
        full_name = self.full_name

        unit_name: None | str
        unit_name = self.unit_name

        card_number: None | str
        card_number = self.card_number

        member_id: None | str
        if isinstance(self.member_id, UUID):
            member_id = str(self.member_id)
        else:
            member_id = self.member_id

        member: dict[str, Any] | None
        if isinstance(self.member, ExcludedPerson):
            member = self.member.to_dict()
        else:
            member = self.member

        doubt: None | str
        if isinstance(self.doubt, Doubt):
            doubt = self.doubt.value
        else:
            doubt = self.doubt

        candidates_count = self.candidates_count

        candidates = []
        for candidates_item_data in self.candidates:
            candidates_item = candidates_item_data.to_dict()
            candidates.append(candidates_item)

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "conference_id": conference_id,
                "document_number": document_number,
                "full_name": full_name,
                "unit_name": unit_name,
                "card_number": card_number,
                "member_id": member_id,
                "member": member,
                "doubt": doubt,
                "candidates_count": candidates_count,
                "candidates": candidates,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.excluded_person import ExcludedPerson  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        conference_id = UUID(d.pop("conference_id"))

        document_number = d.pop("document_number")

        def _parse_full_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        full_name = _parse_full_name(d.pop("full_name"))

        def _parse_unit_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        unit_name = _parse_unit_name(d.pop("unit_name"))

        def _parse_card_number(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        card_number = _parse_card_number(d.pop("card_number"))

        def _parse_member_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                member_id_type_0 = UUID(data)

                return member_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        member_id = _parse_member_id(d.pop("member_id"))

        def _parse_member(data: object) -> ExcludedPerson | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                member_type_0 = ExcludedPerson.from_dict(data)

                return member_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ExcludedPerson | None, data)

        member = _parse_member(d.pop("member"))

        def _parse_doubt(data: object) -> Doubt | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                doubt_type_0 = Doubt(data)

                return doubt_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Doubt | None, data)

        doubt = _parse_doubt(d.pop("doubt"))

        candidates_count = d.pop("candidates_count")

        candidates = []
        _candidates = d.pop("candidates")
        for candidates_item_data in _candidates:
            candidates_item = ExcludedPerson.from_dict(candidates_item_data)

            candidates.append(candidates_item)

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        exclusion_view = cls(
            id=id,
            conference_id=conference_id,
            document_number=document_number,
            full_name=full_name,
            unit_name=unit_name,
            card_number=card_number,
            member_id=member_id,
            member=member,
            doubt=doubt,
            candidates_count=candidates_count,
            candidates=candidates,
            created_at=created_at,
        )

        exclusion_view.additional_properties = d
        return exclusion_view

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

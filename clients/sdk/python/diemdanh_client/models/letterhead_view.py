from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.signing_authority import SigningAuthority

T = TypeVar("T", bound="LetterheadView")


@_attrs_define
class LetterheadView:
    """How a unit's documents name it, and who signs them: stated, or following from the tree.

    Attributes:
        unit_id (UUID):
        unit_name (str):
        superior_name (None | str):
        issuing_name (str):
        abbreviation (str):
        place (None | str):
        authority (SigningAuthority): In whose name a unit's documents are signed: a collective's, or its head's own.
        body_title (str):
        head_title (str):
        deputy_title (None | str):
        signer_name (None | str):
        recipients (list[str]):
        own (list[str]): The fields that the unit stated itself.
        signature_lines (list[str]): As they stand over the signature.
        changed_at (datetime.datetime | None): Null where the unit has stated nothing.
    """

    unit_id: UUID
    unit_name: str
    superior_name: None | str
    issuing_name: str
    abbreviation: str
    place: None | str
    authority: SigningAuthority
    body_title: str
    head_title: str
    deputy_title: None | str
    signer_name: None | str
    recipients: list[str]
    own: list[str]
    signature_lines: list[str]
    changed_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        unit_id = str(self.unit_id)

        unit_name = self.unit_name

        superior_name: None | str
        superior_name = self.superior_name

        issuing_name = self.issuing_name

        abbreviation = self.abbreviation

        place: None | str
        place = self.place

        authority = self.authority.value

        body_title = self.body_title

        head_title = self.head_title

        deputy_title: None | str
        deputy_title = self.deputy_title

        signer_name: None | str
        signer_name = self.signer_name

        recipients = self.recipients

        own = self.own

        signature_lines = self.signature_lines

        changed_at: None | str
        if isinstance(self.changed_at, datetime.datetime):
            changed_at = self.changed_at.isoformat()
        else:
            changed_at = self.changed_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "unit_id": unit_id,
                "unit_name": unit_name,
                "superior_name": superior_name,
                "issuing_name": issuing_name,
                "abbreviation": abbreviation,
                "place": place,
                "authority": authority,
                "body_title": body_title,
                "head_title": head_title,
                "deputy_title": deputy_title,
                "signer_name": signer_name,
                "recipients": recipients,
                "own": own,
                "signature_lines": signature_lines,
                "changed_at": changed_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        unit_id = UUID(d.pop("unit_id"))

        unit_name = d.pop("unit_name")

        def _parse_superior_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        superior_name = _parse_superior_name(d.pop("superior_name"))

        issuing_name = d.pop("issuing_name")

        abbreviation = d.pop("abbreviation")

        def _parse_place(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        place = _parse_place(d.pop("place"))

        authority = SigningAuthority(d.pop("authority"))

        body_title = d.pop("body_title")

        head_title = d.pop("head_title")

        def _parse_deputy_title(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        deputy_title = _parse_deputy_title(d.pop("deputy_title"))

        def _parse_signer_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        signer_name = _parse_signer_name(d.pop("signer_name"))

        recipients = cast(list[str], d.pop("recipients"))

        own = cast(list[str], d.pop("own"))

        signature_lines = cast(list[str], d.pop("signature_lines"))

        def _parse_changed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                changed_at_type_0 = datetime.datetime.fromisoformat(data)

                return changed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        changed_at = _parse_changed_at(d.pop("changed_at"))

        letterhead_view = cls(
            unit_id=unit_id,
            unit_name=unit_name,
            superior_name=superior_name,
            issuing_name=issuing_name,
            abbreviation=abbreviation,
            place=place,
            authority=authority,
            body_title=body_title,
            head_title=head_title,
            deputy_title=deputy_title,
            signer_name=signer_name,
            recipients=recipients,
            own=own,
            signature_lines=signature_lines,
            changed_at=changed_at,
        )

        letterhead_view.additional_properties = d
        return letterhead_view

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

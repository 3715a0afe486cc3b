from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.signing_authority import SigningAuthority
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewLetterhead")


@_attrs_define
class NewLetterhead:
    """What a unit states itself; what is null, or left out, follows from its place in the tree.

    Attributes:
        superior_name (None | str | Unset):
        issuing_name (None | str | Unset):
        abbreviation (None | str | Unset): After the number, as in Số …-BC/ĐU: ĐU, CB, BTGHU.
        place (None | str | Unset):
        authority (None | SigningAuthority | Unset):
        body_title (None | str | Unset): In whose name a collective signs: T/M CHI BỘ.
        head_title (None | str | Unset):
        deputy_title (None | str | Unset): Set where a deputy signs, in a department for its head.
        signer_name (None | str | Unset):
        recipients (list[str] | Unset): Without one that begins with “Lưu”, it is added last.
    """

    superior_name: None | str | Unset = UNSET
    issuing_name: None | str | Unset = UNSET
    abbreviation: None | str | Unset = UNSET
    place: None | str | Unset = UNSET
    authority: None | SigningAuthority | Unset = UNSET
    body_title: None | str | Unset = UNSET
    head_title: None | str | Unset = UNSET
    deputy_title: None | str | Unset = UNSET
    signer_name: None | str | Unset = UNSET
    recipients: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        superior_name: None | str | Unset
        if isinstance(self.superior_name, Unset):
            superior_name = UNSET
        else:
            superior_name = self.superior_name

        issuing_name: None | str | Unset
        if isinstance(self.issuing_name, Unset):
            issuing_name = UNSET
        else:
            issuing_name = self.issuing_name

        abbreviation: None | str | Unset
        if isinstance(self.abbreviation, Unset):
            abbreviation = UNSET
        else:
            abbreviation = self.abbreviation

        place: None | str | Unset
        if isinstance(self.place, Unset):
            place = UNSET
        else:
            place = self.place

        authority: None | str | Unset
        if isinstance(self.authority, Unset):
            authority = UNSET
        elif isinstance(self.authority, SigningAuthority):
            authority = self.authority.value
        else:
            authority = self.authority

        body_title: None | str | Unset
        if isinstance(self.body_title, Unset):
            body_title = UNSET
        else:
            body_title = self.body_title

        head_title: None | str | Unset
        if isinstance(self.head_title, Unset):
            head_title = UNSET
        else:
            head_title = self.head_title

        deputy_title: None | str | Unset
        if isinstance(self.deputy_title, Unset):
            deputy_title = UNSET
        else:
            deputy_title = self.deputy_title

        signer_name: None | str | Unset
        if isinstance(self.signer_name, Unset):
            signer_name = UNSET
        else:
            signer_name = self.signer_name

        recipients: list[str] | Unset = UNSET
        if not isinstance(self.recipients, Unset):
            recipients = self.recipients

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if superior_name is not UNSET:
            field_dict["superior_name"] = superior_name
        if issuing_name is not UNSET:
            field_dict["issuing_name"] = issuing_name
        if abbreviation is not UNSET:
            field_dict["abbreviation"] = abbreviation
        if place is not UNSET:
            field_dict["place"] = place
        if authority is not UNSET:
            field_dict["authority"] = authority
        if body_title is not UNSET:
            field_dict["body_title"] = body_title
        if head_title is not UNSET:
            field_dict["head_title"] = head_title
        if deputy_title is not UNSET:
            field_dict["deputy_title"] = deputy_title
        if signer_name is not UNSET:
            field_dict["signer_name"] = signer_name
        if recipients is not UNSET:
            field_dict["recipients"] = recipients

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_superior_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        superior_name = _parse_superior_name(d.pop("superior_name", UNSET))

        def _parse_issuing_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        issuing_name = _parse_issuing_name(d.pop("issuing_name", UNSET))

        def _parse_abbreviation(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        abbreviation = _parse_abbreviation(d.pop("abbreviation", UNSET))

        def _parse_place(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        place = _parse_place(d.pop("place", UNSET))

        def _parse_authority(data: object) -> None | SigningAuthority | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                authority_type_0 = SigningAuthority(data)

                return authority_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SigningAuthority | Unset, data)

        authority = _parse_authority(d.pop("authority", UNSET))

        def _parse_body_title(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        body_title = _parse_body_title(d.pop("body_title", UNSET))

        def _parse_head_title(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        head_title = _parse_head_title(d.pop("head_title", UNSET))

        def _parse_deputy_title(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        deputy_title = _parse_deputy_title(d.pop("deputy_title", UNSET))

        def _parse_signer_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        signer_name = _parse_signer_name(d.pop("signer_name", UNSET))

        recipients = cast(list[str], d.pop("recipients", UNSET))

        new_letterhead = cls(
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
        )

        return new_letterhead

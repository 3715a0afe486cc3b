from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ProposalRequest")


@_attrs_define
class ProposalRequest:
    """What to propose for: the whole conference, or one unit with all below it.

    Attributes:
        unit_id (None | Unset | UUID): Null for everybody.
        is_dry_run (bool | Unset): Tell what would change, change nothing. Default: False.
    """

    unit_id: None | Unset | UUID = UNSET
    is_dry_run: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        unit_id: None | str | Unset
        if isinstance(self.unit_id, Unset):
            unit_id = UNSET
        elif isinstance(self.unit_id, UUID):
            unit_id = str(self.unit_id)
        else:
            unit_id = self.unit_id

        is_dry_run = self.is_dry_run

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if unit_id is not UNSET:
            field_dict["unit_id"] = unit_id
        if is_dry_run is not UNSET:
            field_dict["is_dry_run"] = is_dry_run

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

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

        is_dry_run = d.pop("is_dry_run", UNSET)

        proposal_request = cls(
            unit_id=unit_id,
            is_dry_run=is_dry_run,
        )

        return proposal_request

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.transfer_kind import TransferKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="Transfer")


@_attrs_define
class Transfer:
    """Where a member goes, for good or for a time.

    Attributes:
        unit_id (UUID):
        kind (TransferKind): For good, or for a time (sinh hoạt tạm thời: counted where active).
        until (datetime.date | None | Unset): Of a temporary stay: its last day, where that is known.
    """

    unit_id: UUID
    kind: TransferKind
    until: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        unit_id = str(self.unit_id)

        kind = self.kind.value

        until: None | str | Unset
        if isinstance(self.until, Unset):
            until = UNSET
        elif isinstance(self.until, datetime.date):
            until = self.until.isoformat()
        else:
            until = self.until

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "unit_id": unit_id,
                "kind": kind,
            }
        )
        if until is not UNSET:
            field_dict["until"] = until

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        unit_id = UUID(d.pop("unit_id"))

        kind = TransferKind(d.pop("kind"))

        def _parse_until(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.date.fromisoformat(data)

                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        until = _parse_until(d.pop("until", UNSET))

        transfer = cls(
            unit_id=unit_id,
            kind=kind,
            until=until,
        )

        return transfer

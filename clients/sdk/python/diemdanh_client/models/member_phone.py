from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.bound_phone import BoundPhone


T = TypeVar("T", bound="MemberPhone")


@_attrs_define
class MemberPhone:
    """A member, and the phone he has.

    Attributes:
        member_id (UUID):
        full_name (str):
        unit_id (UUID): The unit that counts him today.
        unit_name (str):
        device (BoundPhone | None):
    """

    member_id: UUID
    full_name: str
    unit_id: UUID
    unit_name: str
    device: BoundPhone | None

    def to_dict(self) -> dict[str, Any]:
        from ..models.bound_phone import BoundPhone  # noqa: PLC0415

        member_id = str(self.member_id)

        full_name = self.full_name

        unit_id = str(self.unit_id)

        unit_name = self.unit_name

        device: dict[str, Any] | None
        if isinstance(self.device, BoundPhone):
            device = self.device.to_dict()
        else:
            device = self.device

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "member_id": member_id,
                "full_name": full_name,
                "unit_id": unit_id,
                "unit_name": unit_name,
                "device": device,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bound_phone import BoundPhone  # noqa: PLC0415

        d = dict(src_dict)
        member_id = UUID(d.pop("member_id"))

        full_name = d.pop("full_name")

        unit_id = UUID(d.pop("unit_id"))

        unit_name = d.pop("unit_name")

        def _parse_device(data: object) -> BoundPhone | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                device_type_0 = BoundPhone.from_dict(data)

                return device_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BoundPhone | None, data)

        device = _parse_device(d.pop("device"))

        member_phone = cls(
            member_id=member_id,
            full_name=full_name,
            unit_id=unit_id,
            unit_name=unit_name,
            device=device,
        )

        return member_phone

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.who_assisted import WhoAssisted
    from ..models.who_by_name import WhoByName
    from ..models.who_by_phone import WhoByPhone
    from ..models.who_member import WhoMember


T = TypeVar("T", bound="KeptScan")


@_attrs_define
class KeptScan:
    """A check-in that waited in the phone, by the QR that was scanned; it is read on arrival.

    Attributes:
        id (UUID): A UUIDv7 that the phone or the client made for this check-in.
        qr (str): What stands after `#`.
        who (WhoAssisted | WhoByName | WhoByPhone | WhoMember):
        notice_version (int | None | Unset):
    """

    id: UUID
    qr: str
    who: WhoAssisted | WhoByName | WhoByPhone | WhoMember
    notice_version: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.who_assisted import WhoAssisted  # noqa: PLC0415
        from ..models.who_by_name import WhoByName  # noqa: PLC0415
        from ..models.who_by_phone import WhoByPhone  # noqa: PLC0415

        id = str(self.id)

        qr = self.qr

        who: dict[str, Any]
        if isinstance(self.who, WhoByPhone):
            who = self.who.to_dict()
        elif isinstance(self.who, WhoByName):
            who = self.who.to_dict()
        elif isinstance(self.who, WhoAssisted):
            who = self.who.to_dict()
        else:
            who = self.who.to_dict()

        notice_version: int | None | Unset
        if isinstance(self.notice_version, Unset):
            notice_version = UNSET
        else:
            notice_version = self.notice_version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "qr": qr,
                "who": who,
            }
        )
        if notice_version is not UNSET:
            field_dict["notice_version"] = notice_version

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.who_assisted import WhoAssisted  # noqa: PLC0415
        from ..models.who_by_name import WhoByName  # noqa: PLC0415
        from ..models.who_by_phone import WhoByPhone  # noqa: PLC0415
        from ..models.who_member import WhoMember  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        qr = d.pop("qr")

        def _parse_who(data: object) -> WhoAssisted | WhoByName | WhoByPhone | WhoMember:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                who_type_0 = WhoByPhone.from_dict(data)

                return who_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                who_type_1 = WhoByName.from_dict(data)

                return who_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                who_type_2 = WhoAssisted.from_dict(data)

                return who_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            who_type_3 = WhoMember.from_dict(data)

            return who_type_3

        who = _parse_who(d.pop("who"))

        def _parse_notice_version(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        notice_version = _parse_notice_version(d.pop("notice_version", UNSET))

        kept_scan = cls(
            id=id,
            qr=qr,
            who=who,
            notice_version=notice_version,
        )

        return kept_scan

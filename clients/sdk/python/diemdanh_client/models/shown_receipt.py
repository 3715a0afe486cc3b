from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.evidence import Evidence
from ..models.shown_receipt_standing import ShownReceiptStanding
from ..models.window_kind import WindowKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="ShownReceipt")


@_attrs_define
class ShownReceipt:
    """A receipt as a phone shows it: exactly what its proof covers, as it was answered.

    Attributes:
        id (UUID):
        standing (ShownReceiptStanding):
        evidence (Evidence): How the software knows that a member was there.
        session_title (str):
        point_name (str):
        window_kind (WindowKind): Which roll-call of a session a window is.
        arrived_at (datetime.datetime):
        proof (str):
        name (None | str | Unset):
        is_rehearsal (bool | Unset):  Default: False.
    """

    id: UUID
    standing: ShownReceiptStanding
    evidence: Evidence
    session_title: str
    point_name: str
    window_kind: WindowKind
    arrived_at: datetime.datetime
    proof: str
    name: None | str | Unset = UNSET
    is_rehearsal: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        standing = self.standing.value

        evidence = self.evidence.value

        session_title = self.session_title

        point_name = self.point_name

        window_kind = self.window_kind.value

        arrived_at = self.arrived_at.isoformat()

        proof = self.proof

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        is_rehearsal = self.is_rehearsal

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "standing": standing,
                "evidence": evidence,
                "session_title": session_title,
                "point_name": point_name,
                "window_kind": window_kind,
                "arrived_at": arrived_at,
                "proof": proof,
            }
        )
        if name is not UNSET:
            field_dict["name"] = name
        if is_rehearsal is not UNSET:
            field_dict["is_rehearsal"] = is_rehearsal

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        standing = ShownReceiptStanding(d.pop("standing"))

        evidence = Evidence(d.pop("evidence"))

        session_title = d.pop("session_title")

        point_name = d.pop("point_name")

        window_kind = WindowKind(d.pop("window_kind"))

        arrived_at = datetime.datetime.fromisoformat(d.pop("arrived_at"))

        proof = d.pop("proof")

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        is_rehearsal = d.pop("is_rehearsal", UNSET)

        shown_receipt = cls(
            id=id,
            standing=standing,
            evidence=evidence,
            session_title=session_title,
            point_name=point_name,
            window_kind=window_kind,
            arrived_at=arrived_at,
            proof=proof,
            name=name,
            is_rehearsal=is_rehearsal,
        )

        return shown_receipt

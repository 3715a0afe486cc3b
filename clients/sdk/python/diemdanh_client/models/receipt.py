from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.evidence import Evidence
from ..models.receipt_standing import ReceiptStanding
from ..models.window_kind import WindowKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="Receipt")


@_attrs_define
class Receipt:
    """What was recorded; the same for the same id, however often it is asked.

    Attributes:
        id (UUID):
        standing (ReceiptStanding):
        evidence (Evidence): How the software knows that a member was there.
        already_recorded (bool): The member was there already; that stays as it is.
        name (None | str): The member who was proved, or the name that was typed.
        session_title (str):
        point_name (str):
        window_kind (WindowKind): Which roll-call of a session a window is.
        arrived_at (datetime.datetime):
        late_seconds (int | None):
        message (str): A sentence for the person.
        proof (str): A seal by which a kept receipt proves itself.
        is_rehearsal (bool | Unset): Nothing was counted and no phone bound; check in on the day. Default: False.
    """

    id: UUID
    standing: ReceiptStanding
    evidence: Evidence
    already_recorded: bool
    name: None | str
    session_title: str
    point_name: str
    window_kind: WindowKind
    arrived_at: datetime.datetime
    late_seconds: int | None
    message: str
    proof: str
    is_rehearsal: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        standing = self.standing.value

        evidence = self.evidence.value

        already_recorded = self.already_recorded

        name: None | str
        name = self.name

        session_title = self.session_title

        point_name = self.point_name

        window_kind = self.window_kind.value

        arrived_at = self.arrived_at.isoformat()

        late_seconds: int | None
        late_seconds = self.late_seconds

        message = self.message

        proof = self.proof

        is_rehearsal = self.is_rehearsal

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "standing": standing,
                "evidence": evidence,
                "already_recorded": already_recorded,
                "name": name,
                "session_title": session_title,
                "point_name": point_name,
                "window_kind": window_kind,
                "arrived_at": arrived_at,
                "late_seconds": late_seconds,
                "message": message,
                "proof": proof,
            }
        )
        if is_rehearsal is not UNSET:
            field_dict["is_rehearsal"] = is_rehearsal

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        standing = ReceiptStanding(d.pop("standing"))

        evidence = Evidence(d.pop("evidence"))

        already_recorded = d.pop("already_recorded")

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))

        session_title = d.pop("session_title")

        point_name = d.pop("point_name")

        window_kind = WindowKind(d.pop("window_kind"))

        arrived_at = datetime.datetime.fromisoformat(d.pop("arrived_at"))

        def _parse_late_seconds(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        late_seconds = _parse_late_seconds(d.pop("late_seconds"))

        message = d.pop("message")

        proof = d.pop("proof")

        is_rehearsal = d.pop("is_rehearsal", UNSET)

        receipt = cls(
            id=id,
            standing=standing,
            evidence=evidence,
            already_recorded=already_recorded,
            name=name,
            session_title=session_title,
            point_name=point_name,
            window_kind=window_kind,
            arrived_at=arrived_at,
            late_seconds=late_seconds,
            message=message,
            proof=proof,
            is_rehearsal=is_rehearsal,
        )

        return receipt

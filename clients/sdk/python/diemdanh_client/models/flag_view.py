from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.flag_kind import FlagKind

if TYPE_CHECKING:
    from ..models.flag_decision_view import FlagDecisionView
    from ..models.flagged_member import FlaggedMember


T = TypeVar("T", bound="FlagView")


@_attrs_define
class FlagView:
    """Something to look at; it has refused nothing and changed nothing.

    Attributes:
        id (UUID): The same one each time the flag is found.
        session_id (UUID):
        kind (FlagKind): What strikes the eye about a session's attendance (protocol, "Flags").
        unit_id (None | UUID): Whose members it is about; null of a whole point.
        unit_name (None | str):
        point_id (None | UUID):
        point_name (None | str):
        members (list[FlaggedMember]):
        sentence (str): What was seen, in plain Vietnamese.
        decision (FlagDecisionView | None):
    """

    id: UUID
    session_id: UUID
    kind: FlagKind
    unit_id: None | UUID
    unit_name: None | str
    point_id: None | UUID
    point_name: None | str
    members: list[FlaggedMember]
    sentence: str
    decision: FlagDecisionView | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.flag_decision_view import FlagDecisionView  # noqa: PLC0415

        id = str(self.id)

        session_id = str(self.session_id)

        kind = self.kind.value

        unit_id: None | str
        if isinstance(self.unit_id, UUID):
            unit_id = str(self.unit_id)
        else:
            unit_id = self.unit_id

        unit_name: None | str
        unit_name = self.unit_name

        point_id: None | str
        if isinstance(self.point_id, UUID):
            point_id = str(self.point_id)
        else:
            point_id = self.point_id

        point_name: None | str
        point_name = self.point_name

        members = []
        for members_item_data in self.members:
            members_item = members_item_data.to_dict()
            members.append(members_item)

        sentence = self.sentence

        decision: dict[str, Any] | None
        if isinstance(self.decision, FlagDecisionView):
            decision = self.decision.to_dict()
        else:
            decision = self.decision

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "session_id": session_id,
                "kind": kind,
                "unit_id": unit_id,
                "unit_name": unit_name,
                "point_id": point_id,
                "point_name": point_name,
                "members": members,
                "sentence": sentence,
                "decision": decision,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.flag_decision_view import FlagDecisionView  # noqa: PLC0415
        from ..models.flagged_member import FlaggedMember  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        session_id = UUID(d.pop("session_id"))

        kind = FlagKind(d.pop("kind"))

        def _parse_unit_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                unit_id_type_0 = UUID(data)

                return unit_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        unit_id = _parse_unit_id(d.pop("unit_id"))

        def _parse_unit_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        unit_name = _parse_unit_name(d.pop("unit_name"))

        def _parse_point_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                point_id_type_0 = UUID(data)

                return point_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        point_id = _parse_point_id(d.pop("point_id"))

        def _parse_point_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        point_name = _parse_point_name(d.pop("point_name"))

        members = []
        _members = d.pop("members")
        for members_item_data in _members:
            members_item = FlaggedMember.from_dict(members_item_data)

            members.append(members_item)

        sentence = d.pop("sentence")

        def _parse_decision(data: object) -> FlagDecisionView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                decision_type_0 = FlagDecisionView.from_dict(data)

                return decision_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FlagDecisionView | None, data)

        decision = _parse_decision(d.pop("decision"))

        flag_view = cls(
            id=id,
            session_id=session_id,
            kind=kind,
            unit_id=unit_id,
            unit_name=unit_name,
            point_id=point_id,
            point_name=point_name,
            members=members,
            sentence=sentence,
            decision=decision,
        )

        flag_view.additional_properties = d
        return flag_view

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

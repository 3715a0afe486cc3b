from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.absence_reason import AbsenceReason
from ..models.beside import Beside
from ..models.day import Day
from ..models.evidence import Evidence
from ..models.form import Form
from ..models.make_up_kind import MakeUpKind
from ..models.member_status import MemberStatus

if TYPE_CHECKING:
    from ..models.unit_of_export import UnitOfExport


T = TypeVar("T", bound="ExportedPerson")


@_attrs_define
class ExportedPerson:
    """One member in one conference, once, with everything that the figures count of him.

    Of one who is counted by a unit that you do not see, only that he belongs to yours.

        Attributes:
            card_number (None | str):
            full_name (str):
            member_id (UUID):
            home (UnitOfExport): A unit as a line of attendance names it.
            unit (UnitOfExport): A unit as a line of attendance names it.
            bloc (None | str): The bloc under which his unit is summed.
            home_bloc (None | str):
            status (MemberStatus): A member's standing in the Party, as far as attendance needs it.
            in_a (bool):
            in_b (bool):
            beside (Beside | None): Why he is not of B.
            session_id (None | UUID): His own class.
            session_title (None | str):
            form (Form | None):
            point_name (None | str): Where he is, or is expected.
            day (Day | None): How he stands on the day; null where he is not of B.
            reason (AbsenceReason | None): Null also of who is excused without a code: his duty is `reduced`, as his status
                says, or else his class was cancelled.
            came_session_id (None | UUID): The class of which `day` speaks.
            evidence (Evidence | None):
            is_by_hand (bool):
            is_countersigned (bool):
            made_up (MakeUpKind | None):
            made_up_session_id (None | UUID):
            visits (list[UUID]): Classes other than his own in which he was there.
    """

    card_number: None | str
    full_name: str
    member_id: UUID
    home: UnitOfExport
    unit: UnitOfExport
    bloc: None | str
    home_bloc: None | str
    status: MemberStatus
    in_a: bool
    in_b: bool
    beside: Beside | None
    session_id: None | UUID
    session_title: None | str
    form: Form | None
    point_name: None | str
    day: Day | None
    reason: AbsenceReason | None
    came_session_id: None | UUID
    evidence: Evidence | None
    is_by_hand: bool
    is_countersigned: bool
    made_up: MakeUpKind | None
    made_up_session_id: None | UUID
    visits: list[UUID]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        card_number: None | str
        card_number = self.card_number

        full_name = self.full_name

        member_id = str(self.member_id)

        home = self.home.to_dict()

        unit = self.unit.to_dict()

        bloc: None | str
        bloc = self.bloc

        home_bloc: None | str
        home_bloc = self.home_bloc

        status = self.status.value

        in_a = self.in_a

        in_b = self.in_b

        beside: None | str
        if isinstance(self.beside, Beside):
            beside = self.beside.value
        else:
            beside = self.beside

        session_id: None | str
        if isinstance(self.session_id, UUID):
            session_id = str(self.session_id)
        else:
            session_id = self.session_id

        session_title: None | str
        session_title = self.session_title

        form: None | str
        if isinstance(self.form, Form):
            form = self.form.value
        else:
            form = self.form

        point_name: None | str
        point_name = self.point_name

        day: None | str
        if isinstance(self.day, Day):
            day = self.day.value
        else:
            day = self.day

        reason: None | str
        if isinstance(self.reason, AbsenceReason):
            reason = self.reason.value
        else:
            reason = self.reason

        came_session_id: None | str
        if isinstance(self.came_session_id, UUID):
            came_session_id = str(self.came_session_id)
        else:
            came_session_id = self.came_session_id

        evidence: None | str
        if isinstance(self.evidence, Evidence):
            evidence = self.evidence.value
        else:
            evidence = self.evidence

        is_by_hand = self.is_by_hand

        is_countersigned = self.is_countersigned

        made_up: None | str
        if isinstance(self.made_up, MakeUpKind):
            made_up = self.made_up.value
        else:
            made_up = self.made_up

        made_up_session_id: None | str
        if isinstance(self.made_up_session_id, UUID):
            made_up_session_id = str(self.made_up_session_id)
        else:
            made_up_session_id = self.made_up_session_id

        visits = []
        for visits_item_data in self.visits:
            visits_item = str(visits_item_data)
            visits.append(visits_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "card_number": card_number,
                "full_name": full_name,
                "member_id": member_id,
                "home": home,
                "unit": unit,
                "bloc": bloc,
                "home_bloc": home_bloc,
                "status": status,
                "in_a": in_a,
                "in_b": in_b,
                "beside": beside,
                "session_id": session_id,
                "session_title": session_title,
                "form": form,
                "point_name": point_name,
                "day": day,
                "reason": reason,
                "came_session_id": came_session_id,
                "evidence": evidence,
                "is_by_hand": is_by_hand,
                "is_countersigned": is_countersigned,
                "made_up": made_up,
                "made_up_session_id": made_up_session_id,
                "visits": visits,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.unit_of_export import UnitOfExport  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_card_number(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        card_number = _parse_card_number(d.pop("card_number"))

        full_name = d.pop("full_name")

        member_id = UUID(d.pop("member_id"))

        home = UnitOfExport.from_dict(d.pop("home"))

        unit = UnitOfExport.from_dict(d.pop("unit"))

        def _parse_bloc(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        bloc = _parse_bloc(d.pop("bloc"))

        def _parse_home_bloc(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        home_bloc = _parse_home_bloc(d.pop("home_bloc"))

        status = MemberStatus(d.pop("status"))

        in_a = d.pop("in_a")

        in_b = d.pop("in_b")

        def _parse_beside(data: object) -> Beside | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                beside_type_0 = Beside(data)

                return beside_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Beside | None, data)

        beside = _parse_beside(d.pop("beside"))

        def _parse_session_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                session_id_type_0 = UUID(data)

                return session_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        session_id = _parse_session_id(d.pop("session_id"))

        def _parse_session_title(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        session_title = _parse_session_title(d.pop("session_title"))

        def _parse_form(data: object) -> Form | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                form_type_0 = Form(data)

                return form_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Form | None, data)

        form = _parse_form(d.pop("form"))

        def _parse_point_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        point_name = _parse_point_name(d.pop("point_name"))

        def _parse_day(data: object) -> Day | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                day_type_0 = Day(data)

                return day_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Day | None, data)

        day = _parse_day(d.pop("day"))

        def _parse_reason(data: object) -> AbsenceReason | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reason_type_0 = AbsenceReason(data)

                return reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AbsenceReason | None, data)

        reason = _parse_reason(d.pop("reason"))

        def _parse_came_session_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                came_session_id_type_0 = UUID(data)

                return came_session_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        came_session_id = _parse_came_session_id(d.pop("came_session_id"))

        def _parse_evidence(data: object) -> Evidence | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                evidence_type_0 = Evidence(data)

                return evidence_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Evidence | None, data)

        evidence = _parse_evidence(d.pop("evidence"))

        is_by_hand = d.pop("is_by_hand")

        is_countersigned = d.pop("is_countersigned")

        def _parse_made_up(data: object) -> MakeUpKind | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                made_up_type_0 = MakeUpKind(data)

                return made_up_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MakeUpKind | None, data)

        made_up = _parse_made_up(d.pop("made_up"))

        def _parse_made_up_session_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                made_up_session_id_type_0 = UUID(data)

                return made_up_session_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        made_up_session_id = _parse_made_up_session_id(d.pop("made_up_session_id"))

        visits = []
        _visits = d.pop("visits")
        for visits_item_data in _visits:
            visits_item = UUID(visits_item_data)

            visits.append(visits_item)

        exported_person = cls(
            card_number=card_number,
            full_name=full_name,
            member_id=member_id,
            home=home,
            unit=unit,
            bloc=bloc,
            home_bloc=home_bloc,
            status=status,
            in_a=in_a,
            in_b=in_b,
            beside=beside,
            session_id=session_id,
            session_title=session_title,
            form=form,
            point_name=point_name,
            day=day,
            reason=reason,
            came_session_id=came_session_id,
            evidence=evidence,
            is_by_hand=is_by_hand,
            is_countersigned=is_countersigned,
            made_up=made_up,
            made_up_session_id=made_up_session_id,
            visits=visits,
        )

        exported_person.additional_properties = d
        return exported_person

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

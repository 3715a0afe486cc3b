from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.tally_view_reasons import TallyViewReasons


T = TypeVar("T", bound="TallyView")


@_attrs_define
class TallyView:
    """Figures that agree.

    members − away + here − exempt − suspended − excluded = convened = present + pending + excused
    + unexcused + unknown.

        Attributes:
            members (int): A: all members of the units.
            exempt (int):
            suspended (int):
            excluded (int): On the conference's exclusion list.
            away (int): Counted by another unit for a time.
            here (int): Of another unit, counted here for a time.
            convened (int): B: those to be convened.
            present (int): Full, late, left early, other session and on duty.
            full (int):
            late (int):
            left_early (int):
            other_session (int): Came in another class than their own.
            on_duty (int): Presenters and organisers, each once.
            pending (int):
            excused (int):
            unexcused (int):
            unknown (int):
            reasons (TallyViewReasons): The excused and unexcused by code. Without one are `reduced`, whose duty is reduced,
                and `cancelled`, whose session was cancelled and who were put into no other.
            by_code (int): Of those who came: by their own check-in.
            by_hand (int): Of those who came: ticked or confirmed by persons.
            not_countersigned (int):
            from_elsewhere (int): There, and of another class or serving; class by class.
            extra (int): There, and not of B; each once.
            there (int): Everybody recorded as there, class by class.
            made_up (int): Absent on the day, and came to a later class.
            retold (int): Absent on the day, and told again by their cell.
            rate_percent (float | None): Present of B; null where B is 0.
            rate_of_members_percent (float | None): Present of A; null where A is 0.
    """

    members: int
    exempt: int
    suspended: int
    excluded: int
    away: int
    here: int
    convened: int
    present: int
    full: int
    late: int
    left_early: int
    other_session: int
    on_duty: int
    pending: int
    excused: int
    unexcused: int
    unknown: int
    reasons: TallyViewReasons
    by_code: int
    by_hand: int
    not_countersigned: int
    from_elsewhere: int
    extra: int
    there: int
    made_up: int
    retold: int
    rate_percent: float | None
    rate_of_members_percent: float | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        members = self.members

        exempt = self.exempt

        suspended = self.suspended

        excluded = self.excluded

        away = self.away

        here = self.here

        convened = self.convened

        present = self.present

        full = self.full

        late = self.late

        left_early = self.left_early

        other_session = self.other_session

        on_duty = self.on_duty

        pending = self.pending

        excused = self.excused

        unexcused = self.unexcused

        unknown = self.unknown

        reasons = self.reasons.to_dict()

        by_code = self.by_code

        by_hand = self.by_hand

        not_countersigned = self.not_countersigned

        from_elsewhere = self.from_elsewhere

        extra = self.extra

        there = self.there

        made_up = self.made_up

        retold = self.retold

        rate_percent: float | None
        rate_percent = self.rate_percent

        rate_of_members_percent: float | None
        rate_of_members_percent = self.rate_of_members_percent

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "members": members,
                "exempt": exempt,
                "suspended": suspended,
                "excluded": excluded,
                "away": away,
                "here": here,
                "convened": convened,
                "present": present,
                "full": full,
                "late": late,
                "left_early": left_early,
                "other_session": other_session,
                "on_duty": on_duty,
                "pending": pending,
                "excused": excused,
                "unexcused": unexcused,
                "unknown": unknown,
                "reasons": reasons,
                "by_code": by_code,
                "by_hand": by_hand,
                "not_countersigned": not_countersigned,
                "from_elsewhere": from_elsewhere,
                "extra": extra,
                "there": there,
                "made_up": made_up,
                "retold": retold,
                "rate_percent": rate_percent,
                "rate_of_members_percent": rate_of_members_percent,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.tally_view_reasons import TallyViewReasons  # noqa: PLC0415

        d = dict(src_dict)
        members = d.pop("members")

        exempt = d.pop("exempt")

        suspended = d.pop("suspended")

        excluded = d.pop("excluded")

        away = d.pop("away")

        here = d.pop("here")

        convened = d.pop("convened")

        present = d.pop("present")

        full = d.pop("full")

        late = d.pop("late")

        left_early = d.pop("left_early")

        other_session = d.pop("other_session")

        on_duty = d.pop("on_duty")

        pending = d.pop("pending")

        excused = d.pop("excused")

        unexcused = d.pop("unexcused")

        unknown = d.pop("unknown")

        reasons = TallyViewReasons.from_dict(d.pop("reasons"))

        by_code = d.pop("by_code")

        by_hand = d.pop("by_hand")

        not_countersigned = d.pop("not_countersigned")

        from_elsewhere = d.pop("from_elsewhere")

        extra = d.pop("extra")

        there = d.pop("there")

        made_up = d.pop("made_up")

        retold = d.pop("retold")

        def _parse_rate_percent(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        rate_percent = _parse_rate_percent(d.pop("rate_percent"))

        def _parse_rate_of_members_percent(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        rate_of_members_percent = _parse_rate_of_members_percent(d.pop("rate_of_members_percent"))

        tally_view = cls(
            members=members,
            exempt=exempt,
            suspended=suspended,
            excluded=excluded,
            away=away,
            here=here,
            convened=convened,
            present=present,
            full=full,
            late=late,
            left_early=left_early,
            other_session=other_session,
            on_duty=on_duty,
            pending=pending,
            excused=excused,
            unexcused=unexcused,
            unknown=unknown,
            reasons=reasons,
            by_code=by_code,
            by_hand=by_hand,
            not_countersigned=not_countersigned,
            from_elsewhere=from_elsewhere,
            extra=extra,
            there=there,
            made_up=made_up,
            retold=retold,
            rate_percent=rate_percent,
            rate_of_members_percent=rate_of_members_percent,
        )

        tally_view.additional_properties = d
        return tally_view

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

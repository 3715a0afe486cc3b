from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.head_count_figures import HeadCountFigures


T = TypeVar("T", bound="RollFigures")


@_attrs_define
class RollFigures:
    """Figures that agree: convened = present + pending + excused + unexcused + unknown.

    Attributes:
        convened (int): B: those to be convened to this very class.
        present (int): The full, the late, those who left early and those on duty.
        full (int):
        late (int):
        left_early (int):
        on_duty (int): Who serves some session of the conference: first and once, as in its reports.
        pending (int):
        excused (int):
        unexcused (int):
        unknown (int):
        from_elsewhere (int): There, and not of B: of another class, excluded, exempt or suspended.
        pending_from_elsewhere (int): Waiting to be decided, and not of B.
        manual (int): Ticked or confirmed by persons, each member once.
        is_countersign_needed (bool): So many by hand that a second person must countersign, and has not.
        not_countersigned (int):
        typed_names (int): Typed names that fit no member and wait to be settled.
        head_count (HeadCountFigures | None):
    """

    convened: int
    present: int
    full: int
    late: int
    left_early: int
    on_duty: int
    pending: int
    excused: int
    unexcused: int
    unknown: int
    from_elsewhere: int
    pending_from_elsewhere: int
    manual: int
    is_countersign_needed: bool
    not_countersigned: int
    typed_names: int
    head_count: HeadCountFigures | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.head_count_figures import HeadCountFigures  # noqa: PLC0415

        convened = self.convened

        present = self.present

        full = self.full

        late = self.late

        left_early = self.left_early

        on_duty = self.on_duty

        pending = self.pending

        excused = self.excused

        unexcused = self.unexcused

        unknown = self.unknown

        from_elsewhere = self.from_elsewhere

        pending_from_elsewhere = self.pending_from_elsewhere

        manual = self.manual

        is_countersign_needed = self.is_countersign_needed

        not_countersigned = self.not_countersigned

        typed_names = self.typed_names

        head_count: dict[str, Any] | None
        if isinstance(self.head_count, HeadCountFigures):
            head_count = self.head_count.to_dict()
        else:
            head_count = self.head_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "convened": convened,
                "present": present,
                "full": full,
                "late": late,
                "left_early": left_early,
                "on_duty": on_duty,
                "pending": pending,
                "excused": excused,
                "unexcused": unexcused,
                "unknown": unknown,
                "from_elsewhere": from_elsewhere,
                "pending_from_elsewhere": pending_from_elsewhere,
                "manual": manual,
                "is_countersign_needed": is_countersign_needed,
                "not_countersigned": not_countersigned,
                "typed_names": typed_names,
                "head_count": head_count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.head_count_figures import HeadCountFigures  # noqa: PLC0415

        d = dict(src_dict)
        convened = d.pop("convened")

        present = d.pop("present")

        full = d.pop("full")

        late = d.pop("late")

        left_early = d.pop("left_early")

        on_duty = d.pop("on_duty")

        pending = d.pop("pending")

        excused = d.pop("excused")

        unexcused = d.pop("unexcused")

        unknown = d.pop("unknown")

        from_elsewhere = d.pop("from_elsewhere")

        pending_from_elsewhere = d.pop("pending_from_elsewhere")

        manual = d.pop("manual")

        is_countersign_needed = d.pop("is_countersign_needed")

        not_countersigned = d.pop("not_countersigned")

        typed_names = d.pop("typed_names")

        def _parse_head_count(data: object) -> HeadCountFigures | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                head_count_type_0 = HeadCountFigures.from_dict(data)

                return head_count_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(HeadCountFigures | None, data)

        head_count = _parse_head_count(d.pop("head_count"))

        roll_figures = cls(
            convened=convened,
            present=present,
            full=full,
            late=late,
            left_early=left_early,
            on_duty=on_duty,
            pending=pending,
            excused=excused,
            unexcused=unexcused,
            unknown=unknown,
            from_elsewhere=from_elsewhere,
            pending_from_elsewhere=pending_from_elsewhere,
            manual=manual,
            is_countersign_needed=is_countersign_needed,
            not_countersigned=not_countersigned,
            typed_names=typed_names,
            head_count=head_count,
        )

        roll_figures.additional_properties = d
        return roll_figures

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

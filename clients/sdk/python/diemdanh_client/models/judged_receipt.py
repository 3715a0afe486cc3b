from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.mark_kind import MarkKind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.attendance_view import AttendanceView
    from ..models.typed_name_view import TypedNameView


T = TypeVar("T", bound="JudgedReceipt")


@_attrs_define
class JudgedReceipt:
    """Whether a receipt is ours, and what became of its check-in.

    Attributes:
        is_genuine (bool): This deployment wrote it, and just so. Nothing else is looked up where not.
        is_known (bool | Unset): Its check-in is on record. A genuine one is not where a restore lost it, or its time to
            be kept is over. Default: False.
        attendance (AttendanceView | None | Unset): What the check-in led to, as it stands now.
        mark (MarkKind | None | Unset): What a person wrote of that member for the whole session: it stands before the
            evidence.
        typed_name (None | TypedNameView | Unset): The name that was typed with it, and what became of that; no
            suggestions.
    """

    is_genuine: bool
    is_known: bool | Unset = False
    attendance: AttendanceView | None | Unset = UNSET
    mark: MarkKind | None | Unset = UNSET
    typed_name: None | TypedNameView | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.attendance_view import AttendanceView  # noqa: PLC0415
        from ..models.typed_name_view import TypedNameView  # noqa: PLC0415

        is_genuine = self.is_genuine

        is_known = self.is_known

        attendance: dict[str, Any] | None | Unset
        if isinstance(self.attendance, Unset):
            attendance = UNSET
        elif isinstance(self.attendance, AttendanceView):
            attendance = self.attendance.to_dict()
        else:
            attendance = self.attendance

        mark: None | str | Unset
        if isinstance(self.mark, Unset):
            mark = UNSET
        elif isinstance(self.mark, MarkKind):
            mark = self.mark.value
        else:
            mark = self.mark

        typed_name: dict[str, Any] | None | Unset
        if isinstance(self.typed_name, Unset):
            typed_name = UNSET
        elif isinstance(self.typed_name, TypedNameView):
            typed_name = self.typed_name.to_dict()
        else:
            typed_name = self.typed_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "is_genuine": is_genuine,
            }
        )
        if is_known is not UNSET:
            field_dict["is_known"] = is_known
        if attendance is not UNSET:
            field_dict["attendance"] = attendance
        if mark is not UNSET:
            field_dict["mark"] = mark
        if typed_name is not UNSET:
            field_dict["typed_name"] = typed_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attendance_view import AttendanceView  # noqa: PLC0415
        from ..models.typed_name_view import TypedNameView  # noqa: PLC0415

        d = dict(src_dict)
        is_genuine = d.pop("is_genuine")

        is_known = d.pop("is_known", UNSET)

        def _parse_attendance(data: object) -> AttendanceView | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                attendance_type_0 = AttendanceView.from_dict(data)

                return attendance_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AttendanceView | None | Unset, data)

        attendance = _parse_attendance(d.pop("attendance", UNSET))

        def _parse_mark(data: object) -> MarkKind | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                mark_type_0 = MarkKind(data)

                return mark_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MarkKind | None | Unset, data)

        mark = _parse_mark(d.pop("mark", UNSET))

        def _parse_typed_name(data: object) -> None | TypedNameView | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                typed_name_type_0 = TypedNameView.from_dict(data)

                return typed_name_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TypedNameView | Unset, data)

        typed_name = _parse_typed_name(d.pop("typed_name", UNSET))

        judged_receipt = cls(
            is_genuine=is_genuine,
            is_known=is_known,
            attendance=attendance,
            mark=mark,
            typed_name=typed_name,
        )

        judged_receipt.additional_properties = d
        return judged_receipt

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

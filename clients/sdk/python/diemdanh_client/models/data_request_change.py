from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.data_request_change_state import DataRequestChangeState
from ..types import UNSET, Unset

T = TypeVar("T", bound="DataRequestChange")


@_attrs_define
class DataRequestChange:
    """What became of a request; what is answered stands for the member to read.

    Attributes:
        state (DataRequestChangeState):
        answer (None | str | Unset): Left out only where it was answered before.
    """

    state: DataRequestChangeState
    answer: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        state = self.state.value

        answer: None | str | Unset
        if isinstance(self.answer, Unset):
            answer = UNSET
        else:
            answer = self.answer

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "state": state,
            }
        )
        if answer is not UNSET:
            field_dict["answer"] = answer

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        state = DataRequestChangeState(d.pop("state"))

        def _parse_answer(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        answer = _parse_answer(d.pop("answer", UNSET))

        data_request_change = cls(
            state=state,
            answer=answer,
        )

        return data_request_change

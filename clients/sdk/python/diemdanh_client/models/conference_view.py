from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.document_profile import DocumentProfile

if TYPE_CHECKING:
    from ..models.preparation_item import PreparationItem


T = TypeVar("T", bound="ConferenceView")


@_attrs_define
class ConferenceView:
    """A conference for all members below its organiser.

    Attributes:
        id (UUID):
        organiser_id (UUID):
        title (str):
        year (int):
        quarter (int):
        plan_number (None | str):
        topics (list[str]):
        regulations (list[str]): Printed on the summons, shown after the receipt.
        blocs (list[str]): The plan's blocs, in its order.
        report_email (None | str):
        preparation_items (list[PreparationItem]):
        document_profile (DocumentProfile): By which guidance Party documents are laid out (domain.md, section 6).
        groups (list[str]): The labels of its Zalo groups, opaque texts.
        copied_from_id (None | UUID): The conference that this one repeats.
        created_at (datetime.datetime):
    """

    id: UUID
    organiser_id: UUID
    title: str
    year: int
    quarter: int
    plan_number: None | str
    topics: list[str]
    regulations: list[str]
    blocs: list[str]
    report_email: None | str
    preparation_items: list[PreparationItem]
    document_profile: DocumentProfile
    groups: list[str]
    copied_from_id: None | UUID
    created_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        organiser_id = str(self.organiser_id)

        title = self.title

        year = self.year

        quarter = self.quarter

        plan_number: None | str
        plan_number = self.plan_number

        topics = self.topics

        regulations = self.regulations

        blocs = self.blocs

        report_email: None | str
        report_email = self.report_email

        preparation_items = []
        for preparation_items_item_data in self.preparation_items:
            preparation_items_item = preparation_items_item_data.to_dict()
            preparation_items.append(preparation_items_item)

        document_profile = self.document_profile.value

        groups = self.groups

        copied_from_id: None | str
        if isinstance(self.copied_from_id, UUID):
            copied_from_id = str(self.copied_from_id)
        else:
            copied_from_id = self.copied_from_id

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "organiser_id": organiser_id,
                "title": title,
                "year": year,
                "quarter": quarter,
                "plan_number": plan_number,
                "topics": topics,
                "regulations": regulations,
                "blocs": blocs,
                "report_email": report_email,
                "preparation_items": preparation_items,
                "document_profile": document_profile,
                "groups": groups,
                "copied_from_id": copied_from_id,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.preparation_item import PreparationItem  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        organiser_id = UUID(d.pop("organiser_id"))

        title = d.pop("title")

        year = d.pop("year")

        quarter = d.pop("quarter")

        def _parse_plan_number(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        plan_number = _parse_plan_number(d.pop("plan_number"))

        topics = cast(list[str], d.pop("topics"))

        regulations = cast(list[str], d.pop("regulations"))

        blocs = cast(list[str], d.pop("blocs"))

        def _parse_report_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        report_email = _parse_report_email(d.pop("report_email"))

        preparation_items = []
        _preparation_items = d.pop("preparation_items")
        for preparation_items_item_data in _preparation_items:
            preparation_items_item = PreparationItem.from_dict(preparation_items_item_data)

            preparation_items.append(preparation_items_item)

        document_profile = DocumentProfile(d.pop("document_profile"))

        groups = cast(list[str], d.pop("groups"))

        def _parse_copied_from_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                copied_from_id_type_0 = UUID(data)

                return copied_from_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        copied_from_id = _parse_copied_from_id(d.pop("copied_from_id"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        conference_view = cls(
            id=id,
            organiser_id=organiser_id,
            title=title,
            year=year,
            quarter=quarter,
            plan_number=plan_number,
            topics=topics,
            regulations=regulations,
            blocs=blocs,
            report_email=report_email,
            preparation_items=preparation_items,
            document_profile=document_profile,
            groups=groups,
            copied_from_id=copied_from_id,
            created_at=created_at,
        )

        conference_view.additional_properties = d
        return conference_view

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

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.document_profile import DocumentProfile
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.preparation_item import PreparationItem


T = TypeVar("T", bound="ConferenceChange")


@_attrs_define
class ConferenceChange:
    """What changes in a conference; what is left out stays as it is, null clears.

    Attributes:
        title (str | Unset):
        year (int | Unset):
        quarter (int | Unset):
        plan_number (None | str | Unset):
        topics (list[str] | Unset):
        regulations (list[str] | Unset):
        blocs (list[str] | Unset): The plan's blocs in its order, in which summaries and reports list them. Those that
            it does not name come after.
        report_email (None | str | Unset):
        preparation_items (list[PreparationItem] | Unset):
        document_profile (DocumentProfile | Unset): By which guidance Party documents are laid out (domain.md, section
            6).
    """

    title: str | Unset = UNSET
    year: int | Unset = UNSET
    quarter: int | Unset = UNSET
    plan_number: None | str | Unset = UNSET
    topics: list[str] | Unset = UNSET
    regulations: list[str] | Unset = UNSET
    blocs: list[str] | Unset = UNSET
    report_email: None | str | Unset = UNSET
    preparation_items: list[PreparationItem] | Unset = UNSET
    document_profile: DocumentProfile | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        year = self.year

        quarter = self.quarter

        plan_number: None | str | Unset
        if isinstance(self.plan_number, Unset):
            plan_number = UNSET
        else:
            plan_number = self.plan_number

        topics: list[str] | Unset = UNSET
        if not isinstance(self.topics, Unset):
            topics = self.topics

        regulations: list[str] | Unset = UNSET
        if not isinstance(self.regulations, Unset):
            regulations = self.regulations

        blocs: list[str] | Unset = UNSET
        if not isinstance(self.blocs, Unset):
            blocs = self.blocs

        report_email: None | str | Unset
        if isinstance(self.report_email, Unset):
            report_email = UNSET
        else:
            report_email = self.report_email

        preparation_items: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.preparation_items, Unset):
            preparation_items = []
            for preparation_items_item_data in self.preparation_items:
                preparation_items_item = preparation_items_item_data.to_dict()
                preparation_items.append(preparation_items_item)

        document_profile: str | Unset = UNSET
        if not isinstance(self.document_profile, Unset):
            document_profile = self.document_profile.value

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if title is not UNSET:
            field_dict["title"] = title
        if year is not UNSET:
            field_dict["year"] = year
        if quarter is not UNSET:
            field_dict["quarter"] = quarter
        if plan_number is not UNSET:
            field_dict["plan_number"] = plan_number
        if topics is not UNSET:
            field_dict["topics"] = topics
        if regulations is not UNSET:
            field_dict["regulations"] = regulations
        if blocs is not UNSET:
            field_dict["blocs"] = blocs
        if report_email is not UNSET:
            field_dict["report_email"] = report_email
        if preparation_items is not UNSET:
            field_dict["preparation_items"] = preparation_items
        if document_profile is not UNSET:
            field_dict["document_profile"] = document_profile

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.preparation_item import PreparationItem  # noqa: PLC0415

        d = dict(src_dict)
        title = d.pop("title", UNSET)

        year = d.pop("year", UNSET)

        quarter = d.pop("quarter", UNSET)

        def _parse_plan_number(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        plan_number = _parse_plan_number(d.pop("plan_number", UNSET))

        topics = cast(list[str], d.pop("topics", UNSET))

        regulations = cast(list[str], d.pop("regulations", UNSET))

        blocs = cast(list[str], d.pop("blocs", UNSET))

        def _parse_report_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        report_email = _parse_report_email(d.pop("report_email", UNSET))

        _preparation_items = d.pop("preparation_items", UNSET)
        preparation_items: list[PreparationItem] | Unset = UNSET
        if _preparation_items is not UNSET:
            preparation_items = []
            for preparation_items_item_data in _preparation_items:
                preparation_items_item = PreparationItem.from_dict(preparation_items_item_data)

                preparation_items.append(preparation_items_item)

        _document_profile = d.pop("document_profile", UNSET)
        document_profile: DocumentProfile | Unset
        if isinstance(_document_profile, Unset):
            document_profile = UNSET
        else:
            document_profile = DocumentProfile(_document_profile)

        conference_change = cls(
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
        )

        return conference_change

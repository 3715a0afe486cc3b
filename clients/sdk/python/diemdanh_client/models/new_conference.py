from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.document_profile import DocumentProfile
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.preparation_item import PreparationItem


T = TypeVar("T", bound="NewConference")


@_attrs_define
class NewConference:
    """A conference made from a plan; its points and sessions are added to it afterwards.

    Attributes:
        organiser_id (UUID):
        title (str):
        year (int):
        quarter (int):
        plan_number (None | str | Unset):
        topics (list[str] | Unset):
        regulations (list[str] | Unset):
        blocs (list[str] | Unset): The plan's blocs in its order, in which summaries and reports list them. Those that
            it does not name come after.
        report_email (None | str | Unset):
        preparation_items (list[PreparationItem] | Unset):
        document_profile (DocumentProfile | None | Unset): Null for the one of its year: that of 2018 before 2026.
        another (bool | Unset): The quarter has a conference, and this is really one more. Default: False.
    """

    organiser_id: UUID
    title: str
    year: int
    quarter: int
    plan_number: None | str | Unset = UNSET
    topics: list[str] | Unset = UNSET
    regulations: list[str] | Unset = UNSET
    blocs: list[str] | Unset = UNSET
    report_email: None | str | Unset = UNSET
    preparation_items: list[PreparationItem] | Unset = UNSET
    document_profile: DocumentProfile | None | Unset = UNSET
    another: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        organiser_id = str(self.organiser_id)

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

        document_profile: None | str | Unset
        if isinstance(self.document_profile, Unset):
            document_profile = UNSET
        elif isinstance(self.document_profile, DocumentProfile):
            document_profile = self.document_profile.value
        else:
            document_profile = self.document_profile

        another = self.another

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "organiser_id": organiser_id,
                "title": title,
                "year": year,
                "quarter": quarter,
            }
        )
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
        if another is not UNSET:
            field_dict["another"] = another

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.preparation_item import PreparationItem  # noqa: PLC0415

        d = dict(src_dict)
        organiser_id = UUID(d.pop("organiser_id"))

        title = d.pop("title")

        year = d.pop("year")

        quarter = d.pop("quarter")

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

        def _parse_document_profile(data: object) -> DocumentProfile | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                document_profile_type_0 = DocumentProfile(data)

                return document_profile_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DocumentProfile | None | Unset, data)

        document_profile = _parse_document_profile(d.pop("document_profile", UNSET))

        another = d.pop("another", UNSET)

        new_conference = cls(
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
            another=another,
        )

        return new_conference

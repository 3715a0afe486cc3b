from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.report_kind import ReportKind
from ..models.report_state import ReportState

if TYPE_CHECKING:
    from ..models.difference_line import DifferenceLine
    from ..models.report_block import ReportBlock
    from ..models.report_photo import ReportPhoto
    from ..models.report_problem import ReportProblem
    from ..models.report_sent import ReportSent
    from ..models.report_texts import ReportTexts
    from ..models.report_version_line import ReportVersionLine
    from ..models.session_figures import SessionFigures
    from ..models.signed_scan_line import SignedScanLine
    from ..models.tally_view import TallyView


T = TypeVar("T", bound="ReportView")


@_attrs_define
class ReportView:
    """A unit's report: live while it is written, and as it was handed in from then on.

    Attributes:
        id (UUID):
        kind (ReportKind): What a unit's report tells of: one session at once, or the conference after its last one.
        conference_id (UUID):
        session_id (None | UUID):
        unit_id (UUID):
        unit_name (str):
        state (ReportState): Where a report stands; `reports.rules` holds the moves between them.
        is_frozen (bool): The figures and texts are those of the newest version.
        figures (TallyView): Figures that agree.

            members − away + here − exempt − suspended − excluded = convened = present + pending + excused
            + unexcused + unknown.
        blocks (list[ReportBlock]): Empty for a unit with none below it.
        sessions (list[SessionFigures]):
        guests (int):
        head_count (int | None): Persons that were counted; null where nobody did.
        sessions_held (int):
        texts (ReportTexts): The texts of a report.
        problems (list[ReportProblem]): Of the figures as they are now.
        can_submit (bool): A final version, or an addendum, may be handed in now.
        photos (list[ReportPhoto]):
        versions (list[ReportVersionLine]):
        pending_difference (list[DifferenceLine]): What differs now from the newest version; empty where there is none.
        due_at (datetime.datetime | None): Null while a class of the unit is to come.
        is_late (bool):
        submitted_at (datetime.datetime | None):
        comment (None | str): Why it was returned.
        decided_at (datetime.datetime | None):
        sent (ReportSent): How a report went out.
        signed_scan (None | SignedScanLine):
    """

    id: UUID
    kind: ReportKind
    conference_id: UUID
    session_id: None | UUID
    unit_id: UUID
    unit_name: str
    state: ReportState
    is_frozen: bool
    figures: TallyView
    blocks: list[ReportBlock]
    sessions: list[SessionFigures]
    guests: int
    head_count: int | None
    sessions_held: int
    texts: ReportTexts
    problems: list[ReportProblem]
    can_submit: bool
    photos: list[ReportPhoto]
    versions: list[ReportVersionLine]
    pending_difference: list[DifferenceLine]
    due_at: datetime.datetime | None
    is_late: bool
    submitted_at: datetime.datetime | None
    comment: None | str
    decided_at: datetime.datetime | None
    sent: ReportSent
    signed_scan: None | SignedScanLine
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.signed_scan_line import SignedScanLine  # noqa: PLC0415

        id = str(self.id)

        kind = self.kind.value

        conference_id = str(self.conference_id)

        session_id: None | str
        if isinstance(self.session_id, UUID):
            session_id = str(self.session_id)
        else:
            session_id = self.session_id

        unit_id = str(self.unit_id)

        unit_name = self.unit_name

        state = self.state.value

        is_frozen = self.is_frozen

        figures = self.figures.to_dict()

        blocks = []
        for blocks_item_data in self.blocks:
            blocks_item = blocks_item_data.to_dict()
            blocks.append(blocks_item)

        sessions = []
        for sessions_item_data in self.sessions:
            sessions_item = sessions_item_data.to_dict()
            sessions.append(sessions_item)

        guests = self.guests

        head_count: int | None
        head_count = self.head_count

        sessions_held = self.sessions_held

        texts = self.texts.to_dict()

        problems = []
        for problems_item_data in self.problems:
            problems_item = problems_item_data.to_dict()
            problems.append(problems_item)

        can_submit = self.can_submit

        photos = []
        for photos_item_data in self.photos:
            photos_item = photos_item_data.to_dict()
            photos.append(photos_item)

        versions = []
        for versions_item_data in self.versions:
            versions_item = versions_item_data.to_dict()
            versions.append(versions_item)

        pending_difference = []
        for pending_difference_item_data in self.pending_difference:
            pending_difference_item = pending_difference_item_data.to_dict()
            pending_difference.append(pending_difference_item)

        due_at: None | str
        if isinstance(self.due_at, datetime.datetime):
            due_at = self.due_at.isoformat()
        else:
            due_at = self.due_at

        is_late = self.is_late

        submitted_at: None | str
        if isinstance(self.submitted_at, datetime.datetime):
            submitted_at = self.submitted_at.isoformat()
        else:
            submitted_at = self.submitted_at

        comment: None | str
        comment = self.comment

        decided_at: None | str
        if isinstance(self.decided_at, datetime.datetime):
            decided_at = self.decided_at.isoformat()
        else:
            decided_at = self.decided_at

        sent = self.sent.to_dict()

        signed_scan: dict[str, Any] | None
        if isinstance(self.signed_scan, SignedScanLine):
            signed_scan = self.signed_scan.to_dict()
        else:
            signed_scan = self.signed_scan

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "conference_id": conference_id,
                "session_id": session_id,
                "unit_id": unit_id,
                "unit_name": unit_name,
                "state": state,
                "is_frozen": is_frozen,
                "figures": figures,
                "blocks": blocks,
                "sessions": sessions,
                "guests": guests,
                "head_count": head_count,
                "sessions_held": sessions_held,
                "texts": texts,
                "problems": problems,
                "can_submit": can_submit,
                "photos": photos,
                "versions": versions,
                "pending_difference": pending_difference,
                "due_at": due_at,
                "is_late": is_late,
                "submitted_at": submitted_at,
                "comment": comment,
                "decided_at": decided_at,
                "sent": sent,
                "signed_scan": signed_scan,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.difference_line import DifferenceLine  # noqa: PLC0415
        from ..models.report_block import ReportBlock  # noqa: PLC0415
        from ..models.report_photo import ReportPhoto  # noqa: PLC0415
        from ..models.report_problem import ReportProblem  # noqa: PLC0415
        from ..models.report_sent import ReportSent  # noqa: PLC0415
        from ..models.report_texts import ReportTexts  # noqa: PLC0415
        from ..models.report_version_line import ReportVersionLine  # noqa: PLC0415
        from ..models.session_figures import SessionFigures  # noqa: PLC0415
        from ..models.signed_scan_line import SignedScanLine  # noqa: PLC0415
        from ..models.tally_view import TallyView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        kind = ReportKind(d.pop("kind"))

        conference_id = UUID(d.pop("conference_id"))

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

        unit_id = UUID(d.pop("unit_id"))

        unit_name = d.pop("unit_name")

        state = ReportState(d.pop("state"))

        is_frozen = d.pop("is_frozen")

        figures = TallyView.from_dict(d.pop("figures"))

        blocks = []
        _blocks = d.pop("blocks")
        for blocks_item_data in _blocks:
            blocks_item = ReportBlock.from_dict(blocks_item_data)

            blocks.append(blocks_item)

        sessions = []
        _sessions = d.pop("sessions")
        for sessions_item_data in _sessions:
            sessions_item = SessionFigures.from_dict(sessions_item_data)

            sessions.append(sessions_item)

        guests = d.pop("guests")

        def _parse_head_count(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        head_count = _parse_head_count(d.pop("head_count"))

        sessions_held = d.pop("sessions_held")

        texts = ReportTexts.from_dict(d.pop("texts"))

        problems = []
        _problems = d.pop("problems")
        for problems_item_data in _problems:
            problems_item = ReportProblem.from_dict(problems_item_data)

            problems.append(problems_item)

        can_submit = d.pop("can_submit")

        photos = []
        _photos = d.pop("photos")
        for photos_item_data in _photos:
            photos_item = ReportPhoto.from_dict(photos_item_data)

            photos.append(photos_item)

        versions = []
        _versions = d.pop("versions")
        for versions_item_data in _versions:
            versions_item = ReportVersionLine.from_dict(versions_item_data)

            versions.append(versions_item)

        pending_difference = []
        _pending_difference = d.pop("pending_difference")
        for pending_difference_item_data in _pending_difference:
            pending_difference_item = DifferenceLine.from_dict(pending_difference_item_data)

            pending_difference.append(pending_difference_item)

        def _parse_due_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_at_type_0 = datetime.datetime.fromisoformat(data)

                return due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        due_at = _parse_due_at(d.pop("due_at"))

        is_late = d.pop("is_late")

        def _parse_submitted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                submitted_at_type_0 = datetime.datetime.fromisoformat(data)

                return submitted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        submitted_at = _parse_submitted_at(d.pop("submitted_at"))

        def _parse_comment(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        comment = _parse_comment(d.pop("comment"))

        def _parse_decided_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decided_at_type_0 = datetime.datetime.fromisoformat(data)

                return decided_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        decided_at = _parse_decided_at(d.pop("decided_at"))

        sent = ReportSent.from_dict(d.pop("sent"))

        def _parse_signed_scan(data: object) -> None | SignedScanLine:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                signed_scan_type_0 = SignedScanLine.from_dict(data)

                return signed_scan_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SignedScanLine, data)

        signed_scan = _parse_signed_scan(d.pop("signed_scan"))

        report_view = cls(
            id=id,
            kind=kind,
            conference_id=conference_id,
            session_id=session_id,
            unit_id=unit_id,
            unit_name=unit_name,
            state=state,
            is_frozen=is_frozen,
            figures=figures,
            blocks=blocks,
            sessions=sessions,
            guests=guests,
            head_count=head_count,
            sessions_held=sessions_held,
            texts=texts,
            problems=problems,
            can_submit=can_submit,
            photos=photos,
            versions=versions,
            pending_difference=pending_difference,
            due_at=due_at,
            is_late=is_late,
            submitted_at=submitted_at,
            comment=comment,
            decided_at=decided_at,
            sent=sent,
            signed_scan=signed_scan,
        )

        report_view.additional_properties = d
        return report_view

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

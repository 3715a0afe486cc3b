"""Contains all the data models used in inputs/outputs"""

from .absence_reason import AbsenceReason
from .acceptance import Acceptance
from .account_change import AccountChange
from .account_view import AccountView
from .actor_view import ActorView
from .added_webhook import AddedWebhook
from .allocated_member import AllocatedMember
from .attendance_export import AttendanceExport
from .attendance_view import AttendanceView
from .batch_item import BatchItem
from .batch_view import BatchView
from .beside import Beside
from .binding_origin import BindingOrigin
from .borne_name import BorneName
from .bound_phone import BoundPhone
from .breach_change import BreachChange
from .breach_view import BreachView
from .bridge_point_view import BridgePointView
from .camera_check_view import CameraCheckView
from .cancellation import Cancellation
from .cancelled_session import CancelledSession
from .capacity import Capacity
from .caution import Caution
from .change_view import ChangeView
from .change_view_changes import ChangeViewChanges
from .change_view_detail import ChangeViewDetail
from .check_kind import CheckKind
from .check_result import CheckResult
from .client_change import ClientChange
from .client_scope import ClientScope
from .client_token import ClientToken
from .client_view import ClientView
from .client_with_secret import ClientWithSecret
from .close_warning import CloseWarning
from .close_warning_code import CloseWarningCode
from .code_view import CodeView
from .column_role import ColumnRole
from .concern import Concern
from .concern_view import ConcernView
from .conference_change import ConferenceChange
from .conference_closed import ConferenceClosed
from .conference_view import ConferenceView
from .confirmation import Confirmation
from .confirmation_list import ConfirmationList
from .confirmed_list import ConfirmedList
from .correction import Correction
from .correction_standing import CorrectionStanding
from .countersigned import Countersigned
from .crowded_point import CrowdedPoint
from .data_kind import DataKind
from .data_request_change import DataRequestChange
from .data_request_change_state import DataRequestChangeState
from .data_request_kind import DataRequestKind
from .data_request_state import DataRequestState
from .data_request_view import DataRequestView
from .day import Day
from .deed import Deed
from .delivery_channel import DeliveryChannel
from .delivery_state import DeliveryState
from .delivery_view import DeliveryView
from .difference_line import DifferenceLine
from .document_profile import DocumentProfile
from .doubt import Doubt
from .duty_kind import DutyKind
from .duty_view import DutyView
from .enrolled_phone import EnrolledPhone
from .enrolment import Enrolment
from .erasure import Erasure
from .erasure_view import ErasureView
from .event_view import EventView
from .event_view_changes import EventViewChanges
from .event_view_detail import EventViewDetail
from .evidence import Evidence
from .excluded_person import ExcludedPerson
from .exclusion_change import ExclusionChange
from .exclusion_row import ExclusionRow
from .exclusion_view import ExclusionView
from .exclusions_added import ExclusionsAdded
from .exclusions_file import ExclusionsFile
from .exclusions_import import ExclusionsImport
from .expected_unit_view import ExpectedUnitView
from .export_attendance_format import ExportAttendanceFormat
from .exported_person import ExportedPerson
from .field_change import FieldChange
from .field_error import FieldError
from .figures_page import FiguresPage
from .figures_view import FiguresView
from .file_kind import FileKind
from .flag_decision_view import FlagDecisionView
from .flag_kind import FlagKind
from .flag_verdict import FlagVerdict
from .flag_view import FlagView
from .flagged_member import FlaggedMember
from .form import Form
from .grant_view import GrantView
from .group_by import GroupBy
from .group_view import GroupView
from .groups_view import GroupsView
from .head_count_figures import HeadCountFigures
from .head_count_view import HeadCountView
from .health import Health
from .import_counts import ImportCounts
from .import_item import ImportItem
from .import_preview import ImportPreview
from .import_result import ImportResult
from .import_scope import ImportScope
from .imported_file import ImportedFile
from .imported_person import ImportedPerson
from .incident_change import IncidentChange
from .incident_view import IncidentView
from .invitation_mail import InvitationMail
from .invitation_view import InvitationView
from .invited_account import InvitedAccount
from .kept_scan import KeptScan
from .key_set import KeySet
from .lack import Lack
from .lacking_unit import LackingUnit
from .letterhead_view import LetterheadView
from .line_test_view import LineTestView
from .list_enrolment_slips_format import ListEnrolmentSlipsFormat
from .listed_breach import ListedBreach
from .listed_data_request import ListedDataRequest
from .listed_member import ListedMember
from .live import Live
from .live_evidence import LiveEvidence
from .mailed_invitation import MailedInvitation
from .mailed_report import MailedReport
from .make_up_kind import MakeUpKind
from .make_up_text import MakeUpText
from .make_up_texts import MakeUpTexts
from .make_up_view import MakeUpView
from .make_ups_proposed import MakeUpsProposed
from .mark import Mark
from .mark_entry import MarkEntry
from .mark_kind import MarkKind
from .marked_member import MarkedMember
from .marks_written import MarksWritten
from .me import Me
from .meet_column import MeetColumn
from .meet_column_role import MeetColumnRole
from .meet_hall import MeetHall
from .meet_halls import MeetHalls
from .meet_import import MeetImport
from .meet_match import MeetMatch
from .meet_participant_view import MeetParticipantView
from .meet_row import MeetRow
from .member_change import MemberChange
from .member_entry import MemberEntry
from .member_entry_status import MemberEntryStatus
from .member_phone import MemberPhone
from .member_scope import MemberScope
from .member_status import MemberStatus
from .member_view import MemberView
from .members_file import MembersFile
from .merge_view import MergeView
from .missing_item import MissingItem
from .move import Move
from .move_slip import MoveSlip
from .moved import Moved
from .moves import Moves
from .named_point import NamedPoint
from .named_session import NamedSession
from .new_account import NewAccount
from .new_batch import NewBatch
from .new_breach import NewBreach
from .new_camera_check import NewCameraCheck
from .new_check_in import NewCheckIn
from .new_client import NewClient
from .new_conference import NewConference
from .new_copy import NewCopy
from .new_data_request import NewDataRequest
from .new_duty import NewDuty
from .new_exclusion_line_type_0 import NewExclusionLineType0
from .new_exclusion_line_type_1 import NewExclusionLineType1
from .new_exclusions import NewExclusions
from .new_flag_decision import NewFlagDecision
from .new_from_preset import NewFromPreset
from .new_grant import NewGrant
from .new_group import NewGroup
from .new_groups import NewGroups
from .new_head_count import NewHeadCount
from .new_incident import NewIncident
from .new_letterhead import NewLetterhead
from .new_line_test import NewLineTest
from .new_mark import NewMark
from .new_marks import NewMarks
from .new_organiser import NewOrganiser
from .new_point import NewPoint
from .new_purge import NewPurge
from .new_quick_report import NewQuickReport
from .new_result_report import NewResultReport
from .new_screen import NewScreen
from .new_session import NewSession
from .new_setup import NewSetup
from .new_slip import NewSlip
from .new_slips import NewSlips
from .new_unit import NewUnit
from .new_webhook import NewWebhook
from .new_window import NewWindow
from .new_window_kind import NewWindowKind
from .next_session import NextSession
from .not_confirmed import NotConfirmed
from .not_confirmed_code import NotConfirmedCode
from .notice_view import NoticeView
from .open_slip import OpenSlip
from .opening import Opening
from .outage import Outage
from .outage_marked import OutageMarked
from .owed_report import OwedReport
from .own_binding import OwnBinding
from .own_mark import OwnMark
from .own_member import OwnMember
from .own_notice import OwnNotice
from .own_phone import OwnPhone
from .own_record import OwnRecord
from .own_request import OwnRequest
from .own_session import OwnSession
from .own_viewing import OwnViewing
from .own_window import OwnWindow
from .page_account_view import PageAccountView
from .page_allocated_member import PageAllocatedMember
from .page_attendance_view import PageAttendanceView
from .page_borne_name import PageBorneName
from .page_bridge_point_view import PageBridgePointView
from .page_camera_check_view import PageCameraCheckView
from .page_change_view import PageChangeView
from .page_client_view import PageClientView
from .page_conference_view import PageConferenceView
from .page_delivery_view import PageDeliveryView
from .page_duty_view import PageDutyView
from .page_event_view import PageEventView
from .page_exclusion_view import PageExclusionView
from .page_flag_view import PageFlagView
from .page_head_count_view import PageHeadCountView
from .page_incident_view import PageIncidentView
from .page_line_test_view import PageLineTestView
from .page_listed_breach import PageListedBreach
from .page_listed_data_request import PageListedDataRequest
from .page_listed_member import PageListedMember
from .page_make_up_view import PageMakeUpView
from .page_meet_participant_view import PageMeetParticipantView
from .page_member_phone import PageMemberPhone
from .page_open_slip import PageOpenSlip
from .page_paper_sheet_view import PagePaperSheetView
from .page_photo_view import PagePhotoView
from .page_point_readiness import PagePointReadiness
from .page_point_screens import PagePointScreens
from .page_preset_view import PagePresetView
from .page_purge_view import PagePurgeView
from .page_report_line import PageReportLine
from .page_roll_row import PageRollRow
from .page_screen_view import PageScreenView
from .page_session_load import PageSessionLoad
from .page_session_point_view import PageSessionPointView
from .page_session_view import PageSessionView
from .page_sign_in_view import PageSignInView
from .page_summary_version_line import PageSummaryVersionLine
from .page_told_unit import PageToldUnit
from .page_typed_name_view import PageTypedNameView
from .page_unit_allocation import PageUnitAllocation
from .page_unit_name import PageUnitName
from .page_unit_view import PageUnitView
from .page_unplaced_unit import PageUnplacedUnit
from .page_viewing_view import PageViewingView
from .page_webhook_view import PageWebhookView
from .page_window_view import PageWindowView
from .pairing import Pairing
from .paper_sheet_file import PaperSheetFile
from .paper_sheet_view import PaperSheetView
from .participants_file import ParticipantsFile
from .password_change import PasswordChange
from .pending_arrival import PendingArrival
from .phone_state import PhoneState
from .phone_view import PhoneView
from .photo_file import PhotoFile
from .photo_view import PhotoView
from .planned_conference import PlannedConference
from .point_change import PointChange
from .point_count import PointCount
from .point_evidence import PointEvidence
from .point_readiness import PointReadiness
from .point_screens import PointScreens
from .posting import Posting
from .postponement import Postponement
from .preparation_change import PreparationChange
from .preparation_item import PreparationItem
from .preparation_item_view import PreparationItemView
from .preparation_view import PreparationView
from .presence import Presence
from .preset_view import PresetView
from .print_signing_sheet_format import PrintSigningSheetFormat
from .privacy_notice_view import PrivacyNoticeView
from .problem_details import ProblemDetails
from .proposal import Proposal
from .proposal_order import ProposalOrder
from .proposal_request import ProposalRequest
from .public_key import PublicKey
from .publication import Publication
from .publication_request import PublicationRequest
from .published import Published
from .purge_run import PurgeRun
from .purge_view import PurgeView
from .purged_kind import PurgedKind
from .qr_ticket_request import QrTicketRequest
from .qr_view import QrView
from .read_column import ReadColumn
from .read_session_roster_format import ReadSessionRosterFormat
from .read_summons_format import ReadSummonsFormat
from .read_unit_roster_format import ReadUnitRosterFormat
from .reason import Reason
from .receipt import Receipt
from .receipt_standing import ReceiptStanding
from .receiving import Receiving
from .recovery_codes import RecoveryCodes
from .redeemed_view import RedeemedView
from .redemption import Redemption
from .rejection import Rejection
from .reminder import Reminder
from .report_block import ReportBlock
from .report_change import ReportChange
from .report_kind import ReportKind
from .report_line import ReportLine
from .report_photo import ReportPhoto
from .report_problem import ReportProblem
from .report_problem_code import ReportProblemCode
from .report_sent import ReportSent
from .report_state import ReportState
from .report_status import ReportStatus
from .report_status_totals import ReportStatusTotals
from .report_text import ReportText
from .report_texts import ReportTexts
from .report_version_line import ReportVersionLine
from .report_version_view import ReportVersionView
from .report_version_view_content import ReportVersionViewContent
from .report_view import ReportView
from .retention_deed import RetentionDeed
from .retention_table import RetentionTable
from .retention_view import RetentionView
from .retold_make_up import RetoldMakeUp
from .return_ import Return
from .revoke_form import RevokeForm
from .role import Role
from .roll import Roll
from .roll_figures import RollFigures
from .roll_mark import RollMark
from .roll_row import RollRow
from .roll_unit import RollUnit
from .roll_window import RollWindow
from .roster_page import RosterPage
from .roster_print_status import RosterPrintStatus
from .roster_print_view import RosterPrintView
from .roster_row_view import RosterRowView
from .row_warning import RowWarning
from .screen_codes import ScreenCodes
from .screen_live import ScreenLive
from .screen_token import ScreenToken
from .screen_view import ScreenView
from .secret_renewal import SecretRenewal
from .sent_by_mail import SentByMail
from .server_metadata import ServerMetadata
from .session_change import SessionChange
from .session_figures import SessionFigures
from .session_load import SessionLoad
from .session_make_up import SessionMakeUp
from .session_notices import SessionNotices
from .session_point_view import SessionPointView
from .session_share import SessionShare
from .session_state import SessionState
from .session_view import SessionView
from .sessions_held import SessionsHeld
from .set_up import SetUp
from .settle_added import SettleAdded
from .settle_added_status import SettleAddedStatus
from .settle_guest import SettleGuest
from .settle_matched import SettleMatched
from .settle_rejected import SettleRejected
from .setup_state import SetupState
from .share_card import ShareCard
from .sign_in_view import SignInView
from .signed_scan_file import SignedScanFile
from .signed_scan_line import SignedScanLine
from .signed_scan_view import SignedScanView
from .signing_authority import SigningAuthority
from .skip import Skip
from .skip_code import SkipCode
from .skipped_member import SkippedMember
from .skipped_row import SkippedRow
from .slip_order import SlipOrder
from .standing import Standing
from .stated_member import StatedMember
from .stated_member_view import StatedMemberView
from .submission import Submission
from .suggested_hall import SuggestedHall
from .suggestion_view import SuggestionView
from .summary import Summary
from .summary_difference import SummaryDifference
from .summary_row import SummaryRow
from .summary_version_line import SummaryVersionLine
from .summary_version_view import SummaryVersionView
from .summary_version_view_content import SummaryVersionViewContent
from .summoned_session import SummonedSession
from .summons_view import SummonsView
from .tally_view import TallyView
from .tally_view_reasons import TallyViewReasons
from .ticket_session import TicketSession
from .ticket_view import TicketView
from .ticket_window import TicketWindow
from .token_form import TokenForm
from .token_form_grant_type import TokenFormGrantType
from .token_pair import TokenPair
from .told_act import ToldAct
from .told_unit import ToldUnit
from .totp_beginning import TotpBeginning
from .totp_proof import TotpProof
from .totp_secret import TotpSecret
from .totp_symbol import TotpSymbol
from .transfer import Transfer
from .transfer_kind import TransferKind
from .tree_unit import TreeUnit
from .tree_view import TreeView
from .typed_name_outcome import TypedNameOutcome
from .typed_name_view import TypedNameView
from .typed_ticket_request import TypedTicketRequest
from .unit_allocation import UnitAllocation
from .unit_change import UnitChange
from .unit_count import UnitCount
from .unit_end import UnitEnd
from .unit_figures import UnitFigures
from .unit_kind import UnitKind
from .unit_merge import UnitMerge
from .unit_move import UnitMove
from .unit_name import UnitName
from .unit_of_export import UnitOfExport
from .unit_of_report import UnitOfReport
from .unit_summons import UnitSummons
from .unit_view import UnitView
from .unit_warning import UnitWarning
from .unlisted_member import UnlistedMember
from .unplaced_unit import UnplacedUnit
from .version_kind import VersionKind
from .viewing_view import ViewingView
from .webhook_change import WebhookChange
from .webhook_secret_renewal import WebhookSecretRenewal
from .webhook_view import WebhookView
from .who_assisted import WhoAssisted
from .who_by_name import WhoByName
from .who_by_phone import WhoByPhone
from .who_member import WhoMember
from .window_exception_change import WindowExceptionChange
from .window_exception_view import WindowExceptionView
from .window_kind import WindowKind
from .window_view import WindowView

__all__ = (
    "AbsenceReason",
    "Acceptance",
    "AccountChange",
    "AccountView",
    "ActorView",
    "AddedWebhook",
    "AllocatedMember",
    "AttendanceExport",
    "AttendanceView",
    "BatchItem",
    "BatchView",
    "Beside",
    "BindingOrigin",
    "BorneName",
    "BoundPhone",
    "BreachChange",
    "BreachView",
    "BridgePointView",
    "CameraCheckView",
    "Cancellation",
    "CancelledSession",
    "Capacity",
    "Caution",
    "ChangeView",
    "ChangeViewChanges",
    "ChangeViewDetail",
    "CheckKind",
    "CheckResult",
    "ClientChange",
    "ClientScope",
    "ClientToken",
    "ClientView",
    "ClientWithSecret",
    "CloseWarning",
    "CloseWarningCode",
    "CodeView",
    "ColumnRole",
    "Concern",
    "ConcernView",
    "ConferenceChange",
    "ConferenceClosed",
    "ConferenceView",
    "Confirmation",
    "ConfirmationList",
    "ConfirmedList",
    "Correction",
    "CorrectionStanding",
    "Countersigned",
    "CrowdedPoint",
    "DataKind",
    "DataRequestChange",
    "DataRequestChangeState",
    "DataRequestKind",
    "DataRequestState",
    "DataRequestView",
    "Day",
    "Deed",
    "DeliveryChannel",
    "DeliveryState",
    "DeliveryView",
    "DifferenceLine",
    "DocumentProfile",
    "Doubt",
    "DutyKind",
    "DutyView",
    "EnrolledPhone",
    "Enrolment",
    "Erasure",
    "ErasureView",
    "EventView",
    "EventViewChanges",
    "EventViewDetail",
    "Evidence",
    "ExcludedPerson",
    "ExclusionChange",
    "ExclusionRow",
    "ExclusionsAdded",
    "ExclusionsFile",
    "ExclusionsImport",
    "ExclusionView",
    "ExpectedUnitView",
    "ExportAttendanceFormat",
    "ExportedPerson",
    "FieldChange",
    "FieldError",
    "FiguresPage",
    "FiguresView",
    "FileKind",
    "FlagDecisionView",
    "FlaggedMember",
    "FlagKind",
    "FlagVerdict",
    "FlagView",
    "Form",
    "GrantView",
    "GroupBy",
    "GroupsView",
    "GroupView",
    "HeadCountFigures",
    "HeadCountView",
    "Health",
    "ImportCounts",
    "ImportedFile",
    "ImportedPerson",
    "ImportItem",
    "ImportPreview",
    "ImportResult",
    "ImportScope",
    "IncidentChange",
    "IncidentView",
    "InvitationMail",
    "InvitationView",
    "InvitedAccount",
    "KeptScan",
    "KeySet",
    "Lack",
    "LackingUnit",
    "LetterheadView",
    "LineTestView",
    "ListedBreach",
    "ListedDataRequest",
    "ListedMember",
    "ListEnrolmentSlipsFormat",
    "Live",
    "LiveEvidence",
    "MailedInvitation",
    "MailedReport",
    "MakeUpKind",
    "MakeUpsProposed",
    "MakeUpText",
    "MakeUpTexts",
    "MakeUpView",
    "Mark",
    "MarkedMember",
    "MarkEntry",
    "MarkKind",
    "MarksWritten",
    "Me",
    "MeetColumn",
    "MeetColumnRole",
    "MeetHall",
    "MeetHalls",
    "MeetImport",
    "MeetMatch",
    "MeetParticipantView",
    "MeetRow",
    "MemberChange",
    "MemberEntry",
    "MemberEntryStatus",
    "MemberPhone",
    "MemberScope",
    "MembersFile",
    "MemberStatus",
    "MemberView",
    "MergeView",
    "MissingItem",
    "Move",
    "Moved",
    "Moves",
    "MoveSlip",
    "NamedPoint",
    "NamedSession",
    "NewAccount",
    "NewBatch",
    "NewBreach",
    "NewCameraCheck",
    "NewCheckIn",
    "NewClient",
    "NewConference",
    "NewCopy",
    "NewDataRequest",
    "NewDuty",
    "NewExclusionLineType0",
    "NewExclusionLineType1",
    "NewExclusions",
    "NewFlagDecision",
    "NewFromPreset",
    "NewGrant",
    "NewGroup",
    "NewGroups",
    "NewHeadCount",
    "NewIncident",
    "NewLetterhead",
    "NewLineTest",
    "NewMark",
    "NewMarks",
    "NewOrganiser",
    "NewPoint",
    "NewPurge",
    "NewQuickReport",
    "NewResultReport",
    "NewScreen",
    "NewSession",
    "NewSetup",
    "NewSlip",
    "NewSlips",
    "NewUnit",
    "NewWebhook",
    "NewWindow",
    "NewWindowKind",
    "NextSession",
    "NotConfirmed",
    "NotConfirmedCode",
    "NoticeView",
    "Opening",
    "OpenSlip",
    "Outage",
    "OutageMarked",
    "OwedReport",
    "OwnBinding",
    "OwnMark",
    "OwnMember",
    "OwnNotice",
    "OwnPhone",
    "OwnRecord",
    "OwnRequest",
    "OwnSession",
    "OwnViewing",
    "OwnWindow",
    "PageAccountView",
    "PageAllocatedMember",
    "PageAttendanceView",
    "PageBorneName",
    "PageBridgePointView",
    "PageCameraCheckView",
    "PageChangeView",
    "PageClientView",
    "PageConferenceView",
    "PageDeliveryView",
    "PageDutyView",
    "PageEventView",
    "PageExclusionView",
    "PageFlagView",
    "PageHeadCountView",
    "PageIncidentView",
    "PageLineTestView",
    "PageListedBreach",
    "PageListedDataRequest",
    "PageListedMember",
    "PageMakeUpView",
    "PageMeetParticipantView",
    "PageMemberPhone",
    "PageOpenSlip",
    "PagePaperSheetView",
    "PagePhotoView",
    "PagePointReadiness",
    "PagePointScreens",
    "PagePresetView",
    "PagePurgeView",
    "PageReportLine",
    "PageRollRow",
    "PageScreenView",
    "PageSessionLoad",
    "PageSessionPointView",
    "PageSessionView",
    "PageSignInView",
    "PageSummaryVersionLine",
    "PageToldUnit",
    "PageTypedNameView",
    "PageUnitAllocation",
    "PageUnitName",
    "PageUnitView",
    "PageUnplacedUnit",
    "PageViewingView",
    "PageWebhookView",
    "PageWindowView",
    "Pairing",
    "PaperSheetFile",
    "PaperSheetView",
    "ParticipantsFile",
    "PasswordChange",
    "PendingArrival",
    "PhoneState",
    "PhoneView",
    "PhotoFile",
    "PhotoView",
    "PlannedConference",
    "PointChange",
    "PointCount",
    "PointEvidence",
    "PointReadiness",
    "PointScreens",
    "Posting",
    "Postponement",
    "PreparationChange",
    "PreparationItem",
    "PreparationItemView",
    "PreparationView",
    "Presence",
    "PresetView",
    "PrintSigningSheetFormat",
    "PrivacyNoticeView",
    "ProblemDetails",
    "Proposal",
    "ProposalOrder",
    "ProposalRequest",
    "Publication",
    "PublicationRequest",
    "PublicKey",
    "Published",
    "PurgedKind",
    "PurgeRun",
    "PurgeView",
    "QrTicketRequest",
    "QrView",
    "ReadColumn",
    "ReadSessionRosterFormat",
    "ReadSummonsFormat",
    "ReadUnitRosterFormat",
    "Reason",
    "Receipt",
    "ReceiptStanding",
    "Receiving",
    "RecoveryCodes",
    "RedeemedView",
    "Redemption",
    "Rejection",
    "Reminder",
    "ReportBlock",
    "ReportChange",
    "ReportKind",
    "ReportLine",
    "ReportPhoto",
    "ReportProblem",
    "ReportProblemCode",
    "ReportSent",
    "ReportState",
    "ReportStatus",
    "ReportStatusTotals",
    "ReportText",
    "ReportTexts",
    "ReportVersionLine",
    "ReportVersionView",
    "ReportVersionViewContent",
    "ReportView",
    "RetentionDeed",
    "RetentionTable",
    "RetentionView",
    "RetoldMakeUp",
    "Return",
    "RevokeForm",
    "Role",
    "Roll",
    "RollFigures",
    "RollMark",
    "RollRow",
    "RollUnit",
    "RollWindow",
    "RosterPage",
    "RosterPrintStatus",
    "RosterPrintView",
    "RosterRowView",
    "RowWarning",
    "ScreenCodes",
    "ScreenLive",
    "ScreenToken",
    "ScreenView",
    "SecretRenewal",
    "SentByMail",
    "ServerMetadata",
    "SessionChange",
    "SessionFigures",
    "SessionLoad",
    "SessionMakeUp",
    "SessionNotices",
    "SessionPointView",
    "SessionShare",
    "SessionsHeld",
    "SessionState",
    "SessionView",
    "SettleAdded",
    "SettleAddedStatus",
    "SettleGuest",
    "SettleMatched",
    "SettleRejected",
    "SetUp",
    "SetupState",
    "ShareCard",
    "SignedScanFile",
    "SignedScanLine",
    "SignedScanView",
    "SigningAuthority",
    "SignInView",
    "Skip",
    "SkipCode",
    "SkippedMember",
    "SkippedRow",
    "SlipOrder",
    "Standing",
    "StatedMember",
    "StatedMemberView",
    "Submission",
    "SuggestedHall",
    "SuggestionView",
    "Summary",
    "SummaryDifference",
    "SummaryRow",
    "SummaryVersionLine",
    "SummaryVersionView",
    "SummaryVersionViewContent",
    "SummonedSession",
    "SummonsView",
    "TallyView",
    "TallyViewReasons",
    "TicketSession",
    "TicketView",
    "TicketWindow",
    "TokenForm",
    "TokenFormGrantType",
    "TokenPair",
    "ToldAct",
    "ToldUnit",
    "TotpBeginning",
    "TotpProof",
    "TotpSecret",
    "TotpSymbol",
    "Transfer",
    "TransferKind",
    "TreeUnit",
    "TreeView",
    "TypedNameOutcome",
    "TypedNameView",
    "TypedTicketRequest",
    "UnitAllocation",
    "UnitChange",
    "UnitCount",
    "UnitEnd",
    "UnitFigures",
    "UnitKind",
    "UnitMerge",
    "UnitMove",
    "UnitName",
    "UnitOfExport",
    "UnitOfReport",
    "UnitSummons",
    "UnitView",
    "UnitWarning",
    "UnlistedMember",
    "UnplacedUnit",
    "VersionKind",
    "ViewingView",
    "WebhookChange",
    "WebhookSecretRenewal",
    "WebhookView",
    "WhoAssisted",
    "WhoByName",
    "WhoByPhone",
    "WhoMember",
    "WindowExceptionChange",
    "WindowExceptionView",
    "WindowKind",
    "WindowView",
)

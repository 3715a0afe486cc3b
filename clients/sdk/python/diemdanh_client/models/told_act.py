from enum import StrEnum


class ToldAct(StrEnum):
    CONFERENCE_CLOSED = "conference.closed"
    CONFERENCE_SUMMARY_AMENDED = "conference.summary_amended"
    INCIDENT_ADDED = "incident.added"
    INCIDENT_CHANGED = "incident.changed"
    REPORT_ACCEPTED = "report.accepted"
    REPORT_AMENDED = "report.amended"
    REPORT_RETURNED = "report.returned"
    REPORT_SUBMITTED = "report.submitted"
    SESSION_ADDED = "session.added"
    SESSION_CANCELLED = "session.cancelled"
    SESSION_CHANGED = "session.changed"
    SESSION_CLOSED = "session.closed"
    SESSION_LOCKED = "session.locked"
    SESSION_OPENED = "session.opened"
    SESSION_POSTPONED = "session.postponed"
    SESSION_REOPENED = "session.reopened"

    def __str__(self) -> str:
        return str(self.value)

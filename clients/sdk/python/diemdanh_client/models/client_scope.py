from enum import StrEnum


class ClientScope(StrEnum):
    ATTENDANCECOUNT = "attendance:count"
    ATTENDANCEREAD = "attendance:read"
    CHECKINSWRITE = "checkins:write"
    REPORTSWRITE = "reports:write"
    SESSIONSREAD = "sessions:read"
    UNITSREAD = "units:read"

    def __str__(self) -> str:
        return str(self.value)

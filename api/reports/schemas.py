"""What reports say on the wire."""

from pydantic import BaseModel, Field


class TallyView(BaseModel):
    """Figures that agree.

    members − away + here − exempt − suspended − excluded = convened = present + pending + excused
    + unexcused + unknown.
    """

    members: int = Field(description="A: all members of the units.")
    exempt: int
    suspended: int
    excluded: int = Field(description="On the conference's exclusion list.")
    away: int = Field(description="Counted by another unit for a time.")
    here: int = Field(description="Of another unit, counted here for a time.")
    convened: int = Field(description="B: those to be convened.")
    present: int = Field(description="Full, late, left early, other session and on duty.")
    full: int
    late: int
    left_early: int
    other_session: int = Field(description="Came in another class than their own.")
    on_duty: int = Field(description="Presenters and organisers, each once.")
    pending: int
    excused: int
    unexcused: int
    unknown: int
    reasons: dict[str, int] = Field(
        description="The excused and unexcused by code. Without one are `reduced`, whose duty is "
        "reduced, and `cancelled`, whose session was cancelled and who were put into no other."
    )
    by_code: int = Field(description="Of those who came: by their own check-in.")
    by_hand: int = Field(description="Of those who came: ticked or confirmed by persons.")
    not_countersigned: int
    from_elsewhere: int = Field(
        description="There, and of another class or serving; class by class."
    )
    extra: int = Field(description="There, and not of B; each once.")
    there: int = Field(description="Everybody recorded as there, class by class.")
    made_up: int = Field(description="Absent on the day, and came to a later class.")
    retold: int = Field(description="Absent on the day, and told again by their cell.")
    rate_percent: float | None = Field(description="Present of B; null where B is 0.")
    rate_of_members_percent: float | None = Field(description="Present of A; null where A is 0.")

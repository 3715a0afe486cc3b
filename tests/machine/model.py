"""What ought to be true of one session at one point, kept in plain dictionaries.

It knows nothing of the program but the words: every prediction is written down here a second time,
from the protocol.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

STEP: Final = 30
OWNERS: Final = ("hoa", "binh", "tuan")
"""Who has a phone."""
FRESH: Final = {"qr", "first"}
WAITS: Final = {"claimed", "assisted", "late"}


def step_at(at: datetime) -> int:
    """Tell the step that an instant lies in."""
    return int(at.timestamp()) // STEP


@dataclass(slots=True)
class Row:
    """What is recorded of a member in a window."""

    standing: str
    first_arrived_at: datetime
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """A QR that somebody photographed."""

    step: int
    epoch: int


@dataclass(slots=True)
class Span:
    """A roll-call, by the instants at which it was opened and closed."""

    opened_at: datetime
    closed_at: datetime | None = None

    def holds(self, step: int) -> bool:
        """Tell whether a step lies in it."""
        ended = self.closed_at is not None and step > step_at(self.closed_at)
        return step_at(self.opened_at) <= step and not ended


@dataclass(slots=True)
class Model:
    """The session: its state, its windows, its codes, and who was there."""

    state: str = "open"
    spans: list[Span] = field(default_factory=list)
    rotations: list[int] = field(default_factory=list)
    rows: dict[tuple[str, int], Row] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    helped: dict[str, int] = field(default_factory=dict)

    def window(self, step: int) -> int | None:
        """Tell in which window a step lies; the later one where two touch."""
        found = [number for number, span in enumerate(self.spans) if span.holds(step)]
        return found[-1] if found else None

    def verdict(self, code: Code, at: datetime) -> str:
        """Tell what a QR is worth: fresh, late, or the code of a refusal."""
        if code.step > step_at(at):
            return "code_from_future"
        if self.state == "locked":
            return "session_locked"
        if self.window(code.step) is None:
            return "session_not_open"
        young = code.step >= step_at(at) - 1 and code.epoch == len(self.rotations)
        return "fresh" if young else "late"

    def arrive(self, person: str, window: int, evidence: str, at: datetime) -> None:
        """Let evidence come: it makes a row, or lifts one that nobody decided."""
        standing = "present" if evidence in FRESH else "pending"
        row = self.rows.get((person, window))
        if row is None:
            self.rows[person, window] = Row(standing, at)
        elif not row.decided and standing == "present":
            row.standing = standing

    def decide(self, person: str, window: int, standing: str) -> None:
        """Let a person decide."""
        row = self.rows[person, window]
        row.standing, row.decided = standing, True

    def whereabouts(self, person: str) -> str | None:
        """Tell how somebody counts: a person's word first, then the best of his windows."""
        if person in self.marks:
            return self.marks[person]
        held = {row.standing for (who, _), row in self.rows.items() if who == person}
        return next((each for each in ("present", "pending") if each in held), None)

    def count(self, counted_as: str) -> int:
        """Count the persons who are present, pending or absent."""
        persons = {*self.marks, *(who for who, _ in self.rows)}
        return sum(self.whereabouts(person) == counted_as for person in persons)

    def undecided(self, *standings: str) -> list[tuple[str, int]]:
        """List the rows on which nobody has decided."""
        return sorted(
            key for key, row in self.rows.items() if not row.decided and row.standing in standings
        )

    def decided_owners(self) -> list[str]:
        """List those with a phone of their own on whom a person has decided."""
        return sorted({who for (who, _), row in self.rows.items() if row.decided and who in OWNERS})

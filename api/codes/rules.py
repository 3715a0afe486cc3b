"""How old may a code be (pure; protocol, "Codes").

Time runs in steps of 30 seconds. A code is FRESH in its own step and the next. Typed digits get no
more than that; the ten steps before are tried only to say how old they are. A QR that is older but
genuine is LATE: a phone that was bound before may still send it, and the secretary decides.
A code of a step that has not begun is refused, so a screen can be copied but not foretold.
"""

import hmac
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from api.words import WindowKind

STEP_SECONDS: Final = 30
FRESH_STEPS: Final = 2
"""The step itself and the one before."""
STALE_STEPS: Final = 10
"""Typed digits this many steps before the fresh ones are told to be stale, never accepted."""
SCREEN_STEPS: Final = 20
"""A screen holds at most the next 10 minutes of codes."""
CHANGE_DELAY_SECONDS: Final = 2
"""A screen changes its code so long after a step begins, and never before."""

_TYPED_DOOR: Final = re.compile(r"[0-9]{1,6}", re.ASCII)
_TYPED_DIGITS: Final = re.compile(r"[0-9]{6}", re.ASCII)
_QR: Final = re.compile(r"([0-9]{1,6})\.([0-9a-z]{1,8})\.([A-Za-z0-9_-]{16})", re.ASCII)
_BASE36: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


class Verdict(StrEnum):
    """What a code turns out to be."""

    FRESH = "fresh"
    LATE = "late"
    STALE = "stale"
    FROM_FUTURE = "from_future"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, and the step the code belongs to where that is known."""

    verdict: Verdict
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Epoch:
    """The codes between two rotations: those of `number` hold from `from_step` on."""

    number: int
    from_step: int


@dataclass(frozen=True, slots=True)
class TypedCode:
    """Door and digits as a person typed them."""

    door: int
    digits: str


@dataclass(frozen=True, slots=True)
class QrCode:
    """What the fragment of a QR's address carries."""

    door: int
    step: int
    mac: str


@dataclass(frozen=True, slots=True)
class WindowSpan:
    """A window as codes see it at one point, where it may go on after it ended elsewhere."""

    window_id: UUID
    kind: WindowKind
    opened_at: datetime
    closed_at: datetime | None
    extended_until: datetime | None = None

    @property
    def prolonged_until(self) -> datetime | None:
        """Tell until when it goes on here after its end; None where it ends as elsewhere."""
        if self.closed_at is None or self.extended_until is None:
            return None
        return self.extended_until if self.extended_until > self.closed_at else None


def step_of(at: datetime) -> int:
    """Find the number of the step that an instant lies in."""
    return int(at.timestamp()) // STEP_SECONDS


def start_of(step: int) -> datetime:
    """Tell the instant at which a step begins."""
    return datetime.fromtimestamp(step * STEP_SECONDS, UTC)


def fresh_until(step: int) -> datetime:
    """Tell the instant from which a code of this step is no longer fresh."""
    return start_of(step + FRESH_STEPS)


def age_seconds(step: int, at: datetime) -> int:
    """Tell how long ago a code was new."""
    return max(0, int((at - start_of(step)).total_seconds()))


def late_seconds(step: int, at: datetime) -> int:
    """Tell how long ago a code was last fresh; 0 where only a rotation made it late."""
    return max(0, int((at - fresh_until(step)).total_seconds()))


def parse_typed(door: str, digits: str) -> TypedCode | None:
    """Read a typed code; only ASCII digits count, though Python's int() would take more."""
    if not _TYPED_DOOR.fullmatch(door) or not _TYPED_DIGITS.fullmatch(digits):
        return None
    return TypedCode(door=int(door), digits=digits)


def parse_qr(fragment: str) -> QrCode | None:
    """Read the fragment of a QR's address."""
    match = _QR.fullmatch(fragment)
    if match is None:
        return None
    door, step, mac = match.groups()
    return QrCode(door=int(door), step=int(step, 36), mac=mac)


def qr_fragment(code: QrCode) -> str:
    """Write the fragment of a QR's address: short, so that the symbol has few modules."""
    digits, rest = "", code.step
    while rest:
        rest, digit = divmod(rest, 36)
        digits = _BASE36[digit] + digits
    return f"{code.door}.{digits or '0'}.{code.mac}"


def epochs_during(epochs: Sequence[Epoch], step: int) -> list[int]:
    """List the epochs whose codes may have been shown during a step, the newest first.

    A screen whose line was cut before a rotation goes on with the codes it holds.
    """
    shown = []
    for epoch, following in zip(epochs, [*epochs[1:], None], strict=True):
        ends = following.from_step + SCREEN_STEPS if following is not None else step
        if epoch.from_step <= step <= ends:
            shown.append(epoch.number)
    return shown[::-1]


def judge_typed(
    digits: str, *, now: int, epochs: Sequence[Epoch], digits_of: Callable[[int, int], str]
) -> Judgement:
    """Judge six typed digits at step `now`; `digits_of(epoch, step)` computes the right ones.

    Only the last epoch is fresh: after "Đổi mã ngay" the digits before it are dead at once.
    """
    last = epochs[-1]
    fresh = [(last.number, step) for step in range(now, now - FRESH_STEPS, -1)]
    stale = [
        (number, step)
        for step in range(now, now - FRESH_STEPS - STALE_STEPS, -1)
        for number in epochs_during(epochs, step)
    ]
    for number, step in fresh:
        if step >= last.from_step and _same(digits_of(number, step), digits):
            return Judgement(Verdict.FRESH, step)
    for number, step in stale:
        if _same(digits_of(number, step), digits):
            return Judgement(Verdict.STALE, step)
    return Judgement(Verdict.UNKNOWN)


def judge_qr(
    code: QrCode, *, now: int, epochs: Sequence[Epoch], mac_of: Callable[[int, int], str]
) -> Judgement:
    """Judge a QR at step `now`; `mac_of(epoch, step)` computes the right MAC.

    A QR of an epoch before the last is genuine, and LATE however young it is.
    """
    for number in epochs_during(epochs, code.step):
        if _same(mac_of(number, code.step), code.mac):
            if code.step > now:
                return Judgement(Verdict.FROM_FUTURE, code.step)
            young = code.step > now - FRESH_STEPS and number == epochs[-1].number
            return Judgement(Verdict.FRESH if young else Verdict.LATE, code.step)
    return Judgement(Verdict.UNKNOWN)


def open_kind(spans: Sequence[WindowSpan], at: datetime) -> WindowKind | None:
    """Tell which roll-call is open: the last one, or none once it is closed.

    While an earlier one goes on at the point, that one.
    """
    for span in spans:
        if span.prolonged_until is not None and at <= span.prolonged_until:
            return span.kind
    return spans[-1].kind if spans and spans[-1].closed_at is None else None


def window_of(spans: Sequence[WindowSpan], step: int) -> UUID | None:
    """Find the window that a step lies in; where one window follows another in it, the later.

    One that goes on at the point comes before any later one, as far as it goes.
    """
    for span in spans:
        until = span.prolonged_until
        if until is not None and step_of(span.opened_at) <= step <= step_of(until):
            return span.window_id
    for span in reversed(spans):
        ended = span.closed_at is not None and step > step_of(span.closed_at)
        if step_of(span.opened_at) <= step and not ended:
            return span.window_id
    return None


def _same(right: str, given: str) -> bool:
    return hmac.compare_digest(right.encode(), given.encode())

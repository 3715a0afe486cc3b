"""What is done with codes: reading one, rotating them, restoring typed ones."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events, throttle
from api.codes import derivation, store
from api.codes.door_store import Holder
from api.codes.faults import (
    CODE_FROM_FUTURE,
    CODE_OTHER_SESSION,
    CODE_STALE,
    CODE_UNKNOWN,
    SESSION_LOCKED,
    SESSION_NOT_OPEN,
)
from api.codes.rules import (
    Epoch,
    Judgement,
    QrCode,
    TypedCode,
    Verdict,
    age_seconds,
    judge_qr,
    judge_typed,
    step_of,
    window_of,
)
from api.events import Actor, Happening
from api.kit.errors import Fault
from api.sessions.rules import RUNNING, state_at
from api.words import SessionState


@dataclass(frozen=True, slots=True)
class CodeRead:
    """A genuine code of a window of a session that is not locked; `late` where no longer fresh."""

    holder: Holder
    step: int
    window_id: UUID
    late: bool
    typed: bool


@dataclass(frozen=True, slots=True)
class CodeRefused:
    """A code that does not count, and at which session point, where that is known."""

    fault: Fault
    holder: Holder | None = None
    extra: dict[str, object] = field(default_factory=dict)


def door_key(sitting: str, point_id: UUID) -> str:
    """Name what wrong typed codes of a door count against."""
    return f"door:{sitting}:{point_id}"


def read_typed(
    held: Sequence[Holder], master: bytes, code: TypedCode, *, at: datetime
) -> CodeRead | CodeRefused:
    """Read a typed code against its own door alone; `held` is who holds it (`holders`).

    Matching it against every door would multiply a guesser's chances by their number.
    """
    holder = next((each for each in held if _holds(each, at=at)), None)
    if holder is None:
        return CodeRefused(CODE_UNKNOWN)

    def digits_of(epoch: int, step: int) -> str:
        key = holder.key(epoch, rehearsal=holder.is_rehearsing)
        return derivation.digits(master, key, step)

    judgement = judge_typed(code.digits, now=step_of(at), epochs=holder.epochs, digits_of=digits_of)
    return _settle(holder, judgement, typed=True, queued=False, at=at)


def read_qr(
    held: Sequence[Holder], master: bytes, code: QrCode, *, queued: bool = False, at: datetime
) -> CodeRead | CodeRefused:
    """Read a QR; one of an earlier holder of the door is told from one that nobody made.

    One of a rehearsal that is over is stale, whatever window its step lies in by now. One that
    waited in a phone (`queued`) is of the class where it was scanned, whatever is open there now.
    """
    for holder in held:
        judgement = _judge_at(holder, master, code, rehearsal=holder.is_rehearsing, at=at)
        if judgement.verdict is not Verdict.UNKNOWN:
            return _settle(holder, judgement, typed=False, queued=queued, at=at)
        rehearsed = _judge_at(holder, master, code, rehearsal=True, at=at).step
        if rehearsed is not None:
            return CodeRefused(CODE_STALE, holder, {"stale_seconds": age_seconds(rehearsed, at)})
    return CodeRefused(CODE_UNKNOWN)


def _judge_at(
    holder: Holder, master: bytes, code: QrCode, *, rehearsal: bool, at: datetime
) -> Judgement:
    def mac_of(epoch: int, step: int) -> str:
        key = holder.key(epoch, rehearsal=rehearsal)
        return derivation.qr_mac(master, key, code.door, step)

    return judge_qr(code, now=step_of(at), epochs=holder.epochs, mac_of=mac_of)


def _holds(holder: Holder, *, at: datetime) -> bool:
    return not holder.is_released and _state(holder, at) != SessionState.LOCKED


def _state(holder: Holder, at: datetime) -> SessionState:
    return state_at(holder.state, holder.locks_at, at)


def _settle(
    holder: Holder, judgement: Judgement, *, typed: bool, queued: bool, at: datetime
) -> CodeRead | CodeRefused:
    verdict, step = judgement.verdict, judgement.step
    if step is None:
        return CodeRefused(CODE_UNKNOWN, holder)
    if verdict is Verdict.FROM_FUTURE:
        return CodeRefused(CODE_FROM_FUTURE, holder)
    if verdict is Verdict.STALE:
        return CodeRefused(CODE_STALE, holder, {"stale_seconds": age_seconds(step, at)})
    state = _state(holder, at)
    is_over = state not in RUNNING
    if is_over and verdict is Verdict.LATE and not queued and holder.another_is_open:
        # Who stands in the hall of the next class with an old page is told to scan again,
        # rather than being recorded for the class that is over.
        return CodeRefused(CODE_OTHER_SESSION, holder)
    if state is SessionState.LOCKED:
        return CodeRefused(SESSION_LOCKED, holder)
    window = window_of(holder.spans, step)
    if window is None:
        return CodeRefused(SESSION_NOT_OPEN, holder)
    return CodeRead(holder, step, window, late=verdict is Verdict.LATE, typed=typed)


async def rotate(
    db: AsyncSession, actor: Actor, *, session_id: UUID, point_id: UUID, at: datetime
) -> Epoch:
    """Begin a new epoch at a session point (“Đổi mã ngay”).

    Digits before it are dead at once and its QR is late; tickets bound to a browser survive.
    """
    known = await store.epochs(db, session_id, [point_id])
    epoch = Epoch(known[point_id][-1].number + 1, step_of(at))
    await store.add_rotation(db, session_id, point_id, epoch, at=at)
    await events.append(
        db,
        Happening(
            actor, events.CODE_ROTATED, point_id, at, session_id, detail={"epoch": epoch.number}
        ),
    )
    return epoch


async def restore_typed_codes(
    db: AsyncSession, actor: Actor, *, session_id: UUID, point_id: UUID, at: datetime
) -> None:
    """Let typed codes count again at a point where too many wrong ones had suspended them."""
    if await store.suspend_typed_codes(db, session_id, point_id, at=None):
        for sitting in (str(session_id), f"{session_id}:rehearsal"):
            await throttle.forgive(db, door_key(sitting, point_id))
        await events.append(
            db, Happening(actor, events.TYPED_CODES_RESTORED, point_id, at, session_id)
        )

"""Who is checking in, and by what evidence (pure; protocol, "Who").

    a bound phone                                   qr · digits
    a provisional phone, with the right last 4      first
    name + right last 4, member and phone unbound   first, and the phone is bound provisionally
    anything else that names somebody               claimed
    somebody named on another member's phone        assisted, late or not
    a code no longer fresh, from a bound phone      late
    the hub's code, used by another unit's member   stream
    the phone of somebody who has left              claimed, or late: a person decides
    sent by a client, whoever it names              client, with a fresh code only

Nothing here tells the phone whether a name exists: everything that is not proved is `claimed`.
"""

from enum import StrEnum
from typing import Final, NamedTuple
from uuid import UUID

from api.members.rules import Candidate, last4, proved_by
from api.words import Evidence

TYPED_NAMES_PER_PHONE: Final = 3
TYPED_NAMES_PER_POINT: Final = 50
ASSISTED_PER_PHONE: Final = 3
TYPED_NAMES_PER_CLIENT: Final = 500
"""In a session; it is known and can be revoked, so those of phones at the point have their own."""
WRONG_LAST4_PER_MEMBER: Final = 3
WRONG_LAST4_PER_POINT: Final = 20
ASK_THE_SECRETARY_SECONDS: Final = 600
"""What a phone is told to wait where waiting will not help: the secretary writes the name."""
REFUSALS_KEPT: Final = 10_000
"""Refusals of a session that are kept; a stale code sent without end must not fill the disk."""


class Refused(StrEnum):
    """Why a check-in with a genuine ticket is refused all the same."""

    PHONE_UNKNOWN = "phone_unknown"
    CODE_STALE = "code_stale"


class Binding(NamedTuple):
    """The member whose phone this is; provisional until the secretary confirms it."""

    member: Candidate
    confirmed: bool
    before_step: bool


class Scene(NamedTuple):
    """Under what circumstances a check-in arrives.

    `hub_host_id` is the hosting unit where the code was the Meet hub's; `last4_counts` is False
    once too many wrong ones were typed, and then nobody's last 4 digits prove anything.
    """

    late: bool
    typed_code: bool
    binding: Binding | None
    hub_host_id: UUID | None
    last4_counts: bool


class ByPhone(NamedTuple):
    """The phone itself says who: one tap."""

    last4: str | None


class ByName(NamedTuple):
    """A person named by unit, name, and perhaps the last 4 digits of the Party card."""

    candidates: tuple[Candidate, ...]
    last4: str | None
    has_phone: frozenset[UUID]


class ByHelper(NamedTuple):
    """A person for whom somebody else checks in on his own phone ("điểm danh hộ")."""

    candidates: tuple[Candidate, ...]
    last4: str | None


class ByClient(NamedTuple):
    """A person whom a third party's program names, by id or by unit and name."""

    candidates: tuple[Candidate, ...]
    last4: str | None


class Decision(NamedTuple):
    """Whom a check-in is for, and what it is worth."""

    evidence: Evidence
    member: Candidate | None
    proved: bool
    binds: bool = False
    wrong_last4: bool = False


def decide(who: ByPhone | ByName | ByHelper | ByClient, scene: Scene) -> Decision | Refused:
    """Decide whom a check-in is for, and by what evidence."""
    if isinstance(who, ByPhone):
        return _by_phone(who, scene)
    if isinstance(who, ByHelper):
        return _by_helper(who, scene)
    if isinstance(who, ByClient):
        return _by_client(who, scene)
    return _by_name(who, scene)


def has_room(
    evidence: Evidence, *, by_phone: int, at_point: int, phone_is_bound: bool, last4_ignored: bool
) -> bool:
    """Tell whether one more name may be typed by that evidence on a phone and at a point.

    `by_phone` counts the phone's names of the same evidence in the session; `at_point` counts those
    that anybody could type there, which a helper's bound phone does not add to. Who gave his last 4
    digits where they prove nothing any more is claimed, and never refused for the point's sake.
    """
    if evidence is Evidence.CLIENT:
        return by_phone < TYPED_NAMES_PER_CLIENT
    if evidence is Evidence.ASSISTED:
        room = by_phone < ASSISTED_PER_PHONE
        return room and (phone_is_bound or at_point < TYPED_NAMES_PER_POINT)
    return by_phone < TYPED_NAMES_PER_PHONE and (last4_ignored or at_point < TYPED_NAMES_PER_POINT)


def _by_phone(who: ByPhone, scene: Scene) -> Decision | Refused:
    binding = scene.binding
    if binding is None:
        return Refused.PHONE_UNKNOWN
    if scene.late and not binding.before_step:
        return Refused.CODE_STALE
    member = binding.member
    unproved = Evidence.LATE if scene.late else Evidence.CLAIMED
    if member.has_left:
        return Decision(unproved, member, proved=False)
    if binding.confirmed:
        return Decision(_evidence(scene, member), member, proved=True)
    if scene.last4_counts and who.last4 is not None:
        on_file = last4(member.card_number)
        if on_file == who.last4:
            return Decision(_evidence(scene, member, first=True), member, proved=True)
        wrong = on_file is not None
        return Decision(unproved, member, proved=False, wrong_last4=wrong)
    return Decision(unproved, member, proved=False)


def _by_name(who: ByName, scene: Scene) -> Decision | Refused:
    # Where no card is on file there is nothing that could be guessed, and nothing to count.
    on_file = any(last4(each.card_number) for each in who.candidates)
    tried = who.last4 is not None and scene.last4_counts and on_file
    proved = proved_by(list(who.candidates), who.last4) if tried else None
    own = scene.binding.member.member_id if scene.binding else None
    meant = who.candidates if proved is None else (proved,)
    if own is not None and own not in {each.member_id for each in meant}:
        return _by_helper(ByHelper(who.candidates, who.last4), scene)
    if scene.late:
        # His own phone; a page without network may not know that, and ask for the name.
        return _by_phone(ByPhone(who.last4), scene) if own else Refused.CODE_STALE
    if proved is not None and own == proved.member_id:
        return Decision(_evidence(scene, proved, first=True), proved, proved=True)
    if proved is not None and proved.member_id in who.has_phone:
        return Decision(Evidence.CLAIMED, proved, proved=True)
    if proved is not None:
        evidence = _evidence(scene, proved, first=True)
        return Decision(evidence, proved, proved=True, binds=evidence is Evidence.FIRST)
    suggested = who.candidates[0] if len(who.candidates) == 1 else None
    # Namesakes whose cards end alike typed nothing wrong: who of them it is, the secretary knows.
    fits = any(last4(each.card_number) == who.last4 for each in who.candidates)
    return Decision(Evidence.CLAIMED, suggested, proved=False, wrong_last4=tried and not fits)


def _by_helper(who: ByHelper, scene: Scene) -> Decision | Refused:
    # The last 4 digits only tell namesakes apart for the secretary: nothing is proved by them.
    if scene.late and not (scene.binding and scene.binding.before_step):
        return Refused.CODE_STALE
    return Decision(Evidence.ASSISTED, _suggested(who), proved=False)


def _by_client(who: ByClient, scene: Scene) -> Decision | Refused:
    # No phone was there before the step, whose word a code could be that is no longer fresh.
    if scene.late:
        return Refused.CODE_STALE
    return Decision(Evidence.CLIENT, _suggested(who), proved=False)


def _suggested(who: ByHelper | ByClient) -> Candidate | None:
    suggested = who.candidates[0] if len(who.candidates) == 1 else None
    return proved_by(list(who.candidates), who.last4) or suggested


def _evidence(scene: Scene, member: Candidate, *, first: bool = False) -> Evidence:
    if scene.late:
        return Evidence.LATE
    if scene.hub_host_id is not None and member.unit_id != scene.hub_host_id:
        return Evidence.STREAM
    if first:
        return Evidence.FIRST
    return Evidence.DIGITS if scene.typed_code else Evidence.QR

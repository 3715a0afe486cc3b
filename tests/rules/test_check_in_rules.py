"""Who is checking in, and what it is worth: the table of the protocol, row by row."""

from uuid import UUID

import pytest

from api.checkin.rules import (
    TYPED_NAMES_PER_CLIENT,
    Binding,
    ByClient,
    ByHelper,
    ByName,
    ByPhone,
    Decision,
    Refused,
    Scene,
    decide,
    has_room,
)
from api.members.rules import Candidate, last4, proved_by
from api.sessions.rules import MOVES, door_text, free_doors, state_at
from api.units.rules import nearest
from api.words import Evidence, SessionState
from tests.moving_clock import MORNING, MovingClock

OFFICE, HUB = UUID(int=1), UUID(int=2)
HOA = Candidate(UUID(int=10), OFFICE, "Nguyễn Thị Hoa", "10004821", "d/office/")
MINH = Candidate(UUID(int=11), OFFICE, "Điểu Minh", None, "d/office/")
NAMESAKE = Candidate(UUID(int=12), OFFICE, "Nguyễn Thị Hoa", "10009999", "d/office/")
GONE = Candidate(UUID(int=14), OFFICE, "Điểu Krứ", "10007777", "d/office/", has_left=True)


def scene(
    *,
    late: bool = False,
    typed: bool = False,
    binding: Binding | None = None,
    hub: UUID | None = None,
    counts: bool = True,
) -> Scene:
    return Scene(late=late, typed_code=typed, binding=binding, hub_host_id=hub, last4_counts=counts)


def bound(member: Candidate = HOA, *, confirmed: bool = True, before: bool = True) -> Binding:
    return Binding(member, confirmed=confirmed, before_step=before)


def by_name(
    *candidates: Candidate, digits: str | None = None, phones: frozenset[UUID] = frozenset()
) -> ByName:
    return ByName(candidates, digits, phones)


def test_a_bound_phone_says_who_by_one_tap() -> None:
    assert decide(ByPhone(None), scene(binding=bound())) == Decision(Evidence.QR, HOA, proved=True)
    assert decide(ByPhone(None), scene(binding=bound(), typed=True)) == Decision(
        Evidence.DIGITS, HOA, proved=True
    )


def test_an_unbound_phone_must_name_somebody() -> None:
    assert decide(ByPhone(None), scene()) is Refused.PHONE_UNKNOWN


def test_a_late_code_is_for_phones_bound_before_it() -> None:
    late = decide(ByPhone(None), scene(binding=bound(), late=True))
    assert late == Decision(Evidence.LATE, HOA, proved=True)
    after = scene(binding=bound(before=False), late=True)
    assert decide(ByPhone(None), after) is Refused.CODE_STALE
    assert decide(by_name(HOA, digits="4821"), scene(late=True)) is Refused.CODE_STALE


def test_a_provisional_phone_is_asked_the_last_4_again() -> None:
    provisional = scene(binding=bound(confirmed=False))
    assert decide(ByPhone("4821"), provisional) == Decision(Evidence.FIRST, HOA, proved=True)
    assert decide(ByPhone(None), provisional) == Decision(Evidence.CLAIMED, HOA, proved=False)
    assert decide(ByPhone("0000"), provisional) == Decision(
        Evidence.CLAIMED, HOA, proved=False, wrong_last4=True
    )


def test_a_provisional_phone_without_a_card_on_file_waits_and_nothing_was_guessed() -> None:
    provisional = scene(binding=bound(MINH, confirmed=False))
    claimed = Decision(Evidence.CLAIMED, MINH, proved=False)
    assert decide(ByPhone("1234"), provisional) == claimed
    assert decide(by_name(MINH, digits="1234"), provisional) == claimed


def test_a_provisional_phone_that_comes_late_proves_its_owner_by_the_last_4() -> None:
    late = scene(binding=bound(confirmed=False), late=True)
    for right in (ByPhone("4821"), by_name(HOA, digits="4821")):
        assert decide(right, late) == Decision(Evidence.LATE, HOA, proved=True)


@pytest.mark.parametrize("confirmed", [True, False])
@pytest.mark.parametrize("who", [ByPhone(None), ByPhone("7777"), by_name(GONE)])
def test_the_phone_of_somebody_who_has_left_proves_nothing(
    who: ByPhone | ByName, *, confirmed: bool
) -> None:
    """A person decides: neither his phone nor his card speaks for him any more."""
    late = scene(binding=bound(GONE, confirmed=confirmed), late=True)
    assert decide(who, late) == Decision(Evidence.LATE, GONE, proved=False)
    after = scene(binding=bound(GONE, confirmed=confirmed, before=False), late=True)
    assert decide(who, after) is Refused.CODE_STALE
    in_time = scene(binding=bound(GONE, confirmed=confirmed), hub=HUB)
    assert decide(who, in_time) == Decision(Evidence.CLAIMED, GONE, proved=False)


def test_on_the_phone_of_somebody_who_has_left_another_is_still_only_assisted() -> None:
    phone = scene(binding=bound(GONE))
    assert decide(by_name(HOA, digits="4821"), phone) == Decision(
        Evidence.ASSISTED, HOA, proved=False
    )


def test_a_provisional_phone_without_the_last_4_is_late_too_and_vouches_for_nothing() -> None:
    late = scene(binding=bound(confirmed=False), late=True)
    assert decide(ByPhone(None), late) == Decision(Evidence.LATE, HOA, proved=False)
    wrong = Decision(Evidence.LATE, HOA, proved=False, wrong_last4=True)
    assert decide(ByPhone("0000"), late) == wrong


def test_name_and_last_4_bind_a_new_phone() -> None:
    assert decide(by_name(HOA, digits="4821"), scene()) == Decision(
        Evidence.FIRST, HOA, proved=True, binds=True
    )


def test_last_4_digits_tell_homonyms_apart() -> None:
    decision = decide(by_name(HOA, NAMESAKE, digits="9999"), scene())
    assert isinstance(decision, Decision)
    assert decision.member is NAMESAKE


@pytest.mark.parametrize(
    ("who", "suggested", "wrong"),
    [
        (by_name(HOA), HOA, False),
        (by_name(MINH, digits="1234"), MINH, False),
        (by_name(HOA, digits="1234"), HOA, True),
        (by_name(HOA, NAMESAKE), None, False),
        (by_name(), None, False),
        (by_name(digits="4821"), None, False),
    ],
)
def test_anything_else_is_claimed(who: ByName, suggested: Candidate | None, wrong: bool) -> None:
    assert decide(who, scene()) == Decision(
        Evidence.CLAIMED, suggested, proved=False, wrong_last4=wrong
    )


def test_after_too_many_wrong_ones_even_the_right_last_4_prove_nothing() -> None:
    decision = decide(by_name(HOA, digits="4821"), scene(counts=False))
    assert decision == Decision(Evidence.CLAIMED, HOA, proved=False)
    provisional = scene(binding=bound(confirmed=False), counts=False)
    assert decide(ByPhone("4821"), provisional) == Decision(Evidence.CLAIMED, HOA, proved=False)


def test_a_member_who_has_a_phone_is_not_bound_to_a_second() -> None:
    who = by_name(HOA, digits="4821", phones=frozenset({HOA.member_id}))
    assert decide(who, scene()) == Decision(Evidence.CLAIMED, HOA, proved=True)


def test_whoever_is_named_on_anothers_phone_is_assisted_and_nothing_is_bound() -> None:
    scenes = [scene(binding=bound(MINH)), scene(binding=bound(MINH, confirmed=False), counts=False)]
    for each in scenes:
        for typed in (by_name(HOA, digits="4821"), by_name(HOA)):
            assert decide(typed, each) == Decision(Evidence.ASSISTED, HOA, proved=False)
        assert decide(by_name(), each) == Decision(Evidence.ASSISTED, None, proved=False)


def test_a_member_on_his_own_phone_needs_no_help() -> None:
    own = scene(binding=bound(confirmed=False))
    assert decide(by_name(HOA), own) == Decision(Evidence.CLAIMED, HOA, proved=False)
    assert decide(by_name(HOA, NAMESAKE), own) == Decision(Evidence.CLAIMED, None, proved=False)
    assert decide(by_name(HOA, digits="4821"), own) == Decision(Evidence.FIRST, HOA, proved=True)
    namesake = decide(by_name(HOA, NAMESAKE, digits="9999"), own)
    assert namesake == Decision(Evidence.ASSISTED, NAMESAKE, proved=False)


def test_a_helper_says_so_on_any_phone_and_the_card_tells_only_whom_to_suggest() -> None:
    for phone in (None, bound(MINH), bound(HOA)):
        helping = scene(binding=phone, typed=True, hub=HUB)
        assert decide(ByHelper((HOA,), "0000"), helping) == Decision(
            Evidence.ASSISTED, HOA, proved=False
        )
        assert decide(ByHelper((HOA, NAMESAKE), "9999"), helping) == Decision(
            Evidence.ASSISTED, NAMESAKE, proved=False
        )
        assert decide(ByHelper((HOA, NAMESAKE), None), helping) == Decision(
            Evidence.ASSISTED, None, proved=False
        )


def test_help_that_comes_late_is_for_phones_bound_before_the_code() -> None:
    helped = Decision(Evidence.ASSISTED, HOA, proved=False)
    assert decide(ByHelper((HOA,), None), scene(late=True, binding=bound(MINH))) == helped
    assert decide(by_name(HOA), scene(late=True, binding=bound(MINH))) == helped
    for phone in (None, bound(MINH, before=False)):
        late = scene(late=True, binding=phone)
        assert decide(ByHelper((HOA,), None), late) is Refused.CODE_STALE
        assert decide(by_name(HOA), late) is Refused.CODE_STALE


def test_a_page_that_did_not_know_its_phone_may_send_the_members_own_name_late() -> None:
    late = scene(late=True, binding=bound())
    assert decide(by_name(HOA), late) == Decision(Evidence.LATE, HOA, proved=True)
    provisional = scene(late=True, binding=bound(confirmed=False))
    assert decide(by_name(HOA), provisional) == Decision(Evidence.LATE, HOA, proved=False)
    after = scene(late=True, binding=bound(before=False))
    assert decide(by_name(HOA), after) is Refused.CODE_STALE


@pytest.mark.parametrize(
    ("evidence", "by_phone", "at_point", "is_bound", "ignored", "room"),
    [
        (Evidence.CLAIMED, 2, 49, False, False, True),
        (Evidence.CLAIMED, 3, 0, False, True, False),
        (Evidence.CLAIMED, 0, 50, True, False, False),
        (Evidence.CLAIMED, 0, 50, False, True, True),
        (Evidence.ASSISTED, 2, 50, True, False, True),
        (Evidence.ASSISTED, 3, 0, True, False, False),
        (Evidence.ASSISTED, 0, 50, False, True, False),
    ],
)
def test_a_phone_types_three_names_of_each_kind_and_a_point_keeps_fifty_of_strangers(
    evidence: Evidence, by_phone: int, at_point: int, is_bound: bool, ignored: bool, room: bool
) -> None:
    found = has_room(
        evidence,
        by_phone=by_phone,
        at_point=at_point,
        phone_is_bound=is_bound,
        last4_ignored=ignored,
    )
    assert found is room


def test_the_hubs_code_waits_for_the_secretary_of_another_hall() -> None:
    stream = decide(ByPhone(None), scene(binding=bound(), hub=HUB))
    assert stream == Decision(Evidence.STREAM, HOA, proved=True)
    own = decide(ByPhone(None), scene(binding=bound(), hub=OFFICE))
    assert own == Decision(Evidence.QR, HOA, proved=True)
    first = decide(by_name(HOA, digits="4821"), scene(hub=HUB))
    assert first == Decision(Evidence.STREAM, HOA, proved=True, binds=False)


@pytest.mark.parametrize("who", [ByPhone("4821"), by_name(HOA, digits="4821")])
def test_the_hubs_code_on_a_provisional_phone_is_first_only_in_the_hubs_own_hall(
    who: ByPhone | ByName,
) -> None:
    phone = bound(confirmed=False)
    elsewhere = decide(who, scene(binding=phone, hub=HUB))
    assert elsewhere == Decision(Evidence.STREAM, HOA, proved=True)
    at_the_hub = decide(who, scene(binding=phone, hub=OFFICE))
    assert at_the_hub == Decision(Evidence.FIRST, HOA, proved=True)


def test_a_late_code_of_the_hub_is_late_before_anything_else() -> None:
    late = decide(ByPhone(None), scene(binding=bound(), hub=HUB, late=True, typed=True))
    assert late == Decision(Evidence.LATE, HOA, proved=True)


def test_homonyms_whose_cards_end_alike_are_nobody_until_a_person_decides() -> None:
    twin = Candidate(UUID(int=13), OFFICE, "Nguyễn Thị Hoa", "20004821", "d/office/")
    claimed = decide(by_name(HOA, twin, digits="4821"), scene())
    assert isinstance(claimed, Decision)
    assert (claimed.evidence, claimed.member, claimed.proved) == (Evidence.CLAIMED, None, False)
    assert decide(ByHelper((HOA, twin), "4821"), scene()) == Decision(
        Evidence.ASSISTED, None, proved=False
    )


@pytest.mark.parametrize(
    ("card", "ending"),
    [("10004821", "4821"), (None, None), ("12", None), ("AB-48x1", None), ("", None)],
)
def test_the_last_4_are_digits_or_nothing(card: str | None, ending: str | None) -> None:
    assert last4(card) == ending


def test_two_cards_with_the_same_ending_prove_nobody() -> None:
    twin = Candidate(UUID(int=13), OFFICE, "Nguyễn Thị Hoa", "20004821", "d/office/")
    assert proved_by([HOA, twin], "4821") is None


def test_the_nearest_unit_up_the_tree_says_where_a_member_is_expected() -> None:
    expected = {"d/bombo/": "commune", "d/bombo/school/": "meet"}
    assert nearest("d/bombo/village/", expected) == "commune"
    assert nearest("d/bombo/school/", expected) == "meet"
    assert nearest("d/bombo/school/below/", expected) == "meet"
    assert nearest("d/office/", expected) is None


def test_a_closed_session_locks_by_itself() -> None:
    clock = MovingClock()
    locks_at = clock.move(hours=24)
    assert state_at(SessionState.CLOSED, locks_at, MORNING) is SessionState.CLOSED
    assert state_at(SessionState.CLOSED, locks_at, locks_at) is SessionState.LOCKED
    assert state_at(SessionState.OPEN, None, locks_at) is SessionState.OPEN


def test_only_written_moves_are_moves() -> None:
    assert MOVES[SessionState.PLANNED, "open"] is SessionState.OPEN
    assert (SessionState.CLOSED, "open") not in MOVES
    assert (SessionState.LOCKED, "open") not in MOVES


def test_doors_are_the_lowest_free_numbers() -> None:
    assert free_doors({1, 2, 4}, 3) == [3, 5, 6]
    assert free_doors(set(), 2) == [1, 2]
    assert [door_text(door) for door in (7, 12, 240)] == ["07", "12", "240"]


def test_namesakes_whose_cards_end_alike_typed_nothing_wrong() -> None:
    twin = Candidate(UUID(int=77), OFFICE, HOA.full_name, "20004821", "d/office/")
    typed = by_name(HOA, twin, digits="4821")
    assert decide(typed, scene()) == Decision(Evidence.CLAIMED, None, proved=False)
    wrong = by_name(HOA, twin, digits="0000")
    assert decide(wrong, scene()) == Decision(
        Evidence.CLAIMED, None, proved=False, wrong_last4=True
    )


@pytest.mark.parametrize(
    ("who", "meant"),
    [
        (ByClient((HOA,), None), HOA),
        (ByClient((HOA, NAMESAKE), "9999"), NAMESAKE),
        (ByClient((HOA, NAMESAKE), None), None),
        (ByClient((), "4821"), None),
    ],
)
def test_what_a_client_sends_is_never_proof_whomever_it_means(
    who: ByClient, meant: Candidate | None
) -> None:
    for hub in (None, HUB):
        assert decide(who, scene(hub=hub)) == Decision(Evidence.CLIENT, meant, proved=False)
    assert decide(who, scene(late=True)) is Refused.CODE_STALE


def test_a_clients_typed_names_take_nothing_from_the_phones_of_a_point() -> None:
    for by_client, may in ((TYPED_NAMES_PER_CLIENT - 1, True), (TYPED_NAMES_PER_CLIENT, False)):
        room = has_room(
            Evidence.CLIENT,
            by_phone=by_client,
            at_point=10_000,
            phone_is_bound=False,
            last4_ignored=False,
        )
        assert room is may

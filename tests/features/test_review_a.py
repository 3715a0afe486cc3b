"""What a review found and did not mend; each test says what should be so."""

import pytest

from tests.deciders import OFFICE, attendance_of, decide, phones_of, scanned_in
from tests.world import World


@pytest.mark.xfail(strict=True, reason="a tap confirms the phone though another claims its member")
async def test_a_tap_confirms_no_phone_beside_which_another_says_to_be_hers(world: World) -> None:
    await world.open()
    hoa = world.district.people["hoa"]
    await (await scanned_in(world)).name(hoa, last4="4821")  # who has seen her card
    await (await scanned_in(world)).name(hoa)  # she herself
    row = await attendance_of(world, "hoa")
    await decide(world, OFFICE, row.id, "confirm")
    (phone,) = await phones_of(world, "hoa")
    assert phone.confirmed_at is None

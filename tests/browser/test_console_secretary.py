"""The console in a secretary's hand: her whole morning on an old phone, on a line that fails."""

from tests.browser.console import on_a_phone
from tests.browser.crowd import Crowd
from tests.serving import Site


def test_a_secretary_signs_in(crowd: Crowd, site: Site) -> None:
    console = on_a_phone(crowd)
    console.is_fit()
    console.sign_in("bithu-bom-bo")

"""The console in a secretary's hand: her whole morning on an old phone, on a line that fails."""

from tests.browser.console import on_a_desk, on_a_phone
from tests.browser.crowd import Crowd
from tests.serving import Site


def test_frame(crowd: Crowd, site: Site) -> None:
    c = on_a_phone(crowd)
    c.is_fit()
    c.sign_in("bithu-bom-bo")
    c.is_fit("x")
    d = on_a_desk(crowd)
    d.sign_in("admin")
    d.is_fit()

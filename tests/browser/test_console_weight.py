"""What the console weighs for whoever works on it, every page of his, as it is sent."""

import gzip
from pathlib import Path

import pytest

BUILT = Path(__file__).parents[2] / "clients" / "console" / "dist"
MOST_BYTES = 120_000
OF = {"secretaries": "of-secretaries", "the plan": "of-the-plan", "the day": "of-the-day"}


@pytest.mark.skipif(not BUILT.exists(), reason="the console is not built: no npm (make web)")
@pytest.mark.parametrize("pages", [("secretaries",), ("the plan", "the day")], ids=" and ".join)
def test_nobody_waits_for_more_than_his_own_pages(pages: tuple[str, ...]) -> None:
    others = tuple(f"{OF[each]}-" for each in OF.keys() - set(pages))
    files = [each for each in BUILT.iterdir() if not each.name.startswith(others)]
    assert len(files) > len(pages)
    assert sum(len(gzip.compress(each.read_bytes(), mtime=0)) for each in files) <= MOST_BYTES

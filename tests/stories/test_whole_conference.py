"""A whole conference of the plan: every number of its papers follows from the export."""

from dataclasses import replace

import pytest

from tests.play.outcome import REFUSAL
from tests.play.papers import faults, faults_of, fetch, reader_of
from tests.play.settling import SMALL
from tests.play.whole_conference import play
from tests.world import World


@pytest.mark.timeout(300)  # the longest story of all
async def test_a_whole_conference_ends_in_papers_whose_every_number_can_be_recomputed(
    office: World,
) -> None:
    done = await play(office, SMALL)
    assert done.refusal["sentence"] == REFUSAL
    figures = [done.refusal[each] for each in ("convened", "present", "absent", "unknown")]
    assert figures == [60, 40, 15, 5]
    assert [each["number"] for each in done.versions] == [1, 2]
    papers = await fetch(done.stage)
    reader = await reader_of(done, papers)
    assert await faults(done, papers, reader) == []
    assert faults_of(papers, replace(reader, lines=reader.lines[1:])) != []

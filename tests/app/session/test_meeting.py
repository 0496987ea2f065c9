"""A meeting in whole conversations on a stage: who speaks, what breaks, what is kept."""

import anyio
import pytest

from lorgnette.app.config import Config
from lorgnette.app.doors.ledger import OWNER
from lorgnette.app.hub import Hub
from lorgnette.engines import RECORDS
from lorgnette.skills.catalogue import Catalogue
from lorgnette.skills.meetings import skill
from lorgnette.testing.bad_network import BadNetwork
from lorgnette.testing.stage import Stage, act, stage_engines


class Between:
    """Every frame between two moments is lost, and its connection with it."""

    def __init__(self, start, end):
        self.origin = anyio.current_time()
        self.start, self.end = start, end

    def __contains__(self, _number):
        return self.start <= anyio.current_time() - self.origin < self.end


async def held(stage, *, until, through=lambda connection: connection):
    """Play a stage with the skill of meetings; the meeting that was kept, and its transcript."""
    engines = stage_engines(stage)
    clock = engines.found[RECORDS].clock
    async with Hub(Config(), Catalogue([skill]), engines, clock=clock) as hub:
        await act(hub, stage, until=until, through=through)
        diary = hub.meetings.of(OWNER)
        [meeting] = await diary.newest()
        return meeting, await diary.transcript(meeting.id)


@pytest.mark.slow
async def test_a_minute_without_network_is_missing_from_no_meeting_and_its_times_are_right():
    stage = (
        Stage(awake=False)
        .types("start a meeting called offsite", at=0.5)
        .says("we need a venue", at=10.0, until=12.0)
        .says("i will book the hotel", at=70.0, until=72.0)
    )
    network = BadNetwork(cuts=Between(5.0, 65.0))

    meeting, transcript = await held(stage, until=85.0, through=network.between)
    lines = transcript.lines

    assert meeting.title == "offsite"
    assert [line.text for line in lines] == ["we need a venue", "i will book the hotel"]
    assert [line.start for line in lines] == pytest.approx([9.5, 69.5], abs=0.7)


@pytest.mark.slow
async def test_what_was_said_to_the_hub_long_ago_is_not_done():
    stage = Stage().types("start a meeting", at=0.5).says("stop the meeting", at=10.0, until=12.0)
    network = BadNetwork(cuts=Between(5.0, 65.0))

    meeting, _ = await held(stage, until=75.0, through=network.between)

    assert not meeting.over

"""Actions that stay, in whole conversations on a stage."""

from datetime import UTC, timedelta
from types import SimpleNamespace

import anyio
import pytest

from lorgnette.app.config import Config
from lorgnette.app.desk.kept import Lease
from lorgnette.app.doors.ledger import OWNER
from lorgnette.app.hub import Hub
from lorgnette.app.session.activities import Activities, Living
from lorgnette.core import cards
from lorgnette.core.errors import EngineFailed
from lorgnette.core.types import EVERYDAY, Gesture, Language
from lorgnette.engines import RECORDS
from lorgnette.skills import Reply, Skill, Traits
from lorgnette.skills.catalogue import Catalogue
from lorgnette.testing.bad_network import BadNetwork
from lorgnette.testing.stage import Stage, act, converse, stage_engines
from lorgnette.testing.turns import FixedClock


class Counting:
    """Shows 1, 2, 3, … one a second; a tap starts again at 1."""

    def __init__(self, name="counting", says=False):
        self.traits = Traits(name, taps=True)
        self.says = says
        self.left = False
        self.count = 0

    async def live(self, life):
        async def begin_anew():
            async for _ in life.taps():
                self.count = 0

        try:
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(begin_anew)
                while True:
                    self.count += 1
                    life.show(cards.Text(title=f"{self.traits.name} {self.count}"))
                    if self.says:
                        life.say(f"n{self.count}", Language("es"))
                    await anyio.sleep(1)
        finally:
            self.left = True


class Recording:
    """Keeps the sound of the room."""

    traits = Traits("recording", room=True)

    def __init__(self):
        self.pieces = []
        self.moments = []

    async def live(self, life):
        async with life.sounds() as pieces:
            async for first, sound in pieces:
                self.pieces.append((first, sound))
                self.moments.append(life.moment_of(first))


class Breaking:
    traits = Traits("breaking")

    async def live(self, life):
        await anyio.sleep(1)
        raise EngineFailed("broken on purpose")


def skill_of(*activities):
    """A skill whose actions begin and end these, each by its name."""
    skill = Skill("stay")
    by_name = {each.traits.name: each for each in activities}

    @skill.action("begin {name}")
    async def begin(turn, name: str) -> Reply:
        """Begin."""
        return Reply(begins=by_name[name])

    @skill.action("leave {name}")
    async def leave(turn, name: str) -> Reply:
        """Leave."""
        return Reply(say="left", ends=name)

    @skill.action("say {words}")
    async def say(turn, words: str) -> Reply:
        """Say it."""
        return Reply(say=words)

    @skill.action("how far")
    async def how_far(turn) -> Reply:
        """Ask an activity something."""
        counting = turn.going(Counting)
        return Reply(say="nothing counts" if counting is None else f"at {counting.count}")

    return skill


def drawn(stage):
    return [line for line in stage.script if " draw " in line]


async def test_an_activity_shows_and_is_left():
    counting = Counting()
    stage = Stage().types("begin counting", at=0.0).types("leave counting", at=2.5)

    await converse(stage, [skill_of(counting)])

    assert drawn(stage) == ["0.0 draw counting 1", "1.0 draw counting 2", "2.0 draw counting 3"]
    assert counting.left
    assert stage.ear == "left"


async def test_the_one_that_began_last_owns_the_lens_and_the_other_gets_it_back():
    stage = (
        Stage()
        .types("begin counting", at=0.0)
        .types("begin other", at=0.5)
        .types("leave other", at=1.8)
    )

    await converse(stage, [skill_of(Counting(), Counting("other"))], until=3.2)

    assert drawn(stage) == [
        "0.0 draw counting 1",
        "0.5 draw other 1",
        "1.5 draw other 2",
        "1.8 draw counting 2",
        "2.0 draw counting 3",
        "3.0 draw counting 4",
    ]


async def test_actions_know_what_goes_on():
    stage = (
        Stage().types("how far", at=0.0).types("begin counting", at=3.0).types("how far", at=4.5)
    )

    await converse(stage, [skill_of(Counting())])

    assert stage.ear == "nothing countsat 2"


async def test_a_tap_means_what_the_activity_says():
    stage = Stage().types("begin counting", at=0.0).touches(Gesture.TAP, at=1.5)

    await converse(stage, [skill_of(Counting())], until=2.2)

    assert drawn(stage)[-1] == "2.0 draw counting 1"


async def test_a_double_tap_leaves_it():
    counting = Counting()
    stage = Stage().types("begin counting", at=0.0).touches(Gesture.DOUBLE_TAP, at=1.5)

    await converse(stage, [skill_of(counting)])

    assert counting.left


async def test_remarks_are_said_one_after_the_other_and_an_answer_comes_between():
    stage = Stage().types("begin counting", at=0.0).types("say hello", at=1.2)

    await converse(stage, [skill_of(Counting(says=True))], until=3.5)

    assert stage.ear == "n1n2hellon3n4"
    assert set(stage.spoken_in) == {"es", "en"}


async def test_the_room_is_recorded_under_a_lease_that_lights_the_lamp_and_is_written_down():
    recording = Recording()
    stage = (
        Stage(awake=False)
        .types("begin recording", at=1.0)
        .says("others talk", at=2.0, until=3.0)
        .types("leave recording", at=4.0)
    )

    engines = stage_engines(stage)
    catalogue, clock = Catalogue([skill_of(recording)]), engines.found[RECORDS].clock
    async with Hub(Config(), catalogue, engines, clock=clock) as hub:
        await act(hub, stage)
        [kept] = await hub.records.shelf(OWNER, Lease).all()

    firsts = [first for first, _ in recording.pieces]
    sound = b"".join(sound for _, sound in recording.pieces)
    assert firsts[0] == pytest.approx(16_000, abs=4_000)
    assert len(sound) == pytest.approx(3 * 32_000, abs=8_000)
    assert stage.lamp.index("recording") == 0
    assert stage.lamp.count("recording") == 1
    assert len(stage.lamp) > 1
    assert not [line for line in stage.script if "heard others" in line]
    assert (kept.item.sense, kept.item.purpose) == ("microphone", "recording")
    assert kept.item.seconds == pytest.approx(3, abs=0.1)


async def test_samples_are_told_the_moment_they_were_recorded():
    recording = Recording()
    stage = Stage(awake=False).types("begin recording", at=0.5)

    await converse(stage, [skill_of(recording)], until=3.0)

    first, last = recording.moments[0], recording.moments[-1]
    seconds = (recording.pieces[-1][0] - recording.pieces[0][0]) / 16_000
    assert (last - first).total_seconds() == pytest.approx(seconds, abs=0.001)


async def test_one_that_breaks_is_told_and_the_others_go_on():
    stage = Stage().types("begin counting", at=0.0).types("begin breaking", at=0.5)

    await converse(stage, [skill_of(Counting(), Breaking())], until=6.0)

    assert stage.ear.startswith("That does not go on")
    assert drawn(stage)[-1] == "5.0 draw counting 6"


async def test_without_a_display_it_lives_all_the_same():
    stage = Stage(EVERYDAY).types("begin counting", at=0.0)

    await converse(stage, [skill_of(Counting(says=True))], until=2.5)

    assert stage.ear == "n1n2n3"
    assert not drawn(stage)


async def test_what_was_drawn_last_is_drawn_again_for_glasses_that_come_back():
    class Once:
        """The first frame after a second and a half."""

        cut = False

        def __contains__(self, _number):
            now = not self.cut and anyio.current_time() >= start + 1.5
            self.cut |= now
            return now

    start = anyio.current_time()
    network = BadNetwork(cuts=Once())
    stage = Stage().types("begin counting", at=0.0)

    await converse(stage, [skill_of(Counting())], through=network.between, until=1.95)

    assert [line.split(" draw ")[1] for line in drawn(stage)] == [
        "counting 1",
        "counting 2",
        "counting 2",
    ]


@pytest.mark.parametrize("first", [0, 2**53 - 1])
async def test_when_sound_was_recorded_is_known_whatever_it_is_counted_from(first):
    clock = FixedClock()
    session = SimpleNamespace(hub=SimpleNamespace(clock=clock), zone=UTC)
    session.activities = Activities(session)
    session.activities.hear(first, bytes(32_000))

    recorded = Living(session, Recording()).moment_of(first)
    assert abs(recorded - (clock.now() - timedelta(seconds=1))) < timedelta(milliseconds=1)
    assert session.activities.late == 0

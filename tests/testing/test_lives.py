from datetime import timedelta

import anyio

from lorgnette.core import cards
from lorgnette.core.captions import Missed, follow
from lorgnette.core.opposite import Opposite, OppositeLine, Side
from lorgnette.core.types import CHINESE, Language
from lorgnette.skills import Traits
from lorgnette.testing.lives import ScriptedLife
from lorgnette.testing.turns import NOW


class Writing:
    """Keeps what is said around, and says how often it was tapped."""

    traits = Traits("writing", room=True, taps=True)

    def __init__(self, enough=None):
        self.lines = ()
        self.events = []
        self.times = []
        self.enough = enough

    async def live(self, life):
        self.life = life
        async with anyio.create_task_group() as tasks, life.captions() as events:
            tasks.start_soon(self.count, life)
            async for event in events:
                self.times.append(life.now())
                self.events.append(event)
                self.lines = follow(event, self.lines)
                life.show(cards.Text(title=self.lines[-1].text))
                if len(self.events) == self.enough:
                    tasks.cancel_scope.cancel()

    async def count(self, life):
        number = 0
        async for _ in life.taps():
            number += 1
            life.say(str(number), Language("es"))


async def test_what_is_said_comes_at_its_times_and_adds_up_to_lines():
    life = ScriptedLife().hears("four score", at=1.0).guesses("and heaven", at=1.5)
    life.hears("and seven", at=2.0).pauses(at=3.0).hears("years", at=4.0)
    writing = Writing()

    over = await life.lived(writing, until=10.0)

    assert not over
    assert [line.text for line in writing.lines] == ["four score and seven", "years"]
    assert writing.times == [NOW + timedelta(seconds=at) for at in (1, 1.5, 2, 3, 4)]
    assert [at for at, _ in life.shown] == [1.0, 1.5, 2.0, 3.0, 4.0]
    assert life.shown[1][1].title == "four score and heaven"


async def test_characters_are_not_spaced():
    life = ScriptedLife(CHINESE).hears("各位", at=1.0).guesses("来并", at=1.2).hears("来宾", at=2.0)
    writing = Writing()

    await life.lived(writing, until=3.0)

    assert [line.text for line in writing.lines] == ["各位来宾"]


async def test_what_it_says_is_kept_with_its_time_and_language():
    life = ScriptedLife().taps_at(0.5, 2.5)

    await life.lived(Writing(), until=3.0)

    assert life.told == [(0.5, "1"), (2.5, "2")]
    assert life.spoken_in == ["es", "es"]


async def test_it_is_told_whether_the_activity_came_to_its_own_end():
    life = ScriptedLife().hears("enough", at=1.0)

    assert await life.lived(Writing(enough=1), until=5.0)
    assert life.seconds == 1.0
    assert life.listening == []


async def test_the_lamp_is_lit_while_somebody_listens():
    life = ScriptedLife().event(Missed(0, 16_000), at=1.0)

    class Looking(Writing):
        async def count(self, life):
            await anyio.sleep(2.0)
            self.lit = list(life.listening)

    looking = Looking()
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(looking.count, life)
        async with life.captions(), life.sounds():
            await anyio.sleep(3.0)

    assert looking.lit == ["captions en", "sounds"]
    assert life.listening == []


async def test_sound_comes_with_the_number_of_its_first_sample():
    life = ScriptedLife().sounds_like(b"\1\0" * 320, at=0.5)
    life.start = anyio.current_time()

    async with life.sounds() as pieces:
        first, sound = await anext(pieces)

    assert (first, len(sound)) == (8_000, 640)
    assert life.moment_of(first) == NOW + timedelta(seconds=0.5)


class Interpreting:
    traits = Traits("interpreting", room=True)

    async def live(self, life):
        async with life.captions() as events:
            async for event in events:
                life.opposite([OppositeLine(1, Side.WEARER, event.text.upper())], Language("es"))


async def test_what_the_person_opposite_is_shown_is_kept():
    life = ScriptedLife().hears("good morning", at=1.0)
    await life.lived(Interpreting(), until=2.0)

    line = OppositeLine(1, Side.WEARER, "GOOD MORNING")
    assert life.turned == [(1.0, Opposite(Language("es"), (line,)))]

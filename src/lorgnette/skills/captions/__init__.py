"""What people say, on the lens, while they say it."""

import anyio

from lorgnette.core import cards
from lorgnette.core.types import Language, Layout
from lorgnette.engines import RECOGNISER
from lorgnette.skills import Captioned, Life, Reply, Skill, Traits, Turn

skill = Skill("captions", needs=(RECOGNISER,))


class Captioning:
    """Captions of everybody around, until they are stopped."""

    def __init__(self, turn: Turn, language: Language) -> None:
        """`language`: what is spoken."""
        self.traits = Traits(skill.name, room=True)
        self.turn = turn
        self.language = language

    async def live(self, life: Life) -> None:
        """Show what is said."""
        life.show(cards.Captions(title=self.turn.message("listening")))
        captioned = Captioned(life, self.name_of)
        async with life.captions(self.language) as events, anyio.create_task_group() as tasks:
            tasks.start_soon(captioned.draw)
            async for event in events:
                captioned.follow(event)
            tasks.cancel_scope.cancel()

    def name_of(self, speaker: int) -> str:
        """A speaker, while nobody says who it is."""
        return self.turn.message("speaker", number=speaker)


@skill.action(
    "(start|begin|open|turn on|switch on|show [me]|give me|I want|I need) [the] <captions>",
    "(start|begin|open|turn on|switch on|show [me]|give me|I need) [the] <captions> in {language}",
    "(turn|switch) [the] <captions> on",
    "<captions> [on] [please]",
    "caption (this|everything|the conversation|what they say|what people say)",
    "show [me] what (people|they|everybody|everyone) (say|says|are saying|is saying)",
)
async def start(turn: Turn, language: Language | None = None) -> Reply:
    """Show what is said around the wearer on the lens, while it is said."""
    if turn.profile.display.layout is Layout.NONE:
        return Reply(say=turn.message("no-display"))
    spoken_in = language or turn.language
    async with turn[RECOGNISER].open(spoken_in):
        pass  # it says at once whether it knows the language
    return Reply(say=turn.message("started"), begins=Captioning(turn, spoken_in))


@skill.action(
    "(stop|end|close|turn off|switch off|hide) [the] <captions>",
    "(turn|switch) [the] <captions> off",
    "(<captions> off|no more <captions>)",
)
async def stop(turn: Turn) -> Reply:
    """Stop the captions."""
    if turn.going(Captioning) is None:
        return Reply(say=turn.message("not-going"))
    return Reply(say=turn.message("stopped"), ends=skill.name)

"""What is in front of the wearer: codes, each for the skill that knows its kind, or the rest."""

from collections.abc import Sequence
from dataclasses import replace

from lorgnette.core.codes import Code, Content, understand
from lorgnette.engines import READER, SEER
from lorgnette.skills import Ask, Reply, Turn
from lorgnette.skills.look import telling
from lorgnette.skills.look.answering import answered
from lorgnette.skills.look.looking import in_view
from lorgnette.skills.look.reading import page_of, told


async def what_is_there(turn: Turn) -> Reply:
    """A code, if there is one; else what a model says, or what stands there."""
    seen = await in_view(turn, codes_only=READER not in turn and SEER not in turn)
    if seen.codes or seen.sharpest is None:
        return await tell(turn, seen.codes)
    if SEER in turn:
        return await answered(turn, seen.sharpest.jpeg, turn.text or turn.message("title-look"))
    if READER not in turn:
        return await tell(turn, ())
    page = await page_of(turn, seen.sharpest.pixels)
    return told(turn, page) if page.rows else Reply(say=turn.message("nothing-seen-at-all"))


async def tell(turn: Turn, codes: Sequence[Code]) -> Reply:
    """Hand the code to whoever knows its kind; of several, ask which."""
    contents = list(dict.fromkeys(understand(code) for code in codes))
    if not contents:
        return Reply(say=turn.message("nothing-seen"))
    if len(contents) == 1:
        return await hand(turn, contents[0])
    names = [telling.name(turn, content) for content in contents]

    async def go_on(choice: int) -> Reply:
        return await hand(turn, contents[choice])

    text = turn.message("which-code", count=len(contents))
    return Reply(ask=Ask(text, go_on, choices=tuple((name,) for name in names)))


async def hand(turn: Turn, content: Content) -> Reply:
    """What the skill that knows this kind says of it."""
    skills = turn.skills
    if skills is None or (taker := skills.taker(type(content))) is None:
        return telling.reply(turn, content)
    other, do = taker
    return await do(replace(turn, messages=skills.messages(other.name)), content)

"""What is in front of the wearer: codes, each for the skill that knows its kind, or the rest."""

import logging
from dataclasses import replace

from lorgnette.core.codes import Content, understand
from lorgnette.core.errors import CannotHide, EngineFailed
from lorgnette.engines import CODE_READER, READER, SEER
from lorgnette.senses.sight import fault, quality
from lorgnette.skills import Ask, Reply, Turn
from lorgnette.skills.eyes import Sight
from lorgnette.skills.lately import Scanned
from lorgnette.skills.look import telling
from lorgnette.skills.look.answering import BrokeOff, answered
from lorgnette.skills.look.looking import Seen, in_view
from lorgnette.skills.look.reading import page_of, told

log = logging.getLogger(__name__)


async def what_is_there(turn: Turn) -> Reply:
    """A code, if there is one; else what a model says, or what stands there."""
    seen = await in_view(turn, codes_only=READER not in turn and SEER not in turn)
    if seen.codes or seen.sharpest is None:
        return await tell(turn, seen)
    if SEER in turn:
        return await seen_through(turn, seen.sharpest, turn.text or turn.message("title-look"))
    return await letters(turn, seen.sharpest)


async def seen_through(turn: Turn, sight: Sight, question: str) -> Reply:
    """What a model says about a picture.

    One that does not answer leaves what codes and letters say, and that this is all.
    """
    try:
        return await answered(turn, sight.jpeg, question)
    except CannotHide as error:
        without = error.message_id
    except EngineFailed as error:
        without = "model-breaks-off" if isinstance(error, BrokeOff) else "model-does-not-answer"
        log.warning("a question about a picture has no answer: %s", type(error).__name__)
    turn.meanwhile(turn.message(without))
    codes = await turn[CODE_READER].read(sight.pixels, thorough=True)
    if certain := [code for code in codes if code.sure]:
        return await tell(turn, Seen(certain))
    return await letters(turn, sight)


async def letters(turn: Turn, sight: Sight) -> Reply:
    """What stands in a picture without a code."""
    if READER not in turn:
        return await tell(turn, Seen((), sight))
    return told(turn, await page_of(turn, sight.pixels))


async def tell(turn: Turn, seen: Seen) -> Reply:
    """Hand the code to whoever knows its kind; of several, ask which."""
    contents = list(dict.fromkeys(understand(code) for code in seen.codes))
    contested = {understand(code) for code in seen.codes if code.contested}
    if not contents:
        return Reply(say=no_code(turn, seen.sharpest))
    if len(contents) == 1:
        return await hand(turn, contents[0], contested=bool(contested))
    names = [telling.name(turn, content) for content in contents]

    async def go_on(choice: int) -> Reply:
        return await hand(turn, contents[choice], contested=contents[choice] in contested)

    text = turn.message("which-code", count=len(contents))
    return Reply(ask=Ask(text, go_on, choices=tuple((name,) for name in names)))


def no_code(turn: Turn, sharpest: Sight | None) -> str:
    """That there is no code, and what would help."""
    wrong = None if sharpest is None else fault(quality(sharpest.pixels))
    advice = "" if wrong is None else turn.message(f"advice-{wrong}")
    return f"{turn.message('nothing-seen')} {advice}".rstrip()


async def hand(turn: Turn, content: Content, *, contested: bool) -> Reply:
    """What the skill that knows this kind says of it; before it, that a code is contested."""
    turn.lately.note(Scanned(content, contested), turn.now)
    skills = turn.skills
    if skills is None or (taker := skills.taker(type(content))) is None:
        reply = telling.reply(turn, content)
    else:
        other, do = taker
        reply = await do(replace(turn, messages=skills.messages(other.name)), content)
    return telling.warned(reply, turn.message("doubt-contested")) if contested else reply

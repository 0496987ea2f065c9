"""What is that? The codes in front of the wearer, each handed to the skill that knows its kind."""

from collections.abc import Sequence
from dataclasses import replace

from lorgnette.core.codes import Code, Content, understand
from lorgnette.engines import CODE_READER
from lorgnette.skills import Ask, Reply, Skill, Turn
from lorgnette.skills.look import telling
from lorgnette.skills.look.looking import codes_in_view

skill = Skill("look", needs=(CODE_READER,))

PATIENCE = 8.0
"""Seconds that somebody may take to hold a thing in front of the camera."""


@skill.action(
    "(what's|what is) (this|that) [thing|here]",
    "(what am I|what're we) looking at",
    "look [at] (this|that|here)",
    "[have a|take a] look [at] (this|that)",
    "tell me what (this|that) is",
    "(what do you|can you) see [here|this]",
    patience=PATIENCE,
)
async def look(turn: Turn) -> Reply:
    """Say what is in front of the wearer."""
    return await tell(turn, await codes_in_view(turn))


@skill.action(
    "scan [(this|that|it|the|my)] [qr|bar] [code|barcode|label|ticket|product|boarding pass]",
    "scan (this|that|it) [for me]",
    "(read|check) (this|that|the) [qr|bar] (code|barcode)",
    "(what's|what is) [in|on|behind] (this|that|the) [qr|bar] (code|barcode)",
    "where does (this|that|the) [qr] code (lead|go) [to]",
    patience=PATIENCE,
)
async def scan(turn: Turn) -> Reply:
    """Read the code in front of the wearer and say what it is."""
    return await tell(turn, await codes_in_view(turn))


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

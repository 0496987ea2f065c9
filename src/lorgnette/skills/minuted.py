"""The minutes of a meeting that is kept: made when somebody wants them, and kept with it."""

import logging
from collections.abc import Sequence
from contextlib import aclosing
from typing import Final

import anyio
import anyio.to_thread

from lorgnette.core.errors import EngineFailed
from lorgnette.core.minutes import Minutes, minutes
from lorgnette.core.minutes.rewritten import prompt, rewritten
from lorgnette.core.types import Language
from lorgnette.engines import Diary, Message, Thinker, Words

log = logging.getLogger(__name__)

SHORT: Final = 30
"""Lines whose minutes are made before a thread would have begun."""

LONGEST: Final = 20_000
"""Characters of an answer that are read."""


async def minutes_of(diary: Diary, meeting: int) -> Minutes:
    """The minutes as they are kept, or made by rules of what the lines say now.

    Those of a meeting that is over are kept from then on. Raises NotFound and StoreFailed.
    """
    kept = await diary.minutes(meeting)
    if kept is not None:
        return kept
    said, known = await diary.transcript(meeting), await diary.one(meeting)
    if len(said.lines) <= SHORT:
        made = minutes(said, known.began)
    else:
        made = await anyio.to_thread.run_sync(minutes, said, known.began)
    if known.over:
        await diary.keep_minutes(meeting, made)
    return made


async def rewrite(
    diary: Diary, meeting: int, thinker: Thinker, *, language: Language, patience: float
) -> Minutes:
    """The minutes as a thinker tells them, as far as it cites lines that say so; kept.

    When it fails, or nothing of its answer can be believed, the minutes stay as they are.
    Raises NotFound and StoreFailed.
    """
    before, said = await minutes_of(diary, meeting), await diary.transcript(meeting)
    task, content = prompt(before, said, language)
    messages = (Message("system", task), Message("user", content))
    try:
        with anyio.fail_after(patience):
            answer = await answered(thinker, messages)
    except (EngineFailed, TimeoutError) as error:
        log.warning("the minutes of a meeting are not rewritten: %s", type(error).__name__)
        return before
    after = rewritten(answer, before, said)
    if after is None:
        log.warning("the minutes of a meeting are not rewritten: the answer cites no line for it")
        return before
    await diary.keep_minutes(meeting, after)
    return after


async def answered(thinker: Thinker, messages: Sequence[Message]) -> str:
    """The words of an answer, as many as can be read."""
    text = ""
    async with aclosing(thinker.think(messages)) as thoughts:
        async for thought in thoughts:
            if isinstance(thought, Words):
                text += thought.text
            if len(text) > LONGEST:
                break
    return text

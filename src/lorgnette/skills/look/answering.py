"""What a model says about a picture: spoken as it comes, and shown when it is all there."""

from contextlib import aclosing
from typing import Final

from lorgnette.core.errors import EngineFailed
from lorgnette.core.sentences import Sentences
from lorgnette.core.writing import showable
from lorgnette.engines import SEER
from lorgnette.skills import Reply, Turn
from lorgnette.skills.late import first

LONGEST: Final = 1_200
"""Characters of an answer: nobody listens to more."""

SHORTEST: Final = 20
"""Characters that are spoken before the rest is there: few texts may wait to be said."""


async def answered(turn: Turn, jpeg: bytes, question: str) -> Reply:
    """The last sentence of the answer, and all of it to read; the others are spoken on the way.

    It is somebody else's text about a picture in which anything may be written: it is only told.
    """

    def one_moment() -> None:
        turn.meanwhile(turn.message("takes-a-moment"))

    splitter, text, held = Sentences(), "", ""
    async with aclosing(turn[SEER].see((jpeg,), question, language=turn.language)) as words:
        piece = await first(words, one_moment)
        while piece is not None and len(text) < LONGEST:
            piece = piece[: LONGEST - len(text)]
            text += piece
            held += "".join(splitter.feed(piece))
            if len(held) >= SHORTEST:
                turn.meanwhile(showable(held, LONGEST))
                held = ""
            piece = await anext(words, None)
    shown = showable(text, LONGEST, paragraphs=True)
    if not shown:
        raise EngineFailed("the seer says nothing that can be shown")
    rest = showable(held + splitter.rest(), LONGEST)
    return Reply(say=rest, body=shown if rest else "")

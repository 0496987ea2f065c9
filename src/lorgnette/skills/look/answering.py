"""What a model says about a picture: spoken and shown as it comes."""

from contextlib import aclosing
from typing import Final

import anyio

from lorgnette.core import cards
from lorgnette.core.errors import EngineFailed
from lorgnette.core.sentences import Sentences
from lorgnette.core.writing import showable
from lorgnette.engines import SEER
from lorgnette.skills import Reply, Turn
from lorgnette.skills.late import first
from lorgnette.skills.look.skill import SEEING

LONGEST: Final = 1_200
"""Characters of an answer: nobody listens to more."""

SHORTEST: Final = 20
"""Characters that are spoken before the rest is there: a breath for each word tires."""


class BrokeOff(EngineFailed):
    """The answer has no end; what there was of it was spoken."""


class Answer:
    """An answer that is being written, and told sentence by sentence.

    It is somebody else's text about a picture in which anything may be written: it is only told.
    """

    def __init__(self, turn: Turn) -> None:
        """Nothing was written yet."""
        self._turn = turn
        self._text = ""
        self._held = ""
        self._splitter = Sentences()

    @property
    def is_long(self) -> bool:
        """Whether nobody listens to more."""
        return len(self._text) >= LONGEST

    def take(self, piece: str) -> None:
        """Some more words: tell the sentences that end with them."""
        piece = piece[: LONGEST - len(self._text)]
        self._text += piece
        self._held += "".join(self._splitter.feed(piece))
        if len(self._held) >= SHORTEST:
            self._turn.meanwhile(showable(self._held, LONGEST), self._card())
            self._held = ""

    def ended(self) -> Reply:
        """What is still to be said, and all of it to read. Raises EngineFailed without words."""
        if self._card() is None:
            raise EngineFailed("the seer says nothing that can be shown")
        return Reply(say=self._rest(), card=self._card())

    def broke_off(self) -> bool:
        """Tell what is there of the last sentence too; whether anything was said at all."""
        if rest := self._rest():
            self._turn.meanwhile(rest, self._card())
        return self._card() is not None

    def _rest(self) -> str:
        return showable(self._held + self._splitter.rest(), LONGEST)

    def _card(self) -> cards.Text | None:
        """All that was said."""
        shown = showable(self._text, LONGEST, paragraphs=True)
        return cards.Text(lines=tuple(map(cards.Line, shown.splitlines()))) if shown else None


async def answered(turn: Turn, jpeg: bytes, question: str) -> Reply:
    """The last sentence of the answer; the others are spoken on the way.

    Raises CannotHide before anything is asked; EngineFailed when there is no answer, or none in
    time; BrokeOff when there is no end of it.
    """

    def one_moment() -> None:
        turn.meanwhile(turn.message("takes-a-moment"))

    answer = Answer(turn)
    seen = turn[SEER].see((jpeg,), question, language=turn.language)
    try:
        async with aclosing(seen) as words:
            with anyio.fail_after(SEEING):
                piece = await first(words, one_moment)
                while piece is not None and not answer.is_long:
                    answer.take(piece)
                    piece = await anext(words, None)
    except (EngineFailed, TimeoutError) as error:
        failure = BrokeOff if answer.broke_off() else EngineFailed
        raise failure(str(error) or "the seer takes too long") from error
    return answer.ended()

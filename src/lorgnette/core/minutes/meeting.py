"""A meeting as the rules see it: its sentences, who replies to what, and what is told already."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from lorgnette.core.minutes.minutes import Quote
from lorgnette.core.minutes.names import Names
from lorgnette.core.minutes.said import Said, all_said
from lorgnette.core.minutes.terms import terms
from lorgnette.core.transcripts import Transcript

REPLIES: Final = 4
"""So many sentences further on a reply is looked for."""

REPLY_WITHIN: Final = 30.0
"""Seconds in which it begins."""


class Meeting:
    """The sentences of a meeting in their order.

    `told` holds the numbers of those that the minutes tell already.
    """

    def __init__(self, transcript: Transcript, began: dt.datetime | None) -> None:
        self.began = began
        self.said = tuple(all_said(transcript))
        self.terms = tuple(map(terms, self.said))
        self.names = Names(transcript, self.said)
        self.people = tuple(dict.fromkeys(said.who for said in self.said if said.who))
        self.told: set[int] = set()

    def after(self, at: int) -> Iterator[int]:
        """The sentences in which a reply can stand, the same voice's too."""
        asked = self.said[at]
        for each in range(at + 1, min(at + 1 + REPLIES, len(self.said))):
            if self.said[each].line.start - asked.line.end > REPLY_WITHIN:
                return
            yield each

    def replies(self, at: int) -> Iterator[int]:
        """What others say to a sentence: until somebody says or wants something else.

        Who asks back is the only one whose yes is still meant for the sentence.
        """
        asker: Said | None = None
        for each in self.after(at):
            said = self.said[each]
            wants = said.has("request", "proposal", "offer")
            if not said.is_by_another(self.said[at]):
                if wants:
                    return
            elif self._replies(said):
                if asker is None or not said.is_by_another(asker):
                    yield each
            elif wants or not said.asks:
                return
            else:
                asker = said

    @staticmethod
    def _replies(said: Said) -> bool:
        return (
            said.opens_with("agree", "take", "refuse", "defer")
            or said.has("done")
            or said.stands("promise") is not None
        )

    def other_than(self, who: str) -> str | None:
        """Who is meant by «you», where there are two."""
        others = [name for name in self.people if name != who]
        return others[0] if who and len(self.people) == 2 else None

    def quote(self, *sentences: int) -> tuple[Quote, ...]:
        """Sentences as quotations; they are told from now on."""
        self.told.update(sentences)
        return tuple(
            Quote(self.said[each].line.number, self.said[each].text) for each in sorted(sentences)
        )

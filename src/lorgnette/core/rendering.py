"""A translation that grows with what is said: committed sentences are kept, the rest is a guess.

Pure: whoever owns a translator asks what there is to translate and brings the answers.
"""

from collections.abc import Callable
from typing import Final

import msgspec

from lorgnette.core.captions import Caption, CaptionEvent, Captions, follow
from lorgnette.core.cards import Spoken
from lorgnette.core.sentences import Sentences, glued, sentences

LONGEST: Final = 160
"""Characters after which a sentence that does not end is translated as far as it is."""


class Part(msgspec.Struct, frozen=True):
    """Some words of a line, with their spaces; they begin at `place` of the committed text."""

    line: int
    place: int
    text: str


class Rendered(msgspec.Struct):
    """The translation of one line: of its first `upto` characters, and a `guess` at the rest."""

    text: str = ""
    upto: int = 0
    guess: str = ""


def everything(_: Caption) -> bool:
    """Every line is to be translated."""
    return True


class Rendering:
    """The captions of one language in another."""

    def __init__(
        self,
        wanted: Callable[[Caption], bool] = everything,
        settled: Callable[[Caption], bool] = everything,
    ) -> None:
        """`wanted`: which lines are translated; may change its mind about a line.

        `settled`: of which lines translations are kept already.
        """
        self.captions: Captions = ()
        self._wanted = wanted
        self._settled = settled
        self._rendered: dict[int, Rendered] = {}

    def follow(self, event: CaptionEvent) -> None:
        """Take an event of the captions."""
        self.captions = follow(event, self.captions)
        known = {each.line for each in self.captions}
        for line in [line for line in self._rendered if line not in known]:
            del self._rendered[line]

    def sentence(self) -> Part | None:
        """The oldest sentence that is certain and was not translated yet."""
        for caption in self.captions:
            if self._wanted(caption) and self._settled(caption):
                part = self._first(caption)
                if part is not None:
                    return part
        return None

    def keep(self, part: Part, text: str) -> None:
        """The translation of a sentence, which never changes."""
        rendered = self._of(part.line)
        if part.place == rendered.upto:
            rendered.text = glued((rendered.text, text))
            rendered.upto += len(part.text)
            rendered.guess = ""

    def pending(self) -> Part | None:
        """What is being said and no whole sentence yet."""
        for caption in self.captions[-1:]:
            place = self._of(caption.line).upto
            text = caption.text[place:]
            if not caption.ended and text.strip() and self._wanted(caption):
                return Part(caption.line, place, text)
        return None

    def guess(self, part: Part, text: str) -> None:
        """The translation of what is not certain, until something better comes."""
        rendered = self._of(part.line)
        if part.place == rendered.upto:
            rendered.guess = text

    def spoken(self) -> tuple[Spoken, ...]:
        """The translation, as a card shows it."""
        said = (self.translated(each.line) for each in self.captions if self._wanted(each))
        return tuple(each for each in said if each.text or each.tail)

    def translated(self, line: int) -> Spoken:
        """The translation of one line."""
        rendered = self._of(line)
        return Spoken(rendered.text, with_space(rendered.text, rendered.guess))

    def source(self) -> tuple[Spoken, ...]:
        """What was said, as a card shows it."""
        wanted = (each for each in self.captions if self._wanted(each))
        return tuple(Spoken(each.committed, each.tail) for each in wanted)

    def _of(self, line: int) -> Rendered:
        return self._rendered.setdefault(line, Rendered())

    def _first(self, caption: Caption) -> Part | None:
        """The first sentence of a line that is certain and was not translated."""
        place = self._of(caption.line).upto
        rest = caption.committed[place:]
        if not rest.strip():
            return None
        whole = sentences(rest, LONGEST) if caption.ended else Sentences(LONGEST).feed(rest)
        return Part(caption.line, place, whole[0]) if whole else None


def with_space(before: str, after: str) -> str:
    """The second text as it follows the first."""
    return glued((before, after))[len(before.strip()) :] if before and after else after

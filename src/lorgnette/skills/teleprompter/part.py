"""What one goes back or ahead by in a text."""

from enum import StrEnum

from lorgnette.core.slots import register
from lorgnette.core.slots.choice import Choice


class Part(StrEnum):
    """A part of a text, as it is said; one can also go back by a song, which is none."""

    LINE = "line|行"
    SENTENCE = "sentence|句|句话|句子"
    PARAGRAPH = "paragraph|段|段话|段落"


register(Part, Choice({part.value: part for part in Part}, "part", guessed=False))

"""What one goes back or ahead by in a text."""

from enum import StrEnum

from lorgnette.core.slots import slot
from lorgnette.core.slots.choice import Choice


class Part(StrEnum):
    """A part of a text, as it is said."""

    LINE = "line|行"
    SENTENCE = "sentence|句|句话|句子"
    PARAGRAPH = "paragraph|段|段话|段落"


@slot(Part)
class PartSlot(Choice[Part]):
    """Lines, sentences and paragraphs; one can also go back by a song."""

    guessed = False

    def __init__(self) -> None:
        super().__init__({part.value: part for part in Part}, "part")

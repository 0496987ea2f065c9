"""Which note the wearer means when they speak of their speech."""

from collections.abc import Sequence

from lorgnette.core.notes import Note
from lorgnette.core.types import ENGLISH
from lorgnette.core.words import split
from lorgnette.skills import Turn

LONG = 15
"""Words from which a note is a text to be spoken."""

OFFERED = 5
"""Notes among which the wearer is asked to choose."""


async def speeches(turn: Turn, name: str) -> tuple[Sequence[Note], bool]:
    """The notes that may be meant, the newest first, and whether they are called so.

    Those whose title has all words of `name`, else long ones in which they occur, else all long
    ones.
    """
    shelf = turn.shelf(Note)
    if name:
        found = [each.item for each in await shelf.find(name)]
        wanted = {*split(name, turn.language)}
        titled = [note for note in found if wanted <= {*split(note.title, turn.language)}]
        called = [note for note in titled if note.body] or [*filter(is_long, found)]
        if called:
            return called[:OFFERED], True
    newest = [each.item for each in await shelf.newest()]
    return [note for note in newest if is_long(note)][:OFFERED], not name


def is_long(note: Note) -> bool:
    """Whether a note is something to be spoken, and not to be remembered."""
    return len(split(note.text[:1_000], ENGLISH)) >= LONG

"""What was read or scanned, kept as a note."""

from lorgnette.core.notes import Note
from lorgnette.skills import Reply, Turn
from lorgnette.skills.lately import Text
from lorgnette.skills.look import telling
from lorgnette.skills.look.meant import Seen, latest
from lorgnette.skills.look.skill import skill


@skill.action(
    "(save|keep|store|copy) (it|this|that|the text|this text|that text) [as a note]",
    "(save|keep|remember) (the|this|that) (link|page|address)",
    "(save|keep|copy|add|put|write) (it|this|that|the text) (to|in|into) my notes",
    "make a note of (it|this|that)",
    "(write|note|jot) (it|this|that) down",
    "remember (this|that) text",
)
async def keep(turn: Turn) -> Reply:
    """Keep what was read or scanned last as a note."""
    seen = latest(turn)
    if seen is None:
        return Reply(say=turn.message("nothing-read"))
    text = words_of(turn, seen)
    await turn.shelf(Note).add(Note(text))
    return Reply(say=turn.message("kept-as-note"), title=turn.message("kept-as-note"), body=text)


def words_of(turn: Turn, seen: Seen) -> str:
    """All that was read, line by line; of a code what it says."""
    if isinstance(seen, Text):
        return "\n".join(seen.lines)
    card = telling.card(turn, seen.content)
    rows = (f"{line.text} {line.right}".strip() for line in card.lines)
    return "\n".join((card.title, *rows))

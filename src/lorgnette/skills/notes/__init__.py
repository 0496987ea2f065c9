"""Things to remember, in the wearer's own words."""

from collections.abc import Sequence

from lorgnette.core import cards
from lorgnette.core.notes import Note, beginning
from lorgnette.engines import Shelf, Stored
from lorgnette.skills import Offer, Reply, Skill, Turn

skill = Skill("notes")

READ_ALOUD = 3
"""Notes that are said; the others are only shown."""

SPOKEN_LENGTH = 60
"""Characters of a note that are said in a question about it."""

TOLD_LENGTH = 300
"""Characters of a note that are said and shown among others: a speech can be a note too."""


@skill.action(
    "(take|make|add|write|create|save) [me] (a|another) [new] note [that|saying|to|of] {text}",
    "(note|note down|jot down|write down|make a note|take a note|note to self) [that] {text}",
    "remember (that|to|this) {text}",
    "(add|write|put|save) {text} (to|in|into) my notes",
    "new note [that|saying] {text}",
    "(take|make|add|write|create) (a|another) [new] note",
    "new note",
)
async def take(turn: Turn, text: str) -> Reply:
    """Write a note down."""
    await turn.shelf(Note).add(Note(text))
    return Reply(say=turn.message("noted"), title=turn.message("noted"), body=text)


@skill.action(
    "(read|show|list|open|tell me|what are) [me] [all] [of] [my|the] notes",
    "(read|show) [me] (my|the) notes [out] [aloud|to me]",
    "what (did I note|have I noted) [down]",
    "(what's|what is|what do I have) in my notes",
    "do I have [any] notes",
    "(how many|what|which) notes do I have",
    "(can I|let me) see my notes",
    "(read|show) [me] my (last|latest|newest) note",
)
async def list_all(turn: Turn) -> Reply:
    """Tell and show all notes, the newest first."""
    return tell(turn, (await turn.shelf(Note).all())[::-1], turn.message("no-notes"))


@skill.action(
    "(find|search|show|look up|read) [for|me] [my|the] (note|notes) (about|on|with|for) {about}",
    "(search|look) [in|through] my notes for {about}",
    "what (did I note|have I noted|did I write down) about {about}",
    "(what are|do I have [any]) [my] notes (about|on) {about}",
    "what do my notes say about {about}",
)
async def search(turn: Turn, about: str) -> Reply:
    """Find the notes in which some words occur."""
    found = await turn.shelf(Note).find(about)
    return tell(turn, found, turn.message("nothing-found", about=about))


@skill.action(
    "(delete|remove|erase|forget) (my|the|that) (last|latest|newest) note",
    "(delete|remove|erase) that note",
    careful=True,
)
async def delete_last(turn: Turn) -> Reply:
    """Delete the newest note, after a yes."""
    shelf = turn.shelf(Note)
    newest = (await shelf.all())[-1:]
    return offer_to_delete(turn, shelf, newest, turn.message("no-notes"))


@skill.action(
    "(delete|remove|erase|forget) (my|the|all|all my|all the) (note|notes) (about|on|with) {about}",
    "(delete|remove) {about} from my notes",
    careful=True,
)
async def delete_about(turn: Turn, about: str) -> Reply:
    """Delete the notes in which some words occur, after a yes."""
    shelf = turn.shelf(Note)
    found = await shelf.find(about)
    return offer_to_delete(turn, shelf, found, turn.message("nothing-found", about=about))


@skill.action(
    "(delete|remove|erase|forget|clear) (all [of] [my|the]|my|the) notes",
    careful=True,
)
async def delete_all(turn: Turn) -> Reply:
    """Delete every note, after a yes."""
    shelf = turn.shelf(Note)
    return offer_to_delete(turn, shelf, await shelf.all(), turn.message("no-notes"))


def tell(turn: Turn, notes: Sequence[Stored[Note]], nothing: str) -> Reply:
    """Say the first notes and show them all."""
    if not notes:
        return Reply(say=nothing)
    texts = [told(each.item) for each in notes]
    title = turn.message("notes-title", count=len(notes))
    spoken = turn.message("list-separator").join(texts[:READ_ALOUD])
    say = turn.message("notes", count=len(notes), more=len(texts[READ_ALOUD:]), notes=spoken)
    return Reply(say=say, card=cards.List(title=title, items=tuple(map(cards.Line, texts))))


def offer_to_delete(
    turn: Turn, shelf: Shelf[Note], notes: Sequence[Stored[Note]], nothing: str
) -> Reply:
    """Ask before anything is deleted."""
    if not notes:
        return Reply(say=nothing)

    async def commit() -> Reply:
        count = await shelf.remove(*(each.id for each in notes))
        return Reply(say=turn.message("deleted", count=count), clears=True)

    texts = [each.item.text for each in notes]
    ask = turn.message("delete", count=len(notes), text=beginning(texts[0], SPOKEN_LENGTH))
    return Reply(offer=Offer(ask, commit), body="\n".join(texts))


def told(note: Note) -> str:
    """A note as it is told: as it is, or how it begins."""
    return note.text if len(note.text) <= TOLD_LENGTH else beginning(note.text, TOLD_LENGTH)

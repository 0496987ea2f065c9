"""Things to remember, in the wearer's own words."""

from collections.abc import Sequence

import msgspec

from lorgnette.core import cards
from lorgnette.engines import Shelf, Stored
from lorgnette.skills import Offer, Reply, Skill, Turn

skill = Skill("notes")

READ_ALOUD = 3
"""Notes that are said; the others are only shown."""


class Note(msgspec.Struct, frozen=True, tag="note"):
    """What the wearer wants to remember."""

    text: str


@skill.action(
    "(take|make|add|write) a note [that|saying] {text}",
    "(note|remember|write down|jot down) [that] {text}",
    "new note {text}",
    "(take|make|add|write) a note",
)
async def take(turn: Turn, text: str) -> Reply:
    """Write a note down."""
    await turn.shelf(Note).add(Note(text))
    return Reply(say=turn.message("noted"), title=turn.message("noted"), body=text)


@skill.action(
    "(read|show|list|what are) [me] [all] my notes",
    "what (did I note|have I noted) [down]",
    "do I have [any] notes",
)
async def list_all(turn: Turn) -> Reply:
    """Tell and show all notes, the newest first."""
    return tell(turn, (await turn.shelf(Note).all())[::-1], turn.message("no-notes"))


@skill.action(
    "(find|search [for]|show [me]|look up) [my|the] notes (about|on|with) {about}",
    "what did I note about {about}",
    "what are my notes (about|on) {about}",
)
async def search(turn: Turn, about: str) -> Reply:
    """Find the notes in which some words occur."""
    found = await turn.shelf(Note).find(about)
    return tell(turn, found, turn.message("nothing-found", about=about))


@skill.action(
    "(delete|remove|erase|forget) (my|the) (last|latest) note",
    careful=True,
)
async def delete_last(turn: Turn) -> Reply:
    """Delete the newest note, after a yes."""
    shelf = turn.shelf(Note)
    newest = (await shelf.all())[-1:]
    return offer_to_delete(turn, shelf, newest, turn.message("no-notes"))


@skill.action(
    "(delete|remove|erase|forget) (my|the|all|all my|all the) notes (about|on|with) {about}",
    "(delete|remove|erase|forget) (my|the) note (about|on|with) {about}",
    careful=True,
)
async def delete_about(turn: Turn, about: str) -> Reply:
    """Delete the notes in which some words occur, after a yes."""
    shelf = turn.shelf(Note)
    found = await shelf.find(about)
    return offer_to_delete(turn, shelf, found, turn.message("nothing-found", about=about))


@skill.action("(delete|remove|erase|forget) all [of] [my|the] notes", careful=True)
async def delete_all(turn: Turn) -> Reply:
    """Delete every note, after a yes."""
    shelf = turn.shelf(Note)
    return offer_to_delete(turn, shelf, await shelf.all(), turn.message("no-notes"))


def tell(turn: Turn, notes: Sequence[Stored[Note]], nothing: str) -> Reply:
    """Say the first notes and show them all."""
    if not notes:
        return Reply(say=nothing)
    texts = [each.item.text for each in notes]
    lines = tuple(cards.Line(text) for text in texts)
    title = turn.message("notes", count=len(notes))
    spoken = turn.message("list-separator").join(texts[:READ_ALOUD])
    return Reply(say=f"{title} {spoken}", card=cards.List(title=title, items=lines))


def offer_to_delete(
    turn: Turn, shelf: Shelf[Note], notes: Sequence[Stored[Note]], nothing: str
) -> Reply:
    """Ask before anything is deleted."""
    if not notes:
        return Reply(say=nothing)

    async def commit() -> Reply:
        count = await shelf.remove(*(each.id for each in notes))
        return Reply(say=turn.message("deleted", count=count), clears=True)

    ask = turn.message("delete", count=len(notes), text=notes[0].item.text)
    return Reply(offer=Offer(ask, commit), body="\n".join(each.item.text for each in notes))

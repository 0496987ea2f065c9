"""Finding photos: by words, by the day, and where the wearer is."""

from datetime import date
from typing import Final

from lorgnette.core.search.days import hours_of, last
from lorgnette.core.sentences import glued
from lorgnette.core.writing import showable
from lorgnette.engines.photos import Found, Photo, Search
from lorgnette.skills import Reply, Turn
from lorgnette.skills.photos.skill import album_of, skill
from lorgnette.skills.whereabouts import LOCATING

SPOKEN: Final = 300
"""Characters of what stands in a photo that are said; all of it is shown."""


@skill.action(
    "(find|show|search|look) [for|me] (a|the|my|all|all my) (photo|photos|picture|pictures)"
    " (with|of|about|that says|that say|showing) [the] [word|words|text|name] {words}",
    "(search|look) [in|through] my (photos|pictures) for [the] [word|words] {words}",
    "which (photo|photos|picture|pictures) (says|say|has|have|shows|show) [the] [word] {words}",
    "(find|show) [me] (the|my|all|all my) (photo|photos|picture|pictures) [I took|taken]"
    " (in|at|near|by) [the] {words}",
    "(which|what) (photos|pictures) did I take (in|at|near|by) [the] {words}",
)
async def find(turn: Turn, words: str) -> Reply:
    """Find the photos in which some words stand, or which were taken at such a place."""
    found = await album_of(turn).find(Search(words), limit=1)
    return await tell(turn, found, turn.message("none-with", words=words))


@skill.action(
    "(find|show) [me] (the|my|all|all my) (photo|photos|picture|pictures|pic|pics)"
    " [I took|taken] [from|of|on] {day}",
    "what (did I photograph|photos did I take|pictures did I take) [on] {day}",
    "(how many|which) (photos|pictures) did I take [on] {day}",
)
async def find_day(turn: Turn, day: date) -> Reply:
    """Find the photos of a day."""
    past = last(day, turn.now.date())
    found = await album_of(turn).find(Search("", *hours_of(past, turn.now)), limit=1)
    return await tell(turn, found, turn.message("none-from", day=past))


@skill.action(
    "(find|show) [me] (the|my|all|all my) (photos|pictures) [I took|taken]"
    " (here|near here|around here|nearby|at this place)",
    "(which|what) (photos|pictures) did I take (here|near here|around here)",
    patience=LOCATING,
)
async def find_here(turn: Turn) -> Reply:
    """Find the photos that were taken where the wearer is."""
    if (here := (await turn.located(skill.name)).glasses.position) is None:
        return Reply(say=turn.message("nowhere"))
    found = await album_of(turn).find(Search(near=here), limit=1)
    return await tell(turn, found, turn.message("none-here"))


@skill.action(
    "where did I take (the|my) (last|latest|newest) (photo|picture|pic)",
    "where was (the|my) (last|latest|newest) (photo|picture|pic) taken",
)
async def tell_where(turn: Turn) -> Reply:
    """Tell where the newest photo was taken."""
    photos = await album_of(turn).newest(limit=1)
    if not photos:
        return Reply(say=turn.message("none"))
    if not photos[0].place:
        return Reply(say=turn.message("unplaced"))
    return Reply(say=turn.message("placed", place=photos[0].place))


@skill.action(
    "(show|find) [me] (my|the) (last|latest|newest) (photo|picture|photograph|pic)",
    "(let me|can I) see (my|the|that) [last|latest|newest] (photo|picture|pic)",
    "(show|see) [me] (my|the|that) (photo|photos|picture|pictures) [again]",
)
async def show_last(turn: Turn) -> Reply:
    """Show the newest photo."""
    return await tell(turn, await album_of(turn).find(Search(), limit=1), turn.message("none"))


@skill.action(
    "(show|see) [me] the (previous|earlier) (one|photo|picture)",
    "[show] [me] the (photo|picture|one) before [that|this]",
)
async def before(turn: Turn) -> Reply:
    """Show the photo that was taken before the one that was shown last."""
    shown = turn.lately.last(Photo, turn.now)
    older = await album_of(turn).newest(before=shown.id if shown else None, limit=1)
    if not older:
        return Reply(say=turn.message("none-before" if shown else "none"))
    return await show(turn, older[0], turn.message("found", count=1, when=told_day(turn, older[0])))


@skill.action(
    "what does (the|that|my [last]) (photo|picture) say",
    "read [me] (the|that|my [last]) (photo|picture)",
    "read [me] the text (in|on|of) (the|that|my [last]) (photo|picture)",
)
async def says(turn: Turn) -> Reply:
    """Read what stands in the photo that was shown last, or else in the newest."""
    album, shown = album_of(turn), turn.lately.last(Photo, turn.now)
    newest = [await album.one(shown.id)] if shown else await album.newest(limit=1)
    if not newest:
        return Reply(say=turn.message("none"))
    photo = newest[0]
    if not photo.text:
        return Reply(say=turn.message("not-read-yet" if photo.text is None else "says-nothing"))
    return Reply(say=showable(photo.text, SPOKEN), body=photo.text)


@skill.action(
    "how many (photos|pictures|photographs|pics) (do I have|have I [taken]|are there|did I take)",
    "(do I have|have I taken) any (photos|pictures)",
    "count my (photos|pictures)",
)
async def count(turn: Turn) -> Reply:
    """Tell how many photos there are."""
    found = await album_of(turn).find(Search(), limit=1)
    return Reply(say=turn.message("count", count=found.count))


async def tell(turn: Turn, found: Found, none: str) -> Reply:
    """Say how many were found, and show the newest."""
    if not found.photos:
        return Reply(say=none)
    photo = found.photos[0]
    when = told_day(turn, photo)
    say = turn.message("found", count=found.count, when=when)
    if not found.exact:
        say = glued([turn.message("like"), say])
    return await show(turn, photo, say)


async def show(turn: Turn, photo: Photo, say: str) -> Reply:
    """A photo, which is the one that is meant from now on, and where it was taken."""
    turn.lately.note(photo, turn.now)
    if photo.place:
        say = glued([say, turn.message("placed", place=photo.place)])
    pixels = await album_of(turn).pixels(photo.id)
    return Reply(say=say, card=turn.picture(pixels, photo.title or say))


def told_day(turn: Turn, photo: Photo) -> str:
    """When a photo was taken, in few words."""
    taken = photo.taken.astimezone(turn.now.tzinfo)
    ago = (turn.now.date() - taken.date()).days
    clock = turn.show(taken.time().replace(second=0, microsecond=0))
    if ago in (0, 1):
        return turn.message("today" if ago == 0 else "yesterday", clock=clock)
    return turn.message("that-day", day=taken.date(), clock=clock)

"""Taking photos, and taking them back."""

from typing import Final

from lorgnette.skills import Offer, Reply, Turn
from lorgnette.skills.framed import sharpest
from lorgnette.skills.photos.finding import told_day
from lorgnette.skills.photos.skill import album_of, skill

SIDE: Final = 4_096
"""Pixels of the longer side that are asked for: most cameras have fewer."""

LENS: Final = 1_280
"""Pixels of a side that are enough to see what was taken: all of them would take time."""

PATIENCE: Final = 5.0
"""Seconds that it may take to have some frames and to keep the sharpest."""


@skill.action(
    "(take|snap|shoot|capture|make) [me|us] (a|another|one more|the) [new]"
    " (photo|picture|photograph|snapshot|pic) [(of|from) (this|that|it|these|them|us|me|here)]",
    "(take|snap|shoot|capture|make) [me|us] (a|another|one more) [new]"
    " (photo|picture|photograph|snapshot|pic) of {title}",
    "(photograph|snap|capture) (this|that|it|these|them|us)",
    patience=PATIENCE,
)
async def take(turn: Turn, title: str = "") -> Reply:
    """Take a photo, and keep it."""
    sight = await sharpest(turn.eyes, skill.name, side=SIDE)
    photo = await album_of(turn).add(sight.jpeg, turn.now, title=title, spot=turn.glasses.position)
    turn.lately.note(photo, turn.now)
    done = turn.message("taken")
    step = 1 + max(sight.pixels.shape) // LENS
    return Reply(say=done, card=turn.picture(sight.pixels[::step, ::step], title or done))


@skill.action(
    "(delete|remove|erase|forget) (my|the|that|this) [last|latest|newest]"
    " (photo|picture|photograph|snapshot|pic|video|film|clip)",
    careful=True,
)
async def delete_last(turn: Turn) -> Reply:
    """Delete the newest photo or video, after a yes."""
    album = album_of(turn)
    newest = await album.newest(limit=1)
    if not newest:
        return Reply(say=turn.message("none"))
    photo = newest[0]

    async def commit() -> Reply:
        await album.delete(photo.id)
        return Reply(say=turn.message("deleted"), clears=True)

    kind = "film" if photo.seconds else "photo"
    ask = turn.message("delete", kind=kind, when=told_day(turn, photo))
    return Reply(offer=Offer(ask, commit), card=turn.picture(await album.pixels(photo.id), ask))

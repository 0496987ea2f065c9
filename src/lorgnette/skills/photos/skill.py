"""The skill that everything about photos belongs to."""

from lorgnette.engines import PHOTOS, Album
from lorgnette.skills import Skill, Turn

skill = Skill("photos", needs=(PHOTOS,))


def album_of(turn: Turn) -> Album:
    """The photos of whoever asks."""
    return turn[PHOTOS].of(turn.wearer)

"""The faces in a picture: where they are, and nothing about whose they are."""

from collections.abc import Sequence
from typing import Protocol

from lorgnette.core.pictures import Box, Pixels
from lorgnette.engines.key import Key


class FaceFinder(Protocol):
    """Finds faces so that they can be hidden."""

    async def find(self, pixels: Pixels, /) -> Sequence[Box]:
        """A box around each face, from forehead to chin; it may reach beyond the picture.

        Rather a face too many than one too few. Safe to cancel. Raises EngineFailed when it
        broke or took too long: then nobody knows whether there are any.
        """


FACE_FINDER: Key[FaceFinder] = Key("face-finder")
"""Faces in pictures."""

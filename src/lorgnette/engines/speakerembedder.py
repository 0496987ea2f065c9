"""Whose voice is it? Sound to a direction: the same person's point the same way."""

from typing import Protocol

import msgspec

from lorgnette.core.types import Sound
from lorgnette.engines.key import Key


class SpeakerEmbedding(msgspec.Struct, frozen=True):
    """The direction of a voice: a vector of length 1.

    `model` names the network that made it: directions of two networks have nothing to do with
    each other. It tells who somebody is, so it is kept and shown like what they said.
    """

    model: str
    values: tuple[float, ...]

    def likeness(self, other: "SpeakerEmbedding") -> float:
        """The cosine between two voices, -1 to 1: what is the same person differs by network.

        Raises ValueError for directions of different networks.
        """
        if self.model != other.model:
            raise ValueError(f"{self.model} and {other.model} cannot be compared")
        return sum(one * two for one, two in zip(self.values, other.values, strict=True))


class SpeakerEmbedder(Protocol):
    """Who speaks, as a direction. Deciding who is the same is somebody else's work."""

    async def embed(self, sound: Sound, /) -> SpeakerEmbedding | None:
        """The direction of the voice in a piece of sound that is one person's speech.

        None when it is too short to tell. The same sound gives the same direction, however loud
        it is. Several at once; safe to cancel. Raises EngineFailed.
        """

    async def warm_up(self) -> None:
        """Load the model. Raises MissingPart."""


SPEAKER_EMBEDDER: Key[SpeakerEmbedder] = Key("speaker-embedder")

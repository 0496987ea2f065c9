"""Tells the glasses whether they are listened to: the indicator light, and how finely to send."""

from typing import TYPE_CHECKING

from lorgnette.link import messages as link
from lorgnette.senses.ears import Ears, Listening

if TYPE_CHECKING:
    from lorgnette.app.session.session import Session

PURPOSE = "speech"
"""What the microphone is used for, as the record of its use says."""


class Indicator:
    """Lit for as long as more than the wake word is listened for."""

    def __init__(self, session: "Session") -> None:
        self.session = session
        self.lit = False

    def follow(self, ears: Ears) -> None:
        """Light up or go out as the ears do, and have sound sent in pieces as they need them."""
        listening = ears.listening is not Listening.WAITING
        if listening == self.lit:
            return
        self.lit = listening
        limits = self.session.hub.limits
        chunk = limits.listening_chunk if listening else limits.waiting_chunk
        self.session.send(link.Light(microphone=listening, camera=False, purpose=PURPOSE))
        self.session.send(link.Chunk(samples=chunk))

"""Where the session's speech goes: over the link, to the glasses' loudspeaker."""

from typing import TYPE_CHECKING

from lorgnette.core import events as on
from lorgnette.core.types import Epoch, Language, Sound
from lorgnette.link import messages as link
from lorgnette.link.media import Speech

if TYPE_CHECKING:
    from lorgnette.app.session.session import Session


class Speaker:
    """Speech of one session on its way to the glasses."""

    def __init__(self, session: "Session") -> None:
        self.session = session

    def begin(self, sentence: on.Sounding, language: Language, side: int) -> None:
        """A sentence begins."""
        self.session.send(
            link.SpeechBegins(
                epoch=sentence.epoch,
                language=language,
                text=sentence.text[: link.SENTENCE],
                sample=sentence.start,
                side=side,
            )
        )

    def sound(self, epoch: Epoch, sample: int, piece: Sound) -> None:
        """Send the next piece, beginning at `sample` of the epoch's speech."""
        if sample == 0:
            self.session.timeline.tell("sound")
        self.session.send(Speech(epoch, sample, piece))

    def end(self, epoch: Epoch, samples: int) -> None:
        """There is no more speech in this epoch."""
        self.session.send(link.SpeechEnds(epoch=epoch, samples=samples))

    def failed(self, epoch: Epoch, reason: str) -> None:
        """Sign that something was to be said; what it was is shown, where there is a lens."""
        self.session.timeline.tell("error", message=reason, epoch=epoch)
        self.session.send(link.Earcon(name="error"))

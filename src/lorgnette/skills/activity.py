"""What an activity may know and use while it lives."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, AbstractContextManager
from datetime import datetime
from typing import Protocol

from lorgnette.core.captions import CaptionEvent
from lorgnette.core.cards import Card
from lorgnette.core.earcons import Earcon
from lorgnette.core.fixes import Fix
from lorgnette.core.opposite import OppositeLine
from lorgnette.core.types import Language, Sound
from lorgnette.engines import Screening
from lorgnette.skills.eyes import Sights
from lorgnette.skills.guests import Guests


class Life(Protocol):
    """One activity going on for one wearer. It outlives connections, not the session.

    What else it needs, engines, messages and what is kept, it has from the turn it began in.
    """

    @property
    def in_front(self) -> bool:
        """Whether it owns the lens."""

    @property
    def left(self) -> bool:
        """Whether the wearer has left it; else it is cancelled because their glasses are gone."""

    def show(self, card: Card) -> None:
        """Put a card on the lens, in the place of its last; seen while it owns the lens.

        Cheap, and may be called often: of cards that come too fast only the latest is drawn.
        """

    def say(
        self,
        text: str,
        language: Language | None = None,
        *,
        topic: str = "",
        earcon: Earcon | None = None,
        side: int = 0,
    ) -> None:
        """Say something when nobody else speaks, by default in the wearer's language.

        While it waits, what is said later about the same `topic` takes its place. An `earcon`
        comes before it. With a `side`, −1 left or 1 right, the voice comes from there: louder in
        that ear, and heard in both.
        """

    def hush(self, topic: str) -> None:
        """Leave unsaid what waits to be said about a topic."""

    def sounds(self) -> AbstractAsyncContextManager[AsyncIterator[tuple[int, Sound]]]:
        """The microphone's sound from now on, each piece with the number of its first sample.

        While it is open the indicator is lit. What was not recorded is missing: the number after
        a gap tells how much.
        """

    def captions(
        self, language: Language | None = None
    ) -> AbstractAsyncContextManager[AsyncIterator[CaptionEvent]]:
        """What is said around, written down while it is said, from now on.

        `language` is what is spoken, by default the wearer's. As with `sounds` the indicator is
        lit meanwhile. What the wearer says to the hub is left out. Raises UnsupportedLanguage when
        nobody can write that language down.
        """

    def looking(
        self, *, rate: float = 8.0, side: int = 1280
    ) -> AbstractAsyncContextManager[Sights]:
        """The camera's pictures from now on; see `Eyes.looking`."""

    def following(self, *, rate: float = 1.0) -> AbstractAsyncContextManager[AsyncIterator[Fix]]:
        """Where the wearer is from now on; see `Whereabouts.following`."""

    def opposite(self, lines: Sequence[OppositeLine], language: Language) -> None:
        """Show the person opposite what was said, in their language, on the page turned to them.

        The last lines are shown, in the place of those before, until the activity is over. Cheap,
        and may be called with every word.
        """

    def guests(self, screening: Screening, /) -> AbstractContextManager[Guests]:
        """Let people in who are invited to a screening, while inside.

        The wearer's page shows their invitations, and can end it.
        """

    def taps(self) -> AsyncIterator[None]:
        """Each tap that is meant for this activity."""

    def now(self) -> datetime:
        """The time, in the wearer's zone."""

    def moment_of(self, sample: int) -> datetime:
        """When a sample of the microphone was recorded."""

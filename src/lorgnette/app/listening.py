"""Makes the ears of a session from the wake word and voice activity engines that were found."""

from lorgnette.app.composition import Engines
from lorgnette.app.config import Ears as Settings
from lorgnette.core.errors import ConfigurationError
from lorgnette.engines import VOICE_ACTIVITY, WAKE_WORD
from lorgnette.senses.ears import Ears
from lorgnette.senses.endpoint import Budget, Pace
from lorgnette.senses.rules import EarRules


class Listening:
    """One for all sessions; each session gets ears of its own."""

    def __init__(self, settings: Settings, engines: Engines) -> None:
        self.settings = settings
        self.engines = engines

    def try_out(self) -> None:
        """Find out now what would fail later: engines that cannot be opened are set aside.

        Raises ConfigurationError for a wake word there is no model of.
        """
        words, found = self.settings.wake_words, self.engines.found
        if WAKE_WORD in found:
            known = found[WAKE_WORD].words
            for word in words:
                if word not in known:
                    raise ConfigurationError(
                        f"ears.wake_words: there is no model of {word!r}; there are:"
                        f" {', '.join(known)}"
                    )
        for key, given in ((WAKE_WORD, (words,)), (VOICE_ACTIVITY, ())):
            if key in found:
                try:
                    found[key].open(*given)
                except Exception as error:  # noqa: BLE001 - a stranger's engine may raise anything
                    self.engines.put_aside(key, error)

    def ears(self, pace: Pace) -> Ears | None:
        """New ears, or None where the hub has no voice activity detection."""
        if VOICE_ACTIVITY not in self.engines.found:
            return None
        words = self.settings.wake_words
        engine = self.engines.found.get(WAKE_WORD)
        wake = engine.open(words) if engine is not None and words else None
        budget = Budget(
            complete=self.settings.complete,
            continuable=self.settings.continuable,
            suspended=self.settings.suspended,
            open=self.settings.open,
            dangling=self.settings.dangling,
        )
        rules = EarRules(longest=self.settings.longest, budget=budget)
        return Ears(wake, self.engines.found[VOICE_ACTIVITY], rules, pace)

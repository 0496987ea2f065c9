"""Who is who in a conversation: voices that point the same way are the same speaker.

Each speaker is the mean of the voices that were taken for theirs. A voice like none of them is a
new speaker, if enough was heard of it. Two speakers whose means have come close were one all along:
their lines are relabelled. Numbers begin with 1, are never used again, and tell nothing but that.
"""

from collections import deque
from typing import Final

import msgspec

from lorgnette.core.captions import Relabelled
from lorgnette.core.types import SAMPLE_RATE
from lorgnette.engines.speakerembedder import SpeakerEmbedding

LINES: Final = 2_000
"""Lines of one speaker that can still be relabelled."""


class SpeakerRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Likenesses are cosines, as measured with WeSpeaker's and 3D-Speaker's networks."""

    alike: float = 0.5
    """So like a speaker a voice is theirs."""
    perhaps: float = 0.3
    """So like the most similar speaker a short voice is theirs too."""
    same: float = 0.7
    """So like each other two speakers are one."""
    enough: float = 1.2
    """Seconds of a voice that can be a new speaker's."""
    most: int = 30
    """Speakers in one conversation; further ones are taken for the most similar."""


class Speaker:
    """One speaker as known by now."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.lines: deque[int] = deque(maxlen=LINES)
        self._model = ""
        self._sum: tuple[float, ...] = ()

    @property
    def voice(self) -> SpeakerEmbedding:
        """The mean of all that was heard of them."""
        length = max(1e-9, sum(value * value for value in self._sum) ** 0.5)
        return SpeakerEmbedding(self._model, tuple(value / length for value in self._sum))

    def add(self, voice: SpeakerEmbedding, seconds: float) -> None:
        """More was heard of them: a long piece says more than a short one."""
        self._model = voice.model
        before = self._sum or (0.0,) * len(voice.values)
        added = (old + seconds * new for old, new in zip(before, voice.values, strict=True))
        self._sum = tuple(added)

    def become(self, other: "Speaker") -> None:
        """They were somebody else all along, who takes over everything of theirs."""
        other._sum = tuple(map(sum, zip(self._sum, other._sum, strict=True)))
        other.lines.extend(self.lines)


class Speakers:
    """The speakers of one conversation."""

    def __init__(self, rules: SpeakerRules | None = None) -> None:
        self._rules = rules or SpeakerRules()
        self._known: list[Speaker] = []
        self._count = 0

    def hear(self, line: int, voice: SpeakerEmbedding, samples: int) -> list[Relabelled]:
        """A line was said with this voice, so many samples long. It may be heard again."""
        seconds = samples / SAMPLE_RATE
        speaker = self._whose(voice, seconds)
        if speaker is None:
            return []
        speaker.add(voice, seconds)
        before = next((each for each in self._known if line in each.lines), None)
        if before is not speaker:
            if before is not None:
                before.lines.remove(line)
            speaker.lines.append(line)
        label = [] if before is speaker else [Relabelled((line,), speaker.number)]
        return label + self._merge(speaker)

    def _whose(self, voice: SpeakerEmbedding, seconds: float) -> Speaker | None:
        """The speaker with the most similar voice, a new one, or None when nobody can tell."""
        rules = self._rules
        best = max(self._known, key=lambda each: each.voice.likeness(voice), default=None)
        likeness = -1.0 if best is None else best.voice.likeness(voice)
        if likeness >= rules.alike or len(self._known) >= rules.most:
            return best
        if seconds < rules.enough:
            return best if likeness >= rules.perhaps else None
        self._count += 1
        self._known.append(Speaker(self._count))
        return self._known[-1]

    def _merge(self, changed: Speaker) -> list[Relabelled]:
        """Make one of two whose voices have come close, the one who was known first."""
        voice = changed.voice
        for other in self._known:
            if other is not changed and other.voice.likeness(voice) >= self._rules.same:
                first, second = sorted((changed, other), key=lambda each: each.number)
                relabelled = Relabelled(tuple(second.lines), first.number)
                second.become(first)
                self._known.remove(second)
                return [relabelled] if relabelled.lines else []
        return []

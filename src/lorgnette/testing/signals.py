"""Sounds that carry their own script, and the engines that read it: hearing without a network.

    sound = quiet(1) + called("hey jarvis") + voiced(1.5) + quiet(1)
    ears = Ears(ScriptedWakeWord().open(["hey jarvis"]), ScriptedVoiceActivity())

A voice is a square wave, and the height of a wake word's is its number. The scripted engines
behave as real ones do: the probability of speech lingers after a voice, and the score of a word
is high just after its end.
"""

from array import array
from collections.abc import Sequence
from typing import Final

from lorgnette.core.errors import MissingPart
from lorgnette.core.types import SAMPLE_BYTES, SAMPLE_RATE, Sound

PERIOD: Final = 64
VOICE: Final = 4000
"""The height of a voice."""

CALL: Final = 8000
"""The height of the first wake word; each further one is `CALL_STEP` higher."""

CALL_STEP: Final = 500
SPOKEN: Final = ("hey jarvis", "alexa")
"""The wake words that can be called."""


def quiet(seconds: float) -> Sound:
    """The sound of nobody speaking."""
    return bytes(round(seconds * SAMPLE_RATE) * SAMPLE_BYTES)


def voiced(seconds: float, height: int = VOICE) -> Sound:
    """The sound of somebody speaking."""
    half = array("h", [height]) * (PERIOD // 2) + array("h", [-height]) * (PERIOD // 2)
    count = round(seconds * SAMPLE_RATE)
    return (half * (count // PERIOD + 1))[:count].tobytes()


def called(word: str, seconds: float = 0.6) -> Sound:
    """The sound of a wake word, one of `SPOKEN`."""
    return voiced(seconds, CALL + CALL_STEP * SPOKEN.index(word))


def height(sound: Sound) -> int:
    """The greatest height of a sound."""
    return max(map(abs, array("h", sound)), default=0)


class Stepped:
    """Cuts a stream of sound into steps of equal length."""

    def __init__(self, samples: int) -> None:
        """`samples`: in one step."""
        self._size = samples * SAMPLE_BYTES
        self._rest = b""

    def hear(self, sound: Sound) -> list[Sound]:
        """The steps that are full once `sound` was heard."""
        self._rest += sound
        full = len(self._rest) // self._size * self._size
        steps = [self._rest[at : at + self._size] for at in range(0, full, self._size)]
        self._rest = self._rest[full:]
        return steps


class ScriptedSpeechMeter:
    """Hears a voice in whatever is loud. Made by `ScriptedVoiceActivity.open`."""

    def __init__(self, lag: int) -> None:
        self._lag = lag
        self._steps = Stepped(512)
        self._voice = 0

    def hear(self, sound: Sound, /) -> float:
        """1 for 32 ms in which somebody speaks and for `lag` such steps after, else 0."""
        for step in self._steps.hear(sound):
            self._voice = self._lag + 1 if height(step) >= VOICE else max(0, self._voice - 1)
        return float(self._voice > 0)

    def reset(self) -> None:
        """Forget what was heard."""
        self._steps = Stepped(512)
        self._voice = 0


class ScriptedVoiceActivity:
    """A `VoiceActivity` that hears `voiced` and `called` sounds, and nothing else."""

    def __init__(self, lag: int = 3) -> None:
        """`lag`: steps of 32 ms in which speech stays likely after its end."""
        self._lag = lag

    def open(self) -> ScriptedSpeechMeter:
        """A meter for one stream."""
        return ScriptedSpeechMeter(self._lag)


class ScriptedWakeMeter:
    """Knows a wake word by its height. Made by `ScriptedWakeWord.open`."""

    AFTER: Final = 5
    """Scores that are high after a word."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = tuple(words)
        self._steps = Stepped(480)
        self._after = dict.fromkeys(self._words, 0)

    def hear(self, sound: Sound, /) -> Sequence[tuple[str, float]]:
        """A score for each word every 30 ms."""
        scores = []
        for step in self._steps.hear(sound):
            now = height(step)
            for word in self._words:
                if now == CALL + CALL_STEP * SPOKEN.index(word):
                    self._after[word] = self.AFTER
                    scores.append((word, 0.0))
                else:
                    scores.append((word, float(self._after[word] > 0)))
                    self._after[word] = max(0, self._after[word] - 1)
        return scores

    def reset(self) -> None:
        """Forget what was heard."""
        self._steps = Stepped(480)
        self._after = dict.fromkeys(self._words, 0)


class ScriptedWakeWord:
    """A `WakeWord` that hears `called` sounds."""

    words: Sequence[str] = SPOKEN

    def open(self, words: Sequence[str]) -> ScriptedWakeMeter:
        """A meter for one stream. Raises MissingPart for a word that cannot be called."""
        for word in words:
            if word not in SPOKEN:
                raise MissingPart(f"nobody says «{word}» here")
        return ScriptedWakeMeter(words)

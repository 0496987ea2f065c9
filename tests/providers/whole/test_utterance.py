import numpy as np
import pytest

from lorgnette.core.types import ENGLISH
from lorgnette.engines import Transcript
from lorgnette.providers.whole.utterance import Considered, consider

NOTHING = Considered(Transcript("", ENGLISH))


class Counting:
    """A transcriber that hears how many seconds were spoken, and counts how often it is asked."""

    def __init__(self):
        self.asked = []
        self.guesses = []

    def transcribe(self, samples, vocabulary, guess=""):
        self.asked.append((len(samples) / 16_000, vocabulary))
        self.guesses.append(guess)
        return Transcript(f"{len(self.asked)}", ENGLISH, meant="something" if vocabulary else "")


def speech(seconds):
    random = np.random.default_rng(1)
    return (random.normal(size=int(seconds * 16_000)) * 3000).astype("<i2").tobytes()


def silence(seconds):
    return bytes(int(seconds * 16_000) * 2)


@pytest.fixture
def counting():
    return Counting()


def test_silence_is_nothing_and_costs_nothing(counting):
    assert consider(silence(2), NOTHING, counting, None).transcript.text == ""
    assert consider(b"", NOTHING, counting, None).transcript.text == ""
    assert counting.asked == []


def test_only_speech_is_listened_to(counting):
    consider(silence(2) + speech(1) + silence(3), NOTHING, counting, "words")

    (seconds, vocabulary), *others = counting.asked
    assert seconds == pytest.approx(1.5, abs=0.1)
    assert vocabulary == "words"
    assert others == []


def test_silence_after_speech_is_no_news(counting):
    sound = speech(1) + silence(0.2)
    first = consider(sound, NOTHING, counting, None)

    second = consider(sound + silence(1), first, counting, None)

    assert second is first
    assert len(counting.asked) == 1


def test_a_word_at_the_very_end_is_heard_again_with_what_follows(counting):
    first = consider(speech(1), NOTHING, counting, None)

    second = consider(speech(1) + silence(0.2), first, counting, None)

    assert second.transcript.text == "2"


def test_more_speech_is_news(counting):
    first = consider(speech(1) + silence(0.3), NOTHING, counting, None)

    second = consider(speech(1) + silence(0.3) + speech(1), first, counting, None)

    assert second.transcript.text == "2"


def test_a_long_utterance_is_settled_in_parts(counting):
    sound = speech(11) + silence(0.4) + speech(9) + silence(0.4) + speech(3)

    known = consider(sound, NOTHING, counting, "words")

    assert known.transcript == Transcript("1 2", ENGLISH)
    assert known.said == ("1",)
    assert known.samples / 16_000 == pytest.approx(11.2, abs=0.2)
    more = consider(sound[known.samples * 2 :] + speech(10), known, counting, "words")
    assert more.transcript.text == "1 3 4"
    assert all(seconds < 16 for seconds, _ in counting.asked)


def test_a_partial_goes_on_from_the_last_one_and_what_is_final_starts_anew(counting):
    first = consider(speech(2), NOTHING, counting, None, partial=True)
    second = consider(speech(3), first, counting, None, partial=True)
    final = consider(speech(3), second, counting, None)

    assert counting.guesses == ["", "1", ""]
    assert [each.transcript.text for each in (first, second, final)] == ["1", "2", "3"]


def test_what_was_found_in_haste_is_looked_at_again_and_the_rest_is_known(counting):
    sound = silence(0.3) + speech(2) + silence(0.5)
    hasty = consider(sound, NOTHING, counting, None, partial=True)
    final = consider(sound, hasty, counting, None)

    assert consider(sound, hasty, counting, None, partial=True) is hasty
    assert consider(sound, final, counting, None, partial=True) is final
    assert len(counting.asked) == 2

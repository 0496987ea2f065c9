import pytest

from lorgnette.core.captions import Relabelled
from lorgnette.core.types import SAMPLE_RATE
from lorgnette.engines import SpeakerEmbedding
from lorgnette.senses.speakers import SpeakerRules, Speakers

LONG, SHORT = 3 * SAMPLE_RATE, SAMPLE_RATE // 2
ANNA, BEN = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0)


def voice(*values):
    length = sum(value * value for value in values) ** 0.5
    return SpeakerEmbedding("net", tuple(value / length for value in values))


def test_voices_that_are_alike_are_one_speaker():
    speakers = Speakers()

    assert speakers.hear(1, voice(*ANNA), LONG) == [Relabelled((1,), 1)]
    assert speakers.hear(2, voice(*BEN), LONG) == [Relabelled((2,), 2)]
    assert speakers.hear(3, voice(0.9, 0.1, 0.2), LONG) == [Relabelled((3,), 1)]


def test_the_same_line_heard_again_is_told_only_when_the_speaker_is_another():
    speakers = Speakers()
    speakers.hear(1, voice(*ANNA), LONG)
    speakers.hear(2, voice(0.55, 0.45, 0.5), LONG)

    assert speakers.hear(1, voice(*ANNA), LONG) == []
    assert speakers.hear(2, voice(*BEN), LONG) == [Relabelled((2,), 2)]


def test_a_short_voice_is_nobody_new():
    speakers = Speakers()

    assert speakers.hear(1, voice(*ANNA), SHORT) == []
    speakers.hear(2, voice(*ANNA), LONG)
    assert speakers.hear(3, voice(*BEN), SHORT) == []
    assert speakers.hear(4, voice(0.4, 0.9, 0), SHORT) == [Relabelled((4,), 1)]


def test_two_who_turn_out_to_be_one_are_relabelled_as_the_first():
    speakers = Speakers(SpeakerRules(alike=0.9, same=0.9))
    speakers.hear(1, voice(*ANNA), LONG)
    assert speakers.hear(2, voice(0.8, 0.6, 0), LONG) == [Relabelled((2,), 2)]

    assert Relabelled((2, 10, 11), 1) in [
        event for turn in range(9) for event in speakers.hear(10 + turn, voice(0.94, 0.34, 0), LONG)
    ]


def test_nobody_is_counted_without_end():
    speakers = Speakers(SpeakerRules(most=3))
    labels = set()
    for line in range(200):
        values = [0.01] * 50
        values[line % 50] = 1.0
        labels |= {event.speaker for event in speakers.hear(line, voice(*values), LONG)}

    assert labels == {1, 2, 3}


def test_voices_of_two_networks_are_never_compared():
    speakers = Speakers()
    speakers.hear(1, voice(*ANNA), LONG)

    with pytest.raises(ValueError, match="cannot be compared"):
        speakers.hear(2, SpeakerEmbedding("other", ANNA), LONG)

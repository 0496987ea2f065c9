from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.types import Epoch
from lorgnette.link.client.speaker import VirtualSpeaker
from lorgnette.link.media import Speech
from lorgnette.link.messages import Played

ONE, TWO = Epoch(1), Epoch(2)


def speech(epoch, sample, seconds, value=1):
    return Speech(epoch, sample, value.to_bytes(2, "little") * round(seconds * 16_000))


def test_plays_at_the_speed_of_sound():
    speaker = VirtualSpeaker()
    speaker.feed(speech(ONE, 0, 0.2), 10.0)
    speaker.advance(10.05)

    assert speaker.report() == Played(ONE, 800)
    assert speaker.buffered == 2_400


def test_stands_still_while_there_is_nothing_to_play():
    speaker = VirtualSpeaker()
    speaker.feed(speech(ONE, 0, 0.1), 0.0)
    speaker.feed(speech(ONE, 1_600, 0.1), 5.0)
    speaker.advance(5.05)

    assert speaker.report() == Played(ONE, 2_400)


def test_reports_only_what_is_news():
    speaker = VirtualSpeaker()
    assert speaker.report() is None
    speaker.feed(speech(ONE, 0, 0.1), 0.0)
    speaker.advance(0.1)

    assert speaker.report() == Played(ONE, 1_600)
    speaker.advance(9.0)
    assert speaker.report() is None
    speaker.ends(ONE, 1_600)
    assert speaker.report() == Played(ONE, 1_600, done=True)
    assert speaker.report() is None


def test_an_epoch_without_sound_is_done_at_once():
    speaker = VirtualSpeaker()
    speaker.ends(ONE, 0)

    assert speaker.report() == Played(ONE, 0, done=True)


def test_plays_epochs_one_after_the_other():
    speaker = VirtualSpeaker()
    speaker.feed(speech(ONE, 0, 0.1), 0.0)
    speaker.ends(ONE, 1_600)
    speaker.feed(speech(TWO, 0, 0.1), 0.0)
    speaker.ends(TWO, 1_600)
    speaker.advance(0.15)
    assert speaker.report() == Played(TWO, 800)
    speaker.advance(0.2)
    assert speaker.report() == Played(TWO, 1_600, done=True)


def test_stops_at_a_flush_and_says_where():
    speaker = VirtualSpeaker(keep=True)
    speaker.feed(speech(ONE, 0, 0.2, value=1), 0.0)
    speaker.feed(speech(TWO, 0, 0.1, value=2), 0.0)
    speaker.flush(ONE, 0.1)

    assert speaker.report() == Played(ONE, 1_600)
    speaker.advance(1.0)
    assert speaker.recording == b"\x01\x00" * 1_600 + b"\x02\x00" * 1_600


@given(st.lists(st.floats(0.0001, 0.1), max_size=60))
def test_looking_often_changes_nothing(looks):
    speaker, now = VirtualSpeaker(), 0.0
    for second in range(6):
        speaker.feed(speech(ONE, second * 16_000, 1.0), 0.0)
    for pause in looks:
        now += pause
        speaker.advance(now)

    assert abs(6 * 16_000 - speaker.buffered - now * 16_000) <= 2

from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.types import Epoch
from lorgnette.link.media import Speech
from lorgnette.link.speech import REMEMBERED, SpeechOnce


def piece(epoch, first, count):
    sound = b"".join(number.to_bytes(2, "little") for number in range(first, first + count))
    return Speech(Epoch(epoch), first, sound)


def test_speech_that_comes_twice_is_heard_once():
    once = SpeechOnce()

    assert once.news(piece(1, 0, 10)) == piece(1, 0, 10)
    assert once.news(piece(1, 0, 10)) is None
    assert once.news(piece(1, 5, 10)) == piece(1, 10, 5)
    assert once.news(piece(2, 0, 10)) == piece(2, 0, 10)


def test_flushed_speech_never_comes_back():
    once = SpeechOnce()
    once.flush(Epoch(2))
    once.flush(Epoch(1))

    assert once.news(piece(2, 0, 10)) is None
    assert once.news(piece(3, 0, 10)) == piece(3, 0, 10)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 50), st.integers(0, 50)), max_size=30))
def test_no_sample_is_heard_twice(pieces):
    once, heard = SpeechOnce(), set()
    for epoch, first, count in pieces:
        news = once.news(piece(epoch, first, count))
        if news is not None:
            samples = {
                (epoch, number) for number in range(news.sample, news.sample + len(news.sound) // 2)
            }
            assert news.sound
            assert not samples & heard
            heard |= samples


def test_remembers_a_bounded_number_of_epochs():
    once = SpeechOnce()
    for epoch in range(REMEMBERED * 3):
        once.news(piece(epoch, 0, 1))

    assert len(once._next) == REMEMBERED

from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.types import Gesture
from lorgnette.link.inbox import Gap, Inbox
from lorgnette.link.media import Microphone
from lorgnette.link.messages import Touched


def sound(first, count):
    """Samples whose values are their numbers."""
    return b"".join(
        (number % 2**16).to_bytes(2, "little") for number in range(first, first + count)
    )


def piece(first, count, **more):
    return Microphone(first, sound(first, count), **more)


def hear(inbox, *pieces):
    return [news for one in pieces for news in inbox.hear(one)]


def test_takes_what_follows_as_it_is():
    inbox = Inbox()

    assert hear(inbox, piece(0, 320), piece(320, 320)) == [piece(0, 320), piece(320, 320)]
    assert inbox.sample == 640


def test_drops_and_trims_what_it_has():
    inbox = Inbox()
    hear(inbox, piece(0, 320))

    assert hear(inbox, piece(0, 320), piece(160, 320)) == [piece(320, 160)]


def test_begins_wherever_the_glasses_are():
    inbox = Inbox()

    assert hear(inbox, piece(5_000, 10)) == [piece(5_000, 10)]


def test_says_what_is_missing_without_making_it_up():
    inbox = Inbox()
    hear(inbox, piece(0, 320))

    assert hear(inbox, piece(640, 320), piece(10**15, 2, lost=True)) == [
        Gap(320, 320, lost=False),
        piece(640, 320),
        Gap(960, 10**15 - 960, lost=True),
        piece(10**15, 2),
    ]


def test_an_end_comes_once_even_without_sound():
    inbox = Inbox()
    hear(inbox, piece(0, 320))
    end = Microphone(320, b"", end=True)

    assert hear(inbox, end, end) == [end]
    assert inbox.ended
    assert hear(inbox, piece(320, 320), end) == [piece(320, 320)]
    assert not inbox.ended


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 100)), max_size=30))
def test_every_sample_comes_at_most_once_and_in_order(pieces):
    inbox, position = Inbox(), None
    for first, count in pieces:
        for news in inbox.hear(piece(first, count)):
            if isinstance(news, Gap):
                assert news.samples > 0
                position = news.sample + news.samples
            else:
                assert position in (None, news.sample)
                assert news.sound == sound(news.sample, len(news.sound) // 2)
                position = news.sample + len(news.sound) // 2


def test_takes_each_number_once():
    inbox = Inbox()

    assert inbox.takes(Touched(Gesture.TAP, number=1))
    assert not inbox.takes(Touched(Gesture.TAP, number=1))
    assert inbox.takes(Touched(Gesture.TAP, number=2))
    assert inbox.number == 2


def test_a_message_without_a_number_is_always_taken():
    inbox = Inbox()

    assert inbox.takes(Touched(Gesture.TAP))
    assert inbox.takes(Touched(Gesture.TAP))

import pytest
from msgspec.structs import replace

from lorgnette.core.cards import Progress, Text
from lorgnette.core.errors import TooMuch
from lorgnette.core.types import Epoch
from lorgnette.link.limits import LIMITS, Limits
from lorgnette.link.media import Speech
from lorgnette.link.messages import Clear, Duck, Earcon, Flush, Heard, Partial, Show, Update
from lorgnette.link.outbox import Outbox

CARD = Text(title="a")


def outbox(*messages, limits=None, now=0.0):
    made = Outbox(limits or Limits())
    for message in messages:
        made.put(message, now)
    return made


def speech(epoch, sample, count=320):
    return Speech(Epoch(epoch), sample, bytes(2 * count))


def test_numbers_events_from_one_and_leaves_volatile_messages_alone():
    made = outbox(Heard("a"), Partial("b"), Clear())

    assert made.unsent(0.0) == [Heard("a", event=1), Partial("b"), Clear(event=2)]
    assert made.unsent(0.0) == []


def test_keeps_events_until_they_are_acknowledged():
    made = outbox(Heard("a"), Heard("b"), Heard("c"))
    made.unsent(0.0)
    made.acknowledge(2)
    made.rewind()

    assert made.unsent(0.0) == [Heard("c", event=3)]


@pytest.mark.parametrize(
    ("messages", "left"),
    [
        ([Partial("a"), Partial("b")], [Partial("b")]),
        ([Partial("a"), Heard("b")], [Heard("b", event=1)]),
        ([Update(CARD), Update(CARD, "map")], [Update(CARD), Update(CARD, "map")]),
        ([Update(CARD), Clear()], [Clear(event=1)]),
        ([Show(CARD), Update(CARD), Update(CARD)], [Show(CARD, event=1), Update(CARD)]),
        ([Duck(Epoch(1), on=True), Duck(Epoch(1), on=False)], [Duck(Epoch(1), on=False)]),
        ([Partial("a"), Earcon("wake")], [Partial("a"), Earcon("wake", event=1)]),
    ],
)
def test_only_the_latest_of_a_volatile_kind_counts(messages, left):
    assert outbox(*messages).unsent(0.0) == left


def test_volatile_messages_that_were_sent_are_sent_again_after_a_return():
    made = outbox(Partial("a"))
    made.unsent(0.0)
    made.rewind()

    assert made.unsent(0.0) == [Partial("a")]


def test_keeps_speech_until_it_is_played():
    made = outbox(speech(1, 0), speech(1, 320), speech(2, 0))
    made.played(1, 500)
    assert made.ahead == 640
    made.played(2, 100)

    assert made.unsent(0.0) == [speech(2, 0)]


def test_a_flush_drops_speech_now_and_later():
    made = outbox(speech(1, 0), speech(2, 0), Flush(Epoch(1)), speech(1, 320))

    assert made.unsent(0.0) == [speech(2, 0), Flush(Epoch(1), event=1)]


def test_never_drops_an_event_but_says_when_there_are_too_many():
    made = outbox(*[Heard("a")] * 4, limits=Limits(outbox_bytes=1_200))

    with pytest.raises(TooMuch):
        made.put(Heard("a"), 0.0)
    assert len(made.unsent(0.0)) == 4


def test_makes_room_when_events_are_acknowledged():
    made = outbox(limits=Limits(outbox_bytes=1_200))
    for number in range(50):
        made.put(Heard("a"), 0.0)
        made.acknowledge(number + 1)

    assert len(made) == 0


def test_gives_up_on_glasses_that_acknowledge_nothing_for_too_long():
    made, patience = outbox(Heard("a"), now=5.0), LIMITS.outbox_seconds
    made.put(Heard("b"), 5.0 + patience)

    with pytest.raises(TooMuch):
        made.put(Heard("c"), 5.1 + patience)


def test_a_countdown_is_resent_as_it_is_then():
    tea = Progress(title="tea", seconds_left=60.0)
    made = outbox(Show(tea))

    [shown] = made.unsent(10.0)

    assert shown.card == replace(tea, seconds_left=50.0)

import anyio

from lorgnette.app.gauge import Gauge
from lorgnette.app.session.mouth import WAITING, Mouth
from lorgnette.core import effects as do
from lorgnette.core import events as on
from lorgnette.core.types import ENGLISH, Epoch

TEXT = "A text of some length."
ROOM = WAITING // (len(TEXT) + 1)


class Ear:
    """Hears texts."""

    def __init__(self):
        self.heard = []
        self.sides = []

    def begin(self, sentence, language, side):
        self.heard.append((sentence.epoch, sentence.text))
        self.sides.append(side)

    def end(self, epoch, samples):
        self.heard.append((epoch, "."))


async def said(*texts, flushed=None):
    """What is heard of texts that come all at once, and what is told; `flushed`: an epoch."""
    ear, events = Ear(), []
    mouth = Mouth(None, ear, events.append, Gauge())
    for epoch, text, more in texts:
        if epoch - 1 == flushed:
            mouth.flush(flushed)
        mouth.say(do.Speak(epoch, text, ENGLISH, more))
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(mouth.run)
        await anyio.sleep(1)
        tasks.cancel_scope.cancel()
    return ear.heard, events


async def test_many_texts_wait_and_are_said_to_their_end():
    texts = [(Epoch(1), f"{number}.", number < 999) for number in range(1_000)]
    heard, events = await said(*texts)
    assert heard == [*((1, f"{number}.") for number in range(1_000)), (1, ".")]
    assert events == [on.Finished(Epoch(1))]


async def test_what_waits_is_bounded_and_said_and_there_is_an_end():
    texts = [(Epoch(1), TEXT, number < 2 * ROOM) for number in range(2 * ROOM + 1)]
    heard, events = await said(*texts)
    assert heard == [*[(1, TEXT)] * ROOM, (1, ".")]
    assert events == [on.Finished(Epoch(1))]


async def test_one_long_text_is_said():
    heard, _ = await said((Epoch(1), "long" * WAITING, False))
    assert "".join(text for _, text in heard) == "long" * WAITING + "."


async def test_what_nobody_wants_to_hear_any_more_leaves_room():
    full = [(Epoch(1), TEXT, True)] * (ROOM + 1)
    heard, events = await said(*full, (Epoch(2), "Yes.", False), flushed=Epoch(1))
    assert heard == [(2, "Yes."), (2, ".")]
    assert events == [on.Finished(Epoch(2))]

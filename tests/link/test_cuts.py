"""The network is cut at every event of a conversation: no word is lost, nothing is said twice."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lorgnette.core.cards import Text
from lorgnette.core.types import AR, SAMPLE_BYTES, Epoch, Gesture, samples_in
from lorgnette.link.glasses_link import GlassesLink
from lorgnette.link.hub_link import HubLink
from lorgnette.link.limits import Limits
from lorgnette.link.media import Microphone, Speech
from lorgnette.link.messages import (
    Chunk,
    Clear,
    Committed,
    Duck,
    Earcon,
    Flush,
    Heard,
    Light,
    Numbered,
    Partial,
    Played,
    Show,
    SpeechBegins,
    SpeechEnds,
    Status,
    Talk,
    Touched,
    Typed,
    Update,
)
from lorgnette.link.protocol import HubProtocol

VOICE = b"".join((number % 2**16).to_bytes(2, "little") for number in range(16_000))
"""A second of sound in which every sample is its number."""

ONE, TWO = Epoch(1), Epoch(2)
CARD = Text(title="Half past ten")

SCRIPT = [
    Status(battery=80),
    1_280,
    Touched(Gesture.TAP, 1_280),
    Earcon("wake"),
    Light(microphone=True, camera=False),
    Chunk(320),
    1_600,
    Partial("what"),
    700,
    Partial("what time"),
    320,
    Heard("what time is it"),
    Show(CARD),
    SpeechBegins(ONE, "en", "Half past ten, and"),
    Speech(ONE, 0, VOICE[:1_280]),
    640,
    Speech(ONE, 640, VOICE[1_280:2_560]),
    Played(ONE, 320),
    Duck(ONE, on=True),
    Talk(pressed=True, sample=4_540),
    Flush(ONE),
    640,
    Talk(pressed=False, sample=5_180),
    Typed("never mind"),
    Heard("never mind"),
    SpeechBegins(TWO, "en", "All right."),
    Speech(TWO, 0, VOICE[:2_000]),
    Update(CARD),
    Speech(TWO, 1_000, VOICE[2_000:3_000]),
    SpeechEnds(TWO, 1_500),
    Played(TWO, 1_200),
    Clear(),
    Chunk(1_280),
    960,
]
"""Numbers are samples the microphone hears; the rest is what each side sends."""

TO_GLASSES = (Committed, Speech, Partial, Update, Duck, Chunk)


class Conversation:
    """Plays the script over connections that are cut where `cuts` says, counting frames."""

    def __init__(self, cuts, twice=()):
        self.glasses = GlassesLink(AR)
        self.hub = HubLink("secret", Limits(ack_samples=1_000, audio_burst=1e6))
        self.heard, self.told, self.recorded = [], [], 0
        self.cuts, self.twice, self.frames = cuts, twice, 0
        self.here = self.there = None

    def play(self):
        for line in SCRIPT:
            if isinstance(line, int):
                sound = VOICE[self.recorded * SAMPLE_BYTES : (self.recorded + line) * SAMPLE_BYTES]
                self.glasses.record(sound)
                self.recorded += line
            elif isinstance(line, TO_GLASSES):
                self.hub.send(line, 0.0)
            else:
                self.glasses.send(line)
            self.settle()
        self.glasses.record(b"", end=True)
        self.settle()
        return self

    def settle(self):
        """Deliver what there is until both are quiet, on as many connections as that takes."""
        while not self.deliver():
            self.hub.detach(self.there, 0.0)
            self.here = None

    def deliver(self):
        """Whether the connection held."""
        if self.here is None:
            self.here, self.there = self.glasses.attach(), HubProtocol()
        while self.hub.waiting(self.there) or self.glasses.waiting(self.here):
            if not (self.upwards() and self.downwards()):
                return False
        return True

    def upwards(self):
        for frame in self.glasses.to_send(self.here):
            for _ in range(self.copies(self.there)):
                if self.there.state == "new":
                    [hello] = self.there.receive(frame)
                    self.hub.attach(self.there, hello, 0.0)
                else:
                    self.heard += self.hub.receive(self.there, frame, 0.0)
            if self.frames - 1 in self.cuts:
                return False
        return True

    def downwards(self):
        for frame in self.hub.to_send(self.there, 0.0):
            for _ in range(self.copies(self.here)):
                self.told += self.glasses.receive(self.here, frame)
            if self.frames - 1 in self.cuts:
                return False
        return True

    def copies(self, receiver):
        """How often the next frame arrives; a second hello or welcome would be a breach."""
        number, self.frames = self.frames, self.frames + 1
        if number in self.cuts:
            return 0
        return 2 if number in self.twice and receiver.state == "open" else 1


def check(conversation):
    """Everything arrived, once, in order."""
    sounds = [news for news in conversation.heard if isinstance(news, Microphone)]
    position = 0
    for news in sounds:
        assert news.sample == position
        position += samples_in(news.sound)
    assert b"".join(news.sound for news in sounds) == VOICE[: conversation.recorded * SAMPLE_BYTES]
    assert sounds[-1].end

    said = [line for line in SCRIPT if isinstance(line, Numbered)]
    numbered = [news for news in conversation.heard if isinstance(news, Numbered)]
    assert [plain(news) for news in numbered] == said

    committed = [line for line in SCRIPT if isinstance(line, Committed)]
    events = [news for news in conversation.told if isinstance(news, Committed)]
    assert [plain(news) for news in events] == committed
    assert [news.event for news in events] == list(range(1, len(committed) + 1))

    speech = [news for news in conversation.told if isinstance(news, Speech)]
    spoken = b"".join(news.sound for news in speech if news.epoch == TWO)
    assert spoken == VOICE[:3_000]
    flushed = b"".join(news.sound for news in speech if news.epoch == ONE)
    assert VOICE.startswith(flushed)
    assert [news for news in conversation.told if isinstance(news, Chunk)][-1] == Chunk(1_280)


def plain(message):
    """A message as it was before the link numbered it."""
    fields = {name: getattr(message, name) for name in message.__struct_fields__}
    return type(message)(**fields | {"number" if "number" in fields else "event": 0})


FRAMES = Conversation(cuts=()).play().frames


def test_the_script_is_played_without_a_cut():
    conversation = Conversation(cuts=()).play()

    check(conversation)
    assert [news.text for news in conversation.told if isinstance(news, Partial)] == [
        "what",
        "what time",
    ]


@pytest.mark.parametrize("frame", range(FRAMES))
def test_one_cut_anywhere(frame):
    check(Conversation(cuts={frame}).play())


@settings(max_examples=50)
@given(st.sets(st.integers(0, FRAMES * 2), max_size=25), st.sets(st.integers(3, FRAMES * 2)))
def test_many_cuts_and_frames_that_come_twice(cuts, twice):
    check(Conversation(cuts, twice).play())

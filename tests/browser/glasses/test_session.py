"""The session of the browser against the hub's own, over a connection that breaks."""

import base64
import random
from itertools import pairwise

import numpy as np
import pytest

from lorgnette.core.types import Epoch
from lorgnette.link.hub_link import HubLink
from lorgnette.link.limits import LIMITS
from lorgnette.link.media import Microphone, Speech, decode
from lorgnette.link.messages import Flush, Heard, Hello, Played, Typed
from lorgnette.link.protocol import Breach, HubProtocol

pytestmark = pytest.mark.real

PREPARE = """async () => {
  const { Session } = await import("/static/glasses/session.js");
  const display = { layout: "pixels", width: 640, height: 480 };
  const profile = { name: "ar", display };
  const session = new Session({ profile, language: "en", token: null, client: "test" });
  window.session = session;
  const bytes = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0)).buffer;
  const text = (frame) => btoa(String.fromCharCode(...new Uint8Array(frame)));
  const plain = (news) =>
    news.sound ? { ...news, sound: text(news.sound.slice().buffer) } : news;
  const steps = {
    attach: () => session.attach(),
    detach: () => session.detach(),
    record({ samples }) {
      const first = session.ring.recorded;
      session.ring.record(Int16Array.from({ length: samples }, (_, n) => (first + n) % 30000));
    },
    end: () => session.ring.end(),
    type: ({ text }) => session.say({ type: "typed", text, language: "en", id: text }),
    played: ({ epoch, sample }) => session.report({ type: "played", epoch, sample, done: false }),
    receive: ({ frames }) =>
      frames.flatMap(({ text, binary }) => session.receive(text ?? bytes(binary)).map(plain)),
    unsent: ({ most }) =>
      session.unsent(most).map((one) =>
        typeof one === "string" ? { text: one } : { binary: text(one) },
      ),
  };
  window.step = ([name, options]) => steps[name](options ?? {});
}"""


class Bench:
    """A session in the browser, a session of the hub, and a wire that can be cut anywhere."""

    def __init__(self, page):
        self.page = page
        self.hub = HubLink("a secret", LIMITS)
        self.via = None
        self.now = 0.0
        self.heard = []  # what arrived at the hub, in order
        self.told = []  # what arrived at the glasses, in order

    async def do(self, name, **options):
        return await self.page.evaluate("step", [name, options])

    async def connect(self):
        """A new connection, as far as the hello."""
        self.via = HubProtocol(LIMITS)
        await self.do("attach")
        for frame in await self.do("unsent"):
            [hello] = self.via.receive(frame["text"])
            assert isinstance(hello, Hello)
            self.hub.attach(self.via, hello, self.now)

    async def cut(self):
        if self.via is not None:
            self.hub.detach(self.via, self.now)
            await self.do("detach")
            self.via = None

    async def out(self, arrive=1000, most=1000):
        """From the glasses: what is sent, of which some frames arrive."""
        for frame in (await self.do("unsent", most=most))[:arrive]:
            raw = frame.get("text") or base64.b64decode(frame["binary"])
            news = self.hub.receive(self.via, raw, self.now)
            assert not any(isinstance(one, Breach) for one in news), news
            self.heard += news

    async def back(self, arrive=1000):
        """From the hub: what is sent, of which some frames arrive."""
        frames = self.hub.to_send(self.via, self.now)[:arrive]
        coded = [
            {"text": one} if isinstance(one, str) else {"binary": base64.b64encode(one).decode()}
            for one in frames
        ]
        self.told += await self.do("receive", frames=coded)

    def samples(self):
        """What the hub heard, as numbers."""
        sounds = [one.sound for one in self.heard if isinstance(one, Microphone)]
        return np.frombuffer(b"".join(sounds), "<i2")

    def spoken(self, epoch):
        """What the glasses were told to say, as numbers."""
        pieces = [one for one in self.told if one.get("kind") == "speech" and one["epoch"] == epoch]
        return np.frombuffer(b"".join(base64.b64decode(one["sound"]) for one in pieces), "<i2")


async def bench_in(page):
    await page.evaluate(PREPARE)
    return Bench(page)


def ramp(first, count):
    return (np.arange(first, first + count) % 30000).astype("<i2")


@pytest.mark.parametrize("seed", range(4))
async def test_no_word_is_lost_and_nothing_comes_twice_however_often_it_breaks(page, seed):
    bench, dice = await bench_in(page), random.Random(seed)
    recorded, typed, said, spoken = 0, 0, 0, 0
    for _ in range(120):
        bench.now += 1.0
        recorded += (piece := dice.choice([160, 320, 477, 1280]))
        await bench.do("record", samples=piece)
        if dice.random() < 0.2:
            typed += 1
            await bench.do("type", text=str(typed))
        if dice.random() < 0.3:
            said += 1
            bench.hub.send(Heard(text=str(said)), bench.now)
        if dice.random() < 0.3 and said:
            bench.hub.send(Speech(Epoch(1), spoken, ramp(spoken, 320).tobytes()), bench.now)
            spoken += 320
        if bench.via is None:
            if dice.random() < 0.5:
                await bench.connect()
            continue
        broken = dice.random() < 0.3
        await bench.back(dice.randrange(4) if broken else 1000)
        await bench.out(dice.randrange(4) if broken else 1000, most=dice.choice([1, 5, 1000]))
        if broken:
            await bench.cut()
    await bench.cut()
    await bench.do("end")
    await bench.connect()
    for _ in range(4):
        await bench.back()
        await bench.out()

    assert np.array_equal(bench.samples(), ramp(0, recorded))
    assert [one.text for one in bench.heard if isinstance(one, Typed)] == [
        str(number) for number in range(1, typed + 1)
    ]
    assert [one["text"] for one in bench.told if one.get("type") == "heard"] == [
        str(number) for number in range(1, said + 1)
    ]
    assert np.array_equal(bench.spoken(1), ramp(0, spoken))
    assert await page.evaluate("session.ring.seconds") == 0
    assert typed > 5
    assert said > 5
    assert spoken > 5 * 320


async def test_a_hub_that_forgot_the_session_gets_what_nobody_acknowledged(page):
    bench = await bench_in(page)
    await bench.connect()
    await bench.back()
    await bench.do("type", text="heard by the first hub")
    await bench.out()
    await bench.back()
    await bench.do("played", epoch=7, sample=320)
    bench.hub.send(Heard(text="old"), bench.now)
    await bench.back()
    await bench.do("record", samples=1280)
    await bench.do("type", text="heard by nobody")
    await bench.cut()

    bench.hub, bench.heard, bench.told = HubLink("another secret", LIMITS), [], []
    await bench.connect()
    bench.hub.send(Heard(text="new"), bench.now)
    await bench.back()
    await bench.out()

    assert [one.text for one in bench.heard if isinstance(one, Typed)] == ["heard by nobody"]
    assert np.array_equal(bench.samples(), ramp(0, 1280))
    assert [one["text"] for one in bench.told if one.get("type") == "heard"] == ["new"]
    assert not any(isinstance(one, Played) for one in bench.heard), "of epochs nobody knows"


async def test_flushed_speech_is_never_told_again(page):
    bench = await bench_in(page)
    await bench.connect()
    bench.hub.send(Flush(epoch=Epoch(2)), bench.now)
    await bench.back()
    late = Speech(Epoch(2), 0, ramp(0, 320).tobytes())
    bench.via.send(late)
    await bench.back()
    assert [one for one in bench.told if one.get("kind") == "speech"] == []


@pytest.mark.parametrize(
    "frame", ["no json", "[]", '{"no": "type"}', "null", '{"type": 3}', "x" * 70_000]
)
async def test_a_breach_is_answered_with_a_bye_and_does_not_throw(page, frame):
    bench = await bench_in(page)
    await bench.connect()
    await bench.back()
    [news] = await bench.do("receive", frames=[{"text": frame}])
    assert (news["type"], news["retry_after"]) == ("bye", 1)
    [bye] = await bench.do("unsent")
    assert f'"{news["code"]}"' in bye["text"]


async def test_the_oldest_sound_goes_first_and_is_told_to_be_lost(page):
    bench = await bench_in(page)
    await bench.connect()
    await bench.back()
    pieces = round(LIMITS.ring_seconds / 0.5) + 10
    for _ in range(pieces):
        await bench.do("record", samples=8000)
    assert await page.evaluate("session.ring.seconds") <= LIMITS.ring_seconds + 0.1
    frames = await bench.do("unsent")
    assert len(frames) < LIMITS.ring_seconds * 16_000 / 1280 + 10, "memory is bounded"
    heard = [decode(base64.b64decode(frame["binary"]), LIMITS) for frame in frames]
    assert heard[0].lost
    assert not any(one.lost for one in heard[1:])
    oldest = pieces * 8000 - LIMITS.ring_seconds * 16_000
    assert abs(heard[0].sample - oldest) < 2 * 1280
    assert all(one.sample + 1280 == other.sample for one, other in pairwise(heard))


async def test_a_gap_in_the_recording_is_told_by_the_next_frame(page):
    bench = await bench_in(page)
    await bench.connect()
    await bench.back()
    await bench.do("record", samples=100)
    await page.evaluate("session.ring.skip(5000, true)")
    await bench.do("record", samples=1280)
    await page.evaluate("session.ring.skip(9000, false)")
    await bench.do("record", samples=1280)
    frames = [base64.b64decode(frame["binary"]) for frame in await bench.do("unsent")]
    heard = [decode(frame, LIMITS) for frame in frames]
    assert [(one.sample, len(one.sound) // 2, one.lost) for one in heard] == [
        (0, 100, False),
        (5100, 1280, True),
        (15_380, 1280, False),
    ]


async def test_too_many_messages_are_refused_not_kept(page):
    await (await bench_in(page)).do("detach")
    kept = await page.evaluate(
        """Array.from({ length: 103 }, (_, n) =>
             session.say({ type: "typed", text: `${n}`, language: "en", id: "" }))"""
    )
    assert kept == [True] * 100 + [False] * 3

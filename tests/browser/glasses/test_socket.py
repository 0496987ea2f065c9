"""Staying connected: what goes wrong with networks and hubs, on real sockets."""

import time

import anyio
import pytest
from hearer import refused

from lorgnette.link.messages import Bye, Heard, Typed

pytestmark = pytest.mark.real

CONNECT = """async (url) => {
  const { Session } = await import("/static/glasses/session.js");
  const { Socket } = await import("/static/glasses/socket.js");
  const { Network } = await import("/static/glasses/network.js");
  window.session = new Session({
    profile: { name: "ar", display: { layout: "pixels", width: 640, height: 480 } },
    language: "en",
    token: null,
  });
  [window.network, window.told, window.states] = [new Network(), [], []];
  const changed = () => states.at(-1) !== socket.state && states.push(socket.state);
  window.socket = new Socket(session, url, network, (news) => told.push(news), changed);
  window.type = (text) => {
    session.say({ type: "typed", text, language: "en", id: "" });
    socket.flush();
  };
  socket.open();
}"""


async def connect(page, hearer):
    await page.evaluate(CONNECT, hearer.url)
    await becomes(page, "connected")


async def becomes(page, state):
    await page.wait_for_function(f"socket.state === '{state}'")


def typed(hearer):
    return [one.text for one in hearer.kinds(Typed)]


async def test_a_broken_connection_comes_back_by_itself_and_nothing_is_lost_or_twice(page, hearer):
    await connect(page, hearer)
    await page.evaluate("type('before')")
    await hearer.until(lambda: typed(hearer) == ["before"])
    hearer.cut()
    await becomes(page, "away")
    await page.evaluate("type('while away')")
    await hearer.until(lambda: len(typed(hearer)) == 2)
    await hearer.send(Heard(text="hello again"))
    await page.wait_for_function("told.some(({ text }) => text === 'hello again')")
    assert typed(hearer) == ["before", "while away"]
    assert hearer.hellos[1].session == "session 1"
    assert await page.evaluate("states") == ["connecting", "connected", "away", "connected"]


async def test_a_hub_that_is_not_there_yet_is_waited_for(page, hearer):
    await page.evaluate(CONNECT, "ws://127.0.0.1:9/link")
    await becomes(page, "away")
    await page.evaluate("(url) => (socket.url = url)", hearer.url)
    await becomes(page, "connected")


async def test_who_is_not_let_in_does_not_knock_again(page, hearer):
    hearer.refusal = refused("not-paired")
    await page.evaluate(CONNECT, hearer.url)
    await becomes(page, "refused")
    assert await page.evaluate("socket.refusal") == "not-paired"
    await page.evaluate("dispatchEvent(new Event('online')); socket.again()")
    await anyio.sleep(1.0)
    assert len(hearer.sockets) == 1


async def test_a_token_that_is_revoked_while_worn_ends_it(page, hearer):
    await connect(page, hearer)
    await hearer.send(Bye("revoked"))
    await becomes(page, "refused")
    await anyio.sleep(0.5)
    assert len(hearer.sockets) == 1


async def test_a_full_hub_is_given_the_time_it_asks_for(page, hearer):
    hearer.refusal = refused("too-much", 1.0)
    await page.evaluate(CONNECT, hearer.url)
    await hearer.until(lambda: hearer.sockets)
    first, hearer.refusal = time.monotonic(), None
    await hearer.until(lambda: hearer.hellos)
    assert time.monotonic() - first > 0.9
    await becomes(page, "connected")


async def test_a_hub_that_is_stopped_is_waited_for(page, hearer):
    await connect(page, hearer)
    await page.evaluate("type('first')")
    await hearer.until(lambda: typed(hearer) == ["first"])
    await hearer.send(Bye("closing", "", 0.3))
    hearer.links.clear()
    await becomes(page, "away")
    await hearer.until(lambda: len(hearer.hellos) == 2)
    await becomes(page, "connected")
    await anyio.sleep(0.3)
    assert typed(hearer) == ["first"], "what was taken is not said again"


async def test_a_network_that_changed_is_asked_whether_it_is_still_there(page, hearer):
    await connect(page, hearer)
    await page.evaluate("dispatchEvent(new Event('offline'))")
    await anyio.sleep(2.3)
    assert await page.evaluate("states") == ["connecting", "connected"]
    hearer.deaf = True
    await page.evaluate("dispatchEvent(new Event('offline'))")
    await becomes(page, "away")
    hearer.deaf = False
    await becomes(page, "connected")
    assert len(hearer.hellos) == 2


async def test_after_the_laptop_slept_a_dead_connection_is_found_out(page, hearer):
    await connect(page, hearer)
    hearer.deaf = True
    await page.evaluate("const slept = Date.now; Date.now = () => slept() + 3600e3")
    await becomes(page, "away")
    hearer.deaf = False
    await becomes(page, "connected")


async def test_the_latency_there_and_back_is_known(page, hearer):
    await connect(page, hearer)
    await page.wait_for_function("socket.latency !== null")
    await page.evaluate("network.delay = 60; dispatchEvent(new Event('online'))")
    await page.wait_for_function("socket.latency >= 115 && socket.latency < 1000")


async def test_one_packet_in_ten_lost_delays_and_keeps_the_order(page, hearer):
    await connect(page, hearer)
    await page.evaluate("network.loss = 0.1")
    await page.evaluate("for (let n = 0; n < 80; n++) type(`${n}`)")
    await hearer.until(lambda: len(typed(hearer)) == 80)
    assert typed(hearer) == [str(number) for number in range(80)]


async def test_a_cut_network_is_noticed_here_at_once_and_there_only_later(page, hearer):
    await connect(page, hearer)
    await page.evaluate("network.cut(true)")
    await becomes(page, "away")
    await page.evaluate("type('kept')")
    await anyio.sleep(0.5)
    assert hearer.link.connected
    assert typed(hearer) == []
    await page.evaluate("network.cut(false)")
    await hearer.until(lambda: typed(hearer) == ["kept"])


async def test_a_network_that_stands_still_does_not_fill_the_memory(page, hearer):
    await connect(page, hearer)
    hearer.deaf = True
    minute = """async () => {
      for (let n = 0; n < 3000; n++) {
        session.ring.record(new Int16Array(320));
        socket.flush();
        if (n % 100 === 0) await new Promise((done) => setTimeout(done));
      }
      return session.ring.seconds;
    }"""
    assert await page.evaluate(minute) <= hearer.limits.ring_seconds + 0.1


async def test_goodbye_ends_the_session(page, hearer):
    await connect(page, hearer)
    await page.evaluate("socket.close()")
    await hearer.until(lambda: hearer.kinds(Bye))
    assert hearer.link.over
    await anyio.sleep(0.5)
    assert len(hearer.sockets) == 1

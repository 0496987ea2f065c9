"""Somebody with a browser tab in front of them, who wears it as glasses."""

import base64
import contextlib
import json
import re
import urllib.request
from dataclasses import dataclass

import anyio
import numpy as np
from living import PATIENCE, recognised
from playwright.async_api import BrowserContext, Page, expect

from lorgnette.core.types import SAMPLE_RATE

SILENT = 30
"""The loudest sample of what counts as silence."""

PAUSE = 0.7
"""Seconds of silence after which somebody has finished speaking."""

OF_THE_NET = re.compile("net::ERR|status of 4|WebSocket connection|fetching the script")
"""What a browser writes to its console when a hub is away, or says no."""

NOTE = """
globalThis.arrived = [];
lorgnette.glasses.addEventListener("message", ({ detail }) => arrived.push(detail.type));
"""

expect.set_options(timeout=PATIENCE * 1000)


@dataclass
class Tab:
    """A tab with the glasses; what its wearer does, sees and hears."""

    page: Page
    context: BrowserContext
    complaints: list

    async def puts_on(self):
        """Press the button, and see the lamp."""
        await self.page.get_by_role("button", name="Put the glasses on").click()
        await expect(self.lamp).to_contain_text("Microphone on")

    async def types(self, text, label="Type what you would say"):
        """Type into the line, and send it."""
        await self.page.get_by_label(label).fill(text)
        await self.page.keyboard.press("Enter")

    async def goes(self, place):
        """Follow the link to a place of the page, and wait until that place is shown."""
        await self.page.get_by_role("link", name=place).click()
        await expect(self.page.locator("main")).to_have_attribute("data-view", place.lower())

    @property
    def lamp(self):
        """What says which senses are on."""
        return self.page.locator("#lamp")

    @property
    def lens(self):
        """The lens; its name is what is on it."""
        return self.page.locator(".lens canvas")

    @property
    def turns(self):
        """The written conversation."""
        return self.page.locator("ol.turns")

    async def sees(self, *words):
        """Wait until the lens shows something with one of the words."""
        await expect(self.lens).to_have_attribute("aria-label", any_of(words))

    async def reads(self, *words, who="hub"):
        """Wait until the conversation has a line of the hub, or the wearer, with such a word."""
        lines = self.turns.locator(f"li[data-who={who}][data-final]")
        await expect(lines.filter(has_text=any_of(words)).last).to_be_visible()

    async def state(self, name):
        """How the glasses are."""
        return await self.page.evaluate(f"lorgnette.glasses.state.{name}")

    async def becomes(self, condition):
        """Wait until a condition on `state` holds, such as `state.link === "away"`."""
        await until(self.page, f"(({{ state }}) => {condition})(lorgnette.glasses)")

    async def sound(self):
        """What the loudspeaker has given since it was told to forget: 16 kHz."""
        heard = await self.page.evaluate("ear.heard()")
        return np.frombuffer(base64.b64decode(heard), "<i2")

    async def forgets(self):
        """Hear only what comes from now on."""
        await self.page.evaluate("ear.forget()")

    async def hears(self, *words, within=PATIENCE):
        """Wait until recognising what came out of the loudspeaker finds one of the words."""
        said, length = "", 0
        with anyio.move_on_after(within):
            while True:
                await anyio.sleep(0.2)
                sound = await self.sound()
                last = np.flatnonzero(np.abs(sound) > SILENT)[-1:]
                if not last.size or last[0] == length or len(sound) - last[0] < PAUSE * SAMPLE_RATE:
                    continue
                length = last[0]
                said = await recognised(sound.tobytes())
                if any(word in said for word in words):
                    return said
        raise AssertionError(f"heard {said!r} and none of {words}")

    async def gets(self, kind):
        """Wait until a message of a kind has come."""
        await until(self.page, f"arrived.includes('{kind}')")


async def until(page, condition):
    """Wait until an expression is true in a page. Playwright's own way needs `eval`."""
    pause = "await new Promise((resume) => setTimeout(resume, 20))"
    try:
        with anyio.fail_after(PATIENCE):
            await page.evaluate(f"(async () => {{ while (!({condition})) {pause}; }})()")
    except TimeoutError:
        state = await page.evaluate("globalThis.lorgnette?.glasses.state")
        raise AssertionError(f"never: {condition}; the glasses are {state}") from None


def asked(hub, path):
    """What the hub says on its own page's questions."""
    with urllib.request.urlopen(hub.address + path, timeout=5) as answer:
        return json.load(answer)


def any_of(words):
    """A pattern for texts with one of the words."""
    return re.compile("|".join(map(re.escape, words)), re.IGNORECASE)


@contextlib.asynccontextmanager
async def opened(context, address, path="/"):
    """A tab with the page of a hub. Errors in its console fail the test, but those of the net."""
    page = await context.new_page()
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: line.type == "error" and complaints.append(line.text))
    await page.goto(address + path)
    await until(page, "globalThis.lorgnette && document.querySelector('main h1')")
    await page.evaluate(NOTE)
    yield Tab(page, context, complaints)
    await page.close()
    wrong = [each for each in complaints if not OF_THE_NET.search(each)]
    assert not wrong, wrong

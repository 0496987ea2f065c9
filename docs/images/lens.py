"""Take the pictures of find-your-way.md again: `.venv/bin/python docs/images/lens.py`.

A hub with the map of the tiny town runs in another process, and Chromium drives to the station with
its page as glasses, once in each language. The files are `way-*.webp`, beside this script.
"""
# ruff: noqa: ANN001, ANN201, INP001 - a script beside its pictures, made of parts of the tests

import io
import sys
import tempfile
from contextlib import asynccontextmanager
from pathlib import Path

import anyio
from PIL import Image

HERE = Path(__file__).parent
TESTS = HERE.parents[1] / "tests"
sys.path[:0] = [str(TESTS / each) for each in ("browser", "user", "")]

from chromium import chromium  # noqa: E402
from driving import DRIVER, drives, map_in, turns, way_to_the_station  # noqa: E402
from living import RunningHub  # noqa: E402
from tab import opened  # noqa: E402
from towns import share  # noqa: E402

from lorgnette.core.geo import bearing, moved  # noqa: E402

LOCALES = {"en": "en-GB", "zh": "zh-CN"}
TYPED = {"en": "Type what you would say", "zh": "输入"}
SAID = {
    "en": ("take me to lensham station by car", "show the arrow", "show the map"),
    "zh": ("开车去Lensham Station", "显示箭头", "显示地图"),
}
SEEN = {"en": ("Distance", "Turn right", "arrived"), "zh": ("距离", "右转", "您已到达")}
"""What is on the lens when one sets out, before the turn, and at the end."""

WINDOW = {"width": 1280, "height": 820}
SIZE = (640, 427)
"""Of a picture, in pixels."""

SETTLED = 1.0
"""Seconds until what was shown has faded in."""


async def take(tab, name):
    """Keep what the lens shows."""
    await anyio.sleep(SETTLED)
    shot = await tab.page.locator(".lens").screenshot(omit_background=True)
    picture = Image.open(io.BytesIO(shot)).convert("RGBA")
    picture.thumbnail(SIZE, Image.Resampling.LANCZOS)
    picture.save(HERE / f"way-{name}.webp", quality=82, method=6)


async def drive(tab, language, route):
    """Drive to the station, and take four pictures on the way."""
    (go, arrow, show), (begins, turn, arrives) = SAID[language], SEEN[language]
    line, place = route.line, turns(route)[-1].begin
    before = moved(line[place], bearing(line[place], line[place - 1]), 80)
    after = moved(line[place], bearing(line[place], line[place + 1]), 110)
    await tab.types(go, TYPED[language])
    await tab.sees(begins)
    await take(tab, f"setting-out-{language}")
    await tab.types(arrow, TYPED[language])
    await drives(tab, [*line[:place], before])
    await tab.sees(turn)
    await take(tab, f"turn-{language}")
    await tab.types(show, TYPED[language])
    await drives(tab, [before, line[place], after])
    await take(tab, f"map-{language}")
    await drives(tab, [after, *line[place + 1 :]])
    await tab.sees(arrives)
    await take(tab, f"arrived-{language}")


@asynccontextmanager
async def running():
    """A hub with the map, and a browser."""
    with tempfile.TemporaryDirectory() as folder:
        hub = RunningHub(Path(folder) / "hub")
        try:
            async with chromium(Path(folder)) as browser:
                with map_in(hub):
                    yield hub, browser
        finally:
            hub.end()


async def main():
    """Take all pictures."""
    route = await way_to_the_station()
    async with running() as (hub, browser):
        for language, locale in LOCALES.items():
            options = {"locale": locale, "viewport": WINDOW, **DRIVER}
            async with (
                browser.context(at=hub.address, **options) as context,
                opened(context, hub.address) as tab,
            ):
                await drive(tab, language, route)


if __name__ == "__main__":
    share()
    anyio.run(main)

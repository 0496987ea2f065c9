"""A Chromium that takes a recording as its microphone and a video as its camera."""

import contextlib
import os
import shutil
import wave
from pathlib import Path

import numpy as np
from PIL import Image
from playwright.async_api import async_playwright

import lorgnette.app.demo
from lorgnette.app import sounds
from lorgnette.core.types import SAMPLE_RATE

VOICES = Path(lorgnette.app.demo.__file__).parent / "voices"
EAR = Path(__file__).with_name("ear.js").read_text()
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "chrome"))), None)


class Chromium:
    """A running browser. Each page that turns its microphone on hears the script from its start."""

    def __init__(self, browser, microphone, camera):
        self.browser = browser
        self.microphone = microphone
        self.camera = camera

    def says(self, *script):
        """What whoever turns a microphone on next says: names of voices, and seconds of silence."""
        parts = [silence(each) if isinstance(each, int | float) else voice(each) for each in script]
        fresh = self.microphone.with_suffix(".new")
        with wave.open(str(fresh), "wb") as file:
            file.setparams((1, 2, SAMPLE_RATE, 0, "NONE", ""))
            file.writeframes(b"".join(parts) or silence(1))
        fresh.replace(self.microphone)

    def shows(self, *pictures):
        """What is before the camera that is switched on next: pixels, each for a second."""
        fresh = self.camera.with_suffix(".new")
        film(fresh, pictures or walking_square())
        fresh.replace(self.camera)

    @contextlib.asynccontextmanager
    async def context(self, *, allowed=("microphone", "camera"), at=None, **options):
        """A browser of its own: nothing stored, and what pages may use without asking."""
        context = await self.browser.new_context(**options)
        try:
            await context.add_init_script(EAR)
            await context.grant_permissions(list(allowed), origin=at)
            yield context
        finally:
            await context.close()


def voice(name):
    """A recorded voice of the tests, or of the demo."""
    own = Path(__file__).parents[1] / "voices" / f"{name}.flac"
    return sounds.read(own if own.exists() else VOICES / f"{name}.flac")


def silence(seconds):
    """A very quiet room."""
    noise = np.random.default_rng(1).normal(0, 4, round(seconds * SAMPLE_RATE))
    return noise.astype("<i2").tobytes()


def flags(microphone, camera):
    """What makes Chromium take files for devices, and start quickly."""
    return [
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-audio-capture={microphone}%noloop",
        f"--use-file-for-fake-video-capture={camera}",
        "--autoplay-policy=user-gesture-required",
        *(["--no-sandbox"] if os.geteuid() == 0 else []),
    ]


def film(path, pictures, rate=10):
    """Write a video of pictures of one size, each for a second: YUV4MPEG2, 4:2:0."""
    height, width = (side // 2 * 2 for side in pictures[0].shape[:2])
    with path.open("wb") as file:
        file.write(f"YUV4MPEG2 W{width} H{height} F{rate}:1 Ip A1:1 C420jpeg\n".encode())
        for picture in pictures:
            frame = Image.fromarray(picture[:height, :width]).convert("YCbCr")
            bright, *colours = (np.asarray(channel) for channel in frame.split())
            planes = [bright.tobytes(), *(colour[::2, ::2].tobytes() for colour in colours)]
            file.write((b"FRAME\n" + b"".join(planes)) * rate)


def walking_square(width=160, height=120, steps=10):
    """Pictures of a square that walks from left to right."""
    pictures = []
    for number in range(steps):
        picture = np.full((height, width, 3), 60, np.uint8)
        left = number * (width - 40) // steps
        picture[40:80, left : left + 40] = 220
        pictures.append(picture)
    return pictures


@contextlib.asynccontextmanager
async def chromium(folder):
    """Start it; its files are in `folder`."""
    microphone, camera = folder / "microphone.wav", folder / "camera.y4m"
    film(camera, walking_square())
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=BROWSER, args=flags(microphone, camera)
        )
        try:
            running = Chromium(browser, microphone, camera)
            running.says()
            yield running
        finally:
            await browser.close()

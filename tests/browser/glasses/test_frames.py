"""The golden frames of the link, read and written by the browser."""

import base64
import json
import re
from pathlib import Path

import msgspec
import pytest

from lorgnette.link import media
from lorgnette.link.limits import LIMITS

pytestmark = pytest.mark.real

GOLDEN = Path(__file__).parents[3] / "docs" / "reference" / "link" / "golden"

PREPARE = """async (limits) => {
  window.frames_ = await import("/static/glasses/frames.js");
  window.limits = limits;
  window.bytes = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0)).buffer;
  window.text = (frame) => btoa(String.fromCharCode(...new Uint8Array(frame)));
}"""
AGAIN = "(frame) => text(frames_.encode(frames_.decode(bytes(frame), limits)))"
FIELDS = """(frame) => {
  const { kind, sample, epoch, number, end, lost, sound, picture } =
    frames_.decode(bytes(frame), limits);
  const size = (sound ?? picture).length;
  return { kind, sample, epoch, number, end, lost, size };
}"""
BREACH = """(frame) => {
  try {
    frames_.decode(bytes(frame), limits);
  } catch (error) {
    return error instanceof frames_.Breach ? error.code : String(error);
  }
}"""
TAKEN = """async ([welcome, frames]) => {
  const { Session } = await import("/static/glasses/session.js");
  return frames.map((frame) => {
    const session = new Session({ profile: {}, language: "en", token: null });
    session.attach();
    if (!/"(welcome|refused|bye)"/.test(frame)) session.receive(welcome);
    return session.receive(frame);
  });
}"""


async def prepared(page):
    await page.evaluate(PREPARE, msgspec.to_builtins(LIMITS))
    return page


async def test_golden_frames_are_read_and_written_byte_by_byte(page):
    await prepared(page)
    golden = sorted(GOLDEN.glob("*.bin"))
    assert len(golden) == 6
    for path in golden:
        frame = base64.b64encode(path.read_bytes()).decode()
        assert await page.evaluate(AGAIN, frame) == frame, path.name


async def test_a_frame_means_what_the_reference_says(page):
    await prepared(page)
    lost = base64.b64encode((GOLDEN / "microphone-lost.bin").read_bytes()).decode()
    told = await page.evaluate(FIELDS, lost)
    assert (told["kind"], told["lost"], told["end"]) == ("microphone", True, False)
    speech = base64.b64encode((GOLDEN / "speech.bin").read_bytes()).decode()
    told = await page.evaluate(FIELDS, speech)
    real = media.decode((GOLDEN / "speech.bin").read_bytes(), LIMITS)
    assert (told["epoch"], told["sample"]) == (real.epoch, real.sample)
    assert told["size"] == len(real.sound) // 2


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        (b"\x01" * 15, "breach"),
        (b"\x05" + bytes(15), "breach"),
        (b"\x00" + bytes(15), "breach"),
        (b"\x02\x01" + bytes(14), "breach"),
        (b"\x02" + bytes(7) + b"\x00\x20" + bytes(6), "breach"),
        (b"\x02" + bytes(16), "breach"),
        (b"\x02" + bytes(15 + 2 * 16_001), "too-much"),
        (b"\x03" + bytes(LIMITS.media_bytes), "too-much"),
    ],
)
async def test_a_frame_that_breaks_the_rules_is_a_breach(page, frame, code):
    await prepared(page)
    assert await page.evaluate(BREACH, base64.b64encode(frame).decode()) == code


async def test_golden_messages_of_the_hub_are_taken(page):
    reference = (GOLDEN.parent / "index.md").read_text()
    names = re.findall(r"\[([\w-]+\.json)\]\(golden/[\w.-]+\) \| hub", reference)
    frames = [(GOLDEN / name).read_text() for name in names]
    welcome = (GOLDEN / "welcome.json").read_text()
    told = await page.evaluate(TAKEN, [welcome, frames])
    assert told == [[] if frame["type"] == "ack" else [frame] for frame in map(json.loads, frames)]
    assert len(told) > 15

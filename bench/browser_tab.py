"""A Chromium for `bench/browser.py`, whose sound threads say when they take and give sound."""

import json
import os
import shutil
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from lorgnette.app import sounds
from lorgnette.core.types import SAMPLE_BYTES, SAMPLE_RATE
from recorded import hiss

THREAD = """
const post = MessagePort.prototype.postMessage;
MessagePort.prototype.postMessage = function (data, ...more) {
  if (data.sound) data.captured = Date.now();
  return post.call(this, data, ...more);
};
const register = registerProcessor;
globalThis.registerProcessor = (name, Processor) => register(name, name !== "player" ? Processor :
  class extends Processor {
    quiet = sampleRate;
    process(inputs, outputs) {
      const going = super.process(inputs, outputs);
      const [[out]] = outputs;
      const first = out.findIndex((sample) => sample !== 0);
      if (first >= 0 && this.quiet > sampleRate / 4) this.port.postMessage({ sounded: Date.now() });
      this.quiet = out.at(-1) !== 0 ? 0 : this.quiet + out.length;
      return going;
    }
  });
"""
"""Runs in the sound threads before the page's own code: when the newest sample of a piece was
taken, and when the first sample after a silence was rendered."""

PAGE = """
globalThis.notes = { captured: [], sounded: [], ready: 0, context: null };
let samples = 0;
const port = Object.getOwnPropertyDescriptor(MessagePort.prototype, "onmessage");
Object.defineProperty(MessagePort.prototype, "onmessage", { ...port, set(handler) {
  port.set.call(this, (event) => {
    const { captured, sound, lost, sounded } = event.data ?? {};
    if (sounded) return void notes.sounded.push(sounded);
    samples += (lost ?? 0) + (captured ? sound.length : 0);
    if (captured) notes.captured.push([samples, captured]);
    if (notes.captured.length > 5000) notes.captured.splice(0, 2500);
    handler.call(this, event);
  });
} });
const add = AudioWorklet.prototype.addModule;
const thread = URL.createObjectURL(new Blob([THREAD], { type: "text/javascript" }));
AudioWorklet.prototype.addModule = async function (...module) {
  await add.call(this, thread);
  return add.call(this, ...module);
};
const Context = AudioContext;
globalThis.AudioContext = class extends Context {
  constructor(...options) { super(...options); notes.context = this; }
};
const look = setInterval(() => {
  const usable = globalThis.lorgnette?.glasses.state.link === "connected";
  if (!usable || !document.querySelector("main button")) return;
  notes.ready = performance.now();
  clearInterval(look);
}, 4);
"""
"""Runs before the page's own scripts: gathers what the sound threads say."""


def minute(path: Path, voice: Path) -> None:
    """Write a recording of one minute in which somebody speaks once, after five seconds."""
    said = sounds.read(voice)
    before, after = 5 * SAMPLE_RATE, 55 * SAMPLE_RATE - len(said) // SAMPLE_BYTES
    with wave.open(str(path), "wb") as file:
        file.setparams((1, SAMPLE_BYTES, SAMPLE_RATE, 0, "NONE", ""))
        file.writeframes(hiss(before).tobytes() + said + hiss(after).tobytes())


@contextmanager
def chromium(microphone: Path) -> Iterator[Browser]:
    """Debian's browser without a window; the recording is its microphone, over and over."""
    flags = [
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-audio-capture={microphone}",
        *(["--no-sandbox"] if os.geteuid() == 0 else []),
    ]
    with sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page with nothing in its cache, in which everything is noted."""
    # The sound threads' own code is none of the hub's, so its policy would not let it in.
    context = browser.new_context(service_workers="block", bypass_csp=True)
    try:
        context.grant_permissions(["microphone"], origin=address)
        context.add_init_script(f"const THREAD = {json.dumps(THREAD)};\n{PAGE}")
        yield context.new_page()
    finally:
        context.close()


def worn(page: Page, address: str) -> None:
    """Open the page, and put the glasses on with a click."""
    page.goto(address)
    until(page, "notes.ready")
    page.evaluate("addEventListener('click', () => lorgnette.glasses.putOn(), { once: true })")
    page.mouse.click(2, 2)
    until(page, "lorgnette.glasses.state.lit.microphone")


def until(page: Page, condition: str) -> None:
    """Wait until an expression is true in the page, without the `eval` that its policy forbids."""
    pause = "await new Promise((resume) => setTimeout(resume, 10))"
    page.evaluate(f"(async () => {{ while (!({condition})) {pause}; }})()")


def glasses(page: Page, what: str) -> Any:
    """Something the glasses do, or how they are: `type("…")`, `state.speaking`."""
    return page.evaluate(f"lorgnette.glasses.{what}")

"""Pictures are read line by line, by the real networks and by scripted ones."""

import socket
import threading

import numpy as np
import pytest
from PIL import Image, ImageFilter

from lorgnette.core.errors import EngineFailed, UnsupportedLanguage
from lorgnette.core.types import Language
from lorgnette.providers.rapidocr import RapidOCR, reader
from lorgnette.testing.readers import WRITTEN, check_reader, drawn, row, rows

BLANK = np.zeros((10, 10, 3), np.uint8)


@pytest.mark.real
@pytest.mark.asyncio
async def test_it_keeps_the_promises_of_a_reader_without_a_network(monkeypatch):
    def refused(*_):
        raise AssertionError("something was to be fetched")

    monkeypatch.setattr(socket, "getaddrinfo", refused)
    monkeypatch.setattr(socket.socket, "connect", refused)
    await check_reader(RapidOCR({}))


@pytest.mark.real
@pytest.mark.asyncio
@pytest.mark.parametrize("degrees", [-12, 8])
async def test_a_picture_that_is_askew_and_blurred_is_read(degrees):
    paper = Image.fromarray(drawn()).rotate(degrees, expand=True, fillcolor="#f4f0e8")
    picture = np.ascontiguousarray(paper.filter(ImageFilter.GaussianBlur(1.2)))
    assert tuple(each.text for each in await rows(RapidOCR({}), picture)) == WRITTEN


class ScriptedEye:
    """Reads what it is told, whatever the picture; None breaks it, an event is waited for."""

    script = (row("one"), row("two"))

    def rows(self, _pixels):
        for each in self.script:
            if isinstance(each, threading.Event):
                each.wait(60)
            elif each is None:
                raise ValueError("a network that does not fit")
            else:
                yield each


@pytest.fixture
def eye(monkeypatch):
    """Takes the place of the networks."""
    monkeypatch.setattr(reader, "Eye", ScriptedEye)
    return ScriptedEye


def test_nothing_is_loaded_before_the_first_picture(monkeypatch):
    monkeypatch.setattr(reader, "Eye", None)
    RapidOCR({})


@pytest.mark.asyncio
async def test_the_networks_are_loaded_once(eye, monkeypatch):
    engine = RapidOCR({})
    assert len(await rows(engine, BLANK)) == 2
    monkeypatch.setattr(reader, "Eye", None)
    assert len(await rows(engine, BLANK)) == 2


@pytest.mark.asyncio
async def test_letters_that_nobody_taught_it_are_refused_at_once(eye):
    found = RapidOCR({}).read(BLANK, language=Language("ko"))
    with pytest.raises(UnsupportedLanguage, match="ko"):
        await anext(found)


@pytest.mark.asyncio
async def test_what_breaks_is_told_after_what_was_read(eye, monkeypatch):
    monkeypatch.setattr(eye, "script", (row("one"), None))
    found = RapidOCR({}).read(BLANK)
    assert (await anext(found)).text == "one"
    with pytest.raises(EngineFailed, match="does not fit"):
        await anext(found)


@pytest.mark.asyncio
async def test_what_takes_too_long_is_told(eye, monkeypatch):
    done = threading.Event()
    monkeypatch.setattr(eye, "script", (done, row("late")))
    with pytest.raises(EngineFailed, match=r"0\.05 s"):
        await rows(RapidOCR({}, patience=0.05), BLANK)
    done.set()

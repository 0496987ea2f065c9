"""The chat translator against a real server on loopback that does whatever servers do."""

import json
import re
from contextlib import aclosing, asynccontextmanager, suppress

import anyio
import pytest

from lorgnette.core.errors import EngineFailed, MissingPart, NotFound, UnsupportedLanguage
from lorgnette.core.types import ENGLISH, Language
from lorgnette.engines import follow
from lorgnette.engines.wrap.faithful import FaithfulTranslator
from lorgnette.providers.openai.translator import ChatTranslator
from lorgnette.testing.translators import check_translator

pytestmark = [pytest.mark.real, pytest.mark.asyncio]

SPANISH = Language("es")
KEY = "sk-very-secret"
TEXT = "Good morning"


def event(text):
    return b"data: " + json.dumps({"choices": [{"delta": {"content": text}}]}).encode() + b"\n\n"


DONE = b"data: [DONE]\n\n"


def echo(asked):
    """Pieces of a translation into the same text."""
    said = asked["messages"][-1]["content"]
    return [*(event(said[at : at + 5]) for at in range(0, len(said), 5)), DONE]


@asynccontextmanager
async def chat(*answers, model="m", patience=5.0, **more):
    """A translator and what its server was asked; the last answer is given again and again.

    An answer is pieces of a stream, a function of what was asked, or bytes of a whole response;
    after a piece that is None the server hangs, after one that is an Exception it hangs up.
    """
    asked = []

    async def serve(stream):
        with suppress(anyio.BrokenResourceError, anyio.EndOfStream):
            async with stream:
                received = b""
                while b"\r\n\r\n" not in received:
                    received += await stream.receive()
                head, _, body = received.partition(b"\r\n\r\n")
                length = int(re.search(rb"content-length: (\d+)", head.lower())[1])
                while len(body) < length:
                    body += await stream.receive()
                asked.append(json.loads(body))
                answer = answers[min(len(asked), len(answers)) - 1]
                if isinstance(answer, bytes):
                    await stream.send(answer)
                    return
                await stream.send(
                    b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n"
                    b"connection: close\r\n\r\n"
                )
                for piece in answer(asked[-1]) if callable(answer) else answer:
                    if piece is None:
                        await anyio.sleep_forever()
                    if isinstance(piece, Exception):
                        return
                    await stream.send(piece)

    listener = await anyio.create_tcp_listener(local_host="127.0.0.1")
    async with listener, anyio.create_task_group() as tasks:
        port = listener.extra(anyio.abc.SocketAttribute.local_port)
        tasks.start_soon(listener.serve, serve)
        tables = {
            "translator": {
                "url": f"http://127.0.0.1:{port}/v1", "model": model, "key": KEY,
                "patience": patience, **more,
            }
        }  # fmt: skip
        translator = ChatTranslator(tables)
        yield translator, asked
        await translator.aclose()
        tasks.cancel_scope.cancel()


async def spanish(translator, text=TEXT):
    return await translator.translate(text, source=ENGLISH, target=SPANISH)


async def followed(translator, text=TEXT, *, final=True):
    stream = follow(translator, text, source=ENGLISH, target=SPANISH, final=final)
    async with aclosing(stream) as translations:
        return [each.text async for each in translations]


async def test_it_keeps_the_promises_of_a_translator():
    async with chat(echo) as (translator, _):
        await check_translator(FaithfulTranslator(translator), target=SPANISH)


async def test_a_sentence_is_shown_as_it_comes_and_a_tail_costs_nothing():
    async with chat([event("Buenos"), event(" días"), DONE]) as (translator, asked):
        assert (await followed(translator))[-1] == "Buenos días"
        assert await followed(translator, final=False) == []
        assert len(asked) == 1


async def test_qwen_mt_may_repeat_itself():
    pieces = [event("Buenos"), event("Buenos días"), DONE]
    async with chat(pieces, model="qwen-mt-plus") as (translator, asked):
        assert (await spanish(translator)).text == "Buenos días"
        assert asked[0]["translation_options"]["target_lang"] == "Spanish"


async def test_a_translation_that_lost_something_is_asked_for_once_more():
    first, second = [event("Cuesta mucho"), DONE], [event("Cuesta 5 euros"), DONE]
    async with chat(first, second) as (translator, asked):
        assert (await spanish(translator, "It costs 5 euros")).text == "Cuesta 5 euros"
        assert "lost: 5 euros." in asked[1]["messages"][0]["content"]
    worse = [event("Nada"), DONE]
    async with chat([event("5 de algo"), DONE], worse) as (translator, asked):
        assert (await spanish(translator, "It costs 5 euros at 7:30")).text == "5 de algo"
        assert len(asked) == 2


async def test_when_the_second_answer_breaks_the_first_is_kept():
    async with chat([event("Mucho"), DONE], b"HTTP/1.1 500 no\r\n\r\n") as (translator, _):
        assert (await followed(translator, "5 euros"))[-1] == "Mucho"


@pytest.mark.parametrize(
    ("answer", "error", "told"),
    [
        ([event("Buenos"), ValueError()], EngineFailed, "breaks off"),
        ([event("Buenos"), None], EngineFailed, "does not answer in time"),
        ([None], EngineFailed, "does not answer in time"),
        ([b"<html>hello</html>"], EngineFailed, "not understood"),
        ([b"\xff\xfe\x00" * 100], EngineFailed, "not understood"),
        ([event("..."), DONE], NotFound, "no words"),
        ([event(""), DONE], NotFound, "no words"),
        ([event("bla " * 100)] * 20, EngineFailed, "goes on and on"),
        ([b'data: {"error": "sk-very-secret is broke"}\n\n'], EngineFailed, "… is broke"),
        (b"HTTP/1.1 401 no\r\ncontent-length: 5\r\n\r\nwrong", EngineFailed, r"\(401\): wrong"),
        (b"hello\r\n\r\n", EngineFailed, "cannot be reached"),
        (b"", EngineFailed, "cannot be reached"),
    ],
)
async def test_a_server_that_misbehaves_is_told_in_one_sentence(answer, error, told):
    hangs = not isinstance(answer, bytes) and None in answer
    async with chat(answer, patience=0.3 if hangs else 20) as (translator, _):
        with pytest.raises(error, match=told) as caught:
            await spanish(translator)
        assert KEY not in str(caught.value)


async def test_whoever_stops_listening_hangs_up():
    async with chat([event("Buenos"), None], patience=60) as (translator, _):
        with anyio.move_on_after(0.2):
            await spanish(translator)
        stream = follow(translator, TEXT, source=ENGLISH, target=SPANISH)
        async with aclosing(stream) as translations:
            assert (await anext(translations)).text == "Buenos"


async def test_what_cannot_be_asked_is_not():
    async with chat(echo) as (translator, asked):
        for text in ("", "?!", "x" * 4001):
            with pytest.raises(NotFound):
                await spanish(translator, text)
        with pytest.raises(UnsupportedLanguage):
            await translator.translate(TEXT, source=ENGLISH, target=Language("zz"))
        assert asked == []


def test_it_says_what_is_missing_and_whether_it_leaves_the_hub():
    with pytest.raises(MissingPart, match="no language model"):
        ChatTranslator({})
    here = {"translator": {"url": "http://127.0.0.1/v1", "model": "m"}}
    there = {"translator": {"url": "https://example.org/v1", "model": "m"}}

    assert not ChatTranslator.leaves_the_hub(here)
    assert ChatTranslator.leaves_the_hub(there)

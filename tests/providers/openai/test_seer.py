"""The seer with a real HTTP server that looks at the pictures as any server would."""

import asyncio
import base64
import io
import logging
import socket
from contextlib import aclosing, asynccontextmanager

import msgspec
import pytest
import uvicorn
from PIL import Image
from starlette.applications import Starlette
from starlette.responses import JSONResponse, StreamingResponse
from starlette.routing import Route

from lorgnette.app.composition import compose
from lorgnette.app.config import Config, Privacy
from lorgnette.app.config import Seer as Settings
from lorgnette.core.errors import EngineFailed, MissingPart
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.engines import SEER
from lorgnette.providers.openai.seer import SYSTEM, OpenAISeer, seeing
from lorgnette.providers.openai.settings import OpenAISettings
from lorgnette.testing.seers import check_seer, said
from lorgnette.testing.views import plain

KEY = "sk-very-secret"
LOCAL = OpenAISettings(url="http://127.0.0.1:11434/v1", model="qwen2.5vl:7b")


def test_a_question_is_written_as_the_protocol_has_it():
    body = msgspec.json.decode(seeing(LOCAL, (b"one", b"two"), "这是什么", CHINESE).body)

    assert body == {
        "model": "qwen2.5vl:7b",
        "stream": True,
        "messages": [
            {"role": "system", "content": SYSTEM.format(language="zh")},
            {
                "role": "user",
                "content": [
                    {"type": "image_url", "image_url": {"url": "data:image/jpeg;base64,b25l"}},
                    {"type": "image_url", "image_url": {"url": "data:image/jpeg;base64,dHdv"}},
                    {"type": "text", "text": "这是什么"},
                ],
            },
        ],
    }


def test_without_a_model_there_is_no_seer():
    with pytest.raises(MissingPart, match=r"seer\.model"):
        OpenAISeer({"thinker": {"url": "http://127.0.0.1:1/v1", "model": "deaf-and-blind"}})


class Server:
    """Says of each picture whether it is dark, and remembers what it was asked."""

    def __init__(self, answer=None):
        self.answer = answer
        self.asked = []

    async def chat(self, request):
        body = await request.json()
        *pictures, question = body["messages"][-1]["content"]
        self.asked.append((body["model"], question["text"], request.headers.get("authorization")))
        if self.answer is not None:
            return self.answer
        shades = [self.shade(each["image_url"]["url"]) for each in pictures]
        return StreamingResponse(self.events(shades), media_type="text/event-stream")

    def shade(self, url):
        kind, _, data = url.partition(";base64,")
        assert kind == "data:image/jpeg"
        with Image.open(io.BytesIO(base64.b64decode(data, validate=True))) as seen:
            return "light" if seen.getpixel((9, 9))[0] > 100 else "dark"

    async def events(self, shades):
        for shade in shades:
            chunk = {"choices": [{"delta": {"content": f"{shade} "}}]}
            yield b"data: " + msgspec.json.encode(chunk) + b"\n\n"
        yield b"data: [DONE]\n\n"


@asynccontextmanager
async def serving(server):
    """The address of a server."""
    listener = socket.create_server(("127.0.0.1", 0))
    routes = [Route("/v1/chat/completions", server.chat, methods=["POST"])]
    config = uvicorn.Config(Starlette(routes=routes), log_level="critical", lifespan="off")
    running = uvicorn.Server(config)
    task = asyncio.create_task(running.serve(sockets=[listener]))
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
    finally:
        running.should_exit = running.force_exit = True
        await task


@asynccontextmanager
async def asking(server):
    """A seer that asks the server."""
    async with serving(server) as url:
        seer = OpenAISeer({"seer": {"url": url, "model": "m", "key": KEY}})
        try:
            yield seer
        finally:
            await seer.aclose()


@pytest.mark.real
@pytest.mark.asyncio
async def test_it_keeps_the_promises_of_a_seer():
    async with asking(Server()) as seer:
        await check_seer(seer)


@pytest.mark.real
@pytest.mark.asyncio
async def test_a_server_sees_the_pictures_in_their_order():
    server = Server()
    async with asking(server) as seer:
        assert await said(seer, (plain(30), plain(220)), "shades?") == "dark light "

    assert server.asked == [("m", "shades?", f"Bearer {KEY}")]


BROKEN = {
    "refused": (JSONResponse({"error": {"message": f"bad key {KEY}"}}, 401), "bad key …"),
    "page": (StreamingResponse(iter([b"<html>busy</html>"])), "not understood"),
    "silent": (StreamingResponse(iter([b"data: [DONE]\n\n"])), "says nothing"),
    "orders": (
        JSONResponse(
            {
                "choices": [
                    {
                        "message": {
                            "tool_calls": [
                                {"id": "1", "function": {"name": "pay", "arguments": "{}"}}
                            ]
                        },
                        "finish_reason": "tool_calls",
                    }
                ]
            }
        ),
        "says nothing",
    ),
}


@pytest.mark.real
@pytest.mark.asyncio
@pytest.mark.parametrize("kind", BROKEN)
async def test_an_answer_that_is_none_is_told_in_one_sentence_without_the_key(caplog, kind):
    caplog.set_level(logging.DEBUG)
    answer, told = BROKEN[kind]
    async with asking(Server(answer)) as seer:
        with pytest.raises(EngineFailed, match=told) as caught:
            await said(seer, (plain(),), "what?")

    assert KEY not in str(caught.value) + caplog.text


@pytest.mark.real
@pytest.mark.asyncio
async def test_what_came_before_it_broke_is_given():
    begun = b'data: {"choices": [{"delta": {"content": "A cu"}}]}\n\n'
    heard = []

    async def listen(seer):
        async with aclosing(seer.see((plain(),), "what?", language=ENGLISH)) as words:
            async for text in words:
                heard.append(text)  # noqa: PERF401 - kept although the loop raises

    async with asking(Server(StreamingResponse(iter([begun])))) as seer:
        with pytest.raises(EngineFailed, match="breaks off"):
            await listen(seer)
    assert heard == ["A cu"]


@pytest.mark.parametrize(
    ("url", "egress", "found"),
    [
        ("http://127.0.0.1:9/v1", "none", True),
        ("https://dashscope.aliyuncs.com/compatible-mode/v1", "none", False),
        ("https://dashscope.aliyuncs.com/compatible-mode/v1", "allowed", True),
    ],
)
def test_pictures_stay_here_unless_they_may_leave(url, egress, found):
    config = Config(seer=Settings(url=url, model="m"), privacy=Privacy(egress=egress))

    engines = compose(config, (SEER,))

    assert (SEER in engines.found) is found
    assert found or "privacy.egress" in engines.set_aside["seer.vision"]

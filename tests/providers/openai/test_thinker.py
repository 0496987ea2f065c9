import contextlib
import logging
from contextlib import aclosing

import anyio
import httpx
import pytest

from lorgnette.core.errors import EngineFailed
from lorgnette.engines import Call, Message, Words
from lorgnette.providers.openai.thinker import OpenAIThinker
from lorgnette.testing.thinkers import check_thinker

# httpx leaves inner generators to the garbage collector, which Trio rightly reports.
pytestmark = pytest.mark.asyncio

KEY = "sk-very-secret"
TABLES = {"thinker": {"url": "http://localhost:1/v1", "model": "m", "key": KEY, "patience": 5}}
HELLO = (Message("user", "hello"),)
HI = b'data: {"choices": [{"delta": {"content": "Hi."}}]}\n\n'
SAID = HI + b"data: [DONE]\n\n"


async def thoughts(thinker):
    async with aclosing(thinker.think(HELLO)) as items:
        return [item async for item in items]


async def streamed(*pieces):
    for piece in pieces:
        yield piece


def answering(status=200, content=SAID, **more):
    def answer(request):
        assert request.url == "http://localhost:1/v1/chat/completions"
        assert request.headers["authorization"] == f"Bearer {KEY}"
        body = streamed(content) if isinstance(content, bytes) else content
        return httpx.Response(status, content=body, **more)

    return OpenAIThinker(TABLES, httpx.MockTransport(answer))


async def test_it_keeps_the_promises_of_a_thinker():
    thinker = answering()
    await check_thinker(thinker)
    await thinker.aclose()


@pytest.mark.parametrize(
    ("status", "content", "told"),
    [
        (401, b'{"error": {"message": "Wrong key sk-very-secret."}}', "(401): Wrong key …."),
        (404, b'{"error": "model \'m\' not found"}', "(404): model 'm' not found"),
        (400, b'{"code": "InvalidParameter", "message": "no"}', "(400): no"),
        (500, b"<h1>sk-very-secret\x00\n oops</h1>" * 1000, "(500): <h1>…"),
        (302, b"", "(302)"),
        (200, b'data: {"error": "sk-very-secret is broke"}\n\n', "the model fails: … is broke"),
        (200, b"", "not understood"),
        (200, b"x" * (5 << 20), "does not stop answering"),
    ],
)
async def test_a_refusal_is_told_in_one_sentence_without_the_key(caplog, status, content, told):
    caplog.set_level(logging.DEBUG)
    thinker = answering(status, content, headers={"location": "http://elsewhere/"})

    with pytest.raises(EngineFailed) as caught:
        await thoughts(thinker)

    assert told in str(caught.value)
    assert len(str(caught.value)) < 400
    assert KEY not in str(caught.value) + repr(caught.value) + caplog.text
    await thinker.aclose()


@pytest.mark.parametrize(
    ("error", "told", "again"),
    [
        (httpx.ConnectError("Connection refused"), "reached: Connection refused", True),
        (httpx.ReadTimeout("slow"), "does not answer in time", False),
        (httpx.RemoteProtocolError("closed"), "cannot be reached: closed", True),
    ],
)
async def test_a_server_that_is_not_there_is_told_in_one_sentence(error, told, again):
    def fail(request):
        raise error

    thinker = OpenAIThinker(TABLES, httpx.MockTransport(fail))

    with pytest.raises(EngineFailed, match=told) as caught:
        await thoughts(thinker)
    assert caught.value.retryable == again
    await thinker.aclose()


@pytest.mark.parametrize(
    ("status", "again"), [(500, True), (502, True), (401, False), (429, False), (503, False)]
)
async def test_only_what_may_pass_is_asked_again(status, again):
    thinker = answering(status, b"no")

    with pytest.raises(EngineFailed) as caught:
        await thoughts(thinker)
    assert caught.value.retryable == again
    await thinker.aclose()


async def test_what_came_before_the_line_broke_is_given():
    async def broken():
        yield HI
        raise httpx.ReadError("gone")

    thinker = answering(content=broken())
    items = []

    async def listen():
        async with aclosing(thinker.think(HELLO)) as thinking:
            async for item in thinking:
                items.append(item)  # noqa: PERF401 - kept although the loop raises

    with pytest.raises(EngineFailed, match="gone"):
        await listen()
    assert items == [Words("Hi.")]
    await thinker.aclose()


async def test_an_endless_answer_is_cut_off():
    async def endless():
        while True:
            yield b": still thinking\n" * 10_000

    thinker = answering(content=endless())

    with pytest.raises(EngineFailed, match="does not"):
        await thoughts(thinker)
    await thinker.aclose()


async def test_only_a_model_elsewhere_leaves_the_hub():
    there = {"thinker": {"url": "https://example.org/v1", "model": "m"}}

    assert not OpenAIThinker.leaves_the_hub(TABLES)
    assert OpenAIThinker.leaves_the_hub(there)


async def serve(answer, listener, events, hung_up):
    """A server of a few lines: it answers once, and the second time it does not stop."""

    async def handle(stream):
        async with stream:
            received = b""
            while b"\r\n\r\n" not in received:
                received += await stream.receive()
            events.append(received[:40])
            for piece in answer:
                await stream.send(piece)
                await anyio.sleep(0.01)
            if len(events) > 1:
                with contextlib.suppress(anyio.EndOfStream, anyio.BrokenResourceError):
                    await stream.receive()
                hung_up.set()

    await listener.serve(handle)


@pytest.mark.real
async def test_a_real_server_is_asked_and_hung_up_on(monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")  # nothing may come between
    listener = await anyio.create_tcp_listener(local_host="127.0.0.1")
    port = listener.extra(anyio.abc.SocketAttribute.local_port)
    head = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n"
    call = (
        b'data: {"choices": [{"delta": {"tool_calls": [{"index": 0, "id": "c", "function":'
        b' {"name": "a-b", "arguments": "{}"}}]}}]}\n\n'
    )
    events, hung_up = [], anyio.Event()
    thinker = OpenAIThinker({"thinker": {"url": f"http://127.0.0.1:{port}/v1", "model": "m"}})
    async with listener, anyio.create_task_group() as server:
        server.start_soon(serve, (head, HI[:20], HI[20:], call), listener, events, hung_up)

        assert await thoughts(thinker) == [Words("Hi."), Call("c", "a-b", {})]

        async with aclosing(thinker.think(HELLO)) as items:
            assert await anext(items) == Words("Hi.")
        with anyio.fail_after(2):
            await hung_up.wait()
        server.cancel_scope.cancel()
    await thinker.aclose()
    assert events == [b"POST /v1/chat/completions HTTP/1.1\r\nHost"] * 2

"""The recogniser with a real HTTP server that reads the form as any server would."""

import asyncio
import socket
import wave
from contextlib import asynccontextmanager

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from lorgnette.app.composition import compose
from lorgnette.app.config import Config, Privacy
from lorgnette.core.errors import EngineFailed, UnsupportedLanguage
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.engines import RECOGNISER
from lorgnette.providers.openai.recogniser import OpenAIRecogniser
from lorgnette.testing.recognisers import check_recogniser
from lorgnette.testing.signals import quiet, voiced

pytestmark = [pytest.mark.real, pytest.mark.asyncio]

SECOND = voiced(1.0)


class Server:
    """Hears «hello» where anything sounds, and remembers what it was asked."""

    def __init__(self, answer=None):
        self.answer = answer
        self.asked = []

    async def transcribe(self, request):
        async with request.form() as form:
            with wave.open(form["file"].file, "rb") as read:
                sound = read.readframes(read.getnframes())
            fields = {name: value for name, value in form.items() if name != "file"}
        self.asked.append((fields, len(sound), request.headers.get("authorization")))
        if self.answer is not None:
            return await self.answer()
        return JSONResponse({"text": f"Hello {fields['language']}." if any(sound) else ""})


@asynccontextmanager
async def serving(server):
    """The address of a server."""
    listener = socket.create_server(("127.0.0.1", 0))
    routes = [Route("/v1/audio/transcriptions", server.transcribe, methods=["POST"])]
    config = uvicorn.Config(Starlette(routes=routes), log_level="critical", lifespan="off")
    running = uvicorn.Server(config)
    task = asyncio.create_task(running.serve(sockets=[listener]))
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
    finally:
        running.should_exit = running.force_exit = True
        await task


def tables(url, **more):
    return {"providers": {"openai-transcriptions": {"url": url, "patience": 30.0, **more}}}


@asynccontextmanager
async def recogniser(url, **more):
    made = OpenAIRecogniser(tables(url, **more))
    try:
        yield made
    finally:
        await made.aclose()


async def heard(recogniser, sound=SECOND, language=ENGLISH):
    async with recogniser.open(language) as hearing:
        await hearing.hear(sound)
        return (await hearing.transcript()).text


async def test_it_keeps_the_promises_of_a_recogniser():
    async with serving(Server()) as url, recogniser(url) as asked:
        await check_recogniser(asked, quiet(0.3) + SECOND, ["hello"])


async def test_the_server_gets_the_sound_the_language_and_the_key():
    server = Server()
    async with serving(server) as url, recogniser(url, model="sense-voice", key="sk-1") as asked:
        assert await heard(asked, language=CHINESE) == "Hello zh."

    [(fields, length, key)] = server.asked
    assert fields == {"model": "sense-voice", "language": "zh", "response_format": "json"}
    assert length == len(SECOND)
    assert key == "Bearer sk-1"


async def test_it_is_not_asked_while_one_speaks_nor_about_silence():
    server = Server()
    async with serving(server) as url, recogniser(url) as asked:
        async with asked.open(ENGLISH) as hearing:
            await hearing.hear(SECOND)
            assert (await hearing.partial()).text == ""
            assert (await hearing.transcript()).text == "Hello en."
            assert (await hearing.partial()).text == "Hello en."
            await hearing.transcript()
        assert await heard(asked, quiet(2.0)) == ""

    assert len(server.asked) == 1


async def test_only_some_languages_are_asked_for():
    async with serving(Server()) as url, recogniser(url, languages=["zh"]) as asked:
        with pytest.raises(UnsupportedLanguage):
            await heard(asked, language=Language("en"))


async def refuse():
    return JSONResponse({"error": {"message": "no such model; key sk-1"}}, 404)


async def talk_nonsense():
    return PlainTextResponse("hello")


async def hang():
    await asyncio.sleep(60)


async def never_end():
    return Response(b"x" * (5 << 20))


@pytest.mark.parametrize(
    ("answer", "says", "patience"),
    [
        (refuse, r"refuses \(404\): no such model; key …", 30.0),
        (talk_nonsense, "not understood", 30.0),
        (hang, "does not answer in time", 0.1),
        (never_end, "does not stop answering", 30.0),
    ],
)
async def test_a_bad_server_is_one_clear_sentence(answer, says, patience):
    async with (
        serving(Server(answer)) as url,
        recogniser(url, patience=patience, key="sk-1") as asked,
    ):
        with pytest.raises(EngineFailed, match=says):
            await heard(asked)


async def test_a_server_that_is_away_is_named():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    async with recogniser(f"http://127.0.0.1:{port}/v1") as asked:
        with pytest.raises(EngineFailed, match=f":{port} cannot be reached"):
            await heard(asked)


async def test_an_utterance_has_an_end():
    async with serving(Server()) as url, recogniser(url) as asked, asked.open(ENGLISH) as hearing:
        await hearing.hear(bytes(700 * 32_000))
        with pytest.raises(EngineFailed, match="longer than ten minutes"):
            await hearing.transcript()


async def test_another_machine_is_refused_unless_it_is_allowed():
    there = tables("https://api.example.com/v1")["providers"]
    config = Config(engines={"recogniser": "openai-transcriptions"}, providers=there)

    refused = compose(config, [RECOGNISER])
    assert RECOGNISER not in refused.found
    assert "talks to another machine" in refused.set_aside["recogniser.openai-transcriptions"]
    allowed = Config(engines=config.engines, providers=there, privacy=Privacy(egress="allowed"))
    assert RECOGNISER in compose(allowed, [RECOGNISER]).found

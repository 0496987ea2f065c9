"""The recogniser with real servers of the protocol, on this machine."""

import asyncio
import json
import socket
from importlib.util import find_spec
from pathlib import Path

import anyio
import pytest
import soundfile
from wyoming_servers import Service, answering, serving

from lorgnette.app.composition import compose
from lorgnette.app.config import Config, Privacy
from lorgnette.core.errors import EngineFailed, UnsupportedLanguage
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.engines import RECOGNISER
from lorgnette.providers.moonshine import Moonshine
from lorgnette.providers.wyoming import Wyoming
from lorgnette.testing.recognisers import check_recogniser
from lorgnette.testing.signals import quiet, voiced

pytestmark = [pytest.mark.real, pytest.mark.asyncio]

SECOND = voiced(1.0)


def tables(url, **more):
    return {"providers": {"wyoming": {"url": url, "patience": 30.0, **more}}}


async def loud(sound, language):
    """Hears a word where anything sounds."""
    return f"hello\n in {language} " if any(sound) else ""


async def heard(recogniser, sound=SECOND, language=ENGLISH):
    async with recogniser.open(language) as hearing:
        await hearing.hear(sound)
        return (await hearing.transcript()).text


async def test_it_keeps_the_promises_of_a_recogniser():
    service = Service(loud)
    async with serving(service) as url:
        await check_recogniser(Wyoming(tables(url)), quiet(0.3) + SECOND, ["hello"])

    assert set(service.formats) == {(16_000, 2, 1)}
    assert set(service.asked) == {("en", None)}


async def test_it_keeps_them_with_a_real_recogniser_behind_the_server():
    package = Path(find_spec("moonshine_voice").submodule_search_locations[0])
    samples, rate = soundfile.read(package / "assets" / "beckett.wav", dtype="int16")
    moonshine = Moonshine()

    async def hear(sound, language):
        async with moonshine.open(Language(language)) as hearing:
            await hearing.hear(sound)
            return (await hearing.transcript()).text

    async with serving(Service(hear, ["en"])) as url:
        beckett = samples[:: rate // 16_000].tobytes()
        await check_recogniser(Wyoming(tables(url)), beckett, ["tried", "failed", "better"])


async def test_the_language_and_the_model_are_asked_for():
    service = Service(loud)
    async with serving(service) as url:
        assert await heard(Wyoming(tables(url)), language=CHINESE) == "hello in zh"
        assert await heard(Wyoming(tables(url, model="tiny"))) == "hello in en"
        with pytest.raises(UnsupportedLanguage, match=r"127\.0\.0\.1"):
            await heard(Wyoming(tables(url, model="other")))
        klingon = Wyoming(tables(url, model="other"))
        assert await heard(klingon, language=Language("tlh")) == "hello in tlh"
        only = Wyoming(tables(url, languages=["zh"]))
        with pytest.raises(UnsupportedLanguage):
            await heard(only)

    assert service.asked == [("zh", None), ("en", "tiny"), ("tlh", "other")]


async def test_a_server_that_streams_is_heard_while_one_speaks():
    service = Service(loud, streams=True)
    async with serving(service) as url, Wyoming(tables(url)).open(ENGLISH) as hearing:
        await hearing.hear(SECOND)
        await hearing.partial()
        await hearing.hear(SECOND)
        with anyio.fail_after(30):
            while (await hearing.partial()).text != "w1 w2":
                pass
        assert (await hearing.transcript()).text == "hello in en"
        await hearing.hear(SECOND)
        assert (await hearing.transcript()).text == "hello in en"

    assert service.sounds == [2 * SECOND, 3 * SECOND]  # each take begins at the beginning


async def test_one_that_does_not_stream_says_nothing_before_the_end():
    async with serving(Service(loud)) as url, Wyoming(tables(url)).open(ENGLISH) as hearing:
        await hearing.hear(SECOND)
        assert (await hearing.partial()).text == ""
        assert (await hearing.transcript()).text == "hello in en"
        assert (await hearing.transcript()).text == "hello in en"


async def test_silence_is_not_sent():
    service = Service(loud)
    async with serving(service) as url:
        assert await heard(Wyoming(tables(url)), quiet(2.0)) == ""

    assert service.sounds == []


async def test_a_server_that_is_away_is_named_and_heard_when_it_is_back():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    away = Wyoming(tables(f"tcp://127.0.0.1:{port}"))

    with pytest.raises(EngineFailed, match=f":{port} cannot be reached"):
        await away.warm_up()

    service = Service(loud)
    async with serving(service) as url:
        away._settings = Wyoming(tables(url))._settings
        assert await heard(away) == "hello in en"


async def hang(reader, writer):
    await asyncio.sleep(60)


async def hang_up(reader, writer):
    await reader.readline()


async def talk_nonsense(reader, writer):
    writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
    await writer.drain()
    await asyncio.sleep(60)


async def promise_too_much(reader, writer):
    writer.write(json.dumps({"type": "info", "data_length": 1 << 40}).encode() + b"\n")
    await asyncio.sleep(60)


async def never_end(reader, writer):
    line = json.dumps({"type": "ping", "data": {"text": "x" * 1000}}).encode() + b"\n"
    while True:
        writer.write(line * 64)
        await writer.drain()


@pytest.mark.parametrize(
    ("answer", "says", "patience"),
    [
        (hang, "does not answer in time", 0.1),
        (hang_up, "hangs up", 30.0),
        (talk_nonsense, "does not speak Wyoming: a line is no event", 30.0),
        (promise_too_much, "does not speak Wyoming: an event is too long", 30.0),
        (never_end, "does not stop answering", 30.0),
    ],
)
@pytest.mark.parametrize("known", [[], ["en"]])
async def test_a_bad_server_is_one_clear_sentence(answer, says, patience, known):
    async with answering(answer) as url:
        bad = Wyoming(tables(url, languages=known, patience=patience))
        with pytest.raises(EngineFailed, match=says):
            await heard(bad)


async def test_a_transcript_without_text_is_an_error():
    async def answer(reader, writer):
        await reader.readline()
        writer.write(b'{"type": "transcript", "data": {"text": 7}}\n')
        await asyncio.sleep(60)

    async with answering(answer) as url:
        with pytest.raises(EngineFailed, match="without a text"):
            await heard(Wyoming(tables(url, languages=["en"])))


async def test_after_a_bad_take_the_next_one_is_heard_whole():
    service = Service(loud)
    async with serving(service) as url, Wyoming(tables(url)).open(ENGLISH) as hearing:
        await hearing.hear(SECOND)
        await hearing.partial()
        with anyio.CancelScope() as scope:
            scope.cancel()
            await hearing.transcript()
        await hearing.hear(SECOND)
        assert (await hearing.transcript()).text == "hello in en"

    assert service.sounds == [2 * SECOND]


async def test_leaving_hangs_up():
    service = Service(loud)
    async with serving(service) as url:
        async with Wyoming(tables(url)).open(ENGLISH) as hearing:
            await hearing.hear(SECOND)
            await hearing.partial()
        with anyio.fail_after(30):
            await service.left.wait()


async def test_another_machine_is_refused_unless_it_is_allowed():
    config = Config(
        engines={"recogniser": "wyoming"}, providers={"wyoming": {"url": "tcp://192.168.1.7:10300"}}
    )

    refused = compose(config, [RECOGNISER])
    assert RECOGNISER not in refused.found
    assert "talks to another machine" in refused.set_aside["recogniser.wyoming"]
    allowed = Config(
        engines=config.engines, providers=config.providers, privacy=Privacy(egress="allowed")
    )
    assert RECOGNISER in compose(allowed, [RECOGNISER]).found

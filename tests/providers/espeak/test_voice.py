import os
import signal
import sys
from contextlib import aclosing

import anyio
import pytest
import trio

from lorgnette.core.errors import (
    ConfigurationError,
    EngineFailed,
    MissingPart,
    UnsupportedLanguage,
)
from lorgnette.core.types import SAMPLE_RATE, Language, samples_in
from lorgnette.providers.espeak.process import Worker
from lorgnette.providers.espeak.voice import CHUNK, EspeakVoice
from lorgnette.testing.voices import check_voice

HUNDRED = "A hundred words would take about this long, so it is worth to interrupt them. " * 10


async def spoken(voice, text, language="en"):
    async with aclosing(voice.speak(text, Language(language))) as sounds:
        return [sound async for sound in sounds]


def seconds(chunks):
    return sum(map(samples_in, chunks)) / SAMPLE_RATE


@pytest.mark.parametrize(
    "wrong",
    [{"processes": 0}, {"pitch": 100}, {"words_per_minute": "fast"}, {"patience": -1}],
)
def test_a_wrong_setting_is_named(wrong):
    with pytest.raises(ConfigurationError, match=next(iter(wrong))):
        EspeakVoice({"voice": wrong})


def test_settings_that_only_espeak_has_stand_in_its_own_table():
    voice = EspeakVoice({"voice": {"processes": 3}, "providers": {"espeak": {"pitch": 60}}})

    assert (voice._settings.processes, voice._settings.pitch) == (3, 60)


@pytest.mark.real
@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Good morning. How are you today?"),
        ("es", "Buenos días. ¿Cómo está usted?"),
        ("fr", "Bonjour. Comment allez-vous\u202f?"),
        ("de", "Guten Morgen. Wie geht es Ihnen?"),
        ("it", "Buongiorno. Come sta oggi?"),
        ("pt", "Bom dia. Como você está?"),
        ("ja", "おはようございます。おげんきですか。"),
        ("ko", "안녕하세요. 오늘 기분이 어때요?"),
        ("zh", "早上好。你今天怎么样？"),
        ("ru", "Доброе утро. Как у вас дела?"),
    ],
)
async def test_it_keeps_the_promises_of_a_voice(language, text):
    voice = EspeakVoice()
    await voice.warm_up()
    try:
        await check_voice(voice, Language(language), text)
    finally:
        await voice.aclose()


@pytest.mark.real
def test_it_keeps_them_on_trio_too():
    async def check():
        voice = EspeakVoice({"voice": {"processes": 1}})
        await check_voice(voice, Language("zh"), "早上好，你今天怎么样？")
        await voice.aclose()

    trio.run(check)


@pytest.mark.real
@pytest.mark.asyncio
async def test_it_speaks_the_languages_of_the_phrasebook():
    voice = EspeakVoice({"voice": {"processes": 1}})
    texts = {
        "en": "Where is the station?",
        "zh": "火车站在哪里？",
        "es": "¿Dónde está la estación?",
        "fr": "Où est la gare\u202f?",
        "de": "Wo ist der Bahnhof?",
        "ja": "駅はどこですか。",
        "ko": "역이 어디예요?",
        "it": "Dov'è la stazione?",
        "pt": "Onde fica a estação?",
        "ru": "Где вокзал?",
        "nl": "Waar is het station?",
        "no": "Hvor er stasjonen?",
        "vi": "Nhà ga ở đâu?",
    }

    lengths = {lang: seconds(await spoken(voice, text, lang)) for lang, text in texts.items()}

    await voice.aclose()
    assert all(0.5 < length < 4 for length in lengths.values()), lengths


@pytest.mark.real
@pytest.mark.asyncio
async def test_chunks_are_short_and_the_pauses_between_sentences_are_heard():
    voice = EspeakVoice({"voice": {"processes": 1}})
    one = await spoken(voice, "It is late.")
    two = await spoken(voice, "It is late. It is late.")
    await voice.aclose()

    assert all(len(chunk) <= CHUNK for chunk in two)
    assert seconds(two) - 2 * seconds(one) == pytest.approx(0.3, abs=0.1)


@pytest.mark.real
@pytest.mark.asyncio
async def test_what_it_cannot_speak_is_refused_first():
    voice = EspeakVoice({"voice": {"processes": 1}})
    for language, text in [("zz", "hello"), ("ja", "薔薇をください")]:
        with pytest.raises(UnsupportedLanguage):
            await spoken(voice, text, language)
    assert await spoken(voice, "hello")
    await voice.aclose()


@pytest.mark.real
@pytest.mark.asyncio
async def test_a_process_killed_while_idle_is_replaced_unnoticed():
    voice = EspeakVoice({"voice": {"processes": 1}})
    await voice.warm_up()
    os.kill(voice.processes[0], signal.SIGKILL)
    await anyio.sleep(0.1)

    assert await spoken(voice, "hello")
    assert len(voice.processes) == 1
    await voice.aclose()


@pytest.mark.real
@pytest.mark.asyncio
async def test_a_process_that_hangs_fails_one_call_and_is_replaced():
    voice = EspeakVoice({"voice": {"processes": 1}, "providers": {"espeak": {"patience": 0.2}}})
    await voice.warm_up()
    os.kill(voice.processes[0], signal.SIGSTOP)

    with pytest.raises(EngineFailed, match="hangs"):
        await spoken(voice, "hello")
    assert voice.processes == []
    assert await spoken(voice, "hello")
    await voice.aclose()


@pytest.mark.real
@pytest.mark.asyncio
async def test_a_process_that_dies_while_it_speaks_fails_one_call():
    voice = EspeakVoice({"voice": {"processes": 1}})
    await voice.warm_up()
    os.kill(voice.processes[0], signal.SIGSTOP)

    async def kill_it():
        await anyio.sleep(0.05)
        os.kill(voice.processes[0], signal.SIGKILL)

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(kill_it)
        with pytest.raises(EngineFailed, match="died"):
            await spoken(voice, "hello")
    assert await spoken(voice, "hello")
    await voice.aclose()


@pytest.mark.real
@pytest.mark.asyncio
async def test_a_slow_listener_keeps_nobody_waiting():
    voice = EspeakVoice({"voice": {"processes": 1}})
    async with aclosing(voice.speak(HUNDRED, Language("en"))) as slow:
        await anext(slow)
        with anyio.fail_after(2):
            assert await spoken(voice, "hello")
    await voice.aclose()


@pytest.mark.real
@pytest.mark.asyncio
async def test_many_interruptions_leave_one_process_and_no_old_sound():
    voice = EspeakVoice({"voice": {"processes": 1}})
    whole = seconds(await spoken(voice, "hello"))
    for moment in range(20):
        with anyio.move_on_after(moment / 2000):
            await spoken(voice, HUNDRED)

    assert seconds(await spoken(voice, "hello")) == pytest.approx(whole, rel=0.1)
    assert len(voice.processes) == 1
    await voice.aclose()


@pytest.mark.real
@pytest.mark.asyncio
async def test_no_process_outlives_the_voice():
    voice = EspeakVoice()
    await voice.warm_up()
    pids = voice.processes
    assert len(pids) == 2

    await voice.aclose()

    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


@pytest.mark.real
@pytest.mark.asyncio
async def test_what_does_not_start_is_told_in_one_sentence():
    no_library = (
        "import sys; sys.modules['espeakng_loader'] = None;"
        "from lorgnette.providers.espeak.worker import main; main()"
    )
    with pytest.raises(MissingPart, match="pip install espeakng-loader"):
        await Worker.start(3, (sys.executable, "-c", no_library))
    with pytest.raises(EngineFailed, match="died"):
        await Worker.start(3, (sys.executable, "-c", "pass"))
    with pytest.raises(EngineFailed, match=r"not a frame|died"):
        await Worker.start(3, (sys.executable, "-c", "print('hello' * 10)"))
    with pytest.raises(EngineFailed, match="hangs"):
        await Worker.start(3, (sys.executable, "-c", "input()"), starting=0.2)

from contextlib import aclosing

import msgspec

from lorgnette.core.types import Language
from lorgnette.engines import Message, Tool, Transcript, Translation, Words, follow
from lorgnette.engines.wrap.record import (
    Record,
    RecordedRecogniser,
    RecordedThinker,
    RecordedTranslator,
    RecordedVoice,
    Spoken,
    Thought,
    Transcribed,
    Translated,
)
from lorgnette.testing.recognisers import ScriptedRecogniser, check_recogniser
from lorgnette.testing.thinkers import ScriptedThinker, check_thinker
from lorgnette.testing.translators import ScriptedTranslator, check_translator
from lorgnette.testing.voices import ScriptedVoice, check_voice

ENGLISH, FRENCH = Language("en"), Language("fr")
ASKED = Message("user", "Where?")


class Shouting:
    async def translate(self, text, /, *, source, target):
        return Translation(text.upper())


class Growing(Shouting):
    async def follow(self, text, /, *, source, target, final):
        yield Translation(text[:3].upper())
        yield Translation(text.upper())


async def test_a_recorded_engine_is_an_engine():
    records = []
    await check_voice(RecordedVoice(ScriptedVoice(), records.append))
    await check_thinker(RecordedThinker(ScriptedThinker(), records.append))
    recogniser = ScriptedRecogniser("hello", "hello", "hello")
    await check_recogniser(RecordedRecogniser(recogniser, records.append), bytes(9000), {"hello"})
    scripted = ScriptedTranslator({("Good morning", Language("zh")): "早上好"}, quick=True)
    await check_translator(RecordedTranslator(scripted, records.append))
    assert {type(record) for record in records} == {Spoken, Thought, Transcribed, Translated}


async def test_a_sentence_that_was_followed_is_written_down_once_and_its_tails_never():
    records = []
    translator = RecordedTranslator(Growing(), records.append)

    for text, final in (("oui", False), ("oui merci", True)):
        stream = follow(translator, text, source=FRENCH, target=ENGLISH, final=final)
        async with aclosing(stream) as translations:
            assert len([each async for each in translations]) == 2

    assert records == [Translated("oui merci", FRENCH, ENGLISH, Translation("OUI MERCI"))]


async def test_what_was_asked_and_answered_can_be_read_again():
    records = []
    voice = RecordedVoice(ScriptedVoice(pace=0.1, chunk=0.1), records.append)
    thinker = RecordedThinker(ScriptedThinker((Words("Here."), Words("Or not."))), records.append)
    translator = RecordedTranslator(Shouting(), records.append)
    recogniser = RecordedRecogniser(ScriptedRecogniser("hello"), records.append)

    async with aclosing(voice.speak("hello", ENGLISH)) as sounds:
        await anext(sounds)
    async with aclosing(thinker.think([ASKED], [Tool("t", "", {})])) as thoughts:
        await anext(thoughts)
    await translator.translate("oui", source=FRENCH, target=ENGLISH)
    async with recogniser.open(ENGLISH) as hearing:
        await hearing.hear(bytes(200))
        await hearing.transcript()

    assert records == [
        Spoken("hello", ENGLISH, 1600),
        Thought((ASKED,), ("t",), (Words("Here."),)),
        Translated("oui", FRENCH, ENGLISH, Translation("OUI")),
        Transcribed(100, Transcript("hello", ENGLISH)),
    ]
    written = msgspec.json.encode(records)
    assert msgspec.json.decode(written, type=list[Record]) == records

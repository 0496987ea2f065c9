"""Several providers are one: each language goes to the first that knows it."""

from contextlib import aclosing, asynccontextmanager

import pytest

from lorgnette.core.errors import EngineFailed, MissingPart, NotFound, UnsupportedLanguage
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.engines import Translation, follow, ways
from lorgnette.engines.wrap.several import SeveralRecognisers, SeveralTranslators, SeveralVoices
from lorgnette.testing.recognisers import ScriptedRecogniser, check_recogniser
from lorgnette.testing.translators import ScriptedTranslator, check_translator
from lorgnette.testing.voices import ScriptedVoice, check_voice

FRENCH = Language("fr")


class Refusing:
    """A recogniser, voice and translator that always raises the same."""

    def __init__(self, error):
        self.error = error
        self.warm = self.closed = False

    @asynccontextmanager
    async def open(self, language, vocabulary=None):
        raise self.error
        yield

    async def speak(self, text, /, language):
        raise self.error
        yield b""

    async def translate(self, text, /, *, source, target):
        raise self.error

    async def warm_up(self):
        self.warm = True
        raise self.error

    async def aclose(self):
        self.closed = True


class Says:
    """A voice in one language whose sound is a name; it may break after that."""

    def __init__(self, sound, language, *, breaks=False):
        self.sound = sound
        self.language = language
        self.breaks = breaks

    async def speak(self, text, /, language):
        if language != self.language:
            raise UnsupportedLanguage(language)
        yield self.sound
        if self.breaks:
            raise EngineFailed("broke in the middle")


def hears(text, *languages):
    return ScriptedRecogniser(*[text] * 9, languages=languages)


def several(*parts):
    return SeveralRecognisers({str(number): part for number, part in enumerate(parts)})


def voices(*parts):
    return SeveralVoices({str(number): part for number, part in enumerate(parts)})


async def heard(recogniser, language):
    async with recogniser.open(language) as hearing:
        await hearing.hear(bytes(320))
        return (await hearing.transcript()).text


async def spoken(voice, language):
    return b"".join([sound async for sound in voice.speak("hello", language)])


async def test_it_keeps_the_promises_of_a_recogniser():
    english = ScriptedRecogniser(*["hello world"] * 3, languages=[ENGLISH])
    both = several(hears("ni hao", CHINESE), english)

    await check_recogniser(both, bytes(16_000), ["hello"], ENGLISH)


async def test_each_language_is_heard_by_the_first_that_knows_it():
    first, second = hears("hello", ENGLISH), hears("ni hao", ENGLISH, CHINESE)
    both = several(first, second)

    assert await heard(both, ENGLISH) == "hello"
    assert await heard(both, CHINESE) == "ni hao"
    assert len(first.opened) == len(second.opened) == 1


async def test_the_vocabulary_goes_to_whoever_hears():
    recogniser, vocabulary = hears("ni hao", CHINESE), object()

    async with several(hears("hello", ENGLISH), recogniser).open(CHINESE, vocabulary):
        assert recogniser.vocabularies == [vocabulary]
        assert recogniser.open_now == 1
    assert recogniser.open_now == 0


@pytest.mark.parametrize("error", [EngineFailed("away"), MissingPart("no model"), KeyError("bug")])
async def test_whatever_stops_one_the_next_hears(error):
    assert await heard(several(Refusing(error), hears("hello", ENGLISH)), ENGLISH) == "hello"
    assert await spoken(voices(Refusing(error), Says(b"ab", FRENCH)), FRENCH) == b"ab"


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (UnsupportedLanguage("a"), MissingPart("b"), MissingPart),
        (MissingPart("a"), EngineFailed("b"), EngineFailed),
        (UnsupportedLanguage("a"), KeyError("b"), KeyError),
    ],
)
async def test_when_nobody_can_the_error_that_helps_most_is_told(first, second, told):
    with pytest.raises(told) as one:
        await heard(several(Refusing(first), Refusing(second)), FRENCH)
    with pytest.raises(told):
        await spoken(voices(Refusing(first), Refusing(second)), FRENCH)

    [note] = set(one.value.__notes__)
    assert type(first).__name__ in note or type(second).__name__ in note


async def test_when_nobody_knows_a_language_all_say_so():
    knows = [Refusing(UnsupportedLanguage(f"I know {language}")) for language in ("en", "zh")]

    with pytest.raises(UnsupportedLanguage, match="I know en; I know zh"):
        await heard(several(*knows), FRENCH)
    with pytest.raises(UnsupportedLanguage):
        await spoken(voices(*knows), FRENCH)


async def test_an_error_while_hearing_is_nobody_elses():
    first, second = hears("hello", ENGLISH), hears("hello", ENGLISH)

    async with several(first, second).open(ENGLISH) as hearing:
        hearing.failing = True
        with pytest.raises(EngineFailed):
            await hearing.transcript()

    assert second.opened == []


async def test_a_voice_is_not_followed_by_another_in_the_middle_of_a_sentence():
    both = voices(Says(b"ab", ENGLISH, breaks=True), Says(b"cd", ENGLISH))

    async with aclosing(both.speak("hello", ENGLISH)) as sounds:
        assert await anext(sounds) == b"ab"
        with pytest.raises(EngineFailed):
            await anext(sounds)


async def test_it_keeps_the_promises_of_a_voice():
    await check_voice(voices(Says(b"ab", CHINESE), ScriptedVoice()))


async def test_one_that_cannot_load_stops_nobody():
    broken = Refusing(MissingPart("no model"))

    await several(broken, hears("hello", ENGLISH)).warm_up()

    assert broken.warm
    with pytest.raises(MissingPart):
        await several(broken, broken).warm_up()


async def test_all_are_closed_even_when_one_does_not_close():
    class Stubborn(Refusing):
        async def aclose(self):
            raise EngineFailed("I will not")

    other = Refusing(MissingPart(""))

    with pytest.raises(EngineFailed):
        await several(other, Stubborn(EngineFailed("")), hears("hello", ENGLISH)).aclose()

    assert other.closed


def knows(**known):
    return ScriptedTranslator({(text, FRENCH): said for text, said in known.items()}, quick=True)


def translators(*parts):
    return SeveralTranslators({str(number): part for number, part in enumerate(parts)})


async def french(translator, text):
    return (await translator.translate(text, source=ENGLISH, target=FRENCH)).text


async def followed(translator, text, *, final=True):
    shown = []
    stream = follow(translator, text, source=ENGLISH, target=FRENCH, final=final)
    async with aclosing(stream) as translations:
        async for translation in translations:
            shown.append(translation.text)  # noqa: PERF401 - kept although the loop raises
    return shown


class Breaking(ScriptedTranslator):
    """A translator that breaks after its first word."""

    async def follow(self, text, /, *, source, target, final):
        yield Translation("bon")
        raise EngineFailed("the line broke")


async def test_the_first_that_can_translates_and_the_others_are_not_asked():
    first, second = knows(hello="bonjour"), knows(hello="salut", bye="au revoir")
    both = translators(first, second)

    assert await french(both, "hello") == "bonjour"
    assert second.asked == []
    assert await french(both, "bye") == "au revoir"


@pytest.mark.parametrize(
    "error", [NotFound("no"), UnsupportedLanguage("no"), MissingPart("no"), KeyError("bug")]
)
async def test_whatever_stops_one_the_next_translates(error):
    both = translators(Refusing(error), knows(hello="bonjour"))

    assert await french(both, "hello") == "bonjour"
    assert await followed(both, "hello") == ["bonjour"]
    assert await followed(both, "hello", final=False) == ["bonjour"]


async def test_when_nobody_can_translate_the_error_that_helps_most_is_told():
    nobody = translators(Refusing(UnsupportedLanguage("a")), Refusing(NotFound("b")))

    with pytest.raises(NotFound, match="b") as one:
        await french(nobody, "hello")
    assert one.value.__notes__ == ["UnsupportedLanguage: a"]
    with pytest.raises(NotFound):
        await followed(nobody, "hello")
    assert await followed(nobody, "hello", final=False) == []


async def test_what_breaks_on_the_way_is_begun_anew_by_the_next():
    both = translators(Breaking({}), knows(hello="bonjour"))

    assert await followed(both, "hello") == ["bon", "bonjour"]


async def test_a_tail_goes_to_the_first_that_is_quick():
    slow = ScriptedTranslator({("hello", FRENCH): "salut"})

    assert await followed(translators(slow, knows(hello="bonjour")), "hello", final=False) == [
        "bonjour"
    ]
    assert slow.asked == []


def test_the_ways_of_all_are_its_ways():
    class Way(ScriptedTranslator):
        ways = frozenset({(ENGLISH, FRENCH)})

    class Back(ScriptedTranslator):
        ways = frozenset({(FRENCH, ENGLISH)})

    both = translators(Way({}), Back({}), ScriptedTranslator({}))

    assert ways(both) == {(ENGLISH, FRENCH), (FRENCH, ENGLISH)}


async def test_it_keeps_the_promises_of_a_translator():
    phrases = {("Good morning", CHINESE): "早上好"}

    await check_translator(translators(ScriptedTranslator({}), ScriptedTranslator(phrases)))

"""Engines are made by providers; one that does not work is set aside and named."""

from contextlib import aclosing
from importlib import metadata

import msgspec
import pytest

from lorgnette.app.composition import compose, states
from lorgnette.app.config import Config, Hub, Privacy, Thinker, parsed, written
from lorgnette.core.errors import ConfigurationError, EngineFailed, MissingPart
from lorgnette.core.goods import Good as Goods
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.engines import CATALOGUE, RECOGNISER, THINKER, TRANSLATOR, VOICE
from lorgnette.engines.wrap.faithful import FaithfulTranslator
from lorgnette.testing.catalogues import ScriptedCatalogue
from lorgnette.testing.recognisers import ScriptedRecogniser
from lorgnette.testing.voices import ScriptedVoice


class Good:
    """A voice that can be made."""

    def __init__(self, settings):
        self.settings = settings
        self.closed = 0

    async def aclose(self):
        self.closed += 1


class Shop(ScriptedCatalogue):
    """A catalogue whose answers may be kept."""

    def __init__(self, settings):
        super().__init__([Goods("5901234123457", {"": "Tea"})], keeps=60.0)


class Dying(Good):
    """A voice whose process dies at its first sentence, and begins anew with the next."""

    def __init__(self, settings):
        super().__init__(settings)
        self.voice = ScriptedVoice()
        self.voice.failing.add("hello")

    async def speak(self, text, /, language):
        failing, self.voice.failing = self.voice.failing, set()
        if text in failing:
            raise EngineFailed("the process died")
        async with aclosing(self.voice.speak(text, language)) as sounds:
            async for sound in sounds:
                yield sound


class Chatty(Good):
    @staticmethod
    def leaves_the_hub(settings):
        return True


class Asked(Good):
    @staticmethod
    def leaves_the_hub(settings):
        return "://127.0.0.1" not in settings["thinker"]["url"]


def missing(_settings):
    raise MissingPart("there is no model: pip install model")


def buggy(_settings):
    raise ZeroDivisionError("oh")


@pytest.fixture
def installed(monkeypatch):
    """Providers as if they were installed: `engine.name` to `module:attribute`."""

    def install(**points):
        found = [
            metadata.EntryPoint(name.replace("_", ".", 1), f"{__name__}:{what}", "")
            for name, what in points.items()
        ]
        monkeypatch.setattr(metadata, "entry_points", lambda group: found)
        monkeypatch.setattr(metadata.EntryPoint, "load", lambda point: globals()[point.attr])

    return install


def test_the_next_provider_is_tried_when_one_cannot_be_made(installed):
    installed(voice_a="missing", voice_b="buggy", voice_c="nowhere", voice_d="Good")

    engines = compose(Config())

    assert isinstance(engines.found[VOICE].inner, Good)
    assert engines.providers == {"voice": "d"}
    assert engines.set_aside == {
        "voice.a": "there is no model: pip install model",
        "voice.b": "ZeroDivisionError: oh",
        "voice.c": "KeyError: 'nowhere'",
    }


def test_an_engine_without_provider_says_why(installed):
    installed(voice_a="missing")

    said = states(compose(Config()))

    assert said["voice"] == "there is no model: pip install model"
    assert said["translator"] == "none"


def test_the_provider_that_is_named_is_the_only_one_tried(installed):
    installed(voice_a="Good", voice_b="missing")

    assert compose(Config(engines={"voice": "a"})).providers == {"voice": "a"}
    assert compose(Config(engines={"voice": "b"})).providers == {}


def test_an_unknown_provider_is_named_with_those_there_are(installed):
    installed(voice_a="Good", voice_b="Good")

    with pytest.raises(ConfigurationError, match=r"engines\.voice: no provider 'c'.*: a, b"):
        compose(Config(engines={"voice": "c"}))
    with pytest.raises(ConfigurationError, match=r"engines\.translator: .*none"):
        compose(Config(engines={"translator": "c"}))


def test_an_unknown_engine_is_named(installed):
    installed(voice_a="Good")

    with pytest.raises(ConfigurationError, match=r"engines\.telepathy"):
        compose(Config(engines={"telepathy": "a"}))


def test_what_leaves_the_hub_must_be_allowed(installed):
    installed(voice_a="Chatty")

    engines = compose(Config())
    assert VOICE not in engines.found
    assert 'privacy.egress = "allowed"' in engines.set_aside["voice.a"]
    assert VOICE in compose(Config(privacy=Privacy(egress="allowed"))).found


@pytest.mark.parametrize(
    ("url", "found"), [("http://127.0.0.1:1/v1", True), ("https://api.example.com/v1", False)]
)
def test_a_provider_may_say_that_it_stays_at_home(installed, url, found):
    installed(thinker_a="Asked")

    assert (THINKER in compose(Config(thinker=Thinker(url=url))).found) == found


@pytest.mark.parametrize(
    "url", ["https://api.example.com/v1", "http://192.168.1.7/v1", "http://localhost.evil.com/v1"]
)
def test_without_egress_the_shipped_thinker_stays_at_home(url):
    config = Config(thinker=Thinker(url=url, model="m"))

    assert THINKER not in compose(config, [THINKER]).found
    allowed = msgspec.structs.replace(config, privacy=Privacy(egress="allowed"))
    assert THINKER in compose(allowed, [THINKER]).found
    at_home = Config(thinker=Thinker(url="http://127.0.0.1:11434/v1", model="m"))
    assert THINKER in compose(at_home, [THINKER]).found


def test_only_what_is_wanted_is_made(installed):
    installed(voice_a="Good", translator_b="Good")

    assert set(compose(Config(), [TRANSLATOR]).found) == {TRANSLATOR}


def test_settings_reach_the_provider_with_its_secrets(installed, monkeypatch):
    installed(voice_a="Good")
    monkeypatch.setenv("LORGNETTE_THINKER_KEY", "sk-1")

    settings = compose(Config(providers={"a": {"speed": 2}})).found[VOICE].inner.settings

    assert settings["providers"]["a"] == {"speed": 2}
    assert settings["thinker"]["key"] == "sk-1"


async def test_who_asks_a_voice_does_not_notice_that_it_died(installed):
    installed(voice_a="Dying")
    voice = compose(Config()).found[VOICE]

    async with aclosing(voice.speak("hello", ENGLISH)) as sounds:
        assert [sound async for sound in sounds]


async def test_engines_are_stopped_whatever_one_of_them_does(installed, caplog):
    class Stubborn(Good):
        async def aclose(self):
            raise EngineFailed("I will not")

    installed(voice_a="Good", thinker_b="Good")
    engines = compose(Config())
    first, last = engines.found[VOICE].inner, engines.found[THINKER].inner
    engines.found[THINKER] = Stubborn({})

    await engines.aclose()

    assert first.closed == 1
    assert last.closed == 0
    assert "EngineFailed" in caplog.text


def test_a_provider_that_breaks_later_is_set_aside_too(installed):
    installed(voice_a="Good")
    engines = compose(Config())

    engines.put_aside(VOICE, EngineFailed("the process died"))

    assert states(engines)["voice"] == "the process died"
    assert VOICE not in engines.found


def hears(language):
    def make(_settings):
        return ScriptedRecogniser("heard", languages=[language])

    return make


English, Chinese = hears(ENGLISH), hears(CHINESE)


def unloadable(_settings):
    recogniser = ScriptedRecogniser(languages=[ENGLISH])

    async def fails():
        raise MissingPart("the model is damaged")

    recogniser.warm_up = fails
    return recogniser


async def test_every_recogniser_that_works_is_used(installed):
    installed(recogniser_a="English", recogniser_b="missing", recogniser_c="Chinese")

    engines = compose(Config())

    assert engines.providers == {"recogniser": "a, c"}
    assert engines.set_aside == {"recogniser.b": "there is no model: pip install model"}
    assert states(engines)["recogniser"] == "a, c"
    async with engines.found[RECOGNISER].open(CHINESE) as hearing:
        assert (await hearing.transcript()).language == CHINESE


def test_those_that_are_named_are_asked_in_that_order_and_no_others(installed):
    installed(recogniser_a="English", recogniser_b="Chinese", recogniser_c="English")

    in_order = compose(Config(engines={"recogniser": ("c", "a", "c")}))

    assert in_order.providers == {"recogniser": "c, a"}
    assert list(in_order.parts(RECOGNISER)) == ["c", "a"]
    assert compose(Config(engines={"recogniser": ()})).providers == {}
    with pytest.raises(ConfigurationError, match=r"no provider 'd'; there are: a, b, c"):
        compose(Config(engines={"recogniser": ("a", "d")}))


def test_of_other_engines_the_first_that_works_is_used(installed):
    installed(thinker_a="missing", thinker_b="Good", thinker_c="Good")

    engines = compose(Config(engines={"thinker": ("a", "c", "b")}))

    assert engines.providers == {"thinker": "c"}


def test_every_translator_is_watched(installed):
    installed(translator_a="Good", translator_b="Good")

    parts = compose(Config()).parts(TRANSLATOR)

    assert {type(part) for part in parts.values()} == {FaithfulTranslator}


def test_translators_are_asked_from_the_checked_to_the_rough(installed):
    installed(translator_apertium="Good", translator_models="Good", translator_phrasebook="Good")

    assert compose(Config()).providers == {"translator": "phrasebook, models, apertium"}
    chosen = compose(Config(engines={"translator": ("apertium", "phrasebook")}))
    assert chosen.providers == {"translator": "apertium, phrasebook"}


async def test_one_that_cannot_be_loaded_is_set_aside_and_the_others_stay(installed):
    installed(recogniser_a="unloadable", recogniser_b="Chinese", recogniser_c="English")
    engines = compose(Config())

    await engines.warm_up()

    assert engines.providers == {"recogniser": "b, c"}
    assert engines.set_aside == {"recogniser.a": "the model is damaged"}
    engines.put_aside(RECOGNISER, EngineFailed("it died"))
    assert RECOGNISER not in engines.found
    assert engines.set_aside["recogniser.c"] == "it died"


async def test_one_that_is_away_at_first_is_asked_all_the_same(installed):
    class Away(ScriptedRecogniser):
        async def warm_up(self):
            raise EngineFailed("127.0.0.1:10300 cannot be reached")

    installed(recogniser_a="English")
    engines = compose(Config())
    engines.put(RECOGNISER, {"a": Away("hello"), "b": ScriptedRecogniser("hi")})

    await engines.warm_up()

    assert engines.providers == {"recogniser": "a, b"}
    assert engines.set_aside == {}
    assert engines.ailing == {"recogniser.a": "127.0.0.1:10300 cannot be reached"}


def test_the_order_of_providers_can_be_written_in_the_file():
    config = parsed('[engines]\nvoice = "a"\nrecogniser = ["b", "c"]', "here")

    assert config.engines == {"voice": "a", "recogniser": ("b", "c")}
    assert parsed(written(config), "there") == config


@pytest.mark.asyncio
async def test_what_a_catalogue_said_is_remembered_after_a_restart(installed, tmp_path):
    installed(catalogue_shop="Shop")
    config = Config(hub=Hub(data=str(tmp_path)))
    asked = []
    for _ in range(2):
        engines = compose(config, [CATALOGUE])
        assert (await engines.found[CATALOGUE].good("5901234123457")).name(ENGLISH) == "Tea"
        asked += engines.found[CATALOGUE].inner.asked
        await engines.aclose()
    assert asked == ["good 5901234123457"]


def test_a_hub_that_nobody_configured_asks_the_catalogue_on_its_machine(tmp_path):
    engines = compose(Config(hub=Hub(data=str(tmp_path))))

    assert [*engines.parts(CATALOGUE)] == ["sqlite"]

"""Every kind of model is loaded and heard with, by the real library."""

import os
from importlib import metadata

import pytest
import tiny_models
from tiny_models import HELLO, WORLD, silence, tone

from lorgnette.app.composition import compose, states
from lorgnette.app.config import Config, Hub
from lorgnette.core.errors import MissingPart, UnsupportedLanguage
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.engines import RECOGNISER, SPEAKER_EMBEDDER
from lorgnette.providers.installed import Card, write_card
from lorgnette.providers.sherpa import recogniser as module
from lorgnette.providers.sherpa.recogniser import SherpaOnnx, recogniser
from lorgnette.testing.recognisers import check_recogniser

ONE = silence() + HELLO
BOTH = ONE + silence() + WORLD
CARD = Card(engine="recogniser", languages=("en",))
KINDS = [
    (tiny_models.transducer, BOTH, ["hello", "world"]),
    (tiny_models.streaming_paraformer, BOTH, ["hello", "world"]),
    (tiny_models.sense_voice, BOTH, ["hello", "world"]),
    (tiny_models.paraformer, ONE, ["hello"]),
    (tiny_models.whisper, ONE, ["hello"]),
]


def tables(folder):
    return {"hub": {"data": str(folder)}}


def install(folder, make, card=CARD, name="tiny"):
    """A model as `lorgnette models get` leaves it."""
    place = folder / "models" / name
    make(place)
    write_card(place, card)
    return place


async def heard(recogniser, sound, language=ENGLISH):
    async with recogniser.open(language) as hearing:
        await hearing.hear(sound)
        return (await hearing.transcript()).text


@pytest.mark.real
@pytest.mark.asyncio
@pytest.mark.parametrize(("make", "said", "words"), KINDS)
async def test_every_kind_keeps_the_promises_of_a_recogniser(tmp_path, make, said, words):
    install(tmp_path, make)

    await check_recogniser(recogniser(tables(tmp_path)), said, words)


@pytest.mark.real
async def test_it_runs_on_trio_and_hears_words_as_they_are_said(tmp_path):
    install(tmp_path, tiny_models.transducer)

    async with recogniser(tables(tmp_path)).open(ENGLISH) as hearing:
        await hearing.hear(silence() + HELLO + silence())
        assert (await hearing.partial()).text == "hello"
        await hearing.hear(WORLD + silence())
        assert (await hearing.transcript()).text == "hello world"


@pytest.mark.real
async def test_a_network_that_knows_several_languages_is_told_which(tmp_path):
    install(tmp_path, tiny_models.whisper, Card())
    both = recogniser(tables(tmp_path))

    assert await heard(both, HELLO) == "hello"
    assert await heard(both, HELLO, CHINESE) == "你好"
    assert await heard(both, HELLO) == "hello"


@pytest.mark.real
async def test_each_language_is_heard_by_the_first_model_that_knows_it(tmp_path):
    install(tmp_path, tiny_models.transducer, Card(languages=("zh",)), "b")
    install(tmp_path, tiny_models.sense_voice, Card(), "a")
    install(tmp_path, lambda place: tiny_models.transducer(place, ["▁BON", "▁JOUR"]),
            Card(languages=("fr", "zh")), "c")  # fmt: skip
    several = recogniser(tables(tmp_path))

    assert await heard(several, HELLO + WORLD, Language("fr")) == "bon jour"
    assert await heard(several, HELLO, Language("ko")) == "hello"
    with pytest.raises(UnsupportedLanguage, match="these models know en, fr, ja"):
        await heard(several, HELLO, Language("xx"))
    await several.warm_up()


@pytest.mark.real
async def test_a_damaged_model_ends_a_trial_and_not_the_hub(tmp_path):
    place = install(tmp_path, tiny_models.transducer)
    encoder = place / "encoder-epoch-99-avg-1.int8.onnx"
    tiny_models.without(encoder, "num_encoder_layers")

    with pytest.raises(MissingPart, match=r"cannot be used: .*'num_encoder_layers' does not exist"):
        await recogniser(tables(tmp_path)).warm_up()
    with pytest.raises(MissingPart):
        await heard(recogniser(tables(tmp_path)), HELLO)

    tiny_models.transducer(place)
    assert await heard(recogniser(tables(tmp_path)), HELLO) == "hello"


@pytest.mark.real
async def test_a_model_cut_short_is_one_clear_sentence(tmp_path):
    place = install(tmp_path, tiny_models.sense_voice)
    os.truncate(place / "model.int8.onnx", 4_000)
    (place / "tokens.txt").write_text("")

    with pytest.raises(MissingPart):
        await recogniser(tables(tmp_path)).warm_up()


@pytest.mark.real
async def test_silence_and_moments_say_nothing(tmp_path):
    for number, (make, *_) in enumerate(KINDS):
        install(tmp_path / str(number), make)
        quiet = recogniser(tables(tmp_path / str(number)))
        for sound in (silence(2), b"", b"\0", silence(0.01), tone(0.01)):
            assert await heard(quiet, sound) in {"", "hello"}
        assert await heard(quiet, silence(2)) == ""


@pytest.mark.real
async def test_a_long_utterance_of_a_whole_network_is_heard_in_parts(tmp_path):
    install(tmp_path, tiny_models.sense_voice)
    long = b"".join([HELLO + silence(1.4), WORLD + silence(1.4)] * 8)

    assert await heard(recogniser(tables(tmp_path)), long) == " ".join(["hello world"] * 8)


def test_without_models_it_says_where_they_come_from(tmp_path):
    with pytest.raises(MissingPart, match="lorgnette models list"):
        recogniser(tables(tmp_path))


def test_a_folder_that_cannot_be_used_is_named(tmp_path):
    (tmp_path / "models" / "empty").mkdir(parents=True)
    (tmp_path / "models" / ".half").mkdir()
    with pytest.raises(MissingPart, match=r"no tokens\.txt in .*empty"):
        recogniser(tables(tmp_path))

    (tmp_path / "models" / "empty" / "model.yaml").write_text("languages: {")
    with pytest.raises(MissingPart, match=r"model\.yaml cannot be read"):
        recogniser(tables(tmp_path))


def test_models_of_other_engines_are_left_alone(tmp_path):
    install(tmp_path, tiny_models.sense_voice, Card(engine="translator"))

    with pytest.raises(MissingPart, match="no model yet"):
        recogniser(tables(tmp_path))


def test_without_the_package_it_says_how_to_get_it(monkeypatch):
    monkeypatch.setattr(module, "find_spec", lambda name: None)

    with pytest.raises(MissingPart, match="pip install sherpa-onnx"):
        SherpaOnnx([])


def test_the_hub_finds_it_beside_the_embedded_one(tmp_path):
    install(tmp_path, tiny_models.sense_voice)
    points = metadata.entry_points(group="lorgnette.providers")
    assert "recogniser.sherpa-onnx" in points.names

    engines = compose(Config(hub=Hub(data=str(tmp_path))), [RECOGNISER, SPEAKER_EMBEDDER])

    assert states(engines)["recogniser"] == "moonshine, sherpa-onnx"

import pytest
import tiny_models
from tiny_models import tone

from lorgnette.core.errors import MissingPart
from lorgnette.providers.sherpa.speakers import SherpaSpeakers, speakers
from lorgnette.testing.speakerembedders import check_speaker_embedder

ANNA, BEN = tone(1.0, hertz=300), tone(1.0, hertz=2_500)


def tables(folder):
    return {"hub": {"data": str(folder)}}


@pytest.mark.real
@pytest.mark.asyncio
async def test_it_keeps_the_promises_of_a_speaker_embedder(tmp_path):
    tiny_models.embedding(tmp_path / "models" / "voices")

    await check_speaker_embedder(speakers(tables(tmp_path)), ANNA, BEN)


@pytest.mark.real
async def test_a_voice_names_the_network_that_heard_it(tmp_path):
    embedder = SherpaSpeakers(tiny_models.embedding(tmp_path) / "voices.onnx")

    voice = await embedder.embed(ANNA)

    assert voice.model == "voices"
    assert len(voice.values) == 8
    assert await embedder.embed(bytes(64_000)) is None


@pytest.mark.real
async def test_a_damaged_network_ends_a_trial_and_not_the_hub(tmp_path):
    embedder = SherpaSpeakers(tiny_models.embedding(tmp_path) / "voices.onnx")
    tiny_models.without(tmp_path / "voices.onnx", "output_dim")

    with pytest.raises(MissingPart, match="'output_dim' does not exist"):
        await embedder.warm_up()


async def test_a_missing_network_is_named(tmp_path):
    with pytest.raises(MissingPart, match=r"no .*voices\.onnx"):
        await SherpaSpeakers(tmp_path / "voices.onnx").warm_up()


def test_networks_that_are_none_for_speakers_are_left_alone(tmp_path):
    tiny_models.sense_voice(tmp_path / "models" / "words")

    with pytest.raises(MissingPart, match="lorgnette models list"):
        speakers(tables(tmp_path))

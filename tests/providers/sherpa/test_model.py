import pytest
import tiny_models

from lorgnette.core.errors import MissingPart
from lorgnette.providers.installed import Card
from lorgnette.providers.sherpa.model import Kind, find

CHINESE_ENGLISH = Card(languages=("zh", "EN"))


@pytest.mark.parametrize(
    ("make", "kind", "parts"),
    [
        (tiny_models.transducer, Kind.STREAMING_TRANSDUCER, ["encoder", "decoder", "joiner"]),
        (tiny_models.streaming_paraformer, Kind.STREAMING_PARAFORMER, ["encoder", "decoder"]),
        (tiny_models.paraformer, Kind.PARAFORMER, ["model"]),
        (tiny_models.sense_voice, Kind.SENSE_VOICE, ["model"]),
        (tiny_models.whisper, Kind.WHISPER, ["encoder", "decoder"]),
    ],
)
def test_the_kind_is_found_from_the_files(tmp_path, make, kind, parts):
    model = find(make(tmp_path), CHINESE_ENGLISH)

    assert model.kind is kind
    assert list(model.parts) == ["tokens", *parts]
    assert all(path.is_file() for path in model.parts.values())
    assert model.languages == ("zh", "en")


@pytest.mark.parametrize(
    ("make", "languages"),
    [
        (tiny_models.sense_voice, ("zh", "en", "ja", "ko", "yue")),
        (tiny_models.whisper, ("zh", "en")),
    ],
)
def test_some_networks_name_their_languages(tmp_path, make, languages):
    assert find(make(tmp_path), Card()).languages == languages


def test_others_must_be_told_theirs(tmp_path):
    with pytest.raises(MissingPart, match=r"languages: \[zh, en\]"):
        find(tiny_models.transducer(tmp_path), Card())


def test_a_transducer_that_does_not_stream_is_known_by_what_it_does_not_say(tmp_path):
    tiny_models.transducer(tmp_path)
    tiny_models.without(tmp_path / "encoder-epoch-99-avg-1.int8.onnx", "decode_chunk_len")

    assert find(tmp_path, CHINESE_ENGLISH).kind is Kind.TRANSDUCER


def test_of_two_files_for_a_part_the_quick_one_is_used(tmp_path):
    tiny_models.sense_voice(tmp_path)
    (tmp_path / "model.onnx").write_bytes(b"large")
    assert find(tmp_path, Card()).parts["model"].name == "model.int8.onnx"

    (tmp_path / "model.int8.onnx").rename(tmp_path / "model.onnx")
    assert find(tmp_path, Card()).parts["model"].name == "model.onnx"


def test_the_tokens_may_have_the_name_of_their_model(tmp_path):
    tiny_models.whisper(tmp_path)
    (tmp_path / "tokens.txt").rename(tmp_path / "tiny-tokens.txt")

    assert find(tmp_path, Card()).parts["tokens"].name == "tiny-tokens.txt"


def test_what_is_not_there_is_named(tmp_path):
    with pytest.raises(MissingPart, match=r"no tokens\.txt in"):
        find(tmp_path, Card())
    (tmp_path / "tokens.txt").touch()
    with pytest.raises(MissingPart, match="no recogniser that is known here"):
        find(tmp_path, Card())
    (tmp_path / "model.onnx").write_bytes(b"something else")
    with pytest.raises(MissingPart, match="no recogniser that is known here"):
        find(tmp_path, CHINESE_ENGLISH)

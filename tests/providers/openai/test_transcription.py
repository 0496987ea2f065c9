import contextlib
import wave
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.errors import ConfigurationError, EngineFailed, MissingPart
from lorgnette.core.types import CHINESE
from lorgnette.providers.openai.transcription import request, result, settings_from, wav


def tables(**own):
    return {"providers": {"openai-transcriptions": own}}


HERE = settings_from(tables(url="http://127.0.0.1:8000/v1/", model="small", key="sk-1"))


def test_a_request_is_a_form_with_a_file():
    asked = request(HERE, b"\1\0" * 800, CHINESE)

    assert asked.url == "http://127.0.0.1:8000/v1/audio/transcriptions"
    assert asked.headers["authorization"] == "Bearer sk-1"
    assert asked.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert b'name="language"\r\n\r\nzh\r\n' in asked.body
    assert b'name="model"\r\n\r\nsmall\r\n' in asked.body
    assert b'filename="speech.wav"' in asked.body
    assert "sk-1" not in repr(asked)
    assert "sk-1" not in repr(HERE)


def test_without_a_key_none_is_sent(monkeypatch):
    asked = request(settings_from(tables(url="http://127.0.0.1/v1")), b"", CHINESE)
    assert "authorization" not in asked.headers

    monkeypatch.setenv("LORGNETTE_TRANSCRIPTIONS_KEY", "sk-2")
    asked = request(settings_from(tables(url="http://127.0.0.1/v1")), b"", CHINESE)
    assert asked.headers["authorization"] == "Bearer sk-2"


@given(st.binary(max_size=99))
def test_the_file_holds_the_sound_and_says_what_it_is(sound):
    with wave.open(BytesIO(wav(sound))) as read:
        assert (read.getframerate(), read.getsampwidth(), read.getnchannels()) == (16_000, 2, 1)
        assert read.readframes(99) == sound[: len(sound) // 2 * 2]


def test_the_result_is_its_text():
    assert result('{"text": " 你好\\n 世界 ", "usage": {}}'.encode()) == "你好 世界"


@pytest.mark.parametrize(
    "answer", [b"", b"hello", b"[]", b'{"text": 7}', b'{"error": "x"}', b"[" * 99_999]
)
def test_what_is_no_result_is_an_error(answer):
    with pytest.raises(EngineFailed, match="not understood"):
        result(answer)


@given(st.binary())
def test_any_answer_is_a_text_or_an_error(answer):
    with contextlib.suppress(EngineFailed):
        assert isinstance(result(answer), str)


def test_without_an_address_there_is_no_server():
    with pytest.raises(MissingPart, match="url is empty"):
        settings_from({})


@pytest.mark.parametrize(
    "own",
    [
        {"url": "127.0.0.1:8000"},
        {"url": "ftp://127.0.0.1"},
        {"url": "http://user:secret@127.0.0.1"},
        {"url": "http://127.0.0.1/v1?key=1"},
        {"url": "http://127.0.0.1", "key": "schlüssel"},
        {"url": "http://127.0.0.1", "patience": -1},
        {"url": "http://[", "model": "x"},
    ],
)
def test_a_setting_that_cannot_be_is_named(own):
    with pytest.raises(ConfigurationError, match=r"providers\.openai-transcriptions"):
        settings_from(tables(**own))

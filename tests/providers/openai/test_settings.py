import pytest

from lorgnette.core.errors import ConfigurationError, MissingPart
from lorgnette.providers.openai.settings import (
    settings_for_seeing,
    settings_for_translating,
    settings_from,
)


def thinker(**settings):
    return {"thinker": {"url": "http://localhost:8000/v1", "model": "m", **settings}}


def test_the_tables_of_the_configuration_are_joined():
    tables = thinker(key="k", remembers=12) | {"providers": {"openai": {"temperature": 1}}}

    settings = settings_from(tables)

    assert (settings.model, settings.key, settings.temperature) == ("m", "k", 1.0)


@pytest.mark.parametrize("missing", [{"url": ""}, {"model": ""}])
def test_without_a_model_a_part_is_missing(missing):
    with pytest.raises(MissingPart, match="no language model"):
        settings_from(thinker(**missing))
    with pytest.raises(MissingPart):
        settings_from({})


@pytest.mark.parametrize(
    "wrong",
    [
        {"url": "localhost:8000"},
        {"url": "file:///etc/passwd"},
        {"url": "http://"},
        {"url": "http://[half"},
        {"url": "http://user:sk-secret@example.org"},
        {"url": "https://example.org/v1?api-key=sk-secret"},
        {"key": "sk-secret\n"},
        {"key": "sk-secret\u200b"},
        {"headers": {"x-key": "sk-secret\r\nx: y"}},
        {"temperature": 9},
        {"max_tokens": "many"},
        {"patience": 0},
    ],
)
def test_a_setting_that_cannot_work_is_named_without_its_secrets(wrong):
    with pytest.raises(ConfigurationError, match="thinker") as caught:
        settings_from(thinker(**wrong))
    assert "sk-secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://127.0.0.1:11434/v1", True),
        ("http://127.9.9.9/v1", True),
        ("http://localhost/v1", True),
        ("http://[::1]:8000/v1", True),
        ("http://192.168.1.5/v1", False),
        ("http://localhost.example.org/v1", False),
        ("http://127.0.0.1.example.org/v1", False),
        ("https://dashscope.aliyuncs.com/compatible-mode/v1", False),
    ],
)
def test_only_loopback_is_here(url, here):
    assert settings_from(thinker(url=url)).is_here is here


def test_a_key_is_never_shown():
    settings = settings_from(thinker(key="sk-secret", headers={"x-key": "sk-other"}))

    assert repr(settings) == "OpenAISettings(url='http://localhost:8000', model='m')"


def test_the_thinker_translates_when_there_is_no_other():
    tables = thinker(key="k") | {"translator": {"url": "", "model": "", "key": "", "patience": 9}}

    assert settings_for_translating(tables) == settings_from(tables)
    tables["translator"]["model"] = "qwen-mt-turbo"
    assert settings_for_translating(tables).model == "qwen-mt-turbo"


def test_nothing_of_the_thinker_goes_to_another_address():
    tables = thinker(key="k", headers={"x-key": "x"})
    tables |= {"translator": {"url": "http://127.0.0.1:9/v1", "model": "t", "key": ""}}

    settings = settings_for_translating(tables)

    assert (settings.url, settings.key, settings.headers) == ("http://127.0.0.1:9/v1", "", {})
    tables["translator"]["model"] = ""
    with pytest.raises(MissingPart, match=r"translator\.model"):
        settings_for_translating(tables)
    tables["translator"]["url"] = "file:///x"
    with pytest.raises(ConfigurationError, match=r"translator\.url"):
        settings_for_translating(tables)


def test_who_sees_has_a_name_and_is_where_it_is_told_or_where_the_thinker_is():
    tables = thinker(key="k")
    with pytest.raises(MissingPart, match=r"seer\.model"):
        settings_for_seeing(tables)
    tables["seer"] = {"url": "", "model": "qwen-vl", "key": "", "faces": False}

    settings = settings_for_seeing(tables)

    assert settings == settings_from(thinker(key="k", model="qwen-vl"))
    tables["seer"]["url"] = "http://127.0.0.1:9/v1"
    tables["providers"] = {"vision": {"max_tokens": 300}}
    settings = settings_for_seeing(tables)
    assert (settings.url, settings.key, settings.max_tokens) == ("http://127.0.0.1:9/v1", "", 300)

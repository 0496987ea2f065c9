import pytest

from lorgnette.core.errors import ConfigurationError, MissingPart
from lorgnette.providers.wyoming.recogniser import languages_in
from lorgnette.providers.wyoming.settings import settings_from


def tables(**own):
    return {"providers": {"wyoming": own}}


def test_an_address_is_a_host_and_a_port():
    settings = settings_from(tables(url="tcp://[::1]:10300"))

    assert settings.address == ("::1", 10300)
    assert settings.is_here
    assert not settings_from(tables(url="tcp://house.local:10300")).is_here


def test_without_an_address_there_is_no_server():
    with pytest.raises(MissingPart, match=r"providers\.wyoming\.url is empty"):
        settings_from({})


@pytest.mark.parametrize(
    "url", ["127.0.0.1:10300", "http://127.0.0.1:10300", "tcp://127.0.0.1", "tcp://:1", "tcp://a:b"]
)
def test_an_address_that_cannot_be_is_named(url):
    with pytest.raises(ConfigurationError, match=r"providers\.wyoming"):
        settings_from(tables(url=url))


@pytest.mark.parametrize("own", [{"patience": 0}, {"nonsense": 1}, {"languages": "en"}])
def test_a_setting_that_cannot_be_is_named(own):
    with pytest.raises(ConfigurationError, match=r"providers\.wyoming"):
        settings_from(tables(url="tcp://127.0.0.1:1", **own))


@pytest.mark.parametrize(
    "info",
    [
        {}, {"asr": 7}, {"asr": [7]}, {"asr": [{"models": {}}]}, {"asr": [{"models": [7]}]},
        {"asr": [{"models": [{"languages": "en"}]}]}, {"asr": [{"models": [{"languages": [7]}]}]},
    ],
)  # fmt: skip
def test_a_server_that_says_nonsense_of_itself_knows_no_language(info):
    assert languages_in(info, "") == set()

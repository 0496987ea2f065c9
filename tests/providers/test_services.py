"""Settings of services that many share, and what is wrong with them."""

import pytest

from lorgnette.core.errors import ConfigurationError, MissingPart
from lorgnette.providers.services import ServiceSettings, settings_from, with_contact


def settings(**table):
    return settings_from(ServiceSettings, {"providers": {"x": table}}, "x", url="https://x.example")


def test_what_is_not_set_is_as_usual():
    assert settings().url == "https://x.example"
    assert settings(url="http://127.0.0.1:1").url == "http://127.0.0.1:1"
    assert settings_from(ServiceSettings, {}, "x", url="https://x.example") == settings()


def test_every_request_says_who_asks():
    assert settings(contact="me@example.org").headers["user-agent"] == (
        "Lorgnette/0.1.0 (me@example.org)"
    )


def test_only_strangers_want_a_contact():
    assert with_contact(settings(url="http://localhost:80"), "x").is_here
    assert with_contact(settings(contact="me@example.org"), "x")
    with pytest.raises(MissingPart, match=r"providers\.x\.contact is empty"):
        with_contact(settings(), "x")


@pytest.mark.parametrize(
    "wrong",
    [
        *({"contact": "a\nb"}, {"contact": "ü"}, {"url": "ftp://x"}, {"url": "x"}),
        *({"patience": 0}, {"keys": 1}, {"url": "http://["}, {"url": 5}),
    ],
)
def test_a_setting_that_is_wrong_is_named(wrong):
    with pytest.raises(ConfigurationError, match=r"providers\.x"):
        settings(**wrong)

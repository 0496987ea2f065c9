"""One file configures everything: it reads back as it was printed, and says what is wrong in it."""

import string

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lorgnette.app import config as configuration
from lorgnette.app.config import (
    COMMENTS,
    Config,
    Ears,
    Hub,
    Privacy,
    Seer,
    Thinker,
    Voice,
    read,
    written,
)
from lorgnette.core.errors import ConfigurationError

PLAIN = st.text(st.characters(codec="utf-8"), max_size=20)
VALUES = st.recursive(
    st.booleans() | st.integers(-(2**60), 2**60) | st.floats(-1e6, 1e6) | PLAIN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PLAIN, inner, max_size=3),
    max_leaves=5,
)
CONFIGS = st.builds(
    Config,
    hub=st.builds(
        Hub,
        port=st.integers(0, 65_535),
        data=PLAIN,
        time_zone=st.sampled_from(["", "Asia/Shanghai"]),
        language=st.sampled_from(["en", "zh"]),
        origins=st.just(("https://glasses.home",)),
    ),
    ears=st.builds(
        Ears,
        wake_words=st.lists(PLAIN, max_size=3).map(tuple),
        follow_up=st.floats(0, 60),
        barge_in=st.booleans(),
        longest=st.floats(1, 600),
    ),
    voice=st.builds(Voice, words_per_minute=st.integers(80, 450)),
    thinker=st.builds(Thinker, url=PLAIN, model=PLAIN, key_from=PLAIN),
    seer=st.builds(Seer, url=PLAIN, model=PLAIN, faces=st.booleans()),
    privacy=st.builds(Privacy, egress=st.sampled_from(["none", "allowed"])),
    engines=st.dictionaries(PLAIN, PLAIN | st.tuples(PLAIN, PLAIN), max_size=2),
    providers=st.dictionaries(
        PLAIN, st.dictionaries(PLAIN.map(lambda name: f"x{name}"), VALUES, max_size=3), max_size=3
    ),
)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "lorgnette.toml"


def test_every_default_is_printed_and_reads_back_the_same(file):
    file.write_text(written(Config()), encoding="utf-8")

    assert read(file) == Config()
    for section in ("hub", "ears", "voice", "thinker", "seer", "privacy"):
        for name in msgspec.to_builtins(Config())[section]:
            assert f"\n{name} = " in written(Config()).partition(f"[{section}]")[2]
            assert f"{section}.{name}" in COMMENTS


@pytest.mark.slow
@given(CONFIGS)
@settings(max_examples=80, deadline=None)
def test_what_is_set_reads_back_the_same(config):
    text = written(config)

    assert configuration.parsed(text, "here") == config


@given(st.text(max_size=200) | st.text(string.printable, max_size=200))
@settings(max_examples=80, deadline=None)
def test_any_text_is_a_configuration_or_one_sentence(text):
    said = ""
    try:
        configuration.parsed(text, "here")
    except ConfigurationError as error:
        said = str(error)

    assert not said or ("here" in said and "\n" not in said)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ('[hub]\nport = "x"', "hub.port"),
        ("[hub]\nport = 70000", "hub.port"),
        ("[hub]\nport = -1", "hub.port"),
        ('[hub]\nlanguage = "fr"', "hub.language"),
        ('[hub]\ntime_zone = "Mars/Base"', "hub.time_zone"),
        ('[hub]\ntime_zone = "America"', "hub.time_zone"),
        ('[hub]\norigins = ["glasses.home"]', "hub.origins"),
        ("[hub]\nhots = 1", "hots"),
        ("[ears]\ncomplete = 0", "ears.complete"),
        ('[ears]\nwake_words = "computer"', "ears.wake_words"),
        ('[ears]\nbarge_in = "yes"', "ears.barge_in"),
        ("[voice]\nprocesses = 0", "voice.processes"),
        ("[thinker]\npatience = 0.5", "thinker.patience"),
        ("[seer]\npatience = 61", "seer.patience"),
        ('[privacy]\negress = "some"', "privacy.egress"),
        ("[engines]\nvoice = 3", "engines"),
        ("[provider]\n", "provider"),
        ("hub = 3", "hub"),
        ("[hub\n", "line 1"),
    ],
)
def test_a_bad_setting_is_one_sentence_that_names_it(file, line, names):
    file.write_text(line)

    with pytest.raises(ConfigurationError) as failure:
        read(file)

    assert str(file) in str(failure.value)
    assert names in str(failure.value)
    assert "\n" not in str(failure.value)


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path):
    (tmp_path / "latin.toml").write_bytes(b"# caf\xe9")
    with pytest.raises(ConfigurationError, match=r"latin\.toml"):
        read(tmp_path / "latin.toml")
    with pytest.raises(ConfigurationError, match="there is no file"):
        read(tmp_path / "none.toml")
    with pytest.raises(ConfigurationError, match="there is no file"):
        read(tmp_path)


def test_secrets_are_never_printed(monkeypatch):
    monkeypatch.setenv("LORGNETTE_THINKER_KEY", "sk-from-the-environment")
    config = Config(
        thinker=Thinker(url="http://127.0.0.1/v1", key="sk-from-the-file"),
        providers={
            "maps": {
                "api_key": "sk-maps",
                "token": "sk-token",
                "nested": {"password": "sk-nested", "list": [{"secret": "sk-list"}]},
                "keyboard": "shown",
            }
        },
    )

    assert config.thinker_key == "sk-from-the-file"
    assert "sk-" not in written(config)
    assert "shown" in written(config)


def test_the_key_comes_from_the_environment(monkeypatch):
    monkeypatch.setenv("MY_KEY", "sk-1")

    assert Config(thinker=Thinker(key_from="MY_KEY")).thinker_key == "sk-1"
    assert Config(thinker=Thinker(key_from="")).thinker_key == ""
    assert Config(seer=Seer(key_from="MY_KEY")).seer_key == "sk-1"


def test_the_usual_place_may_be_empty(monkeypatch, tmp_path):
    monkeypatch.setenv("LORGNETTE_CONFIG", str(tmp_path / "nothing.toml"))

    assert read() == Config()


def test_the_folder_is_chosen_by_file_then_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("LORGNETTE_DATA", str(tmp_path / "environment"))

    assert Config().folder == tmp_path / "environment"
    assert Config(hub=Hub(data=str(tmp_path / "file"))).folder == tmp_path / "file"

"""Messages are found by name and language, and hold whatever the wearer put into them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.errors import ExtensionFailed
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.skills.messages import LONGEST, Messages

FTL = {"en": "hello = Hello, { $name }.\nonly = English", "zh": "hello = 你好，{ $name }。"}


@pytest.fixture(scope="module")
def messages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("skill")
    (folder / "messages").mkdir()
    for language, text in FTL.items():
        (folder / "messages" / f"{language}.ftl").write_text(text, encoding="utf-8")
    return Messages(folder)


def test_a_message_is_found_in_the_language_or_else_in_english(messages):
    assert messages.find("hello", CHINESE, {"name": "Ann"}) == "你好，Ann。"
    assert messages.find("only", CHINESE, {}) == "English"
    assert messages.find("hello", Language("fr"), {"name": "Ann"}) == "Hello, Ann."
    assert messages.find("nothing", ENGLISH, {}) is None


def test_a_value_that_is_missing_is_a_mistake_of_the_skill(messages):
    with pytest.raises(ExtensionFailed, match="hello"):
        messages.find("hello", ENGLISH, {})


@given(st.text(max_size=50) | st.just("x" * 100_000))
def test_any_text_can_be_said_and_a_very_long_one_is_cut(messages, name):
    said = messages.find("hello", ENGLISH, {"name": name})

    assert said == f"Hello, {name}." if len(name) <= LONGEST else said.endswith("x….")

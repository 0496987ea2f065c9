"""What the page says: every word in every language, and nothing said that is in no book."""

import re

import pytest

from lorgnette.app.composition import ENGINES
from lorgnette.web.page import STATIC

BOOKS = {path.stem: path.read_text(encoding="utf-8") for path in (STATIC / "words").glob("*.js")}
ENTRY = re.compile(r'^  (\w+):\s+"((?:[^"\\]|\\.)*)",$', re.MULTILINE)
WORDS = {language: dict(ENTRY.findall(text)) for language, text in BOOKS.items()}


def test_english_and_chinese_are_there():
    assert set(WORDS) == {"en", "zh"}
    assert len(WORDS["en"]) > 100


def test_every_line_of_a_book_is_a_word():
    for language, text in BOOKS.items():
        keys = re.findall(r"^  (\w+):", text, re.MULTILINE)
        assert keys == list(WORDS[language]), language


def test_all_languages_have_the_same_words_in_the_same_order():
    assert list(WORDS["zh"]) == list(WORDS["en"])


@pytest.mark.parametrize("language", WORDS)
def test_no_word_is_empty(language):
    assert [word for word, text in WORDS[language].items() if not text.strip()] == []


def test_values_stand_in_every_language():
    for word, text in WORDS["en"].items():
        assert set(re.findall(r"\{(\w+)\}", WORDS["zh"][word])) <= set(
            re.findall(r"\{(\w+)\}", text)
        ), word


def test_chinese_is_chinese():
    for word, text in WORDS["zh"].items():
        written = re.sub(r"\{\w+\}|Lorgnette", "", text)
        if re.search(r"[A-Za-z]{4,}", written):
            assert re.search(r"[\u4e00-\u9fff]", written), word


def test_every_engine_has_a_name():
    assert {f"part_{key.name.replace('-', '_')}" for key in ENGINES} <= set(WORDS["en"])


def test_every_word_the_page_names_is_in_the_book():
    said = set()
    for path in [STATIC / "index.html", *STATIC.rglob("*.js")]:
        text = path.read_text(encoding="utf-8")
        said |= set(re.findall(r'\bsay\("(\w+)"', text))
        said |= set(re.findall(r'data-(?:say|label)="(\w+)"', text))

    assert said
    assert said <= set(WORDS["en"])

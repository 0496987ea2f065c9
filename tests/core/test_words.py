"""The tokeniser: what is one word, what is none, and where each stood."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.core.words import join, spans, split

LANGUAGES = st.sampled_from([ENGLISH, CHINESE, Language("tr"), Language("de")])

CASES = {
    "Set a timer for 10:30 PM, please!": "set|a|timer|for|10:30|pm|please",
    "it’s 5 O'Clock": "it's|5|o'clock",
    "10pm 5kg 1h30 2x 3x4": "10|pm|5|kg|1|h|30|2|x|3|x|4",
    "20°C 20℃ 5 m² 5m2 5km/h": "20|°c|20|°c|5|m2|5|m2|5|km/h",
    "It costs $5, €3.50 or 20% of 1,000.5": "it|costs|$5|€3.50|or|20%|of|1,000.5",
    "2026-12-01 on the 21st": "2026-12-01|on|the|21st",
    "3/4 of ½, 3½ and 5²": "3/4|of|1/2|3|1/2|and|5|^|2",
    "what's 2+2=?": "what's|2|+|2|=",
    "-3 5-3 5 - 3 5 −3": "-3|5|-|3|5|-|3|5|-|3",
    "(2+3)*4": "(|2|+|3|)|*|4",
    "2**3 + √(16) √x": "2|^|3|+|√|(|16|)|x",
    "call me (555) 12, C++ and/or - well": "call|me|555|12|c|and|or|well",
    "6 a.m. in the U.S.": "6|am|in|the|us",
    "twenty-five Wi-Fi mp3s": "twenty|five|wi|fi|mp3s",
    "播放Taylor Swift的歌。": "播|放|taylor|swift|的|歌",
    "明天下午３点半，10：30": "明|天|下|午|3|点|半|10:30",
    "三+五等于几？": "三|+|五|等|于|几",
    "สวัสดี हिन्दी 한국어 東京タワー": "สวัสดี|हिन्दी|한국어|東|京|タ|ワ|ー",
    "ﬁne Ⅳ": "fine|iv",
    " ,.!? — … ": "",
}


@pytest.mark.parametrize(("text", "words"), CASES.items())
def test_words(text, words):
    assert "|".join(split(text, ENGLISH)) == words


def test_turkish_has_two_letters_i():
    assert split("Isı İl", Language("tr")) == ("ısı", "il")


def test_words_are_joined_as_they_are_written():
    assert join(split("播放Taylor Swift的歌", CHINESE), CHINESE) == "播放 taylor swift 的歌"
    assert join(("한", "국"), Language("ko")) == "한 국"
    assert join((), ENGLISH) == ""


def test_spans_give_back_what_was_written():
    text = "Note: Buy Café-Crème, at 10 p.m.!"
    found = [text[start:end] for start, end in spans(text, ENGLISH)]
    assert found == ["Note", "Buy", "Café", "Crème", "at", "10", "p.m."]
    decomposed = "Cafe\u0301 3½"
    assert [decomposed[a:b] for a, b in spans(decomposed, ENGLISH)] == ["Cafe\u0301", "3", "½"]


@given(st.text(), LANGUAGES)
def test_any_text_has_words_and_each_has_its_place(text, language):
    words, places = split(text, language), spans(text, language)
    assert len(words) == len(places)
    assert all(word and not any(c.isspace() for c in word) for word in words)
    assert all(0 <= start < end <= len(text) for start, end in places)
    starts = [start for start, _ in places]
    assert starts == sorted(starts)


@given(st.text("ab '’.,!?:/0123456789点三人$%é", max_size=40), LANGUAGES)
def test_words_joined_have_the_same_words(text, language):
    words = split(text, language)
    assert split(join(words, language), language) == words


@pytest.mark.parametrize(
    "piece",
    ["a.", "1,000", "(", "-", "1/", "\u0301", "1:", "a'", ",000", "1+", "😀", "字", "\ud800"],
)
def test_the_work_grows_with_the_text_only(piece):
    text = piece * (100_000 // len(piece))
    started = time.process_time()
    split(text, ENGLISH)
    # Fifty times what it takes, and a tenth of what the square of the text would.
    assert time.process_time() - started < 10

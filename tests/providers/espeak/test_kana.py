import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.errors import UnsupportedLanguage
from lorgnette.providers.espeak.kana import in_kana


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("ありがとうございます。", "ありがとうございます。"),
        ("こんにちは。", "こんにちわ。"),
        ("駅はどこですか？", "えきわどこですか？"),
        ("水をください。", "みずをください。"),
        ("このバスは中心部へ行きますか？", "このバスわちゅうしんぶえいきますか？"),
        ("今何時ですか？", "いまなんじですか？"),
        ("中に何が入っていますか？", "なかになにがはいっていますか？"),
        ("私のではありません。", "わたしのでわありません。"),
        ("おすすめは何ですか？", "おすすめわなんですか？"),
        ("一日何回飲みますか？", "いちにちなんかいのみますか？"),
        ("十九 二十", "じゅうきゅう にじゅう"),
        ("一番近いATMはどこですか？", "いちばんちかい ATM わどこですか？"),
        ("英語を話せる人はいますか？", "えいごをはなせるひとわいますか？"),
        ("一人です。4人です。", "ひとりです。4にんです。"),
        ("はい、はじめまして。", "はい、はじめまして。"),
    ],
)
def test_what_a_traveller_says_is_spelled_as_it_is_spoken(written, spoken):
    assert in_kana(written) == spoken


@pytest.mark.parametrize("unknown", ["薔薇", "人口", "火山です", "你好"])
def test_a_word_that_would_come_out_wrong_is_refused(unknown):
    with pytest.raises(UnsupportedLanguage):
        in_kana(unknown)


@given(
    st.text(st.characters(min_codepoint=0x3000, max_codepoint=0x30FF) | st.sampled_from("駅今十A"))
)
def test_no_chinese_character_is_left(text):
    with suppress(UnsupportedLanguage):
        assert not re.search("[\u4e00-\u9fff]", in_kana(text))

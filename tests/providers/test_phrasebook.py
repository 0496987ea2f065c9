import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.errors import NotFound, UnsupportedLanguage
from lorgnette.core.types import Language
from lorgnette.providers.phrasebook import Phrasebook
from lorgnette.providers.phrasebook.book import read_phrases
from lorgnette.providers.phrasebook.matching import all_folded, bare, folded
from lorgnette.providers.phrasebook.numbers import SLOTS, Numbers
from lorgnette.providers.phrasebook.phrasebook import keys
from lorgnette.providers.phrasebook.wording import wordings
from lorgnette.testing.translators import check_translator

BOOK = Phrasebook()
PHRASES = BOOK.phrases
LANGUAGES = ["en", "zh", "es", "fr", "de", "ja", "ko"]

SCRIPTS = {
    "zh": r"[\u4e00-\u9fff]",
    "ja": r"[\u3040-\u30ff\u4e00-\u9fff]",
    "ko": r"[\uac00-\ud7a3]",
    **dict.fromkeys(("en", "es", "fr", "de"), r"[A-Za-zÀ-ÿœ]|\{many\}"),
}
FOREIGN = {
    "zh": r"[\u3040-\u30ff\uac00-\ud7a3]",
    "ja": r"[\uac00-\ud7a3]",
    "ko": r"[\u3040-\u30ff\u4e00-\u9fff]",
    **dict.fromkeys(("en", "es", "fr", "de"), r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]"),
}


async def say(text, source, target):
    return (await BOOK.translate(text, source=Language(source), target=Language(target))).text


async def find(text, language="en"):
    """The name of the phrase that a text is taken for, or None."""
    found = BOOK._find(text, Language(language))
    return found and found[0].name


# The phrases


def test_there_are_enough_phrases_and_each_has_its_own_name():
    assert len(PHRASES) >= 400
    assert len({phrase.name for phrase in PHRASES}) == len(PHRASES)
    assert BOOK.languages == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_has_a_text_in_the_script_of_the_language(language):
    for phrase in PHRASES:
        text = phrase.texts[language]
        assert re.search(SCRIPTS[language], text), phrase.name
        assert not re.search(FOREIGN[language], text), phrase.name
        assert text == text.strip(), phrase.name
        assert "  " not in text, phrase.name
        assert not re.search(r"[\[\]()|;>]", text), phrase.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_belongs_to_two_phrases(language):
    owner = {}
    for key, phrase in keys(PHRASES, language):
        assert key, phrase.name
        assert owner.setdefault(key, phrase.name) == phrase.name, key
    polite = {}
    for key, name in owner.items():
        short = bare(key, language)
        if short not in owner:
            assert polite.setdefault(short, name) == name, short


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_that_is_only_translated_to_belongs_to_another_phrase(language):
    owned = {key for key, _ in keys(PHRASES, language)}
    for phrase in PHRASES:
        assert folded(phrase.texts[language], language) in owned or phrase.slot, phrase.name


def test_the_number_of_a_phrase_is_in_all_its_texts_and_wordings():
    for phrase in PHRASES:
        expected = [phrase.slot] if phrase.slot else []
        assert not expected or phrase.slot in SLOTS
        for language in LANGUAGES:
            for text in (phrase.texts[language], *phrase.wordings[language]):
                for sentence in wordings(text):
                    assert re.findall(r"\{(\w+)\}", sentence) == expected, phrase.name


@pytest.mark.parametrize("source", LANGUAGES)
async def test_every_text_is_found_again_and_translated_into_every_language(source):
    for phrase in PHRASES:
        text = phrase.texts[source]
        if not phrase.wordings[source] or phrase.wordings[source][0] != text or phrase.slot:
            continue
        for target in LANGUAGES:
            assert await say(text, source, target) == phrase.texts[target]


# Matching


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("good morning", "good-morning"),
        ("Thank you!", "thank-you"),
        ("THANKS", "thank-you"),
        ("thank you very much", "thank-you-very-much"),
        ("where's the toilet", "where-is-the-toilet"),
        ("where’s the bathroom?", "where-is-the-toilet"),
        ("wheres the restroom", "where-is-the-toilet"),
        ("Where is the restroom, please?", "where-is-the-toilet"),
        ("please where is the toilet", "where-is-the-toilet"),
        ("I do not understand", "i-do-not-understand"),
        ("I dont understand", "i-do-not-understand"),
        ("I can't find my passport", "i-lost-my-passport"),
        ("I cannot find my passport", "i-lost-my-passport"),
        ("I would like to check in", "i-want-to-check-in"),
        ("I'd like to check in", "i-want-to-check-in"),
        ("let's go", "let-us-go"),
        ("yes", "yes"),
        ("yes please", "yes-please"),
        ("please", "please"),
        ("  the   bill\n", "the-bill-please"),
        ("what's today's date", "what-is-the-date"),
    ],
)
async def test_what_does_not_matter_in_english(text, name):
    assert await find(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("请问，洗手间在哪儿？", "where-is-the-toilet"),
        ("厕所在哪", "where-is-the-toilet"),
        ("卫生间 在哪里 呀", "where-is-the-toilet"),
        ("您好！", "hello"),
        ("谢谢您", "thank-you"),
        ("买单", "the-bill-please"),
        ("请买单", "the-bill-please"),
        ("这个多少钱啊？", "how-much-is-this"),
        ("ＷｉＦｉ密码是多少", "wifi-password"),
        ("你呢", "and-you"),
    ],
)
async def test_what_does_not_matter_in_chinese(text, name):
    assert await find(text, "zh") == name


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("buenos dias", "es", "good-morning"),
        ("La cuenta, por favor.", "es", "the-bill-please"),
        ("ou sont les toilettes s'il vous plaît", "fr", "where-is-the-toilet"),
        ("l'addition", "fr", "the-bill-please"),
        ("Wie heissen Sie?", "de", "what-is-your-name"),
        ("bitte volltanken", "de", "fill-it-up"),
        ("これを下さい", "ja", "i-would-like-this"),
        ("화장실이어디예요", "ko", "where-is-the-toilet"),
    ],
)
async def test_what_does_not_matter_in_other_languages(text, language, name):
    assert await find(text, language) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "the",
        "good",
        "it's -5 degrees",
        "I'm 5%",
        "it costs 5",
        "turn left now",
    ],
)
async def test_it_never_guesses(text):
    assert await find(text) is None
    with pytest.raises(NotFound):
        await say(text, "en", "zh")


# Numbers


@pytest.mark.parametrize(
    ("text", "source", "target", "said"),
    [
        ("a table for four, please", "en", "de", "Einen Tisch für 4, bitte."),
        ("A table for 12", "en", "fr", "Une table pour 12, s'il vous plaît."),
        ("I'd like twenty-five tickets", "en", "zh", "请给我25张票。"),
        ("my room number is 305", "en", "zh", "我的房间号是305。"),
        ("my room number is three zero five", "en", "ko", "제 방 번호는 305번이에요."),
        ("it costs 3.50 euros", "en", "fr", "Ça coûte 3,50 euros."),
        ("ça coûte 3,50 euros", "fr", "en", "It costs 3.50 euros."),
        ("it costs 1,500 yuan", "en", "zh", "这个1500元。"),
        ("das kostet 1.500 Euro", "de", "en", "It costs 1500 euros."),
        ("it costs two hundred and fifty euros", "en", "ja", "250ユーロです。"),
        ("wake me up at 7:30", "en", "es", "Despiérteme a las 7:30, por favor."),
        ("请给我三张票", "zh", "en", "I'd like 3 tickets, please."),
        ("我要两张票", "zh", "en", "I'd like 2 tickets, please."),
        ("这个二百五十块", "zh", "en", "It costs 250 yuan."),
        ("我的房间号是三〇五", "zh", "en", "My room number is 305."),
        ("표 세 장 주세요", "ko", "en", "I'd like 3 tickets, please."),
        ("十二泊です", "ja", "en", "For 12 nights."),
        ("Einen Tisch für einundzwanzig", "de", "en", "A table for 21, please."),
        ("Quisiera veintidós billetes", "es", "en", "I'd like 22 tickets, please."),
        ("je voudrais quatre-vingt-dix-sept billets", "fr", "en", "I'd like 97 tickets, please."),
    ],
)
async def test_a_number_is_carried_over(text, source, target, said):
    assert await say(text, source, target) == said


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I'd like 1 tickets", "en"),  # a plural of one
        ("I'd like two three tickets", "en"),
        ("it costs 3,50 euros", "en"),
        ("it costs 1 euros", "en"),
        ("wake me at 25:00", "en"),
        ("wake me at 1:30", "en"),  # `a la 1:30`, but `a las 7:30`
        ("我要两三张票", "zh"),  # two or three
        ("这个一百二块", "zh"),  # 120 or 102
        ("a table for 4 or 5", "en"),
        ("a table for \ue000", "en"),
        ("a table for ٤", "en"),
    ],
)
async def test_a_number_that_is_not_clear_is_not_carried_over(text, language):
    with pytest.raises(NotFound):
        await say(text, language, "ja")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_numbers_are_read_from_their_names(language):
    for value in (0, 2, 10, 11, 17, 20, 70, 90, 100, 1000):
        (phrase,) = [each for each in PHRASES if each.name == f"number-{value}"]
        numbers = BOOK._index(Language(language)).numbers
        text = folded(phrase.texts[language], language)
        assert str(value) in {number for *_, number in numbers.find(text)}, text


def test_wordings_are_options_and_optional_parts():
    assert wordings("where is (the|a) [nearest] bank") == [
        "where is the nearest bank",
        "where is the bank",
        "where is a nearest bank",
        "where is a bank",
    ]
    assert wordings("(a (b|c)|d)") == ["a b", "d", "a c"]


def test_many_texts_fold_like_one_after_the_other():
    texts = ["Where's the bank?", "line\none", "", "7:30. Sharp."]
    assert all_folded(texts, Language("en")) == [folded(text, Language("en")) for text in texts]


# As a translator


async def test_it_keeps_the_promises_of_a_translator():
    await check_translator(Phrasebook())


async def test_a_warm_book_has_read_the_languages_wearers_speak():
    book = Phrasebook()
    await book.warm_up()
    assert set(book._indexes) == {"en", "zh"}


async def test_languages_it_does_not_have_are_refused():
    for source, target in (("it", "en"), ("en", "it"), ("xx", "yy")):
        with pytest.raises(UnsupportedLanguage):
            await say("hello", source, target)


def test_a_folder_of_ones_own_is_read_when_it_is_needed(tmp_path):
    (tmp_path / "pets.tsv").write_text("name\ten\tes\ncat\tThe cat.\tEl gato.;gatito\n", "utf-8")
    (phrase,) = read_phrases(tmp_path)
    assert phrase.texts == {"en": "The cat.", "es": "El gato."}
    assert phrase.wordings["es"] == ("El gato.", "gatito")


@given(st.text(max_size=300), st.sampled_from(LANGUAGES))
def test_any_text_is_folded_once_and_for_all(text, language):
    key = folded(text, language)
    assert "\n" not in key
    assert "\ue000" not in key
    assert bare(key, language) in key
    BOOK._find(text, Language(language))


@given(st.integers(2, 9999), st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
def test_any_number_of_tickets_survives(number, source, target):
    (phrase,) = [each for each in PHRASES if each.name == "tickets-many"]
    found = BOOK._find(phrase.texts[source].replace("{many}", str(number)), Language(source))
    assert found == (phrase, str(number))


@given(st.integers(0, 99))
def test_numbers_spelled_out_in_english_and_chinese_are_read(number):
    names = {value: name for name, value in ENGLISH.items()}
    tens, ones = number - number % 10, number % 10
    english = names.get(number) or f"{names[tens]} {names[ones]}"
    assert [each for *_, each in Numbers(Language("en"), ENGLISH).find(english)] == [str(number)]
    digits = "零一二三四五六七八九"
    chinese = (digits[number // 10] if number >= 20 else "") + "十" * (number >= 10)
    chinese += digits[ones] if ones or not number else ""
    assert [each for *_, each in Numbers(Language("zh"), {}).find(chinese)] == [str(number)]


ENGLISH = {
    phrase.texts["en"]: int(phrase.name.removeprefix("number-"))
    for phrase in PHRASES
    if phrase.name.startswith("number-")
}

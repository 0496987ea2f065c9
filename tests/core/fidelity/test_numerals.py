import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.fidelity.numerals import in_digits

LANGUAGES = ["en", "es", "fr", "de", "it", "pt", "zh", "ja", "ko", "ru"]


@pytest.mark.parametrize(
    ("language", "text", "digits"),
    [
        ("en", "twenty-five people and two hundred and five dogs", "25 people and 205 dogs"),
        ("en", "two thousand twenty six", "2026"),
        ("en", "2.5 million people", "2500000 people"),
        ("en", "one of them has a car", "one of them has a car"),
        ("en", "a hundred and one, a five", "101, a 5"),
        ("es", "una casa, ciento una casas", "una casa, 101 casas"),
        ("fr", "un livre neuf, cent neuf livres", "un livre neuf, 109 livres"),
        ("en", "I am 5 and you are six", "I am 5 and you are 6"),
        ("es", "tengo veinticinco años", "tengo 25 años"),
        ("es", "treinta y cinco mil", "35000"),
        ("fr", "quatre-vingt-dix-sept francs", "97 francs"),
        ("fr", "soixante et onze", "71"),
        ("de", "einundzwanzig Hunde, zweihundertfünfzig Euro", "21 Hunde, 250 Euro"),
        ("it", "ventuno", "21"),
        ("pt", "cento e vinte", "120"),
        ("zh", "三百五十块", "350块"),
        ("zh", "一百二十个", "120个"),
        ("zh", "三万五千元", "35000元"),
        ("zh", "1.5万人", "15000人"),
        ("zh", "二〇二六年", "2026年"),
        ("zh", "两点半见", "2点半见"),
        ("zh", "五点十分", "5点10分"),
        ("ko", "삼십분", "30분"),
        ("ko", "오만원", "50000원"),
    ],
)
def test_numbers_are_written_in_digits(language, text, digits):
    assert in_digits(text, language, sure=True) == digits


@pytest.mark.parametrize(
    "text", ["十分高兴", "星期三见", "两三个", "千万小心", "一起走", "百分之", "三明治"]
)
def test_what_only_looks_like_a_number_is_none(text):
    assert in_digits(text, "zh", sure=True) == text


def test_whatever_could_be_a_number_counts_when_asked():
    assert in_digits("the first of May, twice", "en", sure=False) == "the 1 of 5, 2"
    assert in_digits("她五点前不会回来", "zh", sure=False) == "她5点前不会回来"


ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
ONES += ["eleven", "twelve"]
TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def english(number):
    """The number in words; those from 13 to 19 are not asked for."""
    if number < 13:
        return ONES[number]
    if number < 100:
        ten, one = divmod(number, 10)
        return TENS[ten] + (f"-{ONES[one]}" if one else "")
    head, rest = divmod(number, 100)
    return f"{ONES[head]} hundred" + (f" and {english(rest)}" if rest else "")


@given(st.integers(2, 999).filter(lambda number: not 13 <= number % 100 < 20))
def test_every_number_is_read_as_it_is_said(number):
    assert in_digits(english(number), "en", sure=True) == str(number)


@given(st.text(max_size=40), st.sampled_from(LANGUAGES), st.booleans())
def test_any_text_can_be_read(text, language, sure):
    assert isinstance(in_digits(text, language, sure=sure), str)


@given(st.text("一二三四五六七八九十百千万亿零两点半 个", max_size=12), st.booleans())
def test_any_row_of_chinese_numerals_can_be_read(text, sure):
    assert isinstance(in_digits(text, "zh", sure=sure), str)

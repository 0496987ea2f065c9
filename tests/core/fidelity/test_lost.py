import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.fidelity import lost

GOOD = """
en es|Meet me at 5 pm|Quedamos a las 17:00
en es|Meet me at 5 pm|Nos vemos a las cinco de la tarde
en es|It costs $3.50|Cuesta 3,50 dólares
en zh|It costs 1,500 dollars|这要一千五百美元
zh en|下午五点半见|See you at half past five
zh en|6月18号|June 18th
en de|I have twenty-five cats|Ich habe fünfundzwanzig Katzen
en zh|2 million people|200万人
en de|It leaves at 17:30|Er fährt um halb sechs
es en|Mi cita es a las dos y media|My appointment is at 2:30
en zh|I have been there twice, for 3 days|我去过两次，三天
zh en|我京都去過兩次|I have been to Kyoto twice
en ja|It is 20 km|20キロです
en ko|It costs 5,000 won|5,000원이에요
en fr|Ninety-seven percent|97 %
en it|Two rooms|Due camere
en pt|Three of us|Somos três
"""

BAD = """
en es|Meet me at 5 pm|Nos vemos a las 5 de la mañana|5 pm
en es|Meet me at 5 pm|Nos vemos a las tres|5 pm
en es|It costs $3.50|Cuesta 3,50 euros|$3.50
en es|It costs $3.50|Cuesta 35 dólares|$3.50
en zh|It costs 1,500 dollars|这要一百五十美元|1,500 dollars
zh en|一共三百五十块|It is 35 yuan|350块
en es|Take it for 3 days|Tómelo durante 3 horas|3 days
en de|Flight BA2490|Flug BA2409|ba2490
en es|Write to a@example.org|Escribe a b@example.org|a@example.org
en es|Twenty-five people|Veinte personas|25
"""


@pytest.mark.parametrize("line", GOOD.strip().splitlines())
def test_a_good_translation_is_not_doubted(line):
    languages, source, translated = line.split("|")

    assert lost(source, translated, languages=tuple(languages.split())) == ()


@pytest.mark.parametrize("line", BAD.strip().splitlines())
def test_what_is_not_said_is_named(line):
    languages, source, translated, gone = line.split("|")

    assert lost(source, translated, languages=tuple(languages.split())) == (gone,)


def test_a_name_must_stay_where_its_letters_are_used():
    names = ("Rose", "Anna Lindqvist", "小明")

    assert lost("Rose is here", "Rosa está aquí", languages=("en", "es"), names=names) == ("Rose",)
    assert lost("Rose is here", "rose está aquí", languages=("en", "es"), names=names) == ()
    assert lost("Rose is here", "罗斯在这里", languages=("en", "zh"), names=names) == ()
    assert lost("The roses are here", "Las flores", languages=("en", "es"), names=names) == ()


DIGITS = st.integers(2, 9_999_999)


@given(DIGITS, st.sampled_from(["en", "es", "zh", "de", "ja", "fr"]))
def test_a_number_that_stays_is_never_lost(number, target):
    assert lost(f"I have {number} of them", f"xx {number} xx", languages=("en", target)) == ()


@given(DIGITS, DIGITS)
def test_a_number_that_changes_always_is(number, other):
    gone = lost(f"I have {number} of them", f"Tengo {other} de ellos", languages=("en", "es"))

    assert gone == (() if number == other else (str(number),))


HOURS = st.integers(1, 9) | st.integers(13, 23)
CLOCK = st.tuples(HOURS, st.integers(0, 59)).map(lambda at: "{:02}:{:02}".format(*at))


@given(CLOCK, CLOCK)
def test_a_time_that_changes_is_lost(said, other):
    gone = lost(f"at {said} sharp", f"a las {other}", languages=("en", "es"))

    assert gone == (() if said == other else (said,))


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(["en", "zh", "ko", "fr", "xx"]))
def test_any_two_texts_can_be_compared(source, translated, language):
    assert isinstance(lost(source, translated, languages=(language, "es")), tuple)
    assert isinstance(lost(source, translated, languages=("es", language)), tuple)

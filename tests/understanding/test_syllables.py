from lorgnette.understanding.syllables import Syllable, apart, syllables


def test_a_character_has_all_its_readings():
    assert Syllable("zh", "ong", "1") in syllables("中")
    assert len(syllables("行")) > 1


def test_other_words_have_none():
    assert syllables("a") == syllables("ab") == syllables("") == syllables("。") == ()


def test_confusable_syllables_are_near():
    (four,), (ten,) = syllables("四"), [each for each in syllables("十") if each.tone == "2"]
    shan, shang = Syllable("sh", "an", "1"), Syllable("sh", "ang", "4")

    assert 0 < apart(four, ten) < 1
    assert 0 < apart(shan, shang) < 1
    assert apart(shan, shan) == 0
    assert apart(shan, four) == 1

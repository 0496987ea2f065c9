"""Languages by name."""

from lorgnette.core.slots import language_name
from lorgnette.core.slots.language import languages
from lorgnette.core.types import CHINESE, ENGLISH, Language


def test_names(means):
    assert means(Language, "French") == "fr"
    assert means(Language, "mandarin chinese") == "zh"
    assert means(Language, "Scottish Gaelic") == "gd"
    assert means(Language, "西班牙语") == means(Language, "西班牙文") == "es"
    assert means(Language, "普通话") == "zh"
    assert means(Language, "klingon") is None


def test_shown(shown):
    assert shown(Language, Language("fr")) == ("French", "法语")
    assert language_name("tlh", ENGLISH) == "tlh"
    assert language_name("zh", CHINESE) == "中文"


def test_there_are_enough():
    assert len(languages()) >= 60
    assert all(each.english and each.chinese for each in languages().values())

import pytest

from lorgnette.core.completeness import Completeness

COMPLETE, CONTINUABLE = Completeness.COMPLETE, Completeness.CONTINUABLE
OPEN, DANGLING = Completeness.OPEN, Completeness.DANGLING


@pytest.mark.parametrize(
    ("text", "finished"),
    [
        ("what time is it", CONTINUABLE),
        ("what time is it please", COMPLETE),
        ("set a timer for ten minutes", CONTINUABLE),
        ("set a timer for 10 minutes", CONTINUABLE),
        ("volume fifteen percent", COMPLETE),
        ("translate good morning to french", COMPLETE),
        ("how do you say thank you in japanese", COMPLETE),
        ("blue a dark rose latte", CONTINUABLE),
        ("set a timer", DANGLING),
        ("set a timer for", DANGLING),
        ("can i have a doctor's", DANGLING),
        ("set a timer for twenty", DANGLING),
        ("set a timer for twenty five", DANGLING),
        ("what time", DANGLING),
        ("translate good morning", DANGLING),
        ("translate good morning to", DANGLING),
        ("blue a dark rose", DANGLING),
        ("take a note", DANGLING),
        ("take a note buy milk and", DANGLING),
        ("tell me about the", DANGLING),
        ("take a note buy milk", OPEN),
        ("what time is it in New York", OPEN),
        ("who won the game", OPEN),
        ("", OPEN),
        ("word " * 300, OPEN),
    ],
)
def test_english(english, text, finished):
    assert english.completeness(text) is finished


@pytest.mark.parametrize(
    ("text", "finished"),
    [
        ("现在几点", CONTINUABLE),
        ("设一个五分钟的计时器", COMPLETE),
        ("设一个五分钟", DANGLING),
        ("设一个五", DANGLING),
        ("社一个五分钟的计时", DANGLING),
        ("音量调到五十", OPEN),
        ("记一下买牛奶", OPEN),
        ("记一下买牛奶和", DANGLING),
        ("谁赢了比赛", OPEN),
    ],
)
def test_chinese(chinese, text, finished):
    assert chinese.completeness(text) is finished


def test_what_the_recogniser_would_rather_have_heard_counts(english):
    assert english.completeness("watt dime") is OPEN
    assert english.completeness("watt dime", meant="what time is it", doubt=0.1) is CONTINUABLE
    assert english.completeness("watt dime", meant="what time", doubt=0.1) is DANGLING
    assert english.completeness("watt dime", meant="what time is it", doubt=2.0) is OPEN

from lorgnette.core.slots import slot_for
from lorgnette.core.types import ENGLISH
from lorgnette.understanding.automaton import MOST_STATES, START, Automaton, compiled
from lorgnette.understanding.template import parse

NUMBER = slot_for(int)


def automaton(*templates):
    return Automaton.of([(parse(each, ENGLISH), {"n": NUMBER, "m": NUMBER}) for each in templates],
                     ENGLISH)  # fmt: skip


def test_sentences_with_the_same_beginning_share_it():
    walked = automaton("set a timer", "set a clock", "set {n}")

    state = walked.state(walked.state(START).words["set"])

    assert set(state.words) == {"a"}
    assert [arc.name for arc in state.slots] == ["n"]
    assert set(walked.state(state.words["a"]).words) == {"timer", "clock"}


def test_the_first_of_equal_sentences_counts():
    assert automaton("go on", "go (on|back)").walk(["go", "on"]).end == 0
    assert automaton("go (on|back)", "go on").walk(["go", "back"]).end == 0


def test_slots_are_told_apart_by_name():
    state = automaton("{n} plus {m}").state(START)

    assert [arc.name for arc in state.slots] == ["n"]
    assert state.slots[0].inner.walk(["twenty", "two"]).end == 0


def test_words_that_nobody_says_lead_nowhere():
    assert automaton("go on").walk(["go", "off"]) is None


def test_spoken_forms_are_compiled_once():
    assert compiled("one|two", ENGLISH) is compiled("one|two", ENGLISH)


def test_everywhere_can_be_walked_at_once():
    walked = automaton("set a timer", "set {n}")

    walked.explore(most=2)
    assert [state is not None for state in walked.states[:3]] == [True, True, False]
    walked.explore()
    assert None not in walked.states


def test_memory_is_bounded(monkeypatch):
    monkeypatch.setattr("lorgnette.understanding.automaton.MOST_STATES", 3)
    walked = automaton("a b c d e")

    assert walked.walk(["a", "b", "c", "d", "e"]) is None
    assert len(walked.places) < MOST_STATES
    assert len(walked.places) <= 4

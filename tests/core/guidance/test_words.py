"""Sentences: every manoeuvre in every direction, now and ahead, with and without what follows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lorgnette.core.geo import bearing, turn_between
from lorgnette.core.guidance import Prompt, Saying, Way, instruction, spoken
from lorgnette.core.guidance.marks import ANGLES
from lorgnette.core.guidance.phrases import LANGUAGES
from lorgnette.core.guidance.state import sided
from lorgnette.core.routes import Direction, Manoeuvre, Mode, Step
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.testing.ways import Draft
from sides import SIDELESS, sides_in

STREETS = st.sampled_from([(), ("Elm Road",), ("人民路", "People's Road")])
STEPS = st.builds(
    Step,
    st.sampled_from(list(Manoeuvre)),
    st.just(0),
    st.just(0),
    st.sampled_from(list(Direction)),
    streets=STREETS,
    towards=st.sampled_from([(), ("Airport",)]),
    exit=st.integers(0, 12),
    after=st.none() | st.floats(0, 360),
)


def sides_of(step):
    """The sides that must be named for a step."""
    if step.manoeuvre in SIDELESS or (step.manoeuvre is Manoeuvre.ROUNDABOUT and step.exit):
        return set()
    return {{-1: "left", 1: "right"}[side] for side in (sided(step.direction),) if side}


PROMPTS = st.builds(
    Prompt,
    st.just("0"),
    st.sampled_from([Saying.NOW, Saying.AHEAD]),
    STEPS,
    st.floats(0, 3_000),
    st.none() | STEPS,
    mode=st.sampled_from(list(Mode)),
)


@given(PROMPTS, st.sampled_from(LANGUAGES))
def test_every_sentence_names_the_sides_of_its_steps_and_no_other(prompt, language):
    step, then = prompt.step, prompt.then
    text = spoken(prompt, language)
    meant = sides_of(step) | (sides_of(then) if then else set())

    assert sides_in(text, language) == meant
    assert "{" not in text
    assert text == text.strip()
    assert text[-1] in ".。"
    assert text[0] == text[0].upper()


BACK = Step(Manoeuvre.TURN, 0, 0, Direction.U_TURN_LEFT)
BEAR = Step(Manoeuvre.CONTINUE, 0, 0, Direction.SLIGHT_RIGHT)
THIRD = Step(Manoeuvre.ROUNDABOUT, 0, 0, exit=3)


@pytest.mark.parametrize(
    ("step", "mode", "english", "chinese"),
    [
        (BACK, Mode.FOOT, "Turn round to the left", "向左转身往回走"),
        (BACK, Mode.BICYCLE, "Turn round to the left", "向左掉头"),
        (BACK, Mode.CAR, "Make a U-turn to the left", "向左掉头"),
        (BEAR, Mode.FOOT, "Bear right", "向右前方继续走"),
        (BEAR, Mode.BICYCLE, "Bear right", "向右前方继续骑行"),
        (BEAR, Mode.CAR, "Bear right", "向右前方继续行驶"),
        (THIRD, Mode.FOOT, "At the roundabout, take the third exit", "在环岛从第三个出口走出"),
        (THIRD, Mode.CAR, "At the roundabout, take the third exit", "在环岛从第三个出口驶出"),
    ],
)
def test_walkers_riders_and_drivers_have_their_own_words(step, mode, english, chinese):
    assert instruction(step, ENGLISH, mode) == english
    assert instruction(step, CHINESE, mode) == chinese


def test_who_turns_round_goes_back_along_the_street():
    back = replace(BACK, streets=("人民路",))
    assert instruction(back, CHINESE, Mode.FOOT) == "向左转身，沿人民路返回"
    assert instruction(back, ENGLISH, Mode.CAR) == "Make a U-turn to the left, back along 人民路"


TURNS = (Manoeuvre.TURN, Manoeuvre.CONTINUE, Manoeuvre.FORK, Manoeuvre.ROUNDABOUT)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("manoeuvre", TURNS)
@pytest.mark.parametrize("direction", [each for each in Direction if abs(ANGLES[each]) < 180])
def test_the_words_agree_with_the_line_that_is_followed(direction, manoeuvre, language):
    draft = Draft(heading=70).go(80).do(manoeuvre, direction, "Elm Road").go(80)
    line = draft.arrive().line
    corner = len(line) // 2
    bent = turn_between(
        bearing(line[corner - 1], line[corner]), bearing(line[corner], line[corner + 1])
    )
    side = {"left"} if bent < -20 else {"right"} if bent > 20 else set()
    step = Way.of(draft.arrive()).route.steps[1]

    assert sides_in(instruction(step, language), language) == side


@given(STEPS, st.sampled_from(LANGUAGES))
def test_the_nearer_deed_is_said_first(step, language):
    left = Step(Manoeuvre.TURN, 0, 0, Direction.LEFT)
    right = Step(Manoeuvre.TURN, 0, 0, Direction.RIGHT)
    words = {ENGLISH: ("left", "right"), CHINESE: ("左", "右")}[language]

    text = spoken(Prompt("0", Saying.NOW, left, 0, right), language).lower()

    assert text.index(words[0]) < text.index(words[1])


@pytest.mark.parametrize(
    ("prompt", "english", "chinese"),
    [
        (
            Prompt("", Saying.AHEAD, Step(Manoeuvre.TURN, 0, 0, Direction.LEFT), 205.0),
            "In 200 metres, turn left.",
            "前方200米，左转。",
        ),
        (
            Prompt(
                "",
                Saying.NOW,
                Step(Manoeuvre.ROUNDABOUT, 0, 0, Direction.RIGHT, streets=("人民路",), exit=3),
            ),
            "At the roundabout, take the third exit onto 人民路.",
            "在环岛从第三个出口走出，进入人民路。",
        ),
        (
            Prompt(
                "",
                Saying.AHEAD,
                Step(Manoeuvre.EXIT, 0, 0, Direction.SLIGHT_RIGHT, towards=("Airport",)),
                1_000.0,
                mode=Mode.CAR,
            ),
            "In 1 kilometre, take the exit on the right towards Airport.",
            "前方1公里，从右侧出口驶出，往Airport方向。",
        ),
        (
            Prompt("", Saying.START, Step(Manoeuvre.START, 0, 0, after=310.0, streets=("A1",))),
            "Head north-west on A1.",
            "沿A1向西北出发。",
        ),
        (
            Prompt("", Saying.ARRIVED, Step(Manoeuvre.ARRIVE, 0, 0, Direction.SLIGHT_RIGHT)),
            "You have arrived: your destination is on the right.",
            "您已到达目的地，它在右侧。",
        ),
        (
            Prompt("", Saying.OFF),
            "You have left the route. I'm looking for another.",
            "您已偏离路线，正在重新规划。",
        ),
    ],
)
def test_sentences_as_they_are_heard(prompt, english, chinese):
    assert spoken(prompt, ENGLISH) == english
    assert spoken(prompt, CHINESE) == chinese


def test_a_street_whose_name_looks_like_a_field_is_only_a_name():
    step = Step(Manoeuvre.TURN, 0, 0, Direction.LEFT, streets=("{deed} {0}",))

    assert spoken(Prompt("", Saying.NOW, step), ENGLISH) == "Turn left onto {deed} {0}."


def test_who_has_no_table_hears_english():
    step = Step(Manoeuvre.STAIRS, 0, 0)

    assert instruction(step, Language("fr")) == "Take the stairs"

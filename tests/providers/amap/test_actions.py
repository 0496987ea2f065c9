"""What Amap's words for a turn mean: sides are never mixed up."""

import pytest

from lorgnette.core.routes import Direction, Manoeuvre
from lorgnette.providers.amap.actions import DIRECTIONS, exit_of, told


@pytest.mark.parametrize("word", DIRECTIONS)
def test_left_is_left_and_right_is_right(word):
    if "左" in word:
        assert "left" in DIRECTIONS[word]
    if "右" in word:
        assert "right" in DIRECTIONS[word]


@pytest.mark.parametrize(
    ("main", "assistant", "what", "where"),
    [
        ("左转", "", Manoeuvre.TURN, Direction.LEFT),
        ("向右前方行驶", "", Manoeuvre.TURN, Direction.SLIGHT_RIGHT),
        ("向右后方骑行", "", Manoeuvre.TURN, Direction.SHARP_RIGHT),
        ("左转掉头", "", Manoeuvre.TURN, Direction.U_TURN_LEFT),
        ("直行", "", Manoeuvre.CONTINUE, Direction.STRAIGHT),
        ("", "", Manoeuvre.CONTINUE, Direction.STRAIGHT),
        ("无基本导航动作", "无辅助导航动作", Manoeuvre.CONTINUE, Direction.STRAIGHT),
        ("靠左", "", Manoeuvre.FORK, Direction.SLIGHT_LEFT),
        ("右转", "进入匝道", Manoeuvre.RAMP, Direction.RIGHT),
        ("向左前方行驶", "进入主路", Manoeuvre.MERGE, Direction.SLIGHT_LEFT),
        ("右转", "进入主路", Manoeuvre.TURN, Direction.RIGHT),
        ("进入环岛", "绕环岛左转", Manoeuvre.ROUNDABOUT, Direction.LEFT),
        ("", "进入右侧道路", Manoeuvre.TURN, Direction.RIGHT),
    ],
)
def test_two_words_mean_one_thing(main, assistant, what, where):
    assert told(main, assistant) == (what, where)


@pytest.mark.parametrize(
    ("said", "number"),
    [("从第3出口驶出", 3), ("走第二个出口", 2), ("第 12 出口", 12), ("进入环岛", 0), ("", 0)],
)
def test_an_exit_is_counted(said, number):
    assert exit_of(said) == number

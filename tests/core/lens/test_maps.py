"""A map shows what is where, and which way is up."""

import pytest
from msgspec.structs import replace

from lorgnette.core.cards import Map
from lorgnette.core.lens.maps import picture

EAST = Map(ahead=(((0, 0), (90, 0)),), here=(0, 0), goal=(90, 0))


def drawn(card, wide=300, high=300):
    """The outlines of a map."""
    shape, _ = picture(card, wide, high, 24)
    return shape.polygons


def middle(outline):
    xs, ys = zip(*outline, strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


@pytest.mark.parametrize(
    ("up", "place"),
    [(0, (1, 0)), (90, (0, -1)), (180, (-1, 0)), (270, (0, 1))],
)
def test_the_goal_is_where_it_is_seen(up, place):
    card = replace(EAST, up=float(up))
    x, y = middle(drawn(card)[1])
    assert (round((x - 150) / 119), round((y - 150) / 119)) == place


def test_what_is_ahead_is_thicker_than_what_is_behind():
    card = Map(gone=(((-90, 0), (0, 0)),), ahead=(((0, 0), (90, 0)),))
    behind, ahead = ({y for _, y in outline} for outline in drawn(card))
    assert max(behind) - min(behind) < max(ahead) - min(ahead)


def test_lines_keep_away_from_the_wearer():
    card = replace(EAST, gone=(((-90, 0), (0, 0)),), goal=None)
    behind, ahead, _ = drawn(card)
    assert max(x for x, _ in behind) < 140
    assert min(x for x, _ in ahead) > 160


def test_the_wearer_is_an_arrow_to_where_they_move():
    [standing] = drawn(Map(here=(0, 0)))
    [moving] = drawn(Map(here=(0, 0), course=90.0))
    assert len(standing) > len(moving) == 4
    assert max(moving) == (168, 150)
    [turned] = drawn(Map(here=(0, 0), course=90.0, up=90.0))
    assert min(turned, key=lambda point: point[1]) == (150, 132)


def test_where_the_wearer_may_be_is_a_circle_when_it_can_be_seen():
    assert len(drawn(Map(here=(0, 0), accuracy=5))) == 1
    assert len(drawn(Map(here=(0, 0), accuracy=50))) == 2
    assert len(drawn(Map(here=(0, 0), accuracy=5000))) == 1


def test_what_lies_outside_is_not_drawn():
    assert drawn(Map(here=(0, 500), goal=(900, 0), stops=((-900, 0),))) == ()


def test_the_scale_is_as_long_as_it_says():
    shape, [label] = picture(Map(scale=50, scale_label="50 m"), 300, 300, 24)
    [bar] = shape.polygons
    length = max(x for x, _ in bar) - min(x for x, _ in bar)
    goal = drawn(Map(goal=(50, 0), scale=50, scale_label="50 m"))[0]
    assert length == pytest.approx(middle(goal)[0] - 150, abs=1.5)
    assert label.x > length


def test_the_needle_points_north():
    _, [letter] = picture(Map(north="N", up=90.0), 300, 300, 24)
    [needle] = drawn(Map(north="N", up=90.0))
    assert letter.text == "N"
    xs = sorted(x for x, _ in needle)
    assert xs[1] - xs[0] > xs[-1] - xs[-2]


def test_in_a_small_picture_there_is_only_the_line():
    shape, labels = picture(
        Map(ahead=EAST.ahead, north="N", scale=50, scale_label="50 m"), 90, 40, 15
    )
    assert len(shape.polygons) == 1
    assert labels == ()

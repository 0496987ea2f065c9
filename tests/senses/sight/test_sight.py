"""Frames: how good they are, which is the best, and what would help."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from msgspec.structs import replace

from lorgnette.core.codes import Code, Symbology
from lorgnette.core.pictures import Box
from lorgnette.senses.sight import Advice, Best, Guide, Quality, Votes, fault, quality

BOX = Box(((0, 0), (90, 0), (90, 30), (0, 30)))
ELSEWHERE = Box(((300, 0), (390, 0), (390, 30), (300, 30)))
GOOD = Quality(100.0, 0.5, 0.6, 0.0)


def scene(seed=1, light=1.0):
    """Print on paper: hard edges."""
    squares = np.random.default_rng(seed).integers(0, 2, (30, 40)) * 200 + 30
    grey = np.kron(squares, np.ones((8, 8))) * light
    return np.repeat(grey.astype(np.uint8)[..., None], 3, axis=2)


def blurred(pixels, reach, axis=None):
    """Moved by some pixels along an axis, or out of focus."""
    axes = (0, 1) if axis is None else (axis,)
    moved = pixels.astype(float)
    for each in axes:
        moved = np.mean([np.roll(moved, step, each) for step in range(reach)], axis=0)
    return moved.astype(np.uint8)


@pytest.mark.parametrize("axis", [None, 0, 1])
@pytest.mark.parametrize("light", [1.0, 0.4])
def test_every_blur_costs_sharpness(axis, light):
    values = [quality(blurred(scene(light=light), reach, axis)).sharpness for reach in (1, 2, 4, 8)]
    assert values == sorted(values, reverse=True)
    assert values[0] > 2 * values[2]


def test_the_sharpest_frame_is_kept():
    best = Best()
    for name, reach in (("soft", 6), ("sharp", 1), ("softer", 9)):
        best.add(name, quality(blurred(scene(), reach)))
    assert (best.best, best.seen) == ("sharp", 3)


def test_light_is_measured():
    assert quality(scene(light=0.05)).brightness < 0.1
    white = quality(np.full((40, 40, 3), 255, np.uint8))
    assert (white.glare, white.contrast) == (1.0, 0.0)


@given(arrays(np.uint8, st.tuples(st.integers(1, 12), st.integers(1, 12), st.just(3))))
def test_every_picture_has_a_quality(pixels):
    found = quality(pixels)
    assert found.sharpness >= 0
    assert 0 <= found.brightness <= 1
    assert 0 <= found.glare <= 1


def test_it_is_known_why_nothing_was_found_in_a_picture():
    grain = np.random.default_rng(3).normal(0, 1.5, scene().shape[:2])[..., None]
    moved = (blurred(scene(), 14) + grain).clip(0, 255).astype(np.uint8)
    wall = (np.full(scene().shape, 180) + grain).astype(np.uint8)
    assert fault(quality(scene(light=0.05))) is Advice.DARK
    assert fault(quality(np.full((40, 40, 3), 255, np.uint8))) is Advice.BRIGHT
    assert fault(quality(moved)) is Advice.STILL
    assert fault(quality(scene())) is None
    assert fault(quality(wall)) is None


def advice(*frames):
    guide = Guide()
    return [told for frame, seen in frames if (told := guide.watch(frame, seen=seen)) is not None]


def test_advice_waits_until_it_is_true_for_a_while():
    dark = Quality(1.0, 0.02, 0.1, 0.0), False
    assert advice(*3 * [dark]) == []
    assert advice(*4 * [dark]) == [Advice.DARK]
    assert advice(*9 * [dark]) == [Advice.DARK]


def test_advice_fits_what_is_wrong():
    assert advice(*4 * [(Quality(1.0, 0.9, 0.2, 0.8), False)]) == [Advice.BRIGHT]
    assert advice((GOOD, False), *5 * [(Quality(9.0, 0.5, 0.6, 0.0), False)]) == [Advice.STILL]
    assert advice(*5 * [(GOOD, True)]) == [Advice.CLOSER]
    assert advice(*5 * [(GOOD, False)]) == [Advice.AIM]


def test_what_cannot_be_read_from_near_is_to_be_turned():
    assert advice(*40 * [(GOOD, True)]) == [Advice.CLOSER, Advice.TURN]


def test_who_moved_for_long_is_compared_with_lately():
    soft = Quality(20.0, 0.5, 0.6, 0.0), True
    assert Advice.CLOSER in advice((GOOD, False), *60 * [soft])


def number(text, box=BOX, sure=True):
    return Code(Symbology.EAN_13, text, box, sure=sure)


def counted(*frames):
    votes = Votes()
    for frame in frames:
        votes.add(frame)
    return [code.text for code in votes.agreed], votes.undecided


def test_a_number_needs_two_frames_and_what_corrects_itself_one():
    assert counted([number("1")]) == ([], True)
    assert counted([number("1")], [number("1")]) == (["1"], False)
    assert counted([Code(Symbology.QR, "hello", BOX)]) == (["hello"], False)


def test_frames_that_contradict_each_other_decide_nothing():
    assert counted([number("1")], [number("2")], [number("1")]) == ([], True)
    assert counted([number("1")], [number("2")], *2 * [[number("1")]]) == (["1"], False)


def test_two_things_in_view_do_not_contradict_each_other():
    both = [number("1"), number("2", ELSEWHERE)]
    assert counted(both, both) == (["1", "2"], False)


def test_a_guess_never_counts():
    assert counted(*9 * [[number("1", sure=False)]]) == ([], True)


@given(st.lists(st.lists(st.tuples(st.sampled_from("123"), st.booleans()), max_size=3), max_size=8))
def test_what_is_agreed_was_read_twice(frames):
    read = [[number(text, sure=sure) for text, sure in frame] for frame in frames]
    agreed, _ = counted(*read)
    assert len(agreed) <= 1
    for text in agreed:
        assert sum(code.text == text and code.sure for frame in read for code in frame) >= 2


QR = Code(Symbology.QR, "https://example.org", BOX)
OTHER = Code(Symbology.QR, "https://other.example", BOX)


def test_two_codes_that_disagree_about_one_place_are_not_sure_until_one_is_seen_oftener():
    votes = Votes()
    votes.add([QR])
    votes.add([OTHER])
    assert votes.agreed == []
    assert votes.undecided
    votes.add([QR])
    assert votes.agreed == [QR]


def test_codes_that_lie_over_each_other_are_both_there():
    votes = Votes()
    over = [replace(each, contested=True) for each in (QR, OTHER)]
    votes.add(over)
    assert votes.agreed == over


def test_what_was_contested_once_stays_so():
    votes = Votes()
    votes.add([replace(QR, contested=True)])
    votes.add([QR])
    assert [code.contested for code in votes.agreed] == [True]

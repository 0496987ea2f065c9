"""Pictures held otherwise."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from lorgnette.core.pictures import Box
from lorgnette.providers.zxing.variants import AS_IT_IS, OTHERWISE, SIDE, Pose


def middle_of_light(image):
    rows, columns = np.nonzero(np.asarray(image) > 128)
    return columns.mean(), rows.mean()


@pytest.mark.parametrize("turned", [0, 15, 30, 45, 60, 75, 90, 137])
@pytest.mark.parametrize("size", [(300, 200), (2 * SIDE, 900)])
def test_what_is_found_in_a_turned_picture_is_where_it_was(turned, size):
    picture = Image.new("L", size)
    across, down = size[0] // 4, size[1] // 3
    picture.paste(255, (across - 20, down - 20, across + 20, down + 20))
    pose = Pose(turned)
    found = middle_of_light(without_paper(pose, picture))
    box = pose.back(Box((found,) * 4), pose.of(picture).size, size)
    assert box.centre == pytest.approx((across, down), abs=4)


def without_paper(pose, picture):
    """The picture held so, black where the paper around it is."""
    held = pose.of(picture)
    paper = pose.of(Image.new("L", picture.size))
    return Image.fromarray(np.asarray(held) - np.asarray(paper))


def test_a_negative_is_light_where_it_was_dark():
    assert Pose(negative=True).of(Image.new("L", (9, 9), 10)).getpixel((4, 4)) == 245


def test_as_it_is_nothing_is_done():
    picture = Image.new("L", (3 * SIDE, 9))
    assert AS_IT_IS.of(picture) is picture


@given(st.floats(0, 500), st.floats(0, 500), st.sampled_from([AS_IT_IS, Pose(negative=True)]))
def test_what_is_not_turned_stays_where_it_is(across, down, pose):
    box = Box(((across, down),) * 4)
    corner = pose.back(box, (600, 500), (600, 500)).corners[0]
    assert corner == pytest.approx((across, down))


def test_every_angle_is_near_a_pose():
    turned = [0, 90, *(pose.turned for pose in OTHERWISE)]
    assert all(min(abs(angle - each) for each in turned) <= 8 for angle in range(91))

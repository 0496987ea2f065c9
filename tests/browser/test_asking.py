"""Somebody asks about what is in front of them: a model on another machine is shown it."""

import contextlib

import numpy as np
import pytest
from onlooker import ADDRESS, Onlooker, looking_on
from test_looking import another_film, written

from lorgnette.providers.mtcnn import MTCNN
from lorgnette.testing.facefinders import drawn_face

pytestmark = [pytest.mark.real, pytest.mark.usefixtures(another_film.__name__)]

SETTINGS = f"""\
[seer]
url = "{ADDRESS}"
model = "onlooker"

[privacy]
egress = "allowed"
"""


@pytest.fixture
def home(tmp_path, own_hub, monkeypatch):
    """Starts a hub whose model is elsewhere."""

    @contextlib.contextmanager
    def at_home(model):
        (tmp_path / "own").mkdir()
        (tmp_path / "own" / "lorgnette.toml").write_text(SETTINGS)
        with looking_on(model) as proxy:
            monkeypatch.setenv("http_proxy", proxy)
            monkeypatch.delenv("no_proxy", raising=False)
            yield own_hub().address

    return at_home


def somebody():
    """A face, as a camera of 720p sees it."""
    room = np.full((720, 1280, 3), (110, 130, 150), np.uint8)
    room[100:500, 400:800] = drawn_face(200)
    return room


async def test_a_model_is_shown_no_face_and_its_answer_is_shown_and_spoken_as_it_comes(
    browser, visit, home
):
    browser.says()
    browser.shows(somebody())
    model = Onlooker("That is somebody with a timer. It shows", " fifteen minutes.")
    with home(model) as address:
        async with visit(address=address) as tab:
            await tab.puts_on()
            await tab.types("what am I looking at")
            await tab.sees("That is somebody with a timer.")
            await tab.hears("time", "body")
            model.go_on.set()
            await tab.sees("It shows fifteen minutes.")
            await tab.reads("It shows fifteen minutes.")
            await tab.hears("15", "fifteen", "minutes")
    assert model.question == "what am I looking at"
    finder = MTCNN({})
    assert len(await finder.find(somebody())) == 1
    assert len(await finder.find(model.picture())) == 0


async def test_a_model_that_refuses_leaves_what_can_be_read(browser, visit, home):
    browser.says()
    browser.shows(written("Mind the gap"))
    model = Onlooker(status=503)
    with home(model) as address:
        async with visit(address=address, locale="zh-CN") as tab:
            await tab.types("描述一下你看到的东西", "输入")
            await tab.reads("模型没有回答，我只能找码和文字。")
            await tab.reads("Mind the gap")
    assert len(model.asked) == 1

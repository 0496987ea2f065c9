from typing import get_args

from lorgnette.link.messages import FromGlasses, FromHub
from lorgnette.link.states import TABLE, Side, State, after

MEDIA = {Side.GLASSES: {"microphone", "camera"}, Side.HUB: {"speech", "drawing"}}


def said_by(side):
    return {name for (_, who), moves in TABLE.items() if who is side for name in moves}


def test_every_message_has_its_place_in_the_table():
    for side, union in ((Side.GLASSES, FromGlasses), (Side.HUB, FromHub)):
        tags = {member.__struct_config__.tag for member in get_args(union)}
        assert said_by(side) == tags - {"bye"} | MEDIA[side]


def test_only_a_hello_comes_first_and_only_a_welcome_opens():
    assert after(State.NEW, Side.GLASSES, "hello") is State.GREETED
    assert after(State.NEW, Side.GLASSES, "microphone") is None
    assert after(State.GREETED, Side.GLASSES, "hello") is None
    assert after(State.GREETED, Side.HUB, "welcome") is State.OPEN
    assert after(State.OPEN, Side.HUB, "welcome") is None


def test_nothing_is_said_after_a_bye():
    assert {state for state, _ in TABLE} == {State.NEW, State.GREETED, State.OPEN}

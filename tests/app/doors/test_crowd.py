"""Who is there is counted, by place and altogether."""

from hypothesis import given
from hypothesis import strategies as st

from lorgnette.app.doors.crowd import Crowd


@given(st.lists(st.tuples(st.booleans(), st.sampled_from("abcd")), max_size=60))
def test_there_are_never_more_than_there_may_be(steps):
    crowd, inside = Crowd(2, 5), []
    for coming, place in steps:
        if coming:
            room = inside.count(place) < 2 and len(inside) < 5
            assert crowd.enter(place) == room
            if room:
                inside.append(place)
        elif place in inside:
            crowd.leave(place)
            inside.remove(place)
        assert len(crowd) == len(inside)
        assert set(crowd.here) <= set("abcd")

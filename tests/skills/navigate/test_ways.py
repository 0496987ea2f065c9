"""Several ways are told apart by one street each."""

from lorgnette.core.routes import Direction, Mode
from lorgnette.skills.navigate.ways import told_by
from lorgnette.testing.ways import Draft


def way(*streets, metres=100):
    draft = Draft(Mode.FOOT, street=streets[0]).go(metres)
    for street in streets[1:]:
        draft = draft.turn(Direction.LEFT, street).go(metres)
    return draft.arrive()


def test_ways_are_told_apart_by_the_longest_street_of_their_own():
    one, other = way("High Street", "Mill Lane"), way("High Street", "Quay", metres=50)
    assert told_by([one, other]) == ["Mill Lane", "Quay"]
    assert told_by([one, way("High Street")]) == ["Mill Lane", "High Street"]
    assert told_by([one]) == ["High Street"]

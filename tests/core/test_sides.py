"""Two people, two languages: who said what."""

from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.captions import Caption
from lorgnette.core.sides import KEPT, Side, Sides

MINE, THEIRS = Side.MINE, Side.THEIRS


def line(number, text, *, at=0.0, lasts=1.0, speaker=None, ended=True):
    first = round(at * 16_000)
    return Caption(number, first, first + round(lasts * 16_000), text, speaker=speaker, ended=ended)


def heard(*said):
    """Sides that heard utterances: pairs of lines in my language and theirs, with likelihoods."""
    sides, mine, theirs = Sides(), [], []
    for number, (my_text, their_text, my_share, their_share, speaker) in enumerate(said, 1):
        mine.append(line(number, my_text, at=2 * number, speaker=speaker))
        theirs.append(line(number, their_text, at=2 * number + 0.1, speaker=speaker))
        sides.hear(MINE, tuple(mine))
        sides.hear(THEIRS, tuple(theirs))
        sides.judge(sides.utterances[-1], my_share, their_share)
    return sides


def who(sides):
    return [each.side for each in sides.utterances]


def test_the_language_tells_who_it_was():
    sides = heard(
        ("where is the station", "güer is de estéichon", 0.99, 0.4, None),
        ("seegay too toe wrecked oh", "sigue todo recto", 0.4, 0.99, None),
    )

    assert who(sides) == [MINE, THEIRS]


def test_lines_of_the_same_time_are_one_utterance():
    sides = Sides()
    sides.hear(MINE, (line(1, "one", at=1.0), line(2, "two", at=3.0)))
    sides.hear(THEIRS, (line(7, "uan", at=1.1), line(8, "tu", at=3.1), line(9, "tres", at=5.0)))

    assert [each.texts for each in sides.utterances] == [
        ("one", "uan"),
        ("two", "tu"),
        ("", "tres"),
    ]


def test_what_only_one_language_could_write_down_is_that_language():
    assert who(heard(("", "hola", 0.5, 0.5, None), ("hello", "", 0.5, 0.5, None))) == [THEIRS, MINE]


def test_a_voice_that_is_known_decides_what_the_text_does_not():
    sides = heard(
        ("good morning everybody", "gud morning evribodi", 0.99, 0.3, 1),
        ("buenos thee us", "buenos días", 0.3, 0.99, 2),
        ("no", "no", 0.5, 0.5, 2),
        ("okay", "okay", 0.5, 0.5, 1),
    )

    assert who(sides) == [MINE, THEIRS, THEIRS, MINE]


def test_a_touch_is_right_and_is_learned_from():
    sides = heard(("no", "no", 0.5, 0.4, 1))
    changed = sides.touch()
    assert changed.side is THEIRS

    sides.hear(MINE, (line(1, "no", at=2, speaker=1), line(2, "okay", at=5, speaker=1)))
    sides.hear(THEIRS, (line(1, "no", at=2.1), line(2, "okay", at=5.1)))
    sides.judge(sides.utterances[-1], 0.5, 0.5)
    assert sides.utterances[-1].side is THEIRS


def test_a_second_touch_takes_the_first_back():
    sides = heard(("no", "no", 0.5, 0.4, 1))
    before = sides.utterances[-1].side
    sides.touch()
    sides.touch()

    assert sides.utterances[-1].side is before
    assert Sides().touch() is None


def test_a_side_is_settled_when_it_is_clear_or_over():
    sides = Sides()
    sides.hear(MINE, (line(1, "hello", ended=False),))
    [utterance] = sides.utterances
    sides.judge(utterance, 0.6, 0.5)
    sides.hear(THEIRS, (line(1, "jelou", ended=False),))
    sides.judge(utterance, 0.6, 0.5)
    assert not utterance.settled

    sides.judge(utterance, 0.99, 0.1)
    assert utterance.settled


@given(
    st.lists(
        st.tuples(
            st.sampled_from(Side),
            st.floats(0, 500),
            st.floats(0.1, 5),
            st.integers(1, 3) | st.none(),
        ),
        max_size=40,
    ),
    st.lists(st.booleans(), max_size=10),
)
def test_whatever_is_heard_every_line_belongs_to_one_utterance(said, touches):
    sides, captions = Sides(), {MINE: [], THEIRS: []}
    for side, at, lasts, speaker in said:
        lines = captions[side]
        lines.append(line(len(lines) + 1, "a", at=at, lasts=lasts, speaker=speaker))
        sides.hear(side, tuple(lines))
        sides.judge(sides.utterances[-1], 0.5, 0.5)
    for _ in touches:
        sides.touch()
    kept = [(side, each.line) for side in Side for each in captions[side]]
    found = [(side, each.line) for one in sides.utterances for side, each in one.lines.items()]

    assert sorted(kept) == sorted(found)
    assert len(sides.utterances) <= KEPT

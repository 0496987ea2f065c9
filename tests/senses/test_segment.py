from hypothesis import given, settings
from hypothesis import strategies as st

from lorgnette.senses.blocks import Grid
from lorgnette.senses.events import Paused, Resumed, SpeechStarted
from lorgnette.senses.level import Floor, level
from lorgnette.senses.segment import Segmenter, SegmentRules
from lorgnette.testing.signals import ScriptedVoiceActivity, quiet, voiced

NEAR = 0.04


def segment(sound, **rules):
    """Each change, with the second at which it was noticed."""
    segmenter = Segmenter(ScriptedVoiceActivity().open(), SegmentRules(**rules))
    floor = Floor()
    changes = []
    for block in Grid().cut(0, sound):
        floor.hear(level(block.sound))
        change = segmenter.hear(block, floor.level)
        if change:
            changes.append((block.end / 16_000, change))
    return changes


def test_speech_begins_where_it_began_though_noticed_later():
    ((noticed, change),) = segment(quiet(1) + voiced(1))

    assert isinstance(change, SpeechStarted)
    assert abs(change.sample / 16_000 - 1) <= NEAR
    assert noticed <= 1.2


def test_a_word_that_begins_softly_is_heard_from_its_beginning():
    (_, change), *_ = segment(quiet(1) + voiced(0.1, 800) + voiced(1))

    assert abs(change.sample / 16_000 - 1) <= NEAR


def test_a_pause_is_told_soon_and_dated_right():
    _, (noticed, change) = segment(quiet(1) + voiced(1) + quiet(0.5))

    assert isinstance(change, Paused)
    assert abs(change.last / 16_000 - 2) <= NEAR
    assert noticed <= 2.15


def test_a_pause_may_end():
    *_, (noticed, change) = segment(quiet(1) + voiced(1) + quiet(0.5) + voiced(0.5))

    assert isinstance(change, Resumed)
    assert abs(change.sample / 16_000 - 2.5) <= 2 * NEAR
    assert noticed <= 2.65


def test_a_plosive_is_no_pause():
    changes = segment(quiet(1) + (voiced(0.3) + quiet(0.04)) * 4 + voiced(0.3))

    assert len(changes) == 1


def test_where_it_is_never_silent_the_probability_tells_the_end():
    hum = voiced(0.6, 1500)
    _, (noticed, change) = segment(hum * 5 + voiced(1) + hum)

    assert isinstance(change, Paused)
    assert abs(change.last / 16_000 - 4) <= 2 * NEAR
    assert noticed <= 4.2


def test_what_is_unlikely_to_be_speech_is_none():
    assert segment(quiet(1) + voiced(1) + quiet(1), likely=1.1) == []


@settings(max_examples=30)
@given(st.lists(st.tuples(st.sampled_from([quiet, voiced]), st.floats(0, 0.6)), max_size=12))
def test_changes_alternate_and_are_in_order(script):
    changes = segment(b"".join(make(seconds) for make, seconds in script))

    kinds = [type(change) for _, change in changes]
    assert kinds == [SpeechStarted, *[Paused, Resumed] * 99][: len(kinds)]
    times = [getattr(change, "last", None) or change.sample for _, change in changes]
    assert times == sorted(times)
    assert all(at <= noticed * 16_000 for at, (noticed, _) in zip(times, changes, strict=True))

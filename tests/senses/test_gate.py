from hypothesis import given, settings
from hypothesis import strategies as st

from lorgnette.senses.gate import HANG, Gate
from lorgnette.testing.signals import quiet, voiced

MURMUR = voiced(0.032, 30)
WORD = voiced(0.032, 300)


def settled(sound=MURMUR):
    """A gate that knows its surroundings."""
    gate = Gate()
    for _ in range(5 * HANG):
        gate.hear(sound)
    return gate


def test_is_open_at_first_because_a_word_may_come_first():
    assert Gate().hear(WORD)


def test_closes_in_steady_surroundings_however_loud():
    for height in (0, 30, 3000):
        gate = settled(voiced(0.032, height))
        assert not gate.hear(voiced(0.032, height))


def test_opens_for_what_stands_out_and_stays_open_for_a_second():
    gate = settled()

    assert gate.hear(WORD)
    assert all(gate.hear(MURMUR) for _ in range(HANG - 1))
    assert not gate.hear(MURMUR)


def test_the_last_bits_of_a_microphone_are_no_sound():
    gate = settled(quiet(0.032))

    assert not gate.hear(voiced(0.032, 2))


@settings(max_examples=30)
@given(st.lists(st.binary(min_size=1024, max_size=1024), max_size=20))
def test_any_sound_may_come(blocks):
    gate = Gate()
    assert all(gate.hear(block) in (True, False) for block in blocks)

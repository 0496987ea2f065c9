from hypothesis import given, settings
from hypothesis import strategies as st

from lorgnette.senses.blocks import BLOCK, Grid
from lorgnette.senses.ring import Ring


def filled(blocks, first=0):
    ring = Ring(10 * BLOCK / 16_000)
    sound = b"".join((number % 65536).to_bytes(2, "little") for number in range(blocks * BLOCK))
    for block in Grid().cut(first, sound):
        ring.push(block)
    return ring


@settings(max_examples=30)
@given(st.integers(1, 30), st.integers(-20_000, 20_000))
def test_gives_what_it_has_from_a_sample_on(blocks, sample):
    first, sound = filled(blocks).since(sample)

    end = blocks * BLOCK
    oldest = max(0, end - 10 * BLOCK)
    if sample >= end:
        assert (first, sound) == (sample, b"")
    else:
        assert first == max(sample, oldest)
        assert sound[:2] == (first % 65536).to_bytes(2, "little")
        assert len(sound) == 2 * (end - first)


def test_forgets_what_is_before_a_tear():
    ring = filled(3)
    (block,) = Grid().cut(100_000, bytes(2 * BLOCK))
    ring.push(block._replace(torn=True))

    assert ring.blocks(0) == [block._replace(torn=True)]


def test_an_empty_ring_has_nothing():
    assert Ring(1).since(-1) == (-1, b"")


def test_is_bounded():
    assert len(filled(100).blocks(0)) == 10

from hypothesis import given, settings
from hypothesis import strategies as st

from lorgnette.senses.blocks import BLOCK, LONGEST_PATCH, Grid

SOUND = bytes(number % 251 for number in range(BLOCK * 2 * 9 + 100))


def cut(grid, *chunks):
    return [block for first, sound in chunks for block in grid.cut(first, sound)]


def chunked(sound, sizes):
    chunks, at = [], 0
    for size in [*sizes, len(sound) // 2]:
        chunks.append((1000 + at, sound[at * 2 : (at + size) * 2]))
        at = min(len(sound) // 2, at + size)
    return chunks


@given(st.lists(st.integers(0, 2 * BLOCK)))
def test_blocks_do_not_depend_on_chunks(sizes):
    assert cut(Grid(), *chunked(SOUND, sizes)) == cut(Grid(), (1000, SOUND))


def test_blocks_are_numbered_from_the_first_sample():
    blocks = cut(Grid(), (1000, SOUND))

    assert [block.first for block in blocks] == [1000 + BLOCK * number for number in range(9)]
    assert b"".join(block.sound for block in blocks) == SOUND[: 9 * BLOCK * 2]
    assert blocks[0].end == blocks[1].first


@given(st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 2000)), max_size=8))
def test_what_comes_twice_is_dropped(again):
    chunks = chunked(SOUND, [700, 700, 700])
    repeats = [(1000 + at, SOUND[at * 2 : (at + size) * 2]) for at, size in again]

    assert cut(Grid(), *chunks, *repeats) == cut(Grid(), *chunks)


def test_a_short_loss_is_patched_with_silence():
    blocks = cut(Grid(), (0, b"\1" * 2 * BLOCK), (2 * BLOCK, b"\2" * 2 * BLOCK))

    assert [block.sound[0] for block in blocks] == [1, 0, 2]
    assert not any(block.torn for block in blocks)


def test_a_long_loss_tears():
    later = BLOCK + 7 + LONGEST_PATCH + 1
    blocks = cut(Grid(), (0, b"\1" * 2 * (BLOCK + 7)), (later, b"\2" * 4 * BLOCK))

    assert [(block.first, block.torn) for block in blocks] == [
        (0, False),
        (later, True),
        (later + BLOCK, False),
    ]


@settings(max_examples=50)
@given(st.lists(st.tuples(st.integers(-(2**63), 2**63), st.binary(max_size=3 * BLOCK))))
def test_anything_may_come(chunks):
    end = None
    for block in cut(Grid(), *chunks):
        assert len(block.sound) == 2 * BLOCK
        assert end is None or block.first == end or (block.torn and block.first > end)
        end = block.end

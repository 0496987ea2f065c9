"""QR codes say the same on a terminal and on a page."""

import re

from lorgnette.app.doors.qr import AS_BEFORE, BLOCKS, LIGHT_ON_DARK, as_square, in_terminal, modules

ADDRESS = "https://192.168.1.20:8461/#/pair/ACDEFGHJ"


def test_the_border_is_light_and_the_corners_are_finders():
    rows = modules(ADDRESS)

    assert len({len(row) for row in rows}) == 1
    assert len(rows) == len(rows[0])
    assert not any(rows[0])
    assert not any(row[0] for row in rows)
    assert all(rows[2][2:9])
    assert rows[3][2:9] == [True, False, False, False, False, False, True]


def test_the_page_gets_the_same_modules():
    square, rows = as_square(ADDRESS), modules(ADDRESS)

    dark = {(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", square.path)}
    assert square.size == len(rows)
    assert dark == {(x, y) for y, row in enumerate(rows) for x, each in enumerate(row) if each}


def test_the_terminal_gets_the_same_modules():
    rows, halves = modules(ADDRESS), {block: mark for mark, block in BLOCKS.items()}
    drawn = []
    for line in in_terminal(ADDRESS).splitlines():
        assert line.startswith(LIGHT_ON_DARK)
        assert line.endswith(AS_BEFORE)
        blocks = line.removeprefix(LIGHT_ON_DARK).removesuffix(AS_BEFORE)
        drawn.append([not halves[block].upper for block in blocks])
        drawn.append([not halves[block].lower for block in blocks])

    assert drawn[: len(rows)] == [list(row) for row in rows]

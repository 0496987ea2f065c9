"""A way seen from above, drawn: the part ahead is thick, the part behind thin."""

from collections.abc import Iterator, Sequence

import msgspec

from lorgnette.core.cards import Emphasis, Map
from lorgnette.core.lens.measure import text_width
from lorgnette.core.lens.outlines import Point, circle, moved, ring, strokes, turned
from lorgnette.core.lens.scene import LINE_HEIGHT, Run, Shape
from lorgnette.core.sketch import clipped, shortened
from lorgnette.core.sketch import turned as seen

Outline = Sequence[Point]

# Signs in a square from −50 to 50, pointing up, y downwards.
_WEARER: Outline = ((0, -50), (38, 46), (0, 24), (-38, 46))
_NORTH: Outline = ((0, -50), (22, 50), (0, 32), (-22, 50))

GLYPH = "◎"
"""What stands for a map among characters; it is in old Chinese fonts too."""

SIGN, FREE = 6.0, 3.6
"""The size of the wearer's sign, and how far lines keep away from it, in thicknesses."""


class Sight(msgspec.Struct, frozen=True):
    """The picture of a map: `wide` × `high` pixels, and the size of its text."""

    card: Map
    wide: int
    high: int
    size: int

    @property
    def below(self) -> int:
        """The height of the strip that tells the scale; 0 where there is no room for it."""
        strip = int(self.size * LINE_HEIGHT)
        return strip if self.card.scale and self.high > 4 * strip else 0

    @property
    def middle(self) -> Point:
        """The middle of the picture in pixels, above the strip."""
        return self.wide / 2, (self.high - self.below) / 2

    @property
    def scale(self) -> float:
        """Pixels of a metre: signs on the edge of what must be seen have room as well."""
        x, y = (max(side - SIGN / 2 * self.thick, 1.0) for side in self.middle)
        return min(x / self.card.wide, y / self.card.high)

    @property
    def thick(self) -> float:
        """The thickness of the way ahead, and the measure of all signs."""
        return max(4.0, self.size / 4)

    def place(self, point: tuple[float, float]) -> Point:
        """Where a point of the map is, in pixels from the middle."""
        right, up = seen(point, self.card.up)
        return right * self.scale, -up * self.scale

    def holds(self, place: Point, size: float) -> bool:
        """Whether a sign of some size there is within the picture."""
        x, y = self.middle
        return abs(place[0]) + size / 2 <= x and abs(place[1]) + size / 2 <= y


def picture(card: Map, wide: int, high: int, size: int) -> tuple[Shape, tuple[Run, ...]]:
    """The drawing, and the words in it, in `wide` × `high` pixels from x = y = 0."""
    sight = Sight(card, wide, high, size)
    x, y = sight.middle
    outlines = [moved(each, (x, y)) for each in _outlines(sight)]
    north, word = _north(sight)
    bar, label = _scale(sight)
    polygons = tuple(
        tuple((_between(x, wide), _between(y, high)) for x, y in outline)
        for outline in (*outlines, *north, *bar)
    )
    shape = Shape(x=0, y=0, width=wide, height=high, polygons=polygons, glyph=GLYPH)
    return shape, (*word, *label)


def _outlines(sight: Sight) -> Iterator[Outline]:
    """The way and the signs on it, around the middle."""
    card, thick = sight.card, sight.thick
    for line in card.gone:
        yield from _line(sight, line[::-1], max(2.0, thick / 3))
    for line in card.ahead:
        yield from _line(sight, line, thick)
    for stop in card.stops:
        yield from _sign(sight, stop, ring(thick * 1.1, thick * 1.8, steps=16), thick * 3.6)
    if card.goal is not None:
        signs = ring(thick * 2.0, thick * 2.7, steps=20), circle(thick * 1.2, steps=12)
        for sign in signs:
            yield from _sign(sight, card.goal, sign, thick * 5.4)
    if card.here is not None:
        yield from _wearer(sight, card.here)


def _line(sight: Sight, line: Sequence[tuple[float, float]], width: float) -> Iterator[Outline]:
    """A line, cut where the wearer is who stands at its beginning: their sign stands free."""
    places = [sight.place(point) for point in line]
    if line[0] == sight.card.here:
        places = shortened(places, sight.thick * FREE)
    x, y = (side - width / 2 for side in sight.middle)
    for piece in clipped(places, x, y):
        yield from strokes(piece, width)


def _wearer(sight: Sight, here: tuple[float, float]) -> Iterator[Outline]:
    """An arrow to where they move, or a dot; and around it where they may be, if that is seen."""
    card, side = sight.card, sight.thick * SIGN
    if card.course is None:
        sign: Outline = circle(sight.thick * 1.8, steps=16)
    else:
        dart = [(x * side / 100, y * side / 100) for x, y in _WEARER]
        sign = turned(dart, card.course - card.up)
    yield from _sign(sight, here, sign, side)
    around = card.accuracy * sight.scale
    if around > side * 3 / 4:
        yield from _sign(sight, here, ring(around - 2, around), around * 2)


def _sign(
    sight: Sight, point: tuple[float, float], outline: Outline, size: float
) -> Iterator[Outline]:
    """A sign at a point, if it can be seen whole."""
    place = sight.place(point)
    if sight.holds(place, size):
        yield moved(outline, place)


def _north(sight: Sight) -> tuple[list[Outline], list[Run]]:
    """A needle to the north in the upper right corner, and its letter below it."""
    word, size = sight.card.north, sight.size
    width = text_width(word, size, strong=True)
    if not word or width > sight.wide // 3 or size * 6 > sight.high:
        return [], []
    middle = sight.wide - max(width / 2, size * 0.7)
    needle = [(x * size * 0.013, y * size * 0.013) for x, y in _NORTH]
    outline = moved(turned(needle, -sight.card.up), (middle, size * 0.7))
    x, y = int(middle - width / 2), int(size * 1.3)
    run = Run(x=x, y=y, text=word, size=size, width=width, emphasis=Emphasis.STRONG)
    return [outline], [run]


def _scale(sight: Sight) -> tuple[list[Outline], list[Run]]:
    """A bar with an upright at both ends, and how long it is."""
    card, size, top = sight.card, sight.size, sight.high - sight.below
    length, width = int(card.scale * sight.scale), text_width(card.scale_label, size)
    x = length + size // 2
    if not sight.below or x + width > sight.wide or not card.scale_label:
        return [], []
    middle, upright = top + sight.below // 2, size // 4
    bar = [
        *((0, middle - upright), (3, middle - upright), (3, middle - 1)),
        *((length - 3, middle - 1), (length - 3, middle - upright), (length, middle - upright)),
        *((length, middle + 2), (0, middle + 2)),
    ]
    return [bar], [Run(x=x, y=top, text=card.scale_label, size=size, width=width)]


def _between(value: float, most: int) -> int:
    return min(max(round(value), 0), most)

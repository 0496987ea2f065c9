"""What is shown: a card is a title, some lines, a footer, and one thing more for each kind.

Cards carry text that is already in the wearer's language. `core.lens` lays them out for a
display; `speech` is what is left of them where there is none. A card is tidy from the moment it
is made, whoever made it: no endless text, no control characters, no number out of range.
"""

import math
import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Final

import msgspec
from msgspec.structs import force_setattr, replace

from lorgnette.core.types import CHINESE, Language
from lorgnette.core.writing import showable

LINES = 50
"""Lines, items or choices of one card; what is over is left out, with an ellipsis."""

LABEL_LENGTH, TITLE_LENGTH, LINE_LENGTH = 100, 200, 2_000
TEXT_LENGTH = 8_000
"""Characters in all lines of a card together."""

LONGEST = 10 * 24 * 3600.0
"""Seconds: no countdown is longer than ten days."""

POINTS, STRETCHES = 64, 16
"""Points of a line of a map, and pieces that it may come in."""

FARTHEST = 20_100_000
"""Metres: half around the earth."""

_PLACE: Final = re.compile(r"[a-z]+(?:/[\w:.-]+)*", re.ASCII)

Label = Annotated[str, msgspec.Meta(max_length=LABEL_LENGTH)]
Title = Annotated[str, msgspec.Meta(max_length=TITLE_LENGTH)]
LineText = Annotated[str, msgspec.Meta(max_length=LINE_LENGTH)]
Seconds = Annotated[float, msgspec.Meta(ge=0, le=LONGEST)]
Fraction = Annotated[float, msgspec.Meta(ge=0, le=1)]
Place = Annotated[int, msgspec.Meta(ge=0, lt=LINES)]
Pixels = Annotated[int, msgspec.Meta(ge=0, le=4096)]
Offset = Annotated[int, msgspec.Meta(ge=-FARTHEST, le=FARTHEST)]
Length = Annotated[int, msgspec.Meta(ge=0, le=FARTHEST)]
Bearing = Annotated[float, msgspec.Meta(ge=0, le=360)]
Point = tuple[Offset, Offset]
Points = Annotated[tuple[Point, ...], msgspec.Meta(max_length=POINTS)]
Stretches = Annotated[tuple[Points, ...], msgspec.Meta(max_length=STRETCHES)]


class Emphasis(StrEnum):
    """How much a line wants to be seen."""

    NORMAL = "normal"
    STRONG = "strong"
    FAINT = "faint"


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """A paragraph, and perhaps a value at its right edge: `Line("Berlin", "12°")`."""

    text: LineText
    right: Label = ""
    emphasis: Emphasis = Emphasis.NORMAL

    def __post_init__(self) -> None:
        force_setattr(self, "text", showable(self.text, LINE_LENGTH, paragraphs=True))
        force_setattr(self, "right", showable(self.right, LABEL_LENGTH))


Lines = Annotated[tuple[Line, ...], msgspec.Meta(max_length=LINES)]
Choices = Annotated[tuple[Label, ...], msgspec.Meta(max_length=LINES)]


class Sheet(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind"):
    """What every card has. The title is the instruction: it is shown first and largest.

    `page` is where on the wearer's page there is more, such as `goods/3017620422003`. With `opens`
    the wearer has asked for that: a page that is these glasses goes there.
    """

    title: Title = ""
    lines: Lines = ()
    footer: Label = ""
    page: Label = ""
    opens: bool = False

    def __post_init__(self) -> None:
        force_setattr(self, "title", showable(self.title, TITLE_LENGTH))
        force_setattr(self, "lines", _as_many_as_fit(self.lines))
        force_setattr(self, "footer", showable(self.footer, LABEL_LENGTH))
        fits = len(self.page) <= LABEL_LENGTH and _PLACE.fullmatch(self.page)
        force_setattr(self, "page", self.page if fits else "")


class Text(Sheet, frozen=True, tag="text"):
    """Words: an answer, a translation, a note."""


class List(Sheet, frozen=True, tag="list"):
    """Things of one sort, after the lines; `selected` counts from 0."""

    items: Lines = ()
    selected: Place | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        force_setattr(self, "items", _as_many_as_fit(self.items))
        force_setattr(self, "selected", _place(self.selected, len(self.items)))


class Progress(Sheet, frozen=True, tag="progress"):
    """How far something is: a `fraction` done, or a countdown that the glasses run themselves.

    `seconds_left` is true at the moment the card is shown; `seconds_whole` is how long it was
    from the start, and fills the bar when known.
    """

    label: Label = ""
    fraction: Fraction = 0.0
    seconds_left: Seconds | None = None
    seconds_whole: Seconds = 0.0

    def __post_init__(self) -> None:
        super().__post_init__()
        force_setattr(self, "label", showable(self.label, LABEL_LENGTH))
        force_setattr(self, "fraction", _between(0.0, self.fraction, 1.0))
        force_setattr(self, "seconds_whole", _between(0.0, self.seconds_whole, LONGEST))
        if self.seconds_left is not None:
            force_setattr(self, "seconds_left", _between(0.0, self.seconds_left, LONGEST))

    @property
    def done(self) -> float:
        """The fraction that is over, 0 to 1, by the countdown when there is one."""
        if self.seconds_left is None or not self.seconds_whole:
            return self.fraction
        return 1 - min(self.seconds_left / self.seconds_whole, 1.0)


class Turn(StrEnum):
    """What to do at a crossing."""

    START = "start"
    STRAIGHT = "straight"
    SLIGHT_LEFT = "slight_left"
    LEFT = "left"
    SHARP_LEFT = "sharp_left"
    U_TURN_LEFT = "u_turn_left"
    SLIGHT_RIGHT = "slight_right"
    RIGHT = "right"
    SHARP_RIGHT = "sharp_right"
    U_TURN_RIGHT = "u_turn_right"
    ROUNDABOUT = "roundabout"
    ARRIVE = "arrive"


class Arrow(Sheet, frozen=True, tag="arrow"):
    """Which way, and how far.

    `degrees`, clockwise from straight ahead, −180 to 180, point the arrow anywhere; with
    `Turn.ROUNDABOUT` they are the direction of the exit. `distance` is text: `120 m`.
    """

    turn: Turn = Turn.STRAIGHT
    degrees: Annotated[float, msgspec.Meta(ge=-180, le=180)] | None = None
    distance: Label = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        force_setattr(self, "distance", showable(self.distance, LABEL_LENGTH))
        if self.degrees is not None:
            force_setattr(self, "degrees", _between(-180.0, self.degrees, 180.0))


class Map(Sheet, frozen=True, tag="map"):
    """A way seen from above: its line alone, without streets.

    Points are metres east and north of the middle of the picture, which shows at least `wide`
    metres to the left and right of it and `high` metres up and down; the bearing `up` is up.
    `gone` and `ahead` are pieces of the way behind the wearer, who is `here`, within `accuracy`
    metres, and moves to `course`, and of the way before them. `scale` is a length to compare with,
    `scale_label` what it is called; `north` is what stands where north is shown, if it is.
    """

    gone: Stretches = ()
    ahead: Stretches = ()
    here: Point | None = None
    accuracy: Length = 0
    course: Bearing | None = None
    stops: Points = ()
    goal: Point | None = None
    wide: Length = 100
    high: Length = 100
    up: Bearing = 0.0
    north: Label = ""
    scale: Length = 0
    scale_label: Label = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        for lines in ("gone", "ahead"):
            force_setattr(self, lines, _stretches(getattr(self, lines)))
        force_setattr(self, "stops", tuple(_point(each) for each in self.stops[:POINTS]))
        for place in ("here", "goal"):
            spot = getattr(self, place)
            force_setattr(self, place, None if spot is None else _point(spot))
        for side, least in (("wide", 1), ("high", 1), ("accuracy", 0), ("scale", 0)):
            force_setattr(self, side, int(_between(least, getattr(self, side), FARTHEST)))
        force_setattr(self, "up", _between(0.0, self.up, 360.0))
        if self.course is not None:
            force_setattr(self, "course", _between(0.0, self.course, 360.0))
        for label in ("north", "scale_label"):
            force_setattr(self, label, showable(getattr(self, label), LABEL_LENGTH))


class Picture(Sheet, frozen=True, tag="picture"):
    """Something to see. `source` names the image as it was sent; `alt` says what it shows."""

    source: Label
    width: Pixels
    height: Pixels
    alt: LineText = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        force_setattr(self, "source", showable(self.source, LABEL_LENGTH))
        force_setattr(self, "alt", showable(self.alt, LINE_LENGTH))
        for side in ("width", "height"):
            force_setattr(self, side, int(_between(0, getattr(self, side), 4096)))


class Question(Sheet, frozen=True, tag="question"):
    """Something to answer: the title asks, the lines say what it is about."""

    choices: Choices = ()
    selected: Place | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        choices = tuple(showable(choice, LABEL_LENGTH) for choice in self.choices[:LINES])
        force_setattr(self, "choices", choices)
        force_setattr(self, "selected", _place(self.selected, len(choices)))


class Spoken(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one voice says: words that are certain, and a `tail` that may still change."""

    text: LineText = ""
    tail: LineText = ""
    speaker: Label = ""

    def __post_init__(self) -> None:
        force_setattr(self, "text", _latest(self.text))
        force_setattr(self, "tail", _latest(self.tail))
        force_setattr(self, "speaker", showable(self.speaker, LABEL_LENGTH))


class Captions(Sheet, frozen=True, tag="captions"):
    """Speech as it goes on, the latest last: its end is shown. `source` is what it translates."""

    spoken: Annotated[tuple[Spoken, ...], msgspec.Meta(max_length=LINES)] = ()
    source: Annotated[tuple[Spoken, ...], msgspec.Meta(max_length=LINES)] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        force_setattr(self, "spoken", tuple(self.spoken[-LINES:]))
        force_setattr(self, "source", tuple(self.source[-LINES:]))


Card = Text | List | Progress | Arrow | Map | Picture | Question | Captions


def after(card: Card, seconds: float) -> Card:
    """The card as it is some seconds later: only a countdown changes."""
    if not isinstance(card, Progress) or card.seconds_left is None:
        return card
    return replace(card, seconds_left=max(card.seconds_left - seconds, 0.0))


def words(card: Card) -> tuple[str, ...]:
    """All texts of a card, in the order of reading."""
    rows = (*card.lines, *(card.items if isinstance(card, List) else ()))
    choices = card.choices if isinstance(card, Question) else ()
    values = (text for row in rows for text in (row.text, row.right))
    texts = (card.title, *_told(card), *values, *choices, card.footer)
    return tuple(text for text in texts if text)


def speech(card: Card, language: Language) -> str | None:
    """What a card says where it cannot be seen, composed of its own words; None if it has none.

    Used when a reply shows something and says nothing. Figures of a countdown and the footer
    are for the eye only.
    """
    stop, comma = ("。", "，") if language in (CHINESE, "ja") else (". ", ", ")
    sentences = [card.title, *_told(card), *(_row(line, comma) for line in card.lines)]
    if isinstance(card, List):
        sentences.append(comma.join(_row(item, comma) for item in card.items))
    if isinstance(card, Question):
        sentences.append(comma.join(card.choices))
    ended = [_ended(one, stop) for one in sentences if one]
    return "".join(ended).strip() or None


def _told(card: Card) -> tuple[str, ...]:
    """The words that belong to one kind only, and come before the lines."""
    match card:
        case Progress(label=label):
            return (label,)
        case Arrow(distance=distance):
            return (distance,)
        case Picture(alt=alt):
            return (alt,)
        case Captions(spoken=spoken, source=source):
            return tuple(_said(each) for each in (*source, *spoken))
    return ()


def _said(spoken: Spoken) -> str:
    name = f"{spoken.speaker}: " if spoken.speaker else ""
    return f"{name}{spoken.text}{spoken.tail}".strip()


def _latest(text: str) -> str:
    """The end of a text, as it may stand between others: with the spaces around it."""
    text = text[-LINE_LENGTH:]
    before, after = text[:1].isspace(), text[-1:].isspace() and bool(text.strip())
    return f"{' ' * before}{showable(text, LINE_LENGTH - 2)}{' ' * after}"


def _row(line: Line, comma: str) -> str:
    return comma.join(part for part in (*line.text.split("\n"), line.right) if part)


def _ended(sentence: str, stop: str) -> str:
    if sentence[-1] in ".?!:;…":
        return sentence + " "
    return sentence if sentence[-1] in "。？！：；" else sentence + stop


def _as_many_as_fit(lines: Iterable[Line]) -> tuple[Line, ...]:
    """As many lines as a card may hold, and an ellipsis if there were more."""
    given, kept, room = tuple(lines), list[Line](), TEXT_LENGTH
    for line in given:
        room -= len(line.text) + len(line.right)
        if room < 0 or len(kept) == LINES:
            return (*kept[: LINES - 1], Line("…"))
        kept.append(line)
    return given


def _stretches(given: Iterable[Iterable[tuple[float, float]]]) -> tuple[tuple[Point, ...], ...]:
    """The pieces of a line, as many points of them as a map may hold; one point is no piece."""
    kept, room = list[tuple[Point, ...]](), POINTS
    for piece in given:
        points = tuple(_point(each) for each in piece)[:room]
        if len(points) > 1 and len(kept) < STRETCHES:
            kept.append(points)
            room -= len(points)
    return tuple(kept)


def _point(given: tuple[float, float]) -> Point:
    east, north = (round(_between(-FARTHEST, each, FARTHEST)) for each in given)
    return east, north


def _place(selected: int | None, count: int) -> int | None:
    return None if selected is None or not count else min(max(selected, 0), count - 1)


def _between(low: float, value: float, high: float) -> float:
    return low if math.isnan(value) else min(max(value, low), high)

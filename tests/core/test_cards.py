"""Cards are tidy however they came to be."""

import math

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core import cards
from lorgnette.core.cards import Card, Line
from lorgnette.core.types import CHINESE, ENGLISH

DECODER = msgspec.json.Decoder(Card)

TEXT = st.text(st.characters(), max_size=40) | st.text("e\u0301\u200d\n\r\t \u202e", max_size=300)
LINES = st.lists(
    st.builds(Line, TEXT, right=TEXT, emphasis=st.sampled_from(cards.Emphasis)), max_size=4
).map(tuple)
NUMBER = st.floats() | st.integers(-10, 10)
PLACE = st.none() | st.integers(-9, 99)
SHEET = {"title": TEXT, "lines": LINES, "footer": TEXT, "page": TEXT, "opens": st.booleans()}
WIDE = NUMBER | st.integers(-(10**9), 10**9)
POINT = st.none() | st.tuples(WIDE, WIDE)
STRETCHES = st.lists(st.lists(st.tuples(WIDE, WIDE), max_size=9), max_size=20)
ANY_CARD = st.one_of(
    st.builds(cards.Text, **SHEET),
    st.builds(cards.List, items=LINES, selected=PLACE, **SHEET),
    st.builds(
        cards.Progress,
        label=TEXT,
        fraction=NUMBER,
        seconds_left=st.none() | NUMBER,
        seconds_whole=NUMBER,
        **SHEET,
    ),
    st.builds(
        cards.Arrow,
        turn=st.sampled_from(cards.Turn),
        degrees=st.none() | NUMBER,
        distance=TEXT,
        **SHEET,
    ),
    st.builds(
        cards.Map,
        gone=STRETCHES,
        ahead=STRETCHES,
        here=POINT,
        accuracy=NUMBER,
        course=st.none() | NUMBER,
        stops=st.lists(st.tuples(WIDE, WIDE), max_size=3).map(tuple),
        goal=POINT,
        wide=NUMBER,
        high=NUMBER,
        up=NUMBER,
        north=TEXT,
        scale=NUMBER,
        scale_label=TEXT,
        **SHEET,
    ),
    st.builds(
        cards.Picture,
        source=TEXT,
        width=st.integers(-5, 9999),
        height=st.integers(-5, 9999),
        alt=TEXT,
        **SHEET,
    ),
    st.builds(
        cards.Question,
        choices=st.lists(TEXT, max_size=5).map(tuple),
        selected=PLACE,
        **SHEET,
    ),
)


@given(ANY_CARD)
def test_every_card_that_can_be_made_survives_the_wire(card):
    assert DECODER.decode(msgspec.json.encode(card)) == card


@given(ANY_CARD, st.sampled_from([ENGLISH, CHINESE]))
def test_speech_is_words_or_nothing(card, language):
    said = cards.speech(card, language)
    assert said is None or said == said.strip() != ""


@given(
    st.dictionaries(st.text("abc"), st.floats() | st.text("\x00\n{€"))
    | st.none()
    | st.lists(st.integers())
)
def test_other_json_is_refused(anything):
    with pytest.raises(msgspec.ValidationError):
        DECODER.decode(msgspec.json.encode(anything))


@pytest.mark.parametrize(
    "hostile",
    [
        f'{{"kind":"text","title":"{"x" * 201}"}}',
        f'{{"kind":"text","lines":[{",".join(["{}"] * 51)}]}}',
        '{"kind":"progress","fraction":1e999}',
        '{"kind":"progress","fraction":2}',
        '{"kind":"progress","seconds_left":-1}',
        '{"kind":"list","items":[],"selected":-1}',
        '{"kind":"arrow","turn":"sideways"}',
        '{"kind":"picture","source":"a","width":1e9,"height":1}',
        '{"kind":"map","goal":[1e9,0]}',
        '{"kind":"map","here":[1]}',
        '{"kind":"map","up":-1}',
        '{"kind":"map","wide":1.5}',
        f'{{"kind":"map","ahead":[[{",".join(["[0,0]"] * 65)}]]}}',
        f'{{"kind":"map","gone":[{",".join(["[[0,0],[1,1]]"] * 17)}]}}',
        '{"kind":"film"}',
        '{"title":"no kind"}',
    ],
)
def test_what_is_out_of_bounds_is_refused(hostile):
    with pytest.raises(msgspec.DecodeError):
        DECODER.decode(hostile)


def test_unknown_fields_are_left_to_later_versions():
    assert DECODER.decode('{"kind":"text","title":"a","sparkle":1}') == cards.Text(title="a")


def test_defaults_are_not_sent():
    assert msgspec.json.encode(cards.Text(title="Hi")) == b'{"kind":"text","title":"Hi"}'


def test_text_is_tidied():
    card = cards.Text(title="  pay\u202e eve\r\nnow\x07 ", lines=(Line("one\r\ntwo\ud800\tthree"),))
    assert (card.title, card.lines[0].text) == ("pay eve now", "one\ntwo three")
    assert cards.Text(title="e" + "\u0301" * 90).title == "e" + "\u0301" * 4
    assert cards.Text(title="x" * 999).title == "x" * 199 + "…"


def test_too_much_text_ends_in_an_ellipsis():
    by_count = cards.Text(lines=tuple(Line(str(n)) for n in range(99)))
    by_length = cards.Text(lines=(Line("x" * 2_000),) * 5)
    assert len(by_count.lines) == cards.LINES
    assert [len(line.text) for line in by_length.lines] == [2_000] * 4 + [1]
    assert by_count.lines[-1] == by_length.lines[-1] == Line("…")


def test_numbers_are_kept_in_range():
    card = cards.Progress(fraction=math.nan, seconds_left=math.inf, seconds_whole=-1)
    assert (card.fraction, card.seconds_left, card.seconds_whole) == (0, cards.LONGEST, 0)
    assert cards.List(items=(Line("a"),), selected=7).selected == 0
    assert cards.List(selected=7).selected is None


def test_a_map_keeps_so_many_points_and_only_lines():
    line = tuple((east, 0) for east in range(50))
    card = cards.Map(ahead=(line, ((1, 1),), line), gone=[[(0.4, math.nan), (1e99, 1.6)]])
    assert [len(piece) for piece in card.ahead] == [50, 14]
    assert card.gone == (((0, -cards.FARTHEST), (cards.FARTHEST, 2)),)
    assert (cards.Map(wide=0).wide, cards.Map(high=math.nan).high, cards.Map(up=999).up) == (
        *(1, 1),
        360,
    )


def test_a_countdown_goes_on():
    card = cards.Progress(title="Tea", seconds_left=60, seconds_whole=240)
    assert card.done == 0.75
    assert cards.after(card, 30).seconds_left == 30
    assert cards.after(card, 99).done == 1
    assert cards.after(cards.Text(title="Tea"), 99) == cards.Text(title="Tea")


@pytest.mark.parametrize(
    ("card", "language", "said"),
    [
        (cards.Text(title="Berlin", lines=(Line("Rain", "12°"),)), ENGLISH, "Berlin. Rain, 12°."),
        (cards.Text(title="柏林", lines=(Line("小雨", "12°"),)), CHINESE, "柏林。小雨，12°。"),
        (cards.List(title="Buy", items=(Line("milk"), Line("tea"))), ENGLISH, "Buy. milk, tea."),
        (cards.Question(title="Call Anna?", choices=("Yes", "No")), ENGLISH, "Call Anna? Yes, No."),
        (cards.Arrow(title="Turn left", distance="120 m"), ENGLISH, "Turn left. 120 m."),
        (
            cards.Map(title="车站", lines=(Line("距离", "1.2公里"),), scale_label="100米"),
            CHINESE,
            "车站。距离，1.2公里。",
        ),
        (cards.Progress(title="Tea", label="steeping", seconds_left=3), ENGLISH, "Tea. steeping."),
        (cards.Picture(source="7", width=1, height=1, alt="A red door"), ENGLISH, "A red door."),
        (cards.Text(footer="1 of 3"), ENGLISH, None),
    ],
)
def test_speech(card, language, said):
    assert cards.speech(card, language) == said


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        ("goods/3017620422003", True),
        ("goods/en:bananas", True),
        ("today", True),
        ("javascript:alert(1)", False),
        ("//example.org", False),
        ("goods/../hub", True),
        ("goods/a b", False),
        ("goods/" + "1" * 200, False),
    ],
)
def test_a_card_leads_only_to_the_wearers_page(page, kept):
    assert cards.Text(page=page).page == (page if kept else "")

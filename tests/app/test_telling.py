"""The timeline for people and for programs."""

import io
import json

from hypothesis import given
from hypothesis import strategies as st

from lorgnette.app.session.timeline import Moment
from lorgnette.app.telling import QUIET, SHOWN_IN_JSON, printer

KINDS = st.sampled_from([*SHOWN_IN_JSON, *QUIET])
DETAILS = st.dictionaries(
    st.sampled_from(["text", "word", "message", "slots", "choices"]),
    st.text() | st.integers() | st.lists(st.text(), max_size=2),
    max_size=3,
)


@given(KINDS, st.floats(0, 1e6), DETAILS)
def test_json_is_one_object_a_line_with_the_promised_types_only(kind, at, details):
    out = io.StringIO()

    printer(out, 0.0, as_json=True, file="a.flac")(Moment(at, kind, details))

    if kind in SHOWN_IN_JSON:
        [line] = out.getvalue().removesuffix("\n").split("\n")
        told = json.loads(line)
        assert told["type"] == kind
        assert told["at"] == round(at, 3)
        assert told["file"] == "a.flac"
        assert details.items() <= told.items()
    else:
        assert out.getvalue() == ""


@given(KINDS, st.floats(0, 1e6), DETAILS)
def test_people_are_told_in_one_line(kind, at, details):
    out = io.StringIO()

    printer(out, 0.0, as_json=False)(Moment(at, kind, details))

    assert (kind in QUIET) == (out.getvalue() == "")


def test_a_card_is_told_by_its_texts():
    out = io.StringIO()
    card = {
        "kind": "list",
        "title": "Notes",
        "items": [{"text": "milk"}, {"text": "bread", "right": "2"}],
        "choices": ["yes"],
    }

    printer(out, 1.0, as_json=False)(Moment(2.5, "card", {"card": card}))

    assert out.getvalue() == "   1.500  card           [list] Notes | milk | bread | yes\n"

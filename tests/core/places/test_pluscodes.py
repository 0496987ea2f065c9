"""Plus codes, by examples of their specification and by going there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.geo import metres
from lorgnette.core.places import pluscodes
from lorgnette.core.types import Spot

SPOTS = st.builds(
    Spot, st.floats(-89.99, 89.99), st.floats(-180, 180, exclude_max=True).map(lambda x: x + 0.0)
)


@pytest.mark.parametrize(
    ("spot", "code"),
    [
        (Spot(47.0000625, 8.0000625), "8FVC2222+22"),
        (Spot(-41.2730625, 174.7859375), "4VCPPQGP+Q9"),
        (Spot(20.375, 2.775), "7FG49QGG+22"),
        (Spot(90, 1), "CFX3X2X2+X2"),
        (Spot(-90, -180), "22222222+22"),
    ],
)
def test_spots_have_the_codes_of_the_specification(spot, code):
    assert pluscodes.encoded(spot) == code
    assert metres(pluscodes.centre(code), spot) < 25


def test_finer_and_rougher_codes_are_understood():
    rough = pluscodes.centre("8FVC0000+")
    assert (rough.latitude, rough.longitude) == pytest.approx((47.5, 8.5))
    fine = pluscodes.centre("8FVC2222+22GCCCC")
    assert metres(fine, pluscodes.centre("8FVC2222+22")) < 10


@given(SPOTS)
def test_a_code_leads_back_to_where_it_was_made(spot):
    assert metres(pluscodes.centre(pluscodes.encoded(spot)), spot) < 12


@given(SPOTS, st.sampled_from([2, 4]), st.floats(-0.4, 0.4), st.floats(-0.4, 0.4))
def test_a_short_code_is_the_nearest_one_to_its_reference(spot, missing, north, east):
    """Within less than half of the area that is left out, as the specification promises."""
    spot = Spot(spot.latitude * 0.9, spot.longitude * 0.9)
    size = 20.0 if missing == 2 else 1.0
    middle = pluscodes.centre(pluscodes.encoded(spot))
    reference = Spot(middle.latitude + north * size, middle.longitude + east * size)
    if abs(reference.latitude) < 89:
        short = pluscodes.encoded(spot)[missing:]
        assert metres(pluscodes.centre(short, reference), spot) < 12


@pytest.mark.parametrize(
    ("text", "code", "rest"),
    [
        ("8FVC9G8F+6X", "8FVC9G8F+6X", ""),
        ("8fvc9g8f+6x", "8FVC9G8F+6X", ""),
        ("9G8F+6X Zürich", "9G8F+6X", "Zürich"),
        ("Zürich, 9G8F+6X", "9G8F+6X", "Zürich"),
        ("苏黎世 9G8F+6X", "9G8F+6X", "苏黎世"),
    ],
)
def test_codes_are_read_where_they_stand(text, code, rest):
    assert pluscodes.read(text) == (code, rest)


@pytest.mark.parametrize(
    "text",
    ["", "+", "Main Street", "8FVC9G8F", "9G8F+6", "8FVC0000+22", "A+B", "2+2", "XXXXXXXX+XX"],
)
def test_what_is_no_code_is_none(text):
    assert pluscodes.read(text) is None


def test_a_short_code_without_a_reference_is_nowhere():
    assert pluscodes.centre("9G8F+6X") is None


@given(st.text(alphabet="23456789CFGHJMPQRVWX+0 a", max_size=20), st.none() | SPOTS)
def test_whatever_is_read_is_somewhere_on_earth_or_nowhere(text, reference):
    if read := pluscodes.read(text):
        spot = pluscodes.centre(read[0], reference)
        assert spot is None or (abs(spot.latitude) <= 90 and abs(spot.longitude) <= 180)

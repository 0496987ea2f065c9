"""Whatever a stranger's server says, what is made of it is safe."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.errors import EngineFailed
from lorgnette.core.types import Spot
from lorgnette.providers import foreign

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("  Main\n Street ", "Main Street"),
        ("<b>Café</b> &c.", "Café &c."),
        ("<script>alert(1)</script>", "alert(1)"),
        ("Road\u202eevil\u0000", "Road evil"),
        ("长安街", "长安街"),
        ("a < b > c", "a < b > c"),
        *((None, ""), ([], ""), (5, ""), ("x" * 10_000, "x" * 200)),
    ],
)
def test_a_name_is_one_line(said, name):
    assert foreign.name(said) == name


@pytest.mark.parametrize(
    ("said", "number"),
    [(5, 5.0), ("5.5", 5.5), (-1, 0), ("nan", 0), ("1e999", 0), ([], 0), (None, 0), ("x", 0)],
)
def test_a_number_is_one(said, number):
    assert foreign.number(said) == number


def test_a_spot_is_on_earth():
    assert foreign.spot("52.5", 13.4) == Spot(52.5, 13.4)
    for wrong in ((91, 0), (0, 181), ("nan", 0), (None, 0), ([], {}), ("", ""), (math.inf, 0)):
        assert foreign.spot(*wrong) is None


@given(ANYTHING)
def test_nothing_that_is_said_breaks_anything(said):
    assert foreign.name(said).isprintable()
    assert math.isfinite(foreign.number(said))
    foreign.spot(said, said)


@pytest.mark.parametrize("body", [b"", b"<html>", b"[" * 100_000, b'{"a": NaN}', b"\xff", b"[1]"])
def test_what_cannot_be_read_is_told_with_who_said_it(body):
    with pytest.raises(EngineFailed, match="Photon answers what cannot be read"):
        foreign.decoded(body, dict, "Photon")

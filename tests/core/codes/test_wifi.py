"""Wireless networks."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.codes.contents import Wifi
from lorgnette.core.codes.wifi import wifi


def escaped(text):
    return re.sub(r'([\\;,":])', r"\\\1", text)


@pytest.mark.parametrize(
    ("text", "network"),
    [
        ("WIFI:T:WPA;S:Café;P:pass\\;word;;", Wifi("Café", "pass;word", "WPA")),
        ("WIFI:S:open house;T:nopass;;", Wifi("open house")),
        ("WIFI:S:open;;", Wifi("open")),
        ('wifi:S:"abcdef";P:secret;H:true;', Wifi("abcdef", "secret", "WPA", hidden=True)),
        ("WIFI:T:SAE;S:new;P:a\\\\n;;", Wifi("new", "a\\n", "SAE")),
        ("WIFI:S:one;S:two;;", Wifi("one")),
        ("WIFI:P:secret;;", None),
        (f"WIFI:S:{'ü' * 17};;", None),
        ("WIFI:", None),
        ("S:home;;", None),
    ],
)
def test_networks(text, network):
    assert wifi(text) == network


NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)


@given(NAMES, st.text(st.characters(exclude_categories=["Cs"]), max_size=63), st.booleans())
def test_a_network_is_as_it_was_written(name, password, hidden):
    written = f"WIFI:T:WPA;S:{escaped(name)};P:{escaped(password)};H:{str(hidden).lower()};;"
    quoted = any(len(each) > 1 and each[0] == each[-1] == '"' for each in (name, password))
    assert quoted or wifi(written) == Wifi(name, password, "WPA", hidden)

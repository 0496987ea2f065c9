"""What a real hub tells the page. The page itself, in a real browser, is tried in tests/browser."""

import json
import urllib.request

import pytest

pytestmark = pytest.mark.real


def test_the_state_behind_the_page_says_that_all_works(hub):
    with urllib.request.urlopen(hub.address + "/api/state", timeout=5) as answer:
        state = json.load(answer)

    broken = [part for part in state["parts"] if not part["works"] and not part["optional"]]
    assert broken == []

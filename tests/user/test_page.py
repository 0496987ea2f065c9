"""The page in a real browser, where one is installed: type, and see the card."""

import json
import shutil
import subprocess
import urllib.request

import pytest

pytestmark = pytest.mark.real

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "chrome"))), None)


def test_the_state_behind_the_page_says_that_all_works(hub):
    with urllib.request.urlopen(hub.address + "/api/state", timeout=5) as answer:
        state = json.load(answer)

    broken = [part for part in state["parts"] if not part["works"] and not part["optional"]]
    assert broken == []


@pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed: apt install chromium")
@pytest.mark.parametrize(("view", "shown"), [("/", "Put the glasses on"), ("/#/hub", "moonshine")])
def test_the_page_shows_what_works(hub, tmp_path, view, shown):
    done = subprocess.run(
        [
            BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=8000",
            f"--user-data-dir={tmp_path}", "--dump-dom", hub.address + view,
        ],
        capture_output=True, text=True, timeout=90, check=False,
    )  # fmt: skip

    assert shown in done.stdout, done.stderr[-2000:]

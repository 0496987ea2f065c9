from pathlib import Path

import msgspec
import pytest

from lorgnette.link.limits import LIMITS
from lorgnette.link.media import decode
from lorgnette.link.messages import FromGlasses, FromHub
from lorgnette.link.reference import FILES, golden, render

RENDERED = render()
FOLDER = Path(__file__).parents[3] / FILES


@pytest.mark.parametrize("name", RENDERED)
def test_the_reference_is_fresh(name):
    """If not: `python -m lorgnette.link.reference`."""
    assert (FOLDER / name).read_bytes() == RENDERED[name]


def test_there_are_no_other_golden_frames():
    there = {f"golden/{path.name}" for path in (FOLDER / "golden").iterdir()}

    assert there == {name for name in RENDERED if name.startswith("golden/")}


@pytest.mark.parametrize(
    ("messages", "union"), [(golden.GLASSES, FromGlasses), (golden.HUB, FromHub)]
)
def test_golden_frames_are_decoded_as_what_they_were(messages, union):
    for name, message in messages.items():
        frame = golden.frame_of(message)
        if isinstance(frame, bytes):
            assert decode(frame, LIMITS) == message, name
        else:
            assert msgspec.json.decode(frame, type=union) == message, name


def test_every_message_has_a_golden_frame():
    for messages, union in ((golden.GLASSES, FromGlasses), (golden.HUB, FromHub)):
        assert {type(message) for message in messages.values()} >= set(union.__args__)


def test_the_page_says_what_each_limit_is():
    page = RENDERED["index.md"].decode()

    for name in LIMITS.__struct_fields__:
        assert f"| `{name}` |" in page

"""The sound of a meeting is read where it is wanted, by whoever has its address."""

import msgspec
import pytest
from asking import ask
from diaries import WEEKLY, Desk, Diary

from lorgnette.web.api import meetings
from lorgnette.web.tickets import Tickets

pytestmark = pytest.mark.asyncio

WHERE = "/api/meetings/3/sound"


@pytest.fixture
def sound(tmp_path):
    """A file of sound, which is no sound."""
    path = tmp_path / "3.flac"
    path.write_bytes(bytes(range(256)) * 1_000)
    return path


async def asked(method, sound=None, *, meeting=WEEKLY, **more):
    """What is answered about the sound."""
    desk, tickets = Desk(Diary(meeting, sound)), Tickets()
    return await ask(meetings.routes(desk, tickets), method, WHERE, **more), tickets


async def test_it_comes_whole_and_in_pieces(sound):
    said, _ = await asked("GET", sound)

    assert said.body == sound.read_bytes()
    assert said.headers["content-type"] == "audio/flac"
    assert said.headers["accept-ranges"] == "bytes"
    assert max(map(len, said.pieces)) < 100_000


async def test_a_part_of_it_is_a_part(sound):
    said, _ = await asked("GET", sound, headers=[(b"range", b"bytes=256-511")])

    assert (said.status, said.body) == (206, bytes(range(256)))
    assert said.headers["content-range"] == "bytes 256-511/256000"


async def test_what_is_not_there_is_told(sound):
    sound.unlink()

    assert (await asked("GET", sound))[0].error == (404, "gone")
    assert (await asked("GET", None))[0].error == (404, "gone")


async def test_an_address_is_given_for_sound_that_is_there():
    assert (await asked("POST"))[0].error == (404, "gone")

    meeting = msgspec.structs.replace(WEEKLY, audio=True)
    bearer = (b"authorization", b"Bearer good")
    said, tickets = await asked("POST", meeting=meeting, headers=[bearer])
    path, _, query = said.json["address"].partition("?")
    assert path == WHERE
    assert tickets.token("GET", WHERE, query.encode()) == "good"

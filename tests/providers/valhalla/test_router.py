"""Which map is asked, and what becomes of programs, with scripted ones."""

from pathlib import Path

import anyio
import msgspec
import pytest

from lorgnette.core.errors import EngineFailed, NoMap, NoRoute
from lorgnette.core.routes import Hindrance, Mode
from lorgnette.core.types import Spot
from lorgnette.engines.router import Trip
from lorgnette.providers.http import Refused
from lorgnette.providers.valhalla import router as rooms
from lorgnette.providers.valhalla.maps import Bounds, Card
from lorgnette.providers.valhalla.router import MOST, ValhallaMaps
from lorgnette.testing.town import at

GOLDEN = Path(__file__).parent.parent / "golden" / "valhalla"
WAY, NO_MAP, NO_WAY = ((GOLDEN / f"{n}.json").read_bytes() for n in ("ferry", "no-map", "no-route"))
TRIP = Trip((at(590, 62), at(610, -62)))
SMALL, LARGE = Bounds(47, -31, 49, -29), Bounds(40, -40, 60, 0)


def refused(body):
    return Refused("no", 400, said=body)


class Scripted:
    """Stands in for programs: `says` what is answered on each map, in turn."""

    def __init__(self, monkeypatch, data, **says):
        self.says = {name: list(answers) for name, answers in says.items()}
        self.started, self.ended, self.bodies = [], [], []
        self.router = ValhallaMaps({"hub": {"data": str(data)}})
        monkeypatch.setattr(rooms, "programs", lambda models: None)
        monkeypatch.setattr(rooms, "Service", self)

    async def start(self, programs, folder):
        await anyio.lowlevel.checkpoint()
        self.started.append(folder.name)
        return Program(self, folder.name)


class Program:
    def __init__(self, script, name):
        self.script, self.name = script, name
        self.alive, self.busy = True, 0

    async def ask(self, body):
        await anyio.lowlevel.checkpoint()
        self.script.bodies.append(body)
        answers = self.script.says[self.name]
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def aclose(self):
        self.script.ended.append(self.name)


def put(data, **maps):
    for name, bounds in maps.items():
        folder = data / "maps" / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "map.json").write_bytes(msgspec.json.encode(Card(bounds)))


async def test_without_a_map_there_is_none(monkeypatch, tmp_path):
    script = Scripted(monkeypatch, tmp_path)
    with pytest.raises(NoMap):
        await script.router.routes(TRIP)
    assert script.started == []


async def test_a_program_is_started_once_and_ended_at_the_end(monkeypatch, tmp_path):
    put(tmp_path, town=SMALL)
    script = Scripted(monkeypatch, tmp_path, town=[WAY])
    for _ in range(3):
        assert len(await script.router.routes(TRIP)) == 1
    assert (script.started, script.ended) == (["town"], [])
    await script.router.aclose()
    assert script.ended == ["town"]


async def test_many_who_ask_at_once_start_one_program(monkeypatch, tmp_path):
    put(tmp_path, town=SMALL)
    script = Scripted(monkeypatch, tmp_path, town=[WAY])
    async with anyio.create_task_group() as tasks:
        for _ in range(5):
            tasks.start_soon(script.router.routes, TRIP)
    assert script.started == ["town"]


async def test_the_smallest_map_is_asked_first_and_then_the_next(monkeypatch, tmp_path):
    put(tmp_path, sea=LARGE, town=SMALL)
    script = Scripted(monkeypatch, tmp_path, town=[refused(NO_MAP), WAY], sea=[WAY])
    for _ in range(2):
        assert await script.router.routes(TRIP)
    assert script.started == ["town", "sea"]


async def test_no_way_on_any_map_is_told_as_that(monkeypatch, tmp_path):
    put(tmp_path, sea=LARGE, town=SMALL)
    script = Scripted(monkeypatch, tmp_path, town=[refused(NO_WAY)], sea=[refused(NO_MAP)])
    with pytest.raises(NoRoute):
        await script.router.routes(TRIP)


async def test_a_map_that_has_not_all_stops_is_not_asked(monkeypatch, tmp_path):
    put(tmp_path, town=SMALL)
    script = Scripted(monkeypatch, tmp_path, town=[WAY])
    with pytest.raises(NoMap):
        await script.router.routes(Trip((at(0, 0), Spot(0, 0))))
    assert script.started == []


async def test_one_that_dies_is_started_again_and_asked_the_same_once(monkeypatch, tmp_path):
    put(tmp_path, town=SMALL)
    script = Scripted(monkeypatch, tmp_path, town=[EngineFailed("died"), WAY])
    assert await script.router.routes(TRIP)
    assert (script.started, script.ended) == (["town"] * 2, ["town"])
    assert len(set(script.bodies)) == 1


async def test_one_that_dies_twice_has_failed(monkeypatch, tmp_path):
    put(tmp_path, town=SMALL)
    script = Scripted(monkeypatch, tmp_path, town=[EngineFailed("died")])
    with pytest.raises(EngineFailed, match="died"):
        await script.router.routes(TRIP)
    assert (script.started, script.ended) == (["town"] * 2, ["town"] * 2)


async def test_a_refusal_is_no_death(monkeypatch, tmp_path):
    put(tmp_path, town=SMALL)
    script = Scripted(monkeypatch, tmp_path, town=[refused(b'{"error_code":150,"error":"many"}')])
    with pytest.raises(EngineFailed, match="150"):
        await script.router.routes(TRIP)
    assert (len(script.bodies), script.ended) == (1, [])


async def test_what_must_be_avoided_is_asked_for_strictly_first(monkeypatch, tmp_path):
    put(tmp_path, town=SMALL)
    script = Scripted(monkeypatch, tmp_path, town=[refused(NO_WAY), WAY])
    avoiding = Trip(TRIP.stops, Mode.FOOT, frozenset({Hindrance.FERRIES}))
    assert await script.router.routes(avoiding)
    strict, soft = script.bodies
    assert b"exclude_ferries" in strict
    assert b"exclude_ferries" not in soft


async def test_a_map_that_comes_anew_has_a_program_of_its_own(monkeypatch, tmp_path):
    put(tmp_path, town=SMALL)
    script = Scripted(monkeypatch, tmp_path, town=[WAY])
    await script.router.routes(TRIP)
    (tmp_path / "maps" / "town").rename(tmp_path / "maps" / ".town.old")
    put(tmp_path, town=SMALL)
    await script.router.routes(TRIP)
    assert (script.started, script.ended) == (["town"] * 2, ["town"])


async def test_one_makes_room_when_many_run(monkeypatch, tmp_path):
    names = [f"m{number}" for number in range(MOST + 1)]
    for number, name in enumerate(names):
        put(tmp_path, **{name: Bounds(40 - number, -40, 60, 0)})
    says = {name: [refused(NO_MAP)] for name in names}
    script = Scripted(monkeypatch, tmp_path, **says)
    with pytest.raises(NoMap):
        await script.router.routes(TRIP)
    assert script.ended == ["m0"]


async def test_half_a_map_is_none(monkeypatch, tmp_path):
    put(tmp_path, town=SMALL)
    (tmp_path / "maps" / ".new").mkdir()
    (tmp_path / "maps" / "empty").mkdir()
    (tmp_path / "maps" / "odd").mkdir()
    (tmp_path / "maps" / "odd" / "map.json").write_text("[" * 100)
    (tmp_path / "maps" / "note.txt").write_text("hello")
    script = Scripted(monkeypatch, tmp_path, town=[WAY])
    assert await script.router.routes(TRIP)

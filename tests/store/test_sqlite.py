"""The store: what is kept is whole, belongs to one wearer, and outlives the process."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import anyio
import msgspec
import pytest
import trio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from lorgnette.core.alarms import Alarm
from lorgnette.core.errors import StoreFailed
from lorgnette.core.types import Wearer
from lorgnette.store.migrations import MIGRATIONS
from lorgnette.store.sqlite import SQLite
from lorgnette.testing.turns import FixedClock

NOW = datetime(2026, 3, 4, 8, 30, tzinfo=UTC)
ANN, BOB = Wearer("ann"), Wearer("bob")


class Thing(msgspec.Struct, frozen=True, tag="thing"):
    text: str


class Other(msgspec.Struct, frozen=True, tag="other"):
    number: int


TEXTS = st.text(max_size=30)
WEARERS = st.sampled_from([ANN, BOB])
DUES = st.none() | st.integers(-100, 100).map(lambda days: NOW + timedelta(days=days))


@pytest.fixture
def store(tmp_path):
    return SQLite(tmp_path / "store.sqlite", FixedClock(NOW))


class Shelves(RuleBasedStateMachine):
    """The store behaves like a dictionary of dictionaries, for two wearers at once."""

    @initialize()
    def begin(self):
        self.store = SQLite(":memory:", FixedClock(NOW))
        self.model = {}

    def do(self, work, *values, **named):
        async def main():
            return await work(*values, **named)

        return trio.run(main)

    @rule(wearer=WEARERS, text=TEXTS, due=DUES)
    def add(self, wearer, text, due):
        kept = self.do(self.store.shelf(wearer, Thing).add, Thing(text), due=due)
        assert kept.id not in self.model
        self.model[kept.id] = (wearer, text, due)

    @rule(wearer=WEARERS, number=st.integers(0, 12), text=TEXTS, due=DUES)
    def replace(self, wearer, number, text, due):
        theirs = self.model.get(number, (None,))[0] == wearer
        done = self.do(self.store.shelf(wearer, Thing).replace, number, Thing(text), due=due)
        assert done == theirs
        if theirs:
            self.model[number] = (wearer, text, due)

    @rule(wearer=WEARERS, numbers=st.sets(st.integers(0, 12), max_size=4))
    def remove(self, wearer, numbers):
        theirs = {each for each in numbers if self.model.get(each, (None,))[0] == wearer}
        assert self.do(self.store.shelf(wearer, Thing).remove, *numbers) == len(theirs)
        for each in theirs:
            del self.model[each]

    @rule(wearer=WEARERS, text=st.text(min_size=1, max_size=2))
    def find(self, wearer, text):
        words = text.casefold().split()
        expected = [
            number
            for number, (whose, kept, _) in sorted(self.model.items(), reverse=True)
            if whose == wearer and all(word in kept.casefold() for word in words)
        ]
        found = self.do(self.store.shelf(wearer, Thing).find, text)
        assert [each.id for each in found] == expected

    @rule(wearer=WEARERS, before=st.none() | st.integers(0, 12), limit=st.integers(0, 4))
    def newest(self, wearer, before, limit):
        numbers = [
            number
            for number in sorted(self.model, reverse=True)
            if self.model[number][0] == wearer and (before is None or number < before)
        ]
        shelf = self.store.shelf(wearer, Thing)
        found = self.do(shelf.newest, before=before, limit=limit)
        assert [each.id for each in found] == numbers[:limit]
        things = self.do(self.store.everything, wearer, but="ot", before=before, limit=limit)
        assert [each.id for each in things] == numbers[:limit]
        assert [each.item["text"] for each in things] == [each.item.text for each in found]
        assert not self.do(self.store.everything, wearer, but="thing")

    @rule(wearer=WEARERS, number=st.integers(0, 12), but=st.sampled_from(["ot", "thi"]))
    def discard(self, wearer, number, but):
        theirs = self.model.get(number, (None,))[0] == wearer and but == "ot"
        assert self.do(self.store.discard, wearer, number, but=but) == theirs
        if theirs:
            del self.model[number]

    @rule(wearer=WEARERS, until=st.sampled_from([None, NOW, NOW - timedelta(seconds=1)]))
    def clear(self, wearer, until):
        gone = [
            number
            for number, (whose, *_) in self.model.items()
            if whose == wearer and (until is None or until >= NOW)
        ]
        assert self.do(self.store.shelf(wearer, Thing).clear, until=until) == len(gone)
        for number in gone:
            del self.model[number]

    @invariant()
    def everybody_who_keeps_something_is_known(self):
        assert self.do(self.store.wearers) == sorted({whose for whose, *_ in self.model.values()})

    @rule(days=st.integers(-101, 101))
    def due(self, days):
        until = NOW + timedelta(days=days)
        expected = sorted(
            (due, number, wearer, text)
            for number, (wearer, text, due) in self.model.items()
            if due is not None and due <= until
        )
        found = self.do(self.store.due, Thing, until)
        assert [(e.due, e.id, wearer, e.item.text) for wearer, e in found] == expected
        later = [due for _, _, due in self.model.values() if due is not None and due > until]
        assert self.do(self.store.next_due, Thing, until) == min(later, default=None)

    @invariant()
    def every_wearer_has_their_own(self):
        for wearer in (ANN, BOB):
            kept = self.do(self.store.shelf(wearer, Thing).all)
            expected = [
                (number, text, due)
                for number, (whose, text, due) in sorted(self.model.items())
                if whose == wearer
            ]
            assert [(each.id, each.item.text, each.due) for each in kept] == expected
            assert not self.do(self.store.shelf(wearer, Other).all)

    def teardown(self):
        self.do(self.store.aclose)


Shelves.TestCase.settings = settings(
    max_examples=20, stateful_step_count=10, deadline=None, database=None
)
TestShelves = pytest.mark.slow(Shelves.TestCase)


async def test_what_one_wearer_keeps_no_other_can_reach(store):
    secret = await store.shelf(ANN, Thing).add(Thing("the code is 1234"))
    bobs = store.shelf(BOB, Thing)

    assert await bobs.all() == []
    assert await bobs.find("code") == []
    assert await bobs.replace(secret.id, Thing("mine now")) is False
    assert await bobs.remove(secret.id) == 0
    assert [each.item.text for each in await store.shelf(ANN, Thing).all()] == ["the code is 1234"]


async def test_the_name_of_a_kind_is_no_word_of_its_things(store):
    shelf = store.shelf(ANN, Thing)
    await shelf.add(Thing("milk"))

    assert await shelf.find("thing") == []
    assert [each.item.text for each in await shelf.find("milk")] == ["milk"]


async def test_what_is_discarded_is_not_due_any_more(store):
    kept = await store.shelf(ANN, Thing).add(Thing("soon"), due=NOW + timedelta(days=1))
    changed = anyio.Event()

    async def watch():
        await store.changed()
        changed.set()

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(watch)
        await anyio.lowlevel.checkpoint()
        await store.discard(ANN, kept.id, but="hub.")
        await changed.wait()
    assert await store.next_due(Thing, NOW) is None


async def test_what_is_damaged_is_a_thing_that_can_be_discarded(store):
    kept = await store.shelf(ANN, Thing).add(Thing("whole"))
    await store.run("UPDATE records SET item = ?", ["{"])

    [thing] = await store.everything(ANN, but="hub.")

    assert (thing.id, thing.kind, thing.item) == (kept.id, "thing", {})
    assert await store.discard(ANN, kept.id, but="hub.")


@given(st.text())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
def test_a_wearers_name_is_a_name_whatever_it_is(name):
    async def main():
        store = SQLite(":memory:", FixedClock(NOW))
        await store.shelf(Wearer(name), Thing).add(Thing(name))
        assert [each.item.text for each in await store.shelf(Wearer(name), Thing).all()] == [name]
        assert await store.shelf(Wearer(f"{name}x"), Thing).all() == []
        await store.aclose()

    trio.run(main)


async def test_removing_is_all_or_none_and_counts(store):
    shelf = store.shelf(ANN, Thing)
    kept = [await shelf.add(Thing(str(number))) for number in range(3)]

    assert await shelf.remove(kept[0].id, kept[2].id, 999) == 2
    assert [each.item.text for each in await shelf.all()] == ["1"]


async def test_what_another_version_wrote_is_passed_over(store):
    shelf = store.shelf(ANN, Thing)
    await shelf.add(Thing("whole"), due=NOW)
    await store.run('UPDATE records SET item = \'{"type":"thing"}\'')
    await shelf.add(Thing("also whole"), due=NOW)

    assert [each.item.text for each in await shelf.all()] == ["also whole"]
    assert [each.item.text for _, each in await store.due(Thing, NOW)] == ["also whole"]


async def test_many_at_once_lose_nothing(store):
    async with anyio.create_task_group() as tasks:
        for number in range(40):
            tasks.start_soon(store.shelf(ANN, Thing).add, Thing(str(number)))

    assert len(await store.shelf(ANN, Thing).all()) == 40


async def test_who_is_cancelled_in_the_middle_leaves_the_store_usable(store):
    with anyio.CancelScope() as scope:
        scope.cancel()
        await store.shelf(ANN, Thing).add(Thing("cut off"))

    await store.shelf(ANN, Thing).add(Thing("after"))
    assert [each.item.text for each in await store.shelf(ANN, Thing).all()][-1] == "after"


async def test_a_change_wakes_who_waits():
    store = SQLite(":memory:", FixedClock(NOW))
    with anyio.fail_after(1):
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(store.changed)
            await anyio.sleep(0.1)
            await store.shelf(ANN, Thing).add(Thing("news"))
    await store.aclose()


async def test_only_the_owner_of_the_hub_can_read_the_file(tmp_path):
    tmp_path.chmod(0o755)
    store = SQLite(tmp_path / "store.sqlite", FixedClock(NOW))
    await store.shelf(ANN, Thing).add(Thing("private"))

    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
    assert set(modes.values()) == {0o600}, modes
    await store.aclose()


async def fill(shelf):
    """Write more than there is room for."""
    for _ in range(100):
        await shelf.add(Thing("x" * 5000))


async def test_a_full_disk_is_one_sentence_and_loses_nothing(store):
    shelf = store.shelf(ANN, Thing)
    await shelf.add(Thing("before"))
    pages = (await store.run("PRAGMA page_count"))[0][0]
    await store.run(f"PRAGMA max_page_count = {pages + 1}")

    with pytest.raises(StoreFailed, match="full") as failure:
        await fill(shelf)

    assert "\n" not in str(failure.value)
    assert (await shelf.all())[0].item.text == "before"
    await store.run(f"PRAGMA max_page_count = {pages + 100}")
    await shelf.add(Thing("after"))
    assert (await shelf.all())[-1].item.text == "after"


@pytest.mark.parametrize("content", [b"this is no database " * 100, b"\0" * 5000])
def test_a_damaged_file_is_one_sentence_that_says_what_to_do(tmp_path, content):
    path = tmp_path / "store.sqlite"
    path.write_bytes(content)

    with pytest.raises(StoreFailed, match="Move it away") as failure:
        SQLite(path, FixedClock(NOW))

    assert str(path) in str(failure.value)
    assert "\n" not in str(failure.value)
    assert path.read_bytes() == content


async def test_a_file_damaged_in_the_middle_fails_in_a_sentence(tmp_path):
    path = tmp_path / "store.sqlite"
    store = SQLite(path, FixedClock(NOW))
    for number in range(200):
        await store.shelf(ANN, Thing).add(Thing(str(number) * 50))
    await store.aclose()
    whole = bytearray(path.read_bytes())
    whole[4096:-4096] = b"\xa5" * (len(whole) - 8192)
    path.write_bytes(whole)

    with pytest.raises(StoreFailed):
        await SQLite(path, FixedClock(NOW)).shelf(ANN, Thing).all()


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(StoreFailed, match="cannot open"):
        SQLite(tmp_path / "file" / "store.sqlite", FixedClock(NOW))


async def test_an_older_store_is_brought_up_to_date(tmp_path):
    path = tmp_path / "store.sqlite"
    for version in range(len(MIGRATIONS)):
        with sqlite3.connect(path) as older:
            for script in MIGRATIONS[:version]:
                older.executescript(script)
            older.execute(f"PRAGMA user_version = {version}")
        older.close()
        store = SQLite(path, FixedClock(NOW))
        assert await store.run("PRAGMA user_version") == [(len(MIGRATIONS),)]
        assert await store.run("SELECT place FROM photos") == []
        await store.aclose()
        path.unlink()


async def test_a_newer_store_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "store.sqlite"
    await SQLite(path, FixedClock(NOW)).aclose()
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()

    with pytest.raises(StoreFailed, match=r"newer Lorgnette.*99.*update"):
        SQLite(path, FixedClock(NOW))


WRITER = """
import sys, trio
from datetime import UTC, datetime
from lorgnette.store.sqlite import SQLite
from lorgnette.app.clocks import SystemClock
from lorgnette.core.alarms import Alarm

async def main():
    store = SQLite(sys.argv[1], SystemClock())
    shelf = store.shelf("ann", Alarm)
    for number in range(100_000):
        alarm = Alarm("timer", "en", str(number), "x" * (number % 3000))
        kept = await shelf.add(alarm, due=datetime.now(UTC))
        if number % 3 == 0:
            await shelf.remove(kept.id)
        else:
            print(number, flush=True)

trio.run(main)
"""


@pytest.mark.real
@pytest.mark.parametrize("after", [1, 40, 150])
def test_a_hub_killed_while_it_writes_has_all_it_acknowledged(tmp_path, after):
    path = tmp_path / "store.sqlite"
    command = [sys.executable, "-c", WRITER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        acknowledged = [writer.stdout.readline().strip() for _ in range(after)]
        os.kill(writer.pid, signal.SIGKILL)
        acknowledged += writer.stdout.read().split()

    async def kept():
        store = SQLite(path, FixedClock(NOW))
        assert (await store.run("PRAGMA integrity_check")) == [("ok",)]
        every = await store.shelf(ANN, Alarm).all(limit=100_000)
        await store.aclose()
        return {each.item.title for each in every}

    assert set(acknowledged) <= trio.run(kept)


FULL = """
import resource, sys, trio
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
from lorgnette.store.sqlite import SQLite
from lorgnette.app.clocks import SystemClock
from lorgnette.core.alarms import Alarm
from lorgnette.core.errors import StoreFailed

async def main():
    store = SQLite(sys.argv[1], SystemClock())
    shelf = store.shelf("ann", Alarm)
    count = 0
    try:
        while True:
            await shelf.add(Alarm("timer", "en", str(count), "x" * 2000))
            count += 1
    except StoreFailed as error:
        print(count, error)
    print(len(await shelf.all()))

trio.run(main)
"""


@pytest.mark.real
def test_a_disk_that_takes_no_more_keeps_what_was_acknowledged(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path / "store.sqlite")],
        check=True, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    told, kept = done.stdout.splitlines()
    assert "the store cannot be written" in told
    assert int(kept) == int(told.split()[0]) > 0

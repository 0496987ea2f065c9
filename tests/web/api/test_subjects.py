"""Every subject asks the hub for the caller's wearer, and answers as documented."""

from datetime import UTC, datetime

import pytest
import trio
from asking import ANN, ask
from hypothesis import given
from hypothesis import strategies as st
from test_resource import BODIES

from lorgnette.core.notes import LONGEST
from lorgnette.web.api import (
    export,
    journal,
    leases,
    me,
    opposite,
    skills,
    state,
    things,
    timeline,
    turns,
)

NOW = datetime(2026, 3, 4, 8, 30, tzinfo=UTC)
NOW_TEXT = "2026-03-04T08:30:00Z"
BOTH = {"en": "a", "zh": "甲"}


class Fake:
    """Answers what it was made with, and notes what it was asked."""

    def __init__(self, **answers):
        self.answers, self.asked = answers, []

    def __getattr__(self, name):
        value = self.answers[name]

        async def later(*what, **named):
            self.asked.append((name, *what, *named.values()))
            return value

        async def pieces(*what):
            self.asked.append((name, *what))
            for piece in value:
                if isinstance(piece, Exception):
                    raise piece
                yield piece

        def now(*what, **named):
            self.asked.append((name, *what, *named.values()))
            return value

        return pieces if isinstance(value, tuple) else now if name in PLAIN else later


PLAIN = ("about", "sessions", "name")


async def test_me():
    choices = me.Choices(30, None)
    about = me.About(ANN.wearer, "1.0", True, ("en", "zh"), choices, True, "AB:CD")
    desk = Fake(about=about, choose=me.Choices(None, "zh"))
    said = await ask(me.routes(desk), "GET", "/api/me")
    chosen = await ask(
        me.routes(desk), "PATCH", "/api/settings", {"keep_days": None, "language": "zh"}
    )

    assert said.json == {
        "wearer": "ann",
        "version": "1.0",
        "paired": True,
        "languages": ["en", "zh"],
        "settings": {"keep_days": 30, "language": None},
        "secure": True,
        "fingerprint": "AB:CD",
    }
    assert chosen.json == {"keep_days": None, "language": "zh"}
    assert desk.asked == [("about", ANN, True), ("choose", "ann", me.Changes(None, "zh"))]


async def test_what_is_not_said_about_settings_stays():
    desk = Fake(choose=me.Choices(3, None))
    await ask(me.routes(desk), "PATCH", "/api/settings", {"keep_days": 3})

    assert desk.asked == [("choose", "ann", me.Changes(keep_days=3))]


@pytest.mark.parametrize(
    "body",
    [{"keep_days": -1}, {"keep_days": 1e9}, {"keep_days": "1"}, {"language": "fr"}, {"x": 1}],
)
async def test_settings_that_make_no_sense_are_refused(body):
    desk = Fake(choose=None)

    assert (await ask(me.routes(desk), "PATCH", "/api/settings", body)).error == (400, "body")
    assert desk.asked == []


async def test_state():
    voice = state.Part("voice", True, "espeak", False, ["espeak"])
    desk = Fake(state=state.HubState([voice], 2, 1))
    said = await ask(state.routes(desk), "GET", "/api/state")

    part = {
        "part": "voice",
        "works": True,
        "says": "espeak",
        "optional": False,
        "leaves": ["espeak"],
    }
    assert said.json == {"parts": [part], "sessions": 2, "connected": 1}
    assert desk.asked == [("state", "ann")]


async def test_things():
    thing = things.Thing(3, "note", NOW, None, {"text": "milk"})
    desk = Fake(list=[thing], delete=None, note=thing)
    routes = things.routes(desk)
    listed = await ask(routes, "GET", "/api/things?before=9")
    deleted = await ask(routes, "DELETE", "/api/things/3")
    noted = await ask(routes, "POST", "/api/things/notes", {"text": " milk "})

    shown = {
        "id": 3,
        "kind": "note",
        "created": NOW_TEXT,
        "due": None,
        "item": {"text": "milk"},
    }
    assert listed.json == [shown]
    assert (deleted.status, deleted.body) == (204, b"")
    assert (noted.status, noted.json) == (201, shown)
    assert desk.asked == [
        ("list", "ann", things.Which(before=9)),
        ("delete", "ann", 3),
        ("note", "ann", "milk"),
    ]


@given(BODIES)
def test_any_note_is_kept_or_refused(content):
    desk = Fake(note=things.Thing(3, "note", NOW, None, {}))
    said = trio.run(ask, things.routes(desk), "POST", "/api/things/notes", content)

    assert said.status == 201 if desk.asked else said.error == (400, "body")


@pytest.mark.parametrize("text", ["", "  \n ", "x" * (LONGEST + 1)])
async def test_a_note_has_words_and_is_no_book(text):
    said = await ask(things.routes(Fake(note=None)), "POST", "/api/things/notes", {"text": text})

    assert said.error == (400, "body")


async def test_turns():
    turn = turns.Turn(
        id=5,
        at=NOW,
        language="en",
        heard="set a timer",
        typed=False,
        skill="timers",
        action="set_timer",
        slots={"duration": "10 minutes"},
        said="Timer set",
        device="ar",
        outcome="answered",
    )
    desk = Fake(list=[turn], delete=None, delete_all=12)
    routes = turns.routes(desk)
    listed = await ask(routes, "GET", "/api/turns?before=9&limit=2&find=%E7%89%9B%E5%A5%B6")
    deleted = await ask(routes, "DELETE", "/api/turns/5")
    every = await ask(routes, "DELETE", "/api/turns")

    [shown] = listed.json
    assert shown["at"] == NOW_TEXT
    assert set(shown) == {
        *("id", "at", "language", "heard", "typed", "skill", "action", "slots", "said"),
        *("device", "outcome", "page"),
    }
    assert deleted.status == 204
    assert every.json == {"deleted": 12}
    which = turns.Which(before=9, limit=2, find="牛奶")
    assert desk.asked == [("list", "ann", which), ("delete", "ann", 5), ("delete_all", "ann")]


@given(st.integers(), st.integers())
def test_pages_have_bounds(before, limit):
    said = trio.run(
        ask, turns.routes(Fake(list=[])), "GET", f"/api/turns?before={before}&limit={limit}"
    )
    fine = 0 <= before < 2**53 and 1 <= limit <= 500
    assert said.status == 200 if fine else said.error == (400, "query")


async def test_leases():
    lease = leases.Lease(4, "microphone", "captions", NOW, 61.5, "ar", ("recogniser.openai",))
    desk = Fake(list=[lease], delete=None, delete_all=3)
    routes = leases.routes(desk)
    listed = await ask(routes, "GET", "/api/leases?before=9&limit=2")
    deleted = await ask(routes, "DELETE", "/api/leases/4")
    every = await ask(routes, "DELETE", "/api/leases")

    assert listed.json == [
        {
            "id": 4,
            "sense": "microphone",
            "purpose": "captions",
            "began": NOW_TEXT,
            "seconds": 61.5,
            "device": "ar",
            "left": ["recogniser.openai"],
        }
    ]
    assert (deleted.status, every.json) == (204, {"deleted": 3})
    which = leases.Which(before=9, limit=2)
    assert desk.asked == [("list", "ann", which), ("delete", "ann", 4), ("delete_all", "ann")]


async def test_skills():
    action = skills.ActionSheet("take", BOTH, BOTH, {"en": ["a"], "zh": []}, {"en": ["b"]})
    sheet = skills.SkillSheet("notes", True, "", BOTH, BOTH, [action])
    [said] = (await ask(skills.routes(Fake(list=[sheet])), "GET", "/api/skills")).json

    assert (said["name"], said["works"], said["why"], said["title"]) == ("notes", True, "", BOTH)
    assert said["actions"][0]["examples"] == {"en": ["b"]}


async def test_export():
    desk = Fake(name="lorgnette-2026-03-04.zip", archive=(b"PK", b"rest"))
    said = await ask(export.routes(desk), "GET", "/api/export")

    assert said.body == b"PKrest"
    assert said.headers["content-type"] == "application/zip"
    assert 'filename="lorgnette-2026-03-04.zip"' in said.headers["content-disposition"]
    assert ("archive", "ann") in desk.asked


async def test_timeline():
    desk = Fake(watch=(b'{"type":"watching"}\n', b'{"type":"say"}\n'))
    said = await ask(timeline.routes(desk), "GET", "/api/timeline")

    assert said.pieces[:2] == [b'{"type":"watching"}\n', b'{"type":"say"}\n']
    assert desk.asked == [("watch", "ann")]


async def test_opposite():
    desk = Fake(watch=(b'{"language":null,"lines":[]}\n',))
    said = await ask(opposite.routes(desk), "GET", "/api/opposite")

    assert said.pieces[0] == b'{"language":null,"lines":[]}\n'
    assert said.headers["content-type"] == "application/x-ndjson"
    assert desk.asked == [("watch", "ann")]


async def test_journals():
    sheet = journal.SessionSheet(2, NOW, 12, True)
    desk = Fake(sessions=[sheet], journal=(b"{}\n", b"{}\n"), replay=(b"[", b"]"))
    routes = journal.routes(desk)
    sessions = await ask(routes, "GET", "/api/sessions")
    newest = await ask(routes, "GET", "/api/journal")
    await ask(routes, "GET", "/api/journal?session=2")
    played = await ask(routes, "POST", "/api/replay", "文".encode())

    assert sessions.json == [{"session": 2, "began": NOW_TEXT, "events": 12, "connected": True}]
    assert newest.body == b"{}\n{}\n"
    assert played.json == []
    assert desk.asked[1:] == [("journal", "ann", None), ("journal", "ann", 2), ("replay", "文")]


async def test_a_journal_that_is_none_is_refused_with_its_line():
    routes = journal.routes(Fake(replay=(ValueError("line 3: no"),)))
    said = await ask(routes, "POST", "/api/replay", b"x")

    assert said.error == (400, "journal")
    assert said.json["says"] == "line 3: no"
    assert (await ask(routes, "POST", "/api/replay", b"\xff")).error == (400, "journal")

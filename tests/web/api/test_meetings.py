"""Meetings are told to their wearer, put right by them, and taken away as they like."""

from contextlib import suppress

import pytest
import trio
from asking import ask
from diaries import Desk
from hypothesis import given
from hypothesis import strategies as st
from test_resource import BODIES

from lorgnette.engines.meetings import Search
from lorgnette.web.api import meetings
from lorgnette.web.tickets import Tickets


async def asked(method, target, body=b"", desk=None):
    """What is answered, and what the diary was asked."""
    desk = desk or Desk()
    said = await ask(meetings.routes(desk, Tickets()), method, target, body)
    assert set(desk.wearers) <= {"ann"}
    return said, desk.diary.asked


async def test_the_newest_are_listed_in_pages():
    said, did = await asked("GET", "/api/meetings?before=9&limit=2")

    [shown] = said.json
    assert (shown["id"], shown["title"], shown["over"]) == (3, "Weekly", True)
    assert (shown["speakers"], shown["same"]) == ({"1": "Anna"}, {"3": 1})
    assert shown["marks"] == [{"number": 1, "at": 5.0, "note": "x"}]
    assert did == [("newest", 9, 2)]


async def test_a_meeting_is_told_with_its_lines_or_those_from_one_on():
    whole, _ = await asked("GET", "/api/meetings/3")
    rest, _ = await asked("GET", "/api/meetings/3?first=2")

    assert whole.json["meeting"]["title"] == "Weekly"
    assert [each["number"] for each in whole.json["lines"]] == [1, 2]
    assert [each["text"] for each in rest.json["lines"]] == ["We need a budget."]
    assert (await asked("GET", "/api/meetings/4"))[0].error == (404, "gone")


@pytest.mark.parametrize(
    ("find", "search"),
    [
        ("budget", Search("budget")),
        ("what%20did%20anna%20say%20about%20the%20budget", Search("the budget", "anna")),
        ("budget&person=Ben&meeting=3", Search("budget", "Ben", 3)),
    ],
)
async def test_a_question_is_understood_and_words_are_words(find, search):
    said, did = await asked("GET", f"/api/meetings/found?find={find}&skip=2&limit=5")

    assert did == [(search, 2, 5)]
    assert (said.json["words"], said.json["person"]) == (search.words, search.person)
    [hit] = said.json["hits"]
    assert (hit["excerpt"], hit["found"]) == ("We need a budget.", [[10, 16]])
    assert (hit["meeting"], hit["line"]["number"], hit["who"]) == (3, 2, "Anna")


@pytest.mark.parametrize("query", ["", "find=", f"find={'x' * 501}", "find=a&skip=1001"])
async def test_a_search_has_bounds(query):
    assert (await asked("GET", f"/api/meetings/found?{query}"))[0].error == (400, "query")


async def test_minutes_lead_to_their_lines():
    said, _ = await asked("GET", "/api/meetings/3/minutes")

    [action] = said.json["actions"]
    assert action["owner"] == "Anna"
    assert action["quotes"] == [{"line": 2, "text": "We need a budget."}]


@pytest.mark.parametrize("ending", meetings.TYPES)
async def test_a_meeting_is_taken_away_as_a_file(ending):
    said, _ = await asked("GET", f"/api/meetings/3/export?to={ending}")

    assert said.body == f"3 as {ending}".encode()
    assert said.headers["content-type"] == meetings.TYPES[ending]
    assert said.headers["content-disposition"].endswith(f'"meeting-3.{ending}"')


async def test_nothing_else_is_a_file():
    assert (await asked("GET", "/api/meetings/3/export?to=exe"))[0].error == (400, "query")


CHANGES = [
    ("PATCH", "", {"title": " Launch "}, [("retitle", 3, "Launch")]),
    ("PATCH", "/speakers/2", {"name": " Ben "}, [("name_speaker", 3, 2, "Ben")]),
    ("PATCH", "/speakers/2", {"name": ""}, [("name_speaker", 3, 2, "")]),
    ("PATCH", "/speakers/2", {"same": 1}, [("merge_speakers", 3, 2, 1)]),
    ("PATCH", "/lines/2", {"text": "No."}, [("correct", 3, 2, "No.")]),
    ("PATCH", "/lines/2", {"speaker": None}, [("attribute", 3, 2, None)]),
    (
        "PATCH",
        "/lines/2",
        {"text": "No.", "speaker": 4},
        [("correct", 3, 2, "No."), ("attribute", 3, 2, 4)],
    ),
    ("DELETE", "/marks/1", b"", []),
    ("DELETE", "/sound", b"", [("delete_audio", 3)]),
    ("DELETE", "", b"", [("delete", 3)]),
]


@pytest.mark.parametrize(("method", "where", "body", "done"), CHANGES)
async def test_what_was_wrong_is_put_right(method, where, body, done):
    said, did = await asked(method, f"/api/meetings/3{where}", body)

    assert (said.status, said.body) == (204, b"")
    assert did == done


@pytest.mark.parametrize(
    ("where", "body"),
    [
        ("", {"title": "  "}),
        ("", {"title": "x" * 201}),
        ("", {}),
        ("/speakers/2", {}),
        ("/speakers/2", {"name": "Ben", "same": 1}),
        ("/speakers/2", {"name": "x" * 101}),
        ("/speakers/2", {"same": 0}),
        ("/speakers/2", {"same": 1_001}),
        ("/lines/2", {"text": "x" * 8_001}),
        ("/lines/2", {"speaker": 0}),
        ("/lines/2", {"words": "no"}),
    ],
)
async def test_what_makes_no_sense_changes_nothing(where, body):
    said, did = await asked("PATCH", f"/api/meetings/3{where}", body)

    assert said.error == (400, "body")
    assert did == []


@given(st.sampled_from(["", "/speakers/2", "/lines/2"]), BODIES)
def test_any_change_is_made_or_refused(where, content):
    said, did = trio.run(asked, "PATCH", f"/api/meetings/3{where}", content)

    if said.status == 204:
        assert len(did) <= 2
    else:
        assert said.error == (400, "body")
        assert did == []


@given(
    st.sampled_from(["", "/minutes", "/sound", "/speakers/{}", "/lines/{}", "/marks/{}"]),
    st.sampled_from(["GET", "POST", "PATCH", "DELETE"]),
    st.text(st.characters(codec="utf-8", exclude_characters="/?#"), min_size=1, max_size=12),
)
def test_no_number_breaks_anything(where, method, text):
    target = f"/api/meetings/{text}{where.format(text)}"
    with suppress(UnicodeError):
        said, _ = trio.run(asked, method, target, {"name": "Ben"})
        assert said.status < 500


@pytest.mark.parametrize("where", ["/speakers/0", "/speakers/1001"])
async def test_a_speaker_has_a_number_that_speakers_can_have(where):
    said, did = await asked("PATCH", f"/api/meetings/3{where}", {"name": "Ben"})

    assert said.error == (404, "gone")
    assert did == []


async def test_a_mark_that_is_gone_is_told():
    assert (await asked("DELETE", "/api/meetings/3/marks/2"))[0].error == (404, "gone")

"""Everything ever said is found, in both languages, by whoever said it and nobody else."""

from datetime import timedelta

import pytest
import trio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lorgnette.core.transcripts import Line
from lorgnette.core.types import CHINESE, ENGLISH, Wearer
from lorgnette.engines.meetings import Search
from lorgnette.store.meetings import SQLiteMeetings
from lorgnette.store.sqlite import SQLite
from lorgnette.testing.turns import NOW, FixedClock


async def lines(diary, words="", **more):
    """What is found, the best first."""
    return [hit.line.text for hit in await diary.search(Search(words, **more))]


def marked(hit):
    """An excerpt with brackets around what was found."""
    text = hit.excerpt
    for start, end in reversed(hit.found):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.fixture
def weekly(diary, hold):
    return lambda: hold(
        diary,
        (1, "The budget for the launch is nine thousand euros."),
        (2, "We decided on the hotel in Lisbon."),
        (1, "And the café next door?"),
        (2, "Budgets are never enough."),
        speakers=["Anna Schmidt", "Ben"],
    )


@pytest.fixture
def chinese(diary, hold):
    return lambda: hold(
        diary,
        (1, "我觉得预算有点紧，酒店太贵了。"),
        (2, "我们决定改用Q3预算，另外再找供应商。"),
        title="周会",
        language=CHINESE,
        speakers=["安娜", "王老师"],
    )


async def test_words_are_found_in_whatever_form(diary, weekly):
    await weekly()
    both = ["Budgets are never enough.", "The budget for the launch is nine thousand euros."]
    assert await lines(diary, "budget") == await lines(diary, "BUDGETS") == both
    assert await lines(diary, "deciding") == ["We decided on the hotel in Lisbon."]
    assert await lines(diary, "cafe") == ["And the café next door?"]
    assert await lines(diary, "lisb*") == ["We decided on the hotel in Lisbon."]
    assert await lines(diary, "lisb") == []


async def test_chinese_is_found_without_spaces(diary, weekly, chinese):
    await weekly()
    await chinese()
    tight, decided = "我觉得预算有点紧，酒店太贵了。", "我们决定改用Q3预算，另外再找供应商。"
    assert await lines(diary, "预算") == [decided, tight]
    assert await lines(diary, "酒店太贵") == [tight]
    assert await lines(diary, "紧") == [tight]
    assert await lines(diary, "q3预算") == [decided, tight]
    assert await lines(diary, "预算 供应商") == [decided, tight]
    assert await lines(diary, "「预算」 供应商") == [decided]
    assert await lines(diary, "算预") == []
    [hit] = await diary.search(Search("供应商"))
    assert marked(hit) == "我们决定改用Q3预算，另外再找[供应商]。"


async def test_of_a_longer_chinese_wish_parts_are_found(diary, chinese):
    await chinese()
    assert await lines(diary, "酒店预算太贵怎么办") == [
        "我觉得预算有点紧，酒店太贵了。",
        "我们决定改用Q3预算，另外再找供应商。",
    ]
    assert await lines(diary, "今天天气怎么样") == []


async def test_it_can_be_asked_who_said_it(diary, weekly, chinese):
    await weekly()
    await chinese()
    assert await lines(diary, "budget", person="anna") == [
        "The budget for the launch is nine thousand euros."
    ]
    assert await lines(diary, "预算", person="安娜") == ["我觉得预算有点紧，酒店太贵了。"]
    assert await lines(diary, person="Ben") == [
        "Budgets are never enough.",
        "We decided on the hotel in Lisbon.",
    ]
    assert await lines(diary, "budget", person="nobody") == []
    assert await lines(diary, "budget", person="!") == []


async def test_a_new_name_is_found_at_once_and_the_old_one_is_not(diary, weekly):
    weekly = await weekly()
    await diary.name_speaker(weekly.id, 2, "Benedict")
    assert len(await lines(diary, person="benedict")) == 2
    assert await lines(diary, person="ben") == []

    await diary.merge_speakers(weekly.id, 2, 1)
    assert len(await lines(diary, person="schmidt")) == 4
    await diary.merge_speakers(weekly.id, 2, 2)
    assert len(await lines(diary, person="schmidt")) == 2
    assert len(await lines(diary, person="2")) == 2


async def test_a_corrected_line_is_found_as_it_is_now(diary, weekly):
    weekly = await weekly()
    await diary.correct(weekly.id, 2, "We decided on the hotel in London.")
    assert await lines(diary, "Lisbon") == []
    assert await lines(diary, "London") == ["We decided on the hotel in London."]


async def test_what_may_still_change_is_found_once_it_is_said(diary):
    meeting = await diary.begin("Weekly", NOW, ENGLISH)
    await diary.write(meeting.id, [], tail=[Line(1, 0, 1, "quinoa")], seconds=1)
    assert await lines(diary, "quinoa") == []
    await diary.end(meeting.id)
    assert await lines(diary, "quinoa") == ["quinoa"]


async def test_a_meeting_or_a_time_can_be_named(diary, hold):
    made = [
        await hold(diary, (1, f"Budget number {each}."), began=NOW + timedelta(days=each))
        for each in (3, 1, 2)
    ]
    assert await lines(diary, "budget", meeting=made[1].id) == ["Budget number 1."]
    assert await lines(diary, meeting=made[1].id) == ["Budget number 1."]
    assert await lines(diary, "budget", meeting=made[-1].id + 1) == []
    since, until = NOW + timedelta(days=1.5), NOW + timedelta(days=2.5)
    assert await lines(diary, "budget", since=since) == ["Budget number 2.", "Budget number 3."]
    assert await lines(diary, "budget", since=since, until=until) == ["Budget number 2."]
    assert await lines(diary, "budget", until=NOW) == []


async def test_the_whole_phrase_comes_first_then_all_words_then_those_near_others(diary, hold):
    await hold(
        diary,
        (1, "The hotel is near the budget airline."),
        (1, "It has a budget hotel."),
        (1, "A hotel is a hotel."),
        (2, "And what about the budget?"),
        (1, "Let's talk about the weather."),
    )
    await hold(diary, (1, "This hotel stands alone."))

    assert await lines(diary, "budget hotel") == [
        "It has a budget hotel.",
        "The hotel is near the budget airline.",
        "And what about the budget?",
        "A hotel is a hotel.",
    ]
    assert await lines(diary, '"hotel is near"') == ["The hotel is near the budget airline."]


async def test_words_that_every_sentence_has_are_only_looked_for_when_there_are_no_others(
    diary, weekly
):
    await weekly()
    assert await lines(diary, "was there a hotel in the city of Lisbon") == [
        "We decided on the hotel in Lisbon."
    ]
    assert await lines(diary, "for the") == ["The budget for the launch is nine thousand euros."]


async def test_an_excerpt_tells_where_the_words_stand(diary, hold):
    long = "so and so " * 30 + "we have to pay the HOTEL BILL, and " + "so and so " * 30
    meeting = await hold(diary, (1, long), (2, "No bill."), speakers=["Anna"])

    [hit] = await diary.search(Search("hotel bill"), limit=1)
    assert "we have to pay the [HOTEL BILL], and" in marked(hit)
    assert hit.excerpt.startswith("…")
    assert hit.excerpt.endswith("…")
    assert len(hit.excerpt) < 240
    assert (hit.who, hit.meeting, hit.title, hit.began) == ("Anna", meeting.id, "Weekly", NOW)
    assert hit.line.text == long.strip()


async def test_pages_follow_one_another(diary, hold):
    await hold(diary, *((1, f"Budget {each}.") for each in range(25)))
    pages = [await diary.search(Search("budget"), skip=skip, limit=10) for skip in (0, 10, 20, 30)]
    assert [len(page) for page in pages] == [10, 10, 5, 0]
    assert [hit.line.number for page in pages for hit in page] == list(range(25, 0, -1))


async def test_nobody_finds_what_another_said(diary, meetings, weekly):
    await weekly()
    bobs = meetings.of(Wearer("bob"))
    assert (
        await lines(bobs, "budget") == await lines(bobs) == await lines(bobs, person="Anna") == []
    )
    meeting = await bobs.begin("Mine", NOW, ENGLISH)
    await bobs.write(meeting.id, [Line(1, 0, 1, "My budget.")], seconds=1)
    assert await lines(bobs, "budget") == ["My budget."]
    assert "My budget." not in await lines(diary, "budget")


HOSTILE = [
    '"', '""', "'", "*", "**", '"*', "budget AND", "NOT budget", "a OR b", "said : x", "who:anna",
    "NEAR(a b)", "-budget", "^budget", "{said} : a", "budget)", "((", "\0", "a\0b",
    "'; DROP TABLE x", "\ud800", "%", "_", "\\", "。", "“”", "💥", "a" * 100_000, "x " * 50_000,
    "的" * 10_000, "NULL",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
async def test_no_query_is_anything_but_words(diary, weekly, words):
    await weekly()
    for search in (Search(words), Search("budget", person=words), Search(words, person=words)):
        await diary.search(search)
    assert len(await lines(diary, "budget")) == 2


async def test_signs_between_words_are_none(diary, weekly):
    await weekly()
    for words in ("who:budget", "(budget)", "-budget", "^budget", "budget!", "'budget'"):
        assert "Budgets are never enough." in await lines(diary, words), words


@pytest.mark.slow
@given(
    st.lists(st.text(max_size=30), max_size=6),
    st.text(max_size=30),
    st.text(max_size=8),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
def test_whatever_is_said_can_be_looked_for(said, words, person):
    async def main():
        store = SQLite(":memory:", FixedClock(NOW))
        diary = SQLiteMeetings(store).of(Wearer("ann"))
        meeting = await diary.begin("Any", NOW, ENGLISH)
        every = [Line(number, number, number, text, 1) for number, text in enumerate(said, 1)]
        await diary.write(meeting.id, every, seconds=9)
        await diary.name_speaker(meeting.id, 1, person)
        for hit in [*await diary.search(Search(words)), *await diary.search(Search(person=person))]:
            assert all(0 <= start < end <= len(hit.excerpt) for start, end in hit.found)
        for line in (await diary.transcript(meeting.id)).lines:
            if any(each.isascii() and each.isalnum() for each in line.text):
                assert line in [hit.line for hit in await diary.search(Search(line.text))]
        await store.aclose()

    trio.run(main)

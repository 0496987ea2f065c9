"""Who interprets writes on the board of their wearer, and that wearer's pages read it."""

import json
from contextlib import ExitStack, aclosing

import anyio
import pytest
from house import ANN, OWNER, house

from lorgnette.app.desk.opposite import MOST_READERS, QUIET, Boards
from lorgnette.core.errors import EngineFailed, TooMuch
from lorgnette.core.opposite import Opposite, OppositeLine, Side
from lorgnette.core.types import Language
from lorgnette.skills import Reply, Skill, Traits
from lorgnette.testing.stage import Stage

SPANISH = Language("es")
NOBODY = {"language": None, "lines": []}


class Interpreting:
    """Shows one word more every second, and then breaks, or goes on."""

    traits = Traits("interpreting")

    def __init__(self, breaks=False):
        self.breaks = breaks

    async def live(self, life):
        said = []
        for word in ("¿Dónde", "¿Dónde está", "¿Dónde está la estación?"):
            said = [OppositeLine(1, Side.WEARER, word, "…")]
            life.opposite(said, SPANISH)
            await anyio.sleep(1)
        if self.breaks:
            raise EngineFailed("broken on purpose")
        life.opposite([*said, OppositeLine(2, Side.OTHER, "Allí.")], SPANISH)
        await anyio.sleep_forever()


def skill_of(activity):
    """A skill that begins and ends it."""
    skill = Skill("interpret")

    @skill.action("begin interpreting")
    async def begin(turn) -> Reply:
        """Begin."""
        return Reply(begins=activity)

    @skill.action("leave interpreting")
    async def leave(turn) -> Reply:
        """Leave."""
        return Reply(ends="interpreting")

    return skill


async def read(home, wearer, pages):
    """Read what is turned to the person opposite a wearer."""
    async with aclosing(home.desk.opposite.watch(wearer)) as lines:
        async for line in lines:
            pages.append(json.loads(line))


async def played(activity, until, *cues, wearer=OWNER):
    """What a page reads while an activity begins at 1, and whatever is said after that."""
    stage, pages = Stage().types("begin interpreting", at=1.0), []
    for at, text in cues:
        stage.types(text, at=at)
    async with house(skill_of(activity), stage=stage) as home:
        home.hub.tasks.start_soon(read, home, wearer, pages)
        await home.plays(stage, until=until)
        return [*pages]


async def test_the_page_shows_every_word_as_it_comes():
    pages = await played(Interpreting(), 8.0)

    assert pages[0] == NOBODY
    assert {page["language"] for page in pages[1:]} == {"es"}
    texts = [page["lines"][0]["text"] for page in pages[1:]]
    assert texts == [
        "¿Dónde",
        "¿Dónde está",
        "¿Dónde está la estación?",
        "¿Dónde está la estación?",
    ]
    assert pages[-1]["lines"][1] == {"number": 2, "side": "other", "text": "Allí.", "tail": ""}


@pytest.mark.parametrize(
    ("activity", "cues"),
    [(Interpreting(), [(6.0, "leave interpreting")]), (Interpreting(breaks=True), [])],
)
async def test_nothing_stays_when_nobody_interprets_any_more(activity, cues):
    pages = await played(activity, 10.0, *cues)

    assert len(pages) > 3
    assert pages[-1] == NOBODY


async def test_nothing_stays_when_the_glasses_are_gone_for_good():
    stage = Stage().types("begin interpreting", at=1.0)
    async with house(skill_of(Interpreting()), stage=stage) as home:
        await home.plays(stage, until=8.0)
        for session in [*home.hub.sessions.values()]:
            home.hub.let_go(session)
        await anyio.sleep(1)

        assert home.hub.boards.now(OWNER) == Opposite()


async def test_another_wearers_page_stays_empty():
    assert await played(Interpreting(), 8.0, wearer=ANN) == [NOBODY]


async def test_a_slow_page_reads_what_is_shown_by_then():
    boards = Boards()
    with boards.reading(OWNER) as reader:
        async with aclosing(reader.lines()) as lines:
            await anext(lines)
            for number in range(1_000):
                line = OppositeLine(number, Side.WEARER, str(number))
                boards.show(OWNER, boards, Opposite(SPANISH, (line,)))
            page = json.loads(await anext(lines))

    assert page["lines"][0]["number"] == 999


async def test_in_silence_the_same_comes_again_and_at_the_end_no_more():
    boards, began = Boards(), anyio.current_time()
    with boards.reading(OWNER) as reader:
        async with aclosing(reader.lines()) as lines:
            first, again = await anext(lines), await anext(lines)
            assert anyio.current_time() - began == pytest.approx(QUIET)
            boards.close()
            with pytest.raises(StopAsyncIteration):
                await anext(lines)

    assert first == again


async def test_who_took_over_is_not_wiped_away():
    boards, one, two = Boards(), object(), object()
    boards.show(OWNER, one, Opposite(SPANISH))
    boards.show(OWNER, two, Opposite(Language("fr")))
    boards.clear(OWNER, one)
    assert boards.now(OWNER).language == "fr"

    boards.clear(OWNER, two)
    assert boards.now(OWNER) == Opposite()


async def test_too_many_pages_are_told():
    boards = Boards()
    with ExitStack() as stack:
        for _ in range(MOST_READERS):
            stack.enter_context(boards.reading(OWNER))
        with pytest.raises(TooMuch), boards.reading(OWNER):
            pass
        with boards.reading(ANN):
            pass
    with boards.reading(OWNER):
        pass

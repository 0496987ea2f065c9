"""Past turns are read in pages, searched, and forgotten everywhere."""

import pytest
from house import ALL, ANN, OWNER, house
from test_session import skills

from lorgnette.core.errors import NotFound
from lorgnette.testing.stage import Stage
from lorgnette.web.api.turns import Which


def heard(turns):
    """What was heard in some turns."""
    return [turn.heard for turn in turns]


async def test_turns_come_in_pages_the_newest_first():
    async with house(skills()) as home:
        await home.hears("say one", "say two", "say three")
        first = await home.turns(which=Which(limit=2))
        rest = await home.turns(which=Which(limit=2, before=first[-1].id))

    assert heard(first) == ["say three", "say two"]
    assert heard(rest) == ["say one"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("MILK", ["say Buy milk"]),
        ("milk buy", ["say Buy milk"]),
        ("paint", ["paint it"]),
        ("red", ["paint it"]),
        ("play", ["greet me", "paint it", "say Buy milk"]),
        ("answered", []),
        ("en", ["paint it"]),
        ("  ", ["greet me", "paint it", "say Buy milk"]),
    ],
)
async def test_turns_are_found_by_words_that_were_heard_understood_or_said(words, found):
    async with house(skills()) as home:
        await home.hears("say Buy milk", "paint it", "greet me")
        assert heard(await home.turns(which=Which(find=words))) == found


async def test_a_search_goes_back_as_far_as_it_takes(monkeypatch):
    monkeypatch.setattr("lorgnette.app.desk.turns.BATCH", 2)
    async with house(skills()) as home:
        await home.hears("say first", *["greet me"] * 5, "say last")
        found = await home.turns(which=Which(find="say", limit=2))
        one = await home.turns(which=Which(find="say", limit=1))

    assert heard(found) == ["say last", "say first"]
    assert heard(one) == ["say last"]


async def test_a_turn_that_is_deleted_is_remembered_nowhere():
    async with house(skills()) as home:
        await home.hears("say secret", "greet me")
        _, secret = await home.turns()
        await home.desk.turns.delete(OWNER, secret.id)

        assert heard(await home.turns()) == ["greet me"]
        assert [each.asked for each in home.hub.histories[OWNER]] == ["greet me"]
        assert not b"".join(home.hub.recents.of(OWNER)[0].lines()).count(b"secret")
        with pytest.raises(NotFound):
            await home.desk.turns.delete(OWNER, secret.id)


async def test_deleting_everything_empties_what_is_open_in_memory():
    stage, asked = Stage().types("say secret", at=0.0).types("say that", at=6.0), []
    async with house(skills(), stage=stage) as home:

        def forget(_glasses):
            home.hub.tasks.start_soon(home.desk.turns.delete_all, OWNER)

        def look(_glasses):
            [session] = home.hub.sessions.values()
            asked.extend(each.asked for each in session.state.history)

        await home.plays(stage.cue(3.0, forget).cue(8.0, look), until=9.0)

        assert asked == ["say that"]
        assert heard(await home.turns()) == ["say that"]
        assert [each.asked for each in home.hub.histories[OWNER]] == ["say that"]
        assert b"secret" not in b"".join(home.hub.recents.of(OWNER)[0].lines())


async def test_everything_that_is_deleted_is_off_the_disk(tmp_path):
    async with house(skills(), store=tmp_path / "store") as home:
        await home.hears("say extraordinary", "say words")
        await home.turns()
        assert await home.desk.turns.delete_all(OWNER) == 2
        assert await home.desk.turns.delete_all(OWNER) == 0

    assert b"extraordinary" not in (tmp_path / "store").read_bytes()


async def test_two_wearers_see_only_their_own():
    async with house(skills()) as home:
        token = await home.pairs(ANN, "Ann's glasses")
        await home.hears("say mine")
        await home.hears("say hers", token=token)
        [hers], [mine] = await home.turns(ANN), await home.turns(OWNER)

        assert (hers.heard, hers.device) == ("say hers", "Ann's glasses")
        assert mine.heard == "say mine"
        with pytest.raises(NotFound):
            await home.desk.turns.delete(OWNER, hers.id)
        await home.desk.turns.delete_all(OWNER)

        assert heard(await home.turns(ANN)) == ["say hers"]
        assert [each.asked for each in home.hub.histories[ANN]] == ["say hers"]
        assert await home.desk.turns.list(OWNER, ALL) == []

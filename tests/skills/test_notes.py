from lorgnette.core.types import CHINESE, Wearer
from lorgnette.engines import RECORDS
from lorgnette.skills.notes import (
    Note,
    delete_about,
    delete_all,
    delete_last,
    list_all,
    search,
    skill,
    take,
)
from lorgnette.testing.turns import turn_for


async def texts(turn):
    return [each.item.text for each in await turn.shelf(Note).all()]


async def test_notes_are_told_newest_first_and_only_a_few_aloud():
    turn = turn_for(skill)
    for text in ("one", "two", "three", "four"):
        await take(turn, text)

    reply = await list_all(turn)

    assert reply.say == "4 notes: four; three; two; and 1 more"
    assert [line.text for line in reply.card.items] == ["four", "three", "two", "one"]


async def test_a_note_is_found_by_its_words():
    turn = turn_for(skill)
    await take(turn, "Anna likes red wine")
    await take(turn, "the wine shop closes at eight")

    assert (await search(turn, "WINE anna")).say == "One note: Anna likes red wine"
    assert (await search(turn, "beer")).say == "You have no note about “beer”."


async def test_nothing_is_deleted_without_a_yes():
    turn = turn_for(skill)
    for text in ("milk", "bread", "the car is on level 3"):
        await take(turn, text)

    last = await delete_last(turn)
    about = await delete_about(turn, "milk")
    every = await delete_all(turn)

    assert last.offer.text == "Delete the note “the car is on level 3”?"
    assert about.offer.text == "Delete the note “milk”?"
    assert every.offer.text == "Delete 3 notes?"
    assert len(await texts(turn)) == 3

    assert (await about.offer.commit()).say == "The note is deleted."
    assert await texts(turn) == ["bread", "the car is on level 3"]


async def test_a_long_note_is_not_read_out_in_a_question():
    turn = turn_for(skill, language=CHINESE)
    await take(turn, "很" * 200)

    assert (await delete_last(turn)).offer.text == f"要删除笔记“{'很' * 59}…”吗？"


async def test_wearers_do_not_see_the_notes_of_others():
    anna = turn_for(skill, wearer=Wearer("anna"))
    paul = turn_for(skill, wearer=Wearer("paul"), engines={RECORDS: anna[RECORDS]})
    await take(anna, "a secret")

    assert (await list_all(paul)).say == "You have no notes."

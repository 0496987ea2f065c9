"""Which note is meant, and what is said to begin with; moving about in what goes on."""

import pytest

from lorgnette.core.notes import Note
from lorgnette.core.types import AR, EVERYDAY
from lorgnette.skills.teleprompter import (
    ahead,
    back,
    go_on,
    pause,
    skill,
    start,
    start_over,
    stop,
)
from lorgnette.skills.teleprompter.part import Part
from lorgnette.testing.turns import turn_for, words_of

TOAST = "Wedding toast\n\nDear Anna, dear Paul, dear guests. I have known Anna for twenty years."
KEYNOTE = "Good morning, everybody. Today I want to show you what we have been building this year."


async def turn_with(*notes, profile=AR):
    turn = turn_for(skill, profile=profile)
    for text in notes:
        await turn.shelf(Note).add(Note(text))
    return turn


def text_of(reply):
    return reply.begins.place.text


async def test_a_note_is_found_by_its_title_and_the_title_is_not_read():
    turn = await turn_with(TOAST, KEYNOTE, "buy a wedding card and a toast rack")

    reply = await start(turn, "wedding toast")

    assert text_of(reply).startswith("Dear Anna")
    assert words_of(reply) == ""


async def test_a_note_without_a_title_is_found_by_its_words():
    turn = await turn_with(TOAST, KEYNOTE)

    assert text_of(await start(turn, "building")).startswith("Good morning")


async def test_the_only_speech_is_taken_whatever_it_is_called_and_that_is_said():
    turn = await turn_with(TOAST, "milk")

    named, unnamed = await start(turn, "speech"), await start(turn)

    assert text_of(named).startswith("Dear Anna")
    assert named.say == "None of your notes is called “speech”. This is “Wedding toast”."
    assert text_of(unnamed).startswith("Dear Anna")
    assert unnamed.say == ""


async def test_among_several_the_wearer_is_asked():
    turn = await turn_with(TOAST, KEYNOTE)

    reply = await start(turn, "speech")

    assert reply.say == "None of your notes is called “speech”."
    assert reply.ask.text == "Which one: Good morning, everybody. Today I want t…, Wedding toast?"
    assert text_of(await reply.ask.then(1)).startswith("Dear Anna")


async def test_without_a_speech_it_is_told_where_one_comes_from():
    reply = await start(await turn_with("milk", "bread and butter"), "speech")

    assert reply.begins is None
    assert reply.say.startswith("There is no speech among your notes yet.")


async def test_without_a_display_it_says_what_it_does_instead():
    reply = await start(await turn_with(TOAST, profile=EVERYDAY))

    assert reply.begins is not None
    assert reply.say.startswith("These glasses have no display")
    assert reply.say.endswith("It begins: Dear Anna, dear Paul, dear guests")


@pytest.mark.parametrize("action", [stop, pause, go_on, start_over])
async def test_what_does_not_run_can_only_be_started(action):
    assert (await action(await turn_with())).say == "The teleprompter is not running."


async def test_what_runs_is_paused_moved_and_left():
    turn = await turn_with(TOAST)
    going = (await start(turn)).begins
    turn = turn_for(skill, activities=(going,))

    await pause(turn)
    assert going.paused
    await go_on(turn)
    assert not going.paused
    assert (await ahead(turn, Part.SENTENCE)).say == ""
    assert going.next_words.startswith("I have known")
    await back(turn, Part.SENTENCE)
    assert going.place.next == 0
    await ahead(turn, Part.SENTENCE)
    await start_over(turn)
    assert going.place.next == 0
    assert (await stop(turn)).ends == "teleprompter"


async def test_without_a_display_one_hears_where_one_has_got_to():
    turn = await turn_with(TOAST, profile=EVERYDAY)
    going = (await start(turn)).begins
    turn = turn_for(skill, activities=(going,), profile=EVERYDAY)

    assert (await ahead(turn, Part.SENTENCE)).say == "I have known Anna for twenty"
    assert (await ahead(turn, Part.SENTENCE)).say == "That was all."

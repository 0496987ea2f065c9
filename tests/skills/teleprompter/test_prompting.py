"""The teleprompter beside a wearer who speaks: word lists with times, as captions bring them."""

import pytest

from lorgnette.core import cards
from lorgnette.core.cards import Emphasis
from lorgnette.core.types import AR, CHINESE, EVERYDAY, TEXT_GRID
from lorgnette.skills.teleprompter import skill
from lorgnette.skills.teleprompter.part import Part
from lorgnette.skills.teleprompter.prompting import LINGERS, TRAILS_OFF, Prompting
from lorgnette.testing.lives import ScriptedLife
from lorgnette.testing.turns import turn_for

SPEECH = (
    "Dear guests, thank you for coming tonight. Ten years ago we opened this little library. "
    "Nobody believed that it would last longer than one winter. And yet here we are.\n\n"
    "Next year we will build a garden behind the house. So let us raise our glasses to Margaret."
)


def prompting(profile=TEXT_GRID, text=SPEECH, language="en"):
    return Prompting(turn_for(skill, profile=profile, language=language), text)


def current(card):
    return card.items[card.selected].text


def shown(life):
    """The current row whenever it became another one, with its time; the title of other cards."""
    rows = [
        (at, current(card) if isinstance(card, cards.List) else card.title)
        for at, card in life.shown
    ]
    before = [("", ""), *rows]
    return [row for row, last in zip(rows, before, strict=False) if row[1] != last[1]]


async def test_it_scrolls_with_the_words_of_the_wearer():
    life = ScriptedLife().hears("dear guests thank you for", at=2.0)
    life.guesses("coming tonight ten", at=3.0).hears("coming tonight ten years ago we", at=4.0)
    life.guesses("opened this little library", at=5.0)

    assert not await life.lived(prompting(), until=60.0)

    assert shown(life) == [
        (0.0, "Dear guests, thank you for coming"),
        (3.0, "tonight. Ten years ago we opened this"),
        (5.0, "little library. Nobody believed that"),
    ]
    assert life.told == []
    assert life.listening == []


async def test_rows_that_were_said_are_faint_and_those_to_come_are_there():
    life = ScriptedLife().hears("dear guests thank you for coming tonight ten", at=1.0)

    await life.lived(prompting(), until=2.0)

    card = life.shown[-1][1]
    assert [(item.text, item.emphasis) for item in card.items] == [
        ("Dear guests, thank you for coming", Emphasis.FAINT),
        ("tonight. Ten years ago we opened this", Emphasis.NORMAL),
        ("little library. Nobody believed that", Emphasis.NORMAL),
        ("it would last longer than one winter.", Emphasis.NORMAL),
    ]
    assert card.selected == 1
    assert card.footer == "16%"


async def test_it_bears_with_what_is_improvised_and_with_what_is_left_out():
    life = ScriptedLife().hears("dear guests thank you for coming tonight", at=1.0)
    life.hears("it is so good to see so many of you in spite of this awful weather", at=6.0)
    life.hears("next year we will build a garden behind the house", at=12.0)

    await life.lived(prompting(), until=20.0)

    assert [at for at, _ in shown(life)] == [0.0, 1.0, 12.0]
    assert "garden" in shown(life)[-1][1] or "house" in shown(life)[-1][1]


async def test_it_leaves_by_itself_a_while_after_the_last_word():
    life = ScriptedLife().hears(SPEECH, at=5.0)

    assert await life.lived(prompting(), until=60.0)

    assert shown(life)[-1] == (5.0, "That was all.")
    assert life.seconds == pytest.approx(5.0 + LINGERS)


async def test_the_last_words_may_go_unheard():
    life = ScriptedLife().hears(SPEECH.removesuffix(" glasses to Margaret."), at=5.0)

    assert await life.lived(prompting(), until=60.0)

    assert shown(life)[-1] == (5.0 + TRAILS_OFF, "That was all.")


async def test_who_goes_back_after_the_end_has_not_ended():
    life, going = ScriptedLife().hears(SPEECH, at=5.0), prompting()
    again = "dear guests thank you for coming tonight ten years ago we opened this little"
    life.hears(again, at=9.0)

    assert not await life.lived(going, until=30.0)

    assert shown(life)[-1] == (9.0, "little library. Nobody believed that")


async def test_a_tap_goes_on_by_a_row():
    life = ScriptedLife().taps_at(1.0, 2.0)

    await life.lived(prompting(), until=3.0)

    assert [at for at, _ in shown(life)] == [0.0, 1.0, 2.0]


async def test_while_it_waits_nothing_moves_until_a_tap():
    going = prompting()
    life = ScriptedLife().hears("dear guests thank you for coming tonight", at=2.0)
    life.taps_at(4.0).hears("dear guests thank you for coming tonight", at=5.0)
    going.pause(True)

    await life.lived(going, until=6.0)

    assert [at for at, _ in shown(life)] == [0.0, 5.0]
    assert [card.footer for _, card in life.shown[:2]] == ["Paused, 0%", "0%"]


async def test_without_a_display_the_next_words_are_whispered_when_the_wearer_hesitates():
    life = ScriptedLife().hears("dear guests thank you", at=1.0).hears("for coming tonight", at=9.0)

    await life.lived(prompting(EVERYDAY), until=20.0)

    assert life.told == [(3.5, "for coming tonight"), (11.5, "Ten years ago we opened this")]
    assert life.shown == []


async def test_without_a_display_nothing_is_whispered_before_the_wearer_begins_or_while_it_waits():
    life, going = ScriptedLife().hears("dear guests", at=30.0), prompting(EVERYDAY)
    going.pause(True)

    await life.lived(going, until=60.0)

    assert life.told == []


async def test_without_a_display_a_tap_asks_for_the_next_words_and_another_for_more():
    life = ScriptedLife().hears("dear guests", at=1.0).taps_at(1.5, 2.0).hears("thank you", at=6.0)
    life.taps_at(7.0)

    await life.lived(prompting(EVERYDAY), until=7.5)

    assert life.told == [
        (1.5, "thank you for coming tonight"),
        (2.0, "Ten years ago we opened this"),
        (7.0, "for coming tonight"),
    ]


async def test_without_a_display_the_end_is_said():
    life = ScriptedLife().hears(SPEECH, at=5.0)

    assert await life.lived(prompting(EVERYDAY), until=60.0)

    assert life.told == [(5.0, "That was all.")]


async def test_a_chinese_speech_is_heard_and_whispered_in_chinese_whatever_the_wearer_speaks():
    text = "各位来宾，晚上好。十年前，我们办起了这座小小的图书馆。"
    life = ScriptedLife(CHINESE).hears("各位来宾", at=1.0)
    going = prompting(EVERYDAY, text)

    await life.lived(going, until=5.0)

    assert going.language == CHINESE
    assert life.told == [(3.5, "晚上好")]
    assert life.spoken_in == [CHINESE]


def test_one_can_go_to_any_part_and_start_over():
    going = prompting(AR)

    going.move(Part.PARAGRAPH, 1)
    assert going.next_words.startswith("Next year we")
    going.move(Part.SENTENCE, -1)
    assert going.next_words == "And yet here we are"
    going.pause(True)
    going.start_over()
    assert going.next_words.startswith("Dear guests")
    assert not going.paused

"""Whoever speaks another language is followed in the wearer's."""

from itertools import pairwise

import pytest

from lorgnette.core.cards import Captions, Spoken
from lorgnette.core.errors import EngineFailed, NotFound
from lorgnette.core.types import ENGLISH, EVERYDAY, Language
from lorgnette.engines import TRANSLATOR, Translation
from lorgnette.skills.translate.following import Following
from lorgnette.skills.translate.skill import skill
from lorgnette.testing.lives import ScriptedLife
from lorgnette.testing.turns import turn_for

SPANISH = Language("es")


class Shouting:
    """Translates at once, by shouting."""

    quick = True

    def __init__(self, failing=()):
        self.failing = list(failing)

    async def translate(self, text, /, *, source, target):
        assert (source, target) == (SPANISH, ENGLISH)
        if self.failing:
            raise self.failing.pop(0)
        return Translation(text.upper())


def following(translator=None, **more):
    turn = turn_for(skill, engines={TRANSLATOR: translator or Shouting()}, **more)
    return Following(turn, SPANISH, ENGLISH)


def life():
    return (
        ScriptedLife(SPANISH)
        .guesses("hola", at=1.0)
        .hears("hola amigo. Como", at=2.0)
        .hears("estas", at=3.0)
        .pauses(at=4.0)
    )


async def test_the_tail_is_translated_as_it_grows_and_sentences_are_kept():
    played = life()
    await played.lived(following(), until=6.0)
    cards = [(at, card) for at, card in played.shown if card.spoken]

    assert cards[0] == (1.0, Captions(spoken=(Spoken("", "HOLA"),), source=(Spoken("", "hola"),)))
    assert cards[-1][1].spoken == (Spoken("HOLA AMIGO. COMO ESTAS"),)
    assert cards[-1][1].source == (Spoken("hola amigo. Como estas"),)
    assert any(card.spoken == (Spoken("HOLA AMIGO.", " COMO"),) for _, card in cards)


async def test_what_was_kept_never_changes():
    played = life()
    await played.lived(following(), until=6.0)
    kept = ["".join(each.text for each in card.spoken) for _, card in played.shown]

    assert all(later.startswith(earlier) for earlier, later in pairwise(kept))


async def test_without_a_display_each_sentence_is_said_in_the_wearers_language():
    played = life()
    await played.lived(following(profile=EVERYDAY), until=6.0)

    assert [text for _, text in played.told] == ["HOLA AMIGO.", "COMO ESTAS"]
    assert played.spoken_in == [ENGLISH, ENGLISH]


async def test_on_a_display_nothing_is_said_unless_it_is_wanted():
    played, silent = life(), following()
    await played.lived(silent, until=6.0)
    assert played.told == []

    played, aloud = life(), following()
    aloud.aloud = True
    await played.lived(aloud, until=6.0)
    assert [text for _, text in played.told] == ["HOLA AMIGO.", "COMO ESTAS"]


async def test_the_original_can_be_left_out():
    played, only = life(), following()
    only.original = False
    await played.lived(only, until=6.0)

    assert all(card.source == () for _, card in played.shown)


@pytest.mark.parametrize("failure", [NotFound(), EngineFailed("broken")])
async def test_a_sentence_that_nobody_can_translate_is_shown_as_it_was_said(failure):
    class Failing(Shouting):
        quick = False

    played = life()
    await played.lived(following(Failing([failure])), until=6.0)

    assert played.shown[-1][1].spoken == (Spoken("«hola amigo.» COMO ESTAS"),)


async def test_what_got_lost_in_translation_is_marked():
    class Forgetful(Shouting):
        async def translate(self, text, /, *, source, target):
            return Translation("the bill", approximate=True, lost=("50 €",))

    played = ScriptedLife(SPANISH).hears("la cuenta, 50 €", at=1.0).pauses(at=2.0)
    await played.lived(following(Forgetful()), until=3.0)

    assert played.shown[-1][1].spoken == (Spoken("the bill [50 €?]"),)

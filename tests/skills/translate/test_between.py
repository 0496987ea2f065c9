"""Between the wearer and somebody who speaks another language."""

from lorgnette.core.opposite import Opposite
from lorgnette.core.types import ENGLISH, EVERYDAY, Language
from lorgnette.engines import LANGUAGE_IDENTIFIER, TRANSLATOR, Translation
from lorgnette.skills.translate.between import Interpreting
from lorgnette.skills.translate.skill import skill
from lorgnette.testing.lives import ScriptedLife
from lorgnette.testing.turns import turn_for

SPANISH = Language("es")


class Labelling:
    """Translates by writing the language before the text."""

    quick = True

    async def translate(self, text, /, *, source, target):
        return Translation(f"{target}:{text}")


class ByFirstLetter:
    """Spanish begins with an s, English with an e, and everything else may be both."""

    async def identify(self, text, /, among):
        first = text.strip()[0]
        if first not in "se":
            return dict.fromkeys(among, 0.5)
        sure = SPANISH if first == "s" else ENGLISH
        return {each: 0.99 if each == sure else 0.01 for each in among}


def interpreting(**more):
    engines = {TRANSLATOR: Labelling(), LANGUAGE_IDENTIFIER: ByFirstLetter()}
    return Interpreting(turn_for(skill, engines=engines, **more), SPANISH)


def heard(*utterances):
    """What is written down in English and in Spanish, one utterance every three seconds."""
    life, spanish = ScriptedLife(ENGLISH), ScriptedLife(SPANISH)
    for number, (english, text) in enumerate(utterances):
        at = 2.0 + 3 * number
        for script, words in ((life, english), (spanish, text)):
            if words:
                script.hears(words, at=at)
            script.pauses(at=at + 0.5)
    life.scripts[SPANISH] = spanish
    return life


MINE = ("e where is the station", "güer is")
THEIRS = ("seegay", "s todo recto")


async def test_what_i_say_is_said_in_their_language_and_what_they_say_is_shown_in_mine():
    life = heard(MINE, THEIRS)
    await life.lived(interpreting(), until=8.0)

    assert [text for _, text in life.told] == ["es:e where is the station"]
    assert life.spoken_in == [SPANISH]
    last = life.shown[-1][1]
    assert [each.text for each in last.spoken] == ["en:s todo recto"]
    assert [each.text for each in last.source] == ["s todo recto"]


async def test_whoever_looks_at_the_page_for_the_other_sees_their_language_at_once():
    life = heard()
    await life.lived(interpreting(), until=1.0)

    assert life.turned == [(0.0, Opposite(SPANISH, ()))]


async def test_without_a_display_both_are_said():
    life = heard(MINE, THEIRS)
    await life.lived(interpreting(profile=EVERYDAY), until=8.0)

    assert [text for _, text in life.told] == ["es:e where is the station", "en:s todo recto"]
    assert life.spoken_in == [SPANISH, ENGLISH]


async def test_a_tap_corrects_who_it_was():
    life = heard(("no", "sí no"), ("okay", "okay")).taps_at(6.5)
    await life.lived(interpreting(), until=9.0)

    assert [text for _, text in life.told] == ["es:okay"]


async def test_the_lamp_is_lit_for_both_languages():
    life = heard()
    activity = interpreting()
    await life.lived(activity, until=0.5)

    assert activity.traits.room
    assert activity.traits.taps


async def test_the_other_sees_both_in_their_own_language():
    life = heard(MINE, THEIRS)
    await life.lived(interpreting(), until=8.0)
    _, shown = life.turned[-1]

    assert shown.language == SPANISH
    assert [(line.side, line.text) for line in shown.lines] == [
        ("wearer", "es:e where is the station"),
        ("other", "s todo recto"),
    ]

"""The table: complete, and in every language on the side that is meant."""

import re
from string import Formatter

import pytest

from lorgnette.core.guidance.phrases import LANGUAGES, table
from lorgnette.core.routes import Direction, Manoeuvre, Mode
from lorgnette.core.types import ENGLISH
from sides import SIDELESS, sides_in


def rows():
    for name, deeds in (("deeds", table().deeds), ("reached", table().reached)):
        for manoeuvre, lines in deeds.items():
            for row, phrase in lines.items():
                yield pytest.param(row, phrase, id=f"{name}-{manoeuvre}-{row}")


def test_every_manoeuvre_has_its_lines_in_every_direction_it_can_have():
    assert set(table().deeds) == set(Manoeuvre)
    for manoeuvre, lines in table().deeds.items():
        if manoeuvre is Manoeuvre.START:
            assert len(lines) == 8
        elif manoeuvre in SIDELESS:
            assert set(lines) == {"any"}
        elif manoeuvre in (Manoeuvre.STOP, Manoeuvre.ARRIVE):
            assert set(lines) == set(table().reached[manoeuvre]) == {"left", "right", "straight"}
        else:
            assert set(lines) - {"exit"} == set(Direction)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("row", "phrase"), list(rows()))
def test_the_words_for_the_sides_agree_with_the_direction(row, phrase, language):
    meant = {side for side in ("left", "right") if row.endswith(side)}

    for second in (False, True):
        assert sides_in(phrase.form(language, second=second), language) == meant


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compass_is_the_same_in_every_language(language):
    letters = dict(zip(("north", "east", "south", "west"), "北东南西", strict=True))
    for row, phrase in table().deeds[Manoeuvre.START].items():
        text = phrase.form(language)
        for word, letter in letters.items():
            assert ((word if language == ENGLISH else letter) in text) is (word in row)


def fields(text):
    """What a line is filled with; not every language has a verb of its own for each mode."""
    names = {name for _, name, _, _ in Formatter().parse(text) if name}
    return names - set(table().verbs)


def phrases():
    whole = table()
    for lines in (*whole.deeds.values(), *whole.reached.values()):
        yield from lines.items()
    for lines in (whole.frames, whole.lens, whole.distances):
        yield from lines.items()


def test_no_line_lacks_a_language_and_all_languages_need_the_same():
    for row, phrase in phrases():
        assert all(phrase.en), row
        assert all(phrase.zh), row
        for second in (False, True):
            english, chinese = (phrase.form(each, second=second) for each in LANGUAGES)
            assert fields(english) == fields(chinese), row
            assert re.search("[一-龥。]", re.sub("{.*?}", "", chinese)), row
            assert not re.search("[一-龥]", english), row


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mode_has_its_verbs_and_no_verb_has_a_side(language):
    for verb, modes in table().verbs.items():
        assert set(modes) == set(Mode), verb
        for phrase in modes.values():
            for second in (False, True):
                assert not sides_in(phrase.form(language, second=second), language)


def test_different_things_are_never_said_alike_but_for_their_degree():
    for language in LANGUAGES:
        for manoeuvre in (Manoeuvre.TURN, Manoeuvre.CONTINUE, Manoeuvre.ROUNDABOUT):
            said = [phrase.form(language) for phrase in table().deeds[manoeuvre].values()]
            assert len(said) == len(set(said))

"""A translation grows with what is said."""

from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.captions import Committed, LineEnded, Tail
from lorgnette.core.cards import Spoken
from lorgnette.core.rendering import LONGEST, Rendering


def rendering(*events, wanted=None):
    made = Rendering(wanted) if wanted else Rendering()
    for event in events:
        made.follow(event)
    return made


def certain(text, line=1):
    return Committed(line, text, 0, 100)


def tail(text, line=1):
    return Tail(line, text, 0, 100)


def over(line=1):
    return LineEnded(line, 0, 100)


def translated(made):
    """Translate everything there is, by writing it in capitals."""
    while (part := made.sentence()) is not None:
        made.keep(part, part.text.strip().upper())
    return made.spoken()


def test_a_sentence_is_translated_when_it_is_certain_that_it_ended():
    assert rendering(certain("Hello there.")).sentence() is None
    assert rendering(certain("Hello there. My")).sentence().text == "Hello there. "


def test_the_end_of_a_line_ends_its_sentence():
    assert translated(rendering(certain("Hello there"), over())) == (Spoken("HELLO THERE"),)


def test_what_is_being_said_is_a_guess_behind_what_is_kept():
    made = rendering(certain("Hello there. My"), tail(" name"))
    made.keep(made.sentence(), "HOLA.")
    made.guess(made.pending(), "MI NOMBRE")

    assert made.pending().text == "My name"
    assert made.spoken() == (Spoken("HOLA.", " MI NOMBRE"),)


def test_a_guess_at_what_has_been_kept_meanwhile_is_dropped():
    made = rendering(certain("Hello"))
    late = made.pending()
    made.follow(over())
    translated(made)
    made.guess(late, "LATE")

    assert made.spoken() == (Spoken("HELLO"),)


def test_a_sentence_is_kept_once():
    made = rendering(certain("Hello"), over())
    part = made.sentence()
    made.keep(part, "HELLO")
    made.keep(part, "HELLO")

    assert made.spoken() == (Spoken("HELLO"),)


def test_a_sentence_that_does_not_end_is_not_waited_for():
    assert len(rendering(certain("word " * 100)).sentence().text) <= LONGEST


def test_lines_that_are_not_wanted_are_left_out_until_they_are():
    unwanted = {1}
    made = rendering(
        certain("one"),
        over(),
        certain("two", 2),
        over(2),
        wanted=lambda caption: caption.line not in unwanted,
    )
    assert translated(made) == (Spoken("TWO"),)

    unwanted.clear()
    assert translated(made) == (Spoken("ONE"), Spoken("TWO"))


@given(st.lists(st.tuples(st.sampled_from(["so. ", "Yes! ", "and ", "好。", "b"]), st.booleans())))
def test_every_certain_word_is_translated_once_and_in_order(said):
    made, line, whole = Rendering(), 1, ""
    for text, ends in said:
        made.follow(certain(text, line))
        whole += text
        if ends:
            made.follow(over(line))
            line += 1
        translated(made)
    made.follow(over(line))
    shown = "".join(each.text for each in translated(made))

    assert "".join(shown.split()) == "".join(whole.upper().split())

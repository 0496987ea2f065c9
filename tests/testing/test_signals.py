from lorgnette.testing.signals import (
    CALL,
    SPOKEN,
    VOICE,
    Stepped,
    called,
    height,
    quiet,
    voiced,
)


def test_sounds_are_as_long_as_they_are_asked_to_be():
    for make in (quiet, voiced):
        assert len(make(0.1234)) == 2 * round(0.1234 * 16_000)
    assert len(called(SPOKEN[0], 0.5)) == 16_000


def test_the_height_of_a_sound_says_what_it_is():
    assert height(quiet(0.1)) == 0
    assert height(voiced(0.1)) == VOICE
    assert height(called(SPOKEN[0])) == CALL < height(called(SPOKEN[1]))
    assert height(b"") == 0
    assert height(b"\x00\x80") == 32768


def test_steps_do_not_depend_on_pieces():
    stepped = Stepped(2)

    assert stepped.hear(b"abc") == []
    assert stepped.hear(b"defghi") == [b"abcd", b"efgh"]

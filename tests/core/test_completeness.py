"""How finished a sentence sounds."""

import pytest

from lorgnette.core.completeness import Completeness, as_it_sounds

COMPLETE, CONTINUABLE, SUSPENDED, OPEN, DANGLING = Completeness


@pytest.mark.parametrize(
    ("words", "goes_on", "finished"),
    [
        (CONTINUABLE, 0.0, CONTINUABLE),
        (CONTINUABLE, 0.2, SUSPENDED),
        (CONTINUABLE, 0.3, OPEN),
        (CONTINUABLE, 0.6, DANGLING),
        (OPEN, 0.2, OPEN),
        (OPEN, 0.6, DANGLING),
    ],
)
def test_a_voice_that_has_not_come_down_is_waited_for(words, goes_on, finished):
    assert as_it_sounds(words, goes_on) is finished


@pytest.mark.parametrize("words", [COMPLETE, DANGLING])
def test_where_the_words_leave_no_doubt_the_voice_is_not_asked(words):
    assert as_it_sounds(words, 0.9) is words

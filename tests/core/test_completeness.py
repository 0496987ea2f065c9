"""How finished a sentence sounds."""

import pytest

from lorgnette.core.completeness import Completeness, as_it_sounds


@pytest.mark.parametrize(
    ("goes_on", "finished"),
    [
        (0.0, Completeness.CONTINUABLE),
        (0.2, Completeness.SUSPENDED),
        (0.6, Completeness.OPEN),
    ],
)
def test_a_voice_that_has_not_come_down_is_waited_for(goes_on, finished):
    assert as_it_sounds(Completeness.CONTINUABLE, goes_on) is finished


@pytest.mark.parametrize(
    "finished", [Completeness.COMPLETE, Completeness.OPEN, Completeness.DANGLING]
)
def test_where_the_words_leave_no_doubt_the_voice_is_not_asked(finished):
    assert as_it_sounds(finished, 0.9) is finished

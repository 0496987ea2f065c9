"""Times of day as they are said in Chinese."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.providers.espeak.clocks import as_said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("东京现在是下午7:30。", "东京现在是下午7点30分。"),
        ("上午9:05", "上午9点零5分"),
        ("中午12:00", "中午12点整"),
        ("比分是3:2", "比分是3:2"),
        ("10:20:30", "10:20:30"),
        ("25:10", "25:10"),
    ],
)
def test_a_time_is_said(written, said):
    assert as_said(written) == said


@given(st.text())
def test_any_text_stays_what_it_is_without_a_time(text):
    assert as_said(text.replace(":", "")) == text.replace(":", "")

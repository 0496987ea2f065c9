"""Transcripts of all kinds, for the tests of what they become."""

import datetime as dt

from hypothesis import strategies as st

from lorgnette.core.transcripts import Line, Transcript

HOSTILE = (
    "00:00:01 --> 00:00:02",
    "<script>alert(1)</script> &amp; {\\an8}",
    "\x00\x1b[31m\u202eevil\u202c \ufeff",
    "1\n\n2\r\n00:00:00,000 --> 00:00:09,000\n",
    "# **no** `sign` [of](it) ![x] | ~~a~~ \\",
    "مرحبا بالعالم",
    "把文件夹放在桌子上，然后告诉我。" * 3,
    "x" * 300,
    "\ud800 \ufffe \U0010ffff ]]>",
    "NOTE WEBVTT STYLE",
    "e" + "\u0301" * 50,
)

texts = st.one_of(
    st.text(max_size=100),
    st.sampled_from(HOSTILE),
    st.sampled_from(HOSTILE).flatmap(
        lambda text: st.text(max_size=20).map(lambda more: more + text)
    ),
)
times = st.floats(0, 100_000)
speakers = st.dictionaries(st.integers(1, 5), texts.map(lambda text: text[:100]), max_size=5)
moments = st.datetimes(timezones=st.just(dt.UTC))


@st.composite
def lines(draw):
    """A line of any kind."""
    start = draw(times)
    return Line(
        draw(st.integers(1, 1000)),
        start,
        start + draw(st.floats(0, 20)),
        draw(texts),
        draw(st.none() | st.integers(1, 5)),
    )


transcripts = st.builds(
    Transcript,
    title=texts,
    seconds=times,
    lines=st.lists(lines(), max_size=6).map(tuple),
    began=st.none() | moments,
    speakers=speakers,
)
"""Transcripts as a stranger would make them."""

MEETING = Transcript(
    "Budget",
    125.0,
    (
        Line(1, 1.0, 2.5, "Shall we begin?", 1),
        Line(2, 2.6, 4.0, "Yes, let's.", 2),
        Line(3, 4.2, 6.0, "The budget is 5 * 3.", 2),
        Line(4, 90.0, 93.0, "Thank you.", 3),
    ),
    dt.datetime(2026, 1, 5, 9, 30, tzinfo=dt.UTC),
    {1: "Anna", 2: "Ben & Co"},
)

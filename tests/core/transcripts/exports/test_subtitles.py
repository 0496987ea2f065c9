"""SRT and WebVTT are read back by parsers that know the formats, whatever was said."""

import html
import re

from hypothesis import given
from transcript_samples import HOSTILE, MEETING, transcripts

from lorgnette.core.transcripts import Line, Transcript
from lorgnette.core.transcripts.cues import cues
from lorgnette.core.transcripts.exports.srt import srt
from lorgnette.core.transcripts.exports.webvtt import webvtt

TIMES = re.compile(r"(\d\d+):(\d\d):(\d\d)[.,](\d{3}) --> (\d\d+):(\d\d):(\d\d)[.,](\d{3})")


def times(line):
    """Start and end in milliseconds."""
    h, m, s, t, *end = map(int, TIMES.fullmatch(line).groups())
    return [
        (h * 60 + m) * 60_000 + s * 1000 + t,
        (end[0] * 60 + end[1]) * 60_000 + end[2] * 1000 + end[3],
    ]


def blocks(text):
    """Blocks between empty lines, as both formats have them."""
    return [block.split("\n") for block in re.split(r"\n\n+", text.strip("\n")) if block]


def read_srt(text):
    """Number, start, end and rows of each cue."""
    return [(int(number), *times(line), rows) for number, line, *rows in blocks(text)]


def read_vtt(text):
    """Start, end, voice and rows of each cue, as a player shows them."""
    head, *rest = blocks(text)
    assert head == ["WEBVTT"]
    for line, *rows in rest:
        shown = "\n".join(rows)
        voice = re.match(r"<v ([^<>\n]*)>", shown)
        shown = re.sub(r"<[^>]*>", "", shown)
        assert "-->" not in shown
        yield (
            *times(line),
            html.unescape(voice[1]) if voice else "",
            html.unescape(shown).split("\n"),
        )


def test_a_new_speaker_is_named():
    assert srt(MEETING) == (
        "1\n00:00:01,000 --> 00:00:02,600\nAnna: Shall we begin?\n\n"
        "2\n00:00:02,600 --> 00:00:04,200\nBen & Co: Yes, let's.\n\n"
        "3\n00:00:04,200 --> 00:00:06,200\nThe budget is 5 * 3.\n\n"
        "4\n00:01:30,000 --> 00:01:33,000\n#3: Thank you.\n"
    )


def test_the_web_knows_the_speaker_of_every_cue():
    assert webvtt(MEETING).startswith(
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.600\n<v Anna>Shall we begin?\n\n"
        "00:00:02.600 --> 00:00:04.200\n<v Ben &amp; Co>Yes, let's.\n"
    )


def test_nothing_said_is_an_empty_file():
    assert srt(Transcript("", 1.0)) == ""
    assert list(read_vtt(webvtt(Transcript("", 1.0)))) == []


def test_a_sign_of_the_format_is_only_text():
    said = Transcript("", 9.0, tuple(Line(n, n, n + 1, text) for n, text in enumerate(HOSTILE, 1)))

    for _, _, _, rows in read_srt(srt(said)):
        assert not set("".join(rows)) & set("<>{}")


def as_shown(row):
    """SRT cannot write its own signs."""
    return row.translate(str.maketrans("<>{}", "‹›()"))


@given(transcripts)
def test_subrip_reads_back(transcript):
    shown = cues(transcript)
    read = read_srt(srt(transcript))

    assert [number for number, *_ in read] == list(range(1, len(shown) + 1))
    assert [(start, end) for _, start, end, _ in read] == [(cue.start, cue.end) for cue in shown]
    for (_, _, _, rows), cue in zip(read, shown, strict=True):
        assert "\n".join(rows).endswith(as_shown("\n".join(cue.rows)))


@given(transcripts)
def test_webvtt_reads_back(transcript):
    wanted = [(cue.start, cue.end, cue.speaker, list(cue.rows)) for cue in cues(transcript)]

    assert list(read_vtt(webvtt(transcript))) == wanted

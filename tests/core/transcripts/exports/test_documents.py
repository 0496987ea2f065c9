"""Markdown, plain text, JSON and DOCX: what was said stays what was said."""

import io
import re
import zipfile
from xml.etree import ElementTree as ET

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from transcript_samples import HOSTILE, MEETING, transcripts

from lorgnette.core.transcripts import Line, Transcript
from lorgnette.core.transcripts.exports import FORMATS, export
from lorgnette.core.transcripts.exports.docx import docx
from lorgnette.core.transcripts.exports.json_file import json_file, read
from lorgnette.core.transcripts.exports.markdown import markdown, plainly
from lorgnette.core.transcripts.exports.paragraphs import about, paragraphs
from lorgnette.core.transcripts.exports.plain import plain

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_markdown_has_a_title_and_paragraphs_with_times():
    assert markdown(MEETING) == (
        "# Budget\n\n2026-01-05 09:30 · 2:05\n\n"
        "`0:01` **Anna:** Shall we begin?\n\n"
        "`0:02` **Ben \\& Co:** Yes, let's. The budget is 5 \\* 3.\n\n"
        "`1:30` **\\#3:** Thank you.\n"
    )


def test_plain_text_is_what_was_said():
    assert plain(MEETING).splitlines() == [
        "Anna: Shall we begin?",
        "Ben & Co: Yes, let's. The budget is 5 * 3.",
        "#3: Thank you.",
    ]


def test_a_long_speech_has_a_time_every_minute():
    speech = Transcript("", 200, tuple(Line(n + 1, n * 10, n * 10 + 9.5, "So.") for n in range(20)))

    assert [start for start, _, _ in paragraphs(speech)] == [0, 70, 140]
    assert about(speech) == "3:20"


@given(st.text(max_size=200) | st.sampled_from(HOSTILE))
def test_markdown_takes_nothing_said_for_a_sign(text):
    bare = re.sub(r"\\[\\`*_\[\]<>#|~&$!]", "", plainly(text))

    assert not set(bare) & set("\\`*_[]<>#|~&$!")
    assert re.sub(r"\\(.)", r"\1", plainly(text), flags=re.DOTALL) == text


@given(transcripts)
def test_texts_have_one_paragraph_a_line(transcript):
    said = list(paragraphs(transcript))

    assert len(plain(transcript).split("\n")) == len(said) + 1
    assert len(markdown(transcript).split("\n\n")) == len(said) + 2


@given(transcripts)
def test_json_gives_the_transcript_back(transcript):
    assert read(json_file(transcript)) == transcript


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"title": "", "seconds": -1}', '{"title": "", "seconds": 1e99}']
)
def test_what_is_no_transcript_is_not_read(text):
    with pytest.raises(msgspec.DecodeError):
        read(text)


def holdable(text):
    """XML holds anything but these."""
    return re.sub("[\ufffe\uffff]", "", text)


@given(transcripts)
def test_a_document_is_well_formed_and_says_it_all(transcript):
    with zipfile.ZipFile(io.BytesIO(docx(transcript))) as archive:
        assert archive.testzip() is None
        parts = {name: ET.fromstring(archive.read(name)) for name in archive.namelist()}
    shown = ["".join(p.itertext()) for p in parts["word/document.xml"].iter(f"{W}p")]

    assert len(shown) == 2 + len(list(paragraphs(transcript)))
    for text, (_, speaker, said) in zip(shown[2:], paragraphs(transcript), strict=True):
        assert text.endswith(holdable(said))
        assert holdable(speaker) in text


def test_a_document_names_its_parts():
    with zipfile.ZipFile(io.BytesIO(docx(MEETING))) as archive:
        types = ET.fromstring(archive.read("[Content_Types].xml"))
        names = archive.namelist()

    assert names[0] == "[Content_Types].xml"  # some readers want it first
    assert {part.get("PartName", "/_rels/.rels")[1:] for part in types} <= set(names)
    assert docx(MEETING) == docx(MEETING)


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_takes_hostile_text_and_none(ending):
    lines = tuple(Line(n, n, n + 1, text, n) for n, text in enumerate(HOSTILE, 1))

    assert export(Transcript("\x00<b>", 20.0, lines, speakers={1: "-->\n<v Eve>"}), ending)
    assert isinstance(export(Transcript("", 0.0), ending), bytes)

"""DOCX: a document for word processors, the smallest that is valid.

ISO/IEC 29500 (Office Open XML), WordprocessingML: five parts in a zip archive.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Final
from xml.sax.saxutils import escape

from lorgnette.core.transcripts.exports.clock import clock
from lorgnette.core.transcripts.exports.paragraphs import about, paragraphs
from lorgnette.core.transcripts.transcript import Transcript

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OPEN: Final = "http://schemas.openxmlformats.org"
_WORDS: Final = f"{_OPEN}/wordprocessingml/2006/main"
_PACKAGE: Final = f"{_OPEN}/package/2006"
_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MADE: Final = (1980, 1, 1, 0, 0, 0)  # the same transcript is the same file
_NO_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_TYPES: Final = f"""{_HEAD}<Types xmlns="{_PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>\
<Override PartName="/word/styles.xml" ContentType="{_KIND}.styles+xml"/>\
</Types>"""

_RELATIONS: Final = f"""{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="document" Target="%s" \
Type="{_OPEN}/officeDocument/2006/relationships/%s"/></Relationships>"""

_STYLES: Final = f"""{_HEAD}<w:styles xmlns:w="{_WORDS}">\
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>\
<w:pPr><w:spacing w:after="120"/></w:pPr></w:style>\
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/>\
<w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:style>\
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>\
<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>\
<w:pPr><w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="0"/></w:pPr>\
<w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>\
</w:styles>"""

SOFT: Final = '<w:color w:val="808080"/>'
BOLD: Final = "<w:b/>"
"""Looks of a piece of text."""


def docx(transcript: Transcript) -> bytes:
    """The transcript as a document: the title, and paragraphs with their times."""
    head = [paragraph(run(transcript.title), "Title"), paragraph(run(about(transcript)))]
    return document([*head, *spoken(transcript)])


def spoken(transcript: Transcript) -> Iterator[str]:
    """What was said, as paragraphs of a document."""
    for start, speaker, text in paragraphs(transcript):
        said_by = run(f"{speaker}: ", BOLD) if speaker else ""
        yield paragraph(run(f"{clock(start)}  ", SOFT) + said_by + run(text))


def document(body: Iterable[str]) -> bytes:
    """Paragraphs as a document."""
    whole = f'<w:document xmlns:w="{_WORDS}"><w:body>{"".join(body)}</w:body></w:document>'
    return _zipped(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _RELATIONS % ("word/document.xml", "officeDocument"),
            "word/_rels/document.xml.rels": _RELATIONS % ("styles.xml", "styles"),
            "word/styles.xml": _STYLES,
            "word/document.xml": _HEAD + whole,
        }
    )


def paragraph(runs: str, style: str = "Normal") -> str:
    """Pieces of text as a paragraph in a style: `Normal`, `Title` or `Heading1`."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def run(text: str, look: str = "") -> str:
    """A piece of text in one look; characters that XML cannot hold are left out."""
    plain = escape(_NO_XML.sub("", text))
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{plain}</w:t></w:r>'


def _zipped(parts: dict[str, str]) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _MADE)
            info.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(info, content)
    return archive.getvalue()

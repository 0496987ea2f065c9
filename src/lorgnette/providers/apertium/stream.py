"""The text format between Apertium's programs.

Source: wiki.apertium.org/wiki/Apertium_stream_format. The programs that turn plain text into it
are skipped, so their two habits are kept here: reserved characters are escaped, and every text
ends with a full stop and an empty format block, without which the last word may be swallowed.
"""

import re
from collections import Counter

_RESERVED = re.compile(r"([\^$/<>{}\[\]\\@*~])")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_END = ".[]"

_MARK = re.compile(r"(?<![\w\\])[*@#](?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+")
_LITERAL = re.compile(
    r"(?:https?://|www\.)\S*\w"
    r"|[\w.+-]+@[\w-]+\.[\w.-]*\w"
    r"|(?:[$€£¥₩] ?)?(?:(?<!\w)[-+−])?\d(?:[\d.,:/]*\d)?(?: ?[€%°])?"
)


def encode(text: str) -> str:
    """Plain text for the pipe."""
    return _RESERVED.sub(r"\\\1", text) + _END


def decode(answer: str) -> tuple[str, float]:
    """The text of an answer, and the share of its words (0 to 1) that were left in doubt.

    Apertium marks a word it does not know with `*`, one it cannot translate with `@`, and one
    it cannot inflect with `#`.
    """
    text, doubts = _MARK.subn("", answer.strip().removesuffix(_END))
    text = " ".join(_ESCAPED.sub(r"\1", text).split())
    return text, doubts / max(1, len(_WORD.findall(text)))


def keeps_literals(source: str, translated: str) -> bool:
    """Whether every number, price, time, address and link came through letter by letter."""
    return Counter(_LITERAL.findall(source)) == Counter(_LITERAL.findall(translated))

"""Japanese as espeak-ng reads it: in kana, spelled as it is spoken.

It leaves Chinese characters out or says «Chinese letter» for each, and reads particles as they
are written. The readings cover what a traveller says; they are no dictionary.
"""

import re
from functools import lru_cache
from importlib.resources import files
from typing import Final

from lorgnette.core.errors import UnsupportedLanguage

_HAN: Final = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff"
_KANA: Final = "\u3041-\u30ff"
_BESIDE: Final = "一二三四五六七八九十百千万今"
"""Characters that stand beside others without making one word with them."""

_SPELLINGS: Final = (
    (
        re.compile(
            f"(?<=[{_HAN}\u30a1-\u30fc])は|(?<=[こそあど][これ])は|(?<=ちら|さん)は|(?<=こんにち)は"
            "|(?<=こんばん)は|(?<=で)は(?=あり|な)|は(?=[、？]|なん|何|どこ|どう|いくら|いつ|だれ|誰|あり)"
        ),
        "わ",
    ),
    (re.compile(f"(?<=[{_HAN}])へ"), "え"),
    (re.compile("(?<=[0-9三四五六七八九十百千万])人"), "にん"),
)
"""What stands beside a word and changes how it is spoken: particles, people counted."""

_SEAM = re.compile(f"(?<=[A-Za-z])(?=[{_KANA}])|(?<=[{_KANA}])(?=[A-Za-z])")
_ANY_HAN = re.compile(f"[{_HAN}]")


def in_kana(text: str) -> str:
    """A Japanese text for the ear. Raises UnsupportedLanguage when it holds an unknown word."""
    for particle, spoken in _SPELLINGS:
        text = particle.sub(spoken, text)
    words, readings = _readings()
    text = words.sub(lambda word: readings[word[0]], text)
    if _ANY_HAN.search(text):
        raise UnsupportedLanguage("espeak-ng cannot read these Japanese words")
    return _SEAM.sub(" ", text)


@lru_cache(maxsize=1)
def _readings() -> tuple[re.Pattern[str], dict[str, str]]:
    """The words that can be read, the longest first, and their readings.

    A single character is a word only where no other stands beside it: in a compound it is likely
    to be read otherwise. Single ones are sought together, which compiles fifty times as fast.
    """
    lines = files(__package__).joinpath("readings.txt").read_text(encoding="utf-8").splitlines()
    readings = dict(line.split() for line in lines if not line.startswith("#"))
    words = sorted((word for word in readings if len(word) > 1), key=len, reverse=True)
    single = "".join(word for word in readings if len(word) == 1 and word not in _BESIDE)
    other = f"(?![{_BESIDE}])[{_HAN}]"
    alone = f"[{_BESIDE}]|(?<!{other})[{single}](?!{other})"
    return re.compile("|".join([*words, alone])), readings

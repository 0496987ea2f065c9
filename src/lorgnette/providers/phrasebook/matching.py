"""When two wordings are the same: case, punctuation, contractions and politeness do not count.

Signs that change a meaning (a minus, a currency, a percentage) are kept, so that a sentence
that has them matches nothing rather than the same sentence without them.
"""

import re
import unicodedata
from collections.abc import Sequence

from lorgnette.core.types import Language

WITHOUT_SPACES = frozenset({"zh", "ja", "ko"})
"""Languages whose spaces carry no meaning, or are set differently by everybody."""

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ´`＇", "'"))
_SILENT = re.compile(r"[^\w\s.,:%‰°$€£¥₩+=−-]|_")
_MARK = re.compile(r"[.,:](?:(?![0-9])|(?<![0-9].))")  # but not the one inside 3.50 or 7:30
_MINUS = re.compile(r"(?<!\w)[-−](?=\s*[0-9])")
_ACCENTS = re.compile(r"[\u0300-\u036f]")

_CONTRACTIONS = re.compile(
    r"\b(?:(\w++)'(\w++)|(?:do|does|did|is|are|was|ca|wo)nt\b|(?:what|where|who|how|that|there)s\b"
    r"|cannot\b|im\b|ive\b)"
)
_NEGATED = {"ca": "can", "wo": "will", "sha": "shall"}
_ENDINGS = {"re": "are", "ve": "have", "ll": "will", "m": "am", "d": "would"}
_HAVING_IS = frozenset(
    {"it", "that", "what", "where", "who", "how", "there", "here", "when", "why", "he", "she"}
)
_WITHOUT_APOSTROPHE = {"im": "i am", "ive": "i have", "cannot": "can not"}

_SAME = {
    "zh": (("您", "你"), ("妳", "你"), ("哪儿", "哪里"), ("这儿", "这里"), ("那儿", "那里")),
    "ja": (("下さい", "ください"), ("分かり", "わかり"), ("有難う", "ありがとう")),
}
_POLITE = {
    "en": (("please ",), (" please",)),
    "zh": (("请问", "麻烦你", "麻烦", "请"), tuple("啊呀哦啦嘛喔哈呢")),
    "es": (("por favor ",), (" por favor",)),
    "fr": (("s il vous plait ", "s il te plait "), (" s il vous plait", " s il te plait", " svp")),
    "de": (("bitte ",), (" bitte",)),
}


def folded(text: str, language: Language) -> str:
    """The text without what does not change its meaning: case, accents, punctuation, spaces."""
    return all_folded([text], language)[0]


def all_folded(texts: Sequence[str], language: Language) -> list[str]:
    """Many texts at once, which is a good deal quicker than one after the other."""
    lines = "\n".join(" ".join(text.split()) for text in texts)
    lines = unicodedata.normalize("NFKC", lines.translate(_APOSTROPHES)).casefold()
    if language == "en":
        lines = _CONTRACTIONS.sub(_in_full, lines)
    lines = _MINUS.sub("−", lines).replace("-", " ")
    lines = _MARK.sub(" ", _SILENT.sub(" ", lines))
    if language in WITHOUT_SPACES:
        for other, usual in _SAME.get(language, ()):
            lines = lines.replace(other, usual)
        return [_completed("".join(line.split())) for line in lines.split("\n")]
    lines = _ACCENTS.sub("", unicodedata.normalize("NFKD", lines))
    return [" ".join(line.split()) for line in lines.split("\n")]


def bare(key: str, language: Language) -> str:
    """A folded text without the `please` at either end, if at least a word is left."""
    before, after = _POLITE.get(language, ((), ()))
    for words in before:
        if key.startswith(words) and len(key) > len(words) + 1:
            key = key.removeprefix(words)
    for words in after:
        if key.endswith(words) and len(key) > len(words) + 1:
            key = key.removesuffix(words)
    return key


def _completed(line: str) -> str:
    return line + "里" if line.endswith("在哪") else line


def _in_full(match: re.Match[str]) -> str:
    """`can't`, `cant` and `cannot` are `can not`; `today's` stays as it is."""
    word, ending = match.groups()
    if word is None:
        whole = match.group()
        if whole.endswith("s"):
            return f"{whole[:-1]} is"
        return _WITHOUT_APOSTROPHE.get(whole) or _not(whole.removesuffix("nt"))
    if ending == "t" and word.endswith("n"):
        return _not(word.removesuffix("n"))
    if ending == "s" and word == "let":
        return "let us"
    if ending == "s" and word in _HAVING_IS:
        return f"{word} is"
    return f"{word} {_ENDINGS[ending]}" if ending in _ENDINGS else match.group()


def _not(stem: str) -> str:
    return f"{_NEGATED.get(stem, stem)} not"

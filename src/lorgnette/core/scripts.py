"""The language of a piece of text as its script tells, so that the right voice speaks it.

Ranges are those of the Unicode blocks. A script that several languages share says nothing
against the language that is expected: a Ukrainian text stays Ukrainian.
"""

import re
from collections.abc import Sequence
from typing import Final

from lorgnette.core.types import ENGLISH, Language

_SCRIPTS: Final = {
    "kana": ("\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f", ("ja",)),
    "han": (
        "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
        ("zh", "yue", "ja", "ko"),
    ),
    "hangul": ("\u1100-\u11ff\u3130-\u318f\uac00-\ud7af", ("ko",)),
    "cyrillic": (
        "\u0400-\u052f",
        ("ru", "uk", "be", "bg", "mk", "sr", "bs", "kk", "ky", "tg", "tt", "ba", "cv", "mn", "uz"),
    ),
    "greek": ("\u0370-\u03ff\u1f00-\u1fff", ("el", "grc")),
    "arabic": (
        "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
        ("ar", "fa", "ur", "ug", "sd", "ku"),
    ),
    "hebrew": ("\u0590-\u05ff", ("he", "yi")),
    "devanagari": ("\u0900-\u097f", ("hi", "mr", "ne", "kok")),
    "thai": ("\u0e00-\u0e7f", ("th",)),
}
"""The letters of each script, and the languages written in it, the likeliest first."""

_SYLLABLES: Final = frozenset({"kana", "han", "hangul"})
_ALSO_LATIN: Final = frozenset({"sr", "bs", "uz", "tt", "ku"})
_KANA, _HAN = (_SCRIPTS[name][0] for name in ("kana", "han"))
_RUN: Final = re.compile(
    f"(?P<kana>[{_HAN}]*[{_KANA}][{_HAN}{_KANA}]*)|"
    + "|".join(f"(?P<{name}>[{span}]+)" for name, (span, _) in _SCRIPTS.items() if name != "kana")
    + r"|(?P<latin>[^\W\d_])"
)


def runs(text: str, language: Language) -> list[tuple[str, Language]]:
    """The text in runs of one language each, where `language` is what is expected.

    Joined again, the runs are the text. Marks, digits and spaces go with what is before them.
    Latin letters stay with the language around them (every voice reads some), unless the text
    has no other letters and the language is written otherwise: then they are taken for English.
    """
    own = {script for script, (_, languages) in _SCRIPTS.items() if language in languages}
    letters = [(str(run.lastgroup), run.start()) for run in _RUN.finditer(text)]
    if own and language not in _ALSO_LATIN and {script for script, _ in letters} == {"latin"}:
        return [(text, ENGLISH)]
    starts: list[tuple[int, Language]] = []
    for script, start in letters:
        if script == "latin" and own:
            continue
        native = script in own or script == "latin"
        spoken = language if native else Language(_SCRIPTS[script][1][0])
        if not starts or spoken != starts[-1][1]:
            starts.append((start if starts else 0, spoken))
    starts = starts or [(0, language)]
    ends = [*(start for start, _ in starts[1:]), len(text)]
    return [(text[start:end], spoken) for (start, spoken), end in zip(starts, ends, strict=True)]


def possible(text: str, among: Sequence[Language]) -> list[Language]:
    """Of some languages, those in whose script most of a text is.

    None, when a text has no letters, or only those of other scripts. A word counts as much as a
    Chinese character, and those beside kana are Japanese.
    """
    counts: dict[str, int] = {}
    last = ("", 0)
    for run in _RUN.finditer(text):
        script = str(run.lastgroup)
        goes_on = last == (script, run.start())
        weight = len(run.group()) if script in _SYLLABLES else int(not goes_on)
        counts[script] = counts.get(script, 0) + weight
        last = (script, run.end())
    best: list[Language] = []
    most = 0
    for script, count in counts.items():
        able = [language for language in among if _is_written_in(language, script)]
        if able and count > most:
            best, most = able, count
    return best


def _is_written_in(language: Language, script: str) -> bool:
    if script == "latin":
        own = any(language in languages for _, languages in _SCRIPTS.values())
        return not own or language in _ALSO_LATIN
    return language in _SCRIPTS[script][1]

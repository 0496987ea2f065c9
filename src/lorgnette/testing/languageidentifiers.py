"""A scripted language identifier, and the promises of every `LanguageIdentifier`."""

import math
from collections.abc import Mapping, Sequence

import anyio

from lorgnette.core.errors import UnsupportedLanguage
from lorgnette.core.scripts import possible
from lorgnette.core.types import ENGLISH, Language
from lorgnette.engines import LanguageIdentifier
from lorgnette.testing.promises import promise
from lorgnette.testing.translators import HOSTILE, NOBODY_SPEAKS

SAID: Mapping[Language, str] = {
    Language("en"): "Where is the nearest pharmacy, please?",
    Language("zh"): "请问最近的药店在哪里？",
    Language("ja"): "一番近い薬局はどこですか？",
    Language("ko"): "가장 가까운 약국이 어디예요?",
    Language("es"): "¿Dónde está la farmacia más cercana?",
    Language("fr"): "Où se trouve la pharmacie la plus proche ?",
    Language("de"): "Wo ist bitte die nächste Apotheke?",
    Language("it"): "Dove si trova la farmacia più vicina?",
    Language("pt"): "Onde fica a farmácia mais próxima?",
    Language("ru"): "Где находится ближайшая аптека?",
}
"""One sentence in each of the languages that every identifier should know."""

NOTHING = ("", " ", "12:30", "?!", "\0")
"""Texts that are in no language."""


class ScriptedIdentifier:
    """A `LanguageIdentifier` that knows a few texts, and otherwise the scripts."""

    def __init__(self, known: Mapping[str, Language]) -> None:
        """`known`: the language of each text."""
        self.known = dict(known)

    async def identify(self, text: str, /, among: Sequence[Language]) -> Mapping[Language, float]:
        """Nine tenths for the language in the script, the rest for the others."""
        if NOBODY_SPEAKS in among:
            raise UnsupportedLanguage(NOBODY_SPEAKS)
        able = possible(text, among)
        said = able[0] if len(able) == 1 else self.known.get(text)
        if said is None or said not in among or len(among) == 1:
            return dict.fromkeys(among, 1 / len(among))
        rest = [each for each in among if each != said]
        return {said: 0.9} | dict.fromkeys(rest, 0.1 / len(rest))


async def check_language_identifier(
    identifier: LanguageIdentifier, said: Mapping[Language, str] = SAID
) -> None:
    """Every promise of a `LanguageIdentifier`, with a sentence in each language that it knows.

    Raises AssertionError with the first promise that is not kept.
    """
    languages = list(said)
    for language, text in said.items():
        for other in languages:
            pair = [other, language] if other != language else [language]
            scores = await identifier.identify(text, pair)
            promise(next(iter(scores)) == language, f"{language} is told from {other}")
            _check_scores(scores, pair)
    for text in (*NOTHING, *HOSTILE):
        _check_scores(await identifier.identify(text, languages), languages)
    for text in NOTHING:
        scores = await identifier.identify(text, languages)
        promise(len(set(scores.values())) == 1, "what is in no language says nothing")
        promise(list(scores) == languages, "equal scores keep their order")
    await _check_it_refuses(identifier, said)
    with anyio.CancelScope() as scope:
        scope.cancel()
        await identifier.identify(said[languages[0]], languages)
    scores = await identifier.identify(said[languages[0]], languages)
    promise(next(iter(scores)) == languages[0], "it works after a question was cancelled")


def _check_scores(scores: Mapping[Language, float], among: Sequence[Language]) -> None:
    values = list(scores.values())
    promise(set(scores) == set(among), "every language has a score, and no other")
    promise(all(0 <= value <= 1 for value in values), "a score is from 0 to 1")
    promise(math.isclose(sum(values), 1, abs_tol=1e-6), "the scores are 1 together")
    promise(values == sorted(values, reverse=True), "the likeliest comes first")


async def _check_it_refuses(identifier: LanguageIdentifier, said: Mapping[Language, str]) -> None:
    refused = False
    try:
        await identifier.identify(next(iter(said.values())), (NOBODY_SPEAKS, ENGLISH))
    except UnsupportedLanguage:
        refused = True
    promise(refused, "a language it does not know raises UnsupportedLanguage")

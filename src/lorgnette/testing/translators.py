"""A scripted translator, and the promises of every `Translator`."""

import re
from collections.abc import Mapping
from contextlib import aclosing
from functools import partial

import anyio

from lorgnette.core.errors import EngineFailed, NotFound, UnsupportedLanguage
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.engines import Translation, Translator, follow
from lorgnette.testing.promises import promise

NOBODY_SPEAKS = Language("zz")
"""A language that no translator knows."""

HOSTILE = (
    "",
    " \n\t ",
    "\0",
    "a\0b",
    "^a/b<n>$",
    "[[t:b:1]] {x} <y> ~ \\ / @ * #",
    "\ud800",
    "\u202e\u200b\ufeff",
    "12" * 300,
    "word " * 3000,
    "你好 مرحبا 😀",
)
"""Texts that a translator may refuse, but must survive."""

_NUMBER = re.compile(r"\d+")


class ScriptedTranslator:
    """A `Translator` that knows a few texts, each after `delay` seconds.

    Texts in `failing` raise EngineFailed.
    """

    def __init__(
        self,
        known: Mapping[tuple[str, Language], str],
        *,
        delay: float = 0.0,
        approximate: bool = False,
        quick: bool = False,
    ) -> None:
        """`known`: translations by text and target language. `quick`: tails are translated, too."""
        self.known = dict(known)
        self.delay = delay
        self.approximate = approximate
        self.quick = quick
        self.failing: set[str] = set()
        self.asked: list[tuple[str, Language, Language]] = []
        """What it was asked to translate, with source and target, in order."""

    async def translate(self, text: str, /, *, source: Language, target: Language) -> Translation:
        """What the script says."""
        self.asked.append((text, source, target))
        await anyio.sleep(self.delay)
        if text in self.failing:
            raise EngineFailed("this translator fails as the script says")
        if NOBODY_SPEAKS in (source, target):
            raise UnsupportedLanguage(NOBODY_SPEAKS)
        if (text, target) not in self.known:
            raise NotFound("not in the script")
        return Translation(self.known[text, target], self.approximate)


async def check_translator(
    translator: Translator,
    text: str = "Good morning",
    *,
    source: Language = ENGLISH,
    target: Language = CHINESE,
) -> None:
    """Every promise of a `Translator`, with a `text` that it knows from `source` to `target`.

    Raises AssertionError with the first promise that is not kept.
    """
    known = partial(translator.translate, source=source, target=target)
    expected = await known(text)
    promise(bool(expected.text.strip()), "there is a translation")
    promise(expected.text.isprintable(), "it can be shown as it is")
    await check_unknown_languages_are_refused(translator, text, source, target)
    for hostile in (*HOSTILE, f"{text} 42, 7:30, 3.50"):
        await check_it_survives(translator, hostile, source, target)
    promise(await known(text) == expected, "the same question has the same answer")
    await check_it_can_be_followed(translator, text, source, target)
    await check_several_can_ask(translator, text, source, target)
    with anyio.CancelScope() as scope:
        scope.cancel()
        await known(text)
    promise(await known(text) == expected, "it works after a question was cancelled")


async def check_unknown_languages_are_refused(
    translator: Translator, text: str, source: Language, target: Language
) -> None:
    """UnsupportedLanguage, whichever of the two languages it does not know."""
    for languages in ((NOBODY_SPEAKS, target), (source, NOBODY_SPEAKS)):
        refused = False
        try:
            await translator.translate(text, source=languages[0], target=languages[1])
        except UnsupportedLanguage:
            refused = True
        promise(refused, "a language it does not know raises UnsupportedLanguage")


async def check_it_survives(
    translator: Translator, text: str, source: Language, target: Language
) -> None:
    """Any text is translated with its numbers, or says that it lost some, or is refused."""
    try:
        translation = await translator.translate(text, source=source, target=target)
    except NotFound:
        return
    numbers, survived = _NUMBER.findall(text), _NUMBER.findall(translation.text)
    promise(
        bool(translation.lost) or sorted(numbers) == sorted(survived),
        "numbers survive unchanged, unless it says otherwise",
    )


async def check_several_can_ask(
    translator: Translator, text: str, source: Language, target: Language
) -> None:
    """Several wearers at once get each their own answer, one of them nonsense."""
    expected = await translator.translate(text, source=source, target=target)
    answers: list[Translation] = []

    async def ask() -> None:
        answers.append(await translator.translate(text, source=source, target=target))

    async with anyio.create_task_group() as wearers:
        for _ in range(3):
            wearers.start_soon(ask)
            wearers.start_soon(check_it_survives, translator, "^^^", source, target)
    promise(answers == [expected] * 3, "each gets the answer to their own question")


async def check_it_can_be_followed(
    translator: Translator, text: str, source: Language, target: Language
) -> None:
    """The last translation of a sentence is the one to keep; a tail costs nobody anything."""
    expected = await translator.translate(text, source=source, target=target)
    shown = await _followed(translator, text, source, target, final=True)
    promise(shown[-1:] == [expected], "the last translation is the translation")
    promise(all(each.text.strip() for each in shown), "whatever is shown says something")
    for tail, way in ((text, target), (text[:-2], target), ("^^^", target), (text, NOBODY_SPEAKS)):
        await _followed(translator, tail, source, way, final=False)
    stream = follow(translator, text, source=source, target=target)
    async with aclosing(stream) as translations:
        await anext(translations)
    again = await translator.translate(text, source=source, target=target)
    promise(again == expected, "it works after somebody left in the middle")


async def _followed(
    translator: Translator, text: str, source: Language, target: Language, *, final: bool
) -> list[Translation]:
    stream = follow(translator, text, source=source, target=target, final=final)
    async with aclosing(stream) as translations:
        return [translation async for translation in translations]

"""How quick the offline translators are, and how much of everyday language they know.

`--data DIR`: a folder with `text/tatoeba/eng-spa.tsv` and `eng-cmn.tsv`, sentences that nobody
wrote with a phrasebook in mind.
"""

import argparse
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import anyio

import report
from lorgnette.core.errors import MissingPart, NotFound, UnsupportedLanguage
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.engines import Translator
from lorgnette.providers.apertium import Apertium
from lorgnette.providers.phrasebook import Phrasebook
from lorgnette.providers.phrasebook.phrasebook import keys

SPANISH = Language("es")
ROUNDS = 20

Pairs = list[tuple[str, str]]


async def refusal(translator: Translator, text: str, source: Language, target: Language) -> str:
    """Why there is no translation; nothing when there is one."""
    try:
        await translator.translate(text, source=source, target=target)
    except (NotFound, UnsupportedLanguage, MissingPart) as error:
        return str(error)
    return ""


async def seconds(translator: Translator, text: str, source: Language, target: Language) -> float:
    began = time.perf_counter()
    await refusal(translator, text, source, target)
    return time.perf_counter() - began


async def phrasebook_figures() -> dict[str, float]:
    figures: dict[str, float] = {}
    book = Phrasebook()
    for language in (ENGLISH, CHINESE):
        began = time.process_time()
        await refusal(book, "hello", language, SPANISH)
        busy = time.process_time() - began
        figures[f"phrasebook: first question in {language}, ms of a core"] = round(busy * 1e3, 1)
    figures["phrasebook: phrases"] = len(book.phrases)
    for language in sorted(book.languages):
        figures[f"phrasebook: wordings in {language}"] = len(dict(keys(book.phrases, language)))
    texts = [phrase.texts[ENGLISH].replace("{many}", "4") for phrase in book.phrases]
    texts += ["I would like to tell my brother about the seven wonders of the world"]
    took = [await seconds(book, text, ENGLISH, CHINESE) for text in texts * ROUNDS]
    figures["phrasebook: a question, median µs"] = round(report.percentile(took, 0.5) * 1e6, 1)
    figures["phrasebook: a question, 99 % µs"] = round(report.percentile(took, 0.99) * 1e6, 1)
    return figures


async def apertium_figures(pairs: Pairs) -> dict[str, float]:
    apertium = Apertium()
    first = await seconds(apertium, "hello", ENGLISH, SPANISH)
    took = [await seconds(apertium, english, ENGLISH, SPANISH) for english, _ in pairs]
    took = took or [first]
    await apertium.aclose()
    return {
        "Apertium: first sentence, ms": round(first * 1e3, 1),
        "Apertium: a sentence, median ms": round(report.percentile(took, 0.5) * 1e3, 2),
        "Apertium: a sentence, 99 % ms": round(report.percentile(took, 0.99) * 1e3, 2),
    }


async def coverage(
    translator: Translator, name: str, pairs: Pairs, target: Language
) -> Iterator[tuple[str, int]]:
    """How many sentences are translated, and why the others are not."""
    counts: dict[str, int] = {}
    for english, _ in pairs:
        why = await refusal(translator, english, ENGLISH, target) or "translated"
        counts[why] = counts.get(why, 0) + 1
    return ((f"{name} en-{target}, {len(pairs)} sentences: {why}", n) for why, n in counts.items())


def sentences(data: Path | None, name: str) -> Pairs:
    if data is None:
        return []
    lines = (data / "text" / "tatoeba" / name).read_text(encoding="utf-8").splitlines()
    return [(english, other) for english, other in (line.split("\t")[:2] for line in lines)]


async def main(data: Path | None) -> None:
    spanish, chinese = sentences(data, "eng-spa.tsv"), sentences(data, "eng-cmn.tsv")
    figures = await phrasebook_figures()
    figures.update(await coverage(Phrasebook(), "phrasebook", spanish, SPANISH))
    figures.update(await coverage(Phrasebook(), "phrasebook", chinese, CHINESE))
    if shutil.which("apertium"):
        figures |= await apertium_figures(spanish)
        apertium = Apertium()
        figures.update(await coverage(apertium, "Apertium", spanish, SPANISH))
        await apertium.aclose()
    report.save("translate", figures)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path)
    anyio.run(main, parser.parse_args().data)

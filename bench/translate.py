"""How quick and how good the offline translators are, and how much of everyday language they know.

`--data DIR`: a folder with `text/tatoeba/eng-spa.tsv` and `eng-cmn.tsv`, sentences that nobody
wrote with a phrasebook in mind, with their translations by people. Quality is chrF (sacrebleu) on
the sentences that are translated; the program `apertium` on the same sentences stands beside it.
"""

import argparse
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import anyio

import report
from lorgnette.app.composition import compose
from lorgnette.app.config import Config
from lorgnette.core.errors import MissingPart, NotFound, UnsupportedLanguage
from lorgnette.core.fidelity import lost
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.engines import TRANSLATOR, Translation, Translator
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


async def translated(
    translator: Translator, pairs: Pairs, source: Language, target: Language
) -> list[Translation | None]:
    """The translation of every sentence, None where it is refused."""
    found: list[Translation | None] = []
    for text, _ in pairs:
        try:
            found.append(await translator.translate(text, source=source, target=target))
        except (NotFound, UnsupportedLanguage, MissingPart):
            found.append(None)
    return found


def chrf(said: list[str], references: list[str]) -> float:
    from sacrebleu.metrics.chrf import CHRF

    return round(float(CHRF().corpus_score(said, [references]).score), 2)


def by_the_program(mode: str, texts: list[str]) -> list[str]:
    """What the program `apertium` makes of sentences, one a line, its marks hidden."""
    done = subprocess.run(
        ["apertium", "-u", "-n", mode],
        input="\n".join(texts),
        capture_output=True,
        text=True,
        check=True,
    )
    return [" ".join(line.split()) for line in done.stdout.splitlines()]


async def quality(pairs: Pairs, source: Language, target: Language, mode: str) -> dict[str, float]:
    """The chain, our Apertium and the program on the sentences that are translated."""
    engines = compose(Config(), [TRANSLATOR])
    chain, apertium = engines.found[TRANSLATOR], Apertium()
    figures: dict[str, float] = {}
    way = f"{source}-{target}"
    ours = await translated(apertium, pairs, source, target)
    kept = [(pair, said.text) for pair, said in zip(pairs, ours, strict=True) if said]
    references = [reference for (_, reference), _ in kept]
    figures[f"Apertium {way}, chrF of {len(kept)} sentences"] = chrf(
        [said for _, said in kept], references
    )
    program = by_the_program(mode, [text for (text, _), _ in kept])
    figures[f"the program apertium {way}, chrF of the same"] = chrf(program, references)
    same = sum(said == other for (_, said), other in zip(kept, program, strict=True))
    figures[f"Apertium {way}, sentences that differ from the program's"] = len(kept) - same
    all_of_it = await translated(chain, pairs, source, target)
    chained = [(pair, said) for pair, said in zip(pairs, all_of_it, strict=True) if said]
    label = f"phrasebook, then Apertium {way}, chrF of {len(chained)} sentences"
    figures[label] = chrf([said.text for _, said in chained], [pair[1] for pair, _ in chained])
    marked = sum(bool(said.lost) for _, said in chained)
    figures[f"phrasebook, then Apertium {way}, marked as having lost something"] = marked
    await apertium.aclose()
    await engines.aclose()
    return figures


def fidelity(pairs: Pairs, way: tuple[Language, Language]) -> dict[str, float]:
    """How often translations by people are doubted, and what looking takes."""
    took, doubted = [], 0
    for text, reference in pairs:
        began = time.perf_counter()
        doubted += bool(lost(text, reference, languages=way))
        took.append(time.perf_counter() - began)
    label = f"what must survive, {way[0]}-{way[1]}"
    return {
        f"{label}: of {len(pairs)} translations by people, doubted": doubted,
        f"{label}: a sentence, median µs": round(report.percentile(took, 0.5) * 1e6),
    }


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
    if spanish and shutil.which("apertium"):
        figures |= await quality(spanish, ENGLISH, SPANISH, "eng-spa")
        figures |= await quality([pair[::-1] for pair in spanish], SPANISH, ENGLISH, "spa-eng")
    for pairs, other in ((spanish, SPANISH), (chinese, CHINESE)):
        figures |= fidelity(pairs, (ENGLISH, other)) if pairs else {}
        figures |= fidelity([pair[::-1] for pair in pairs], (other, ENGLISH)) if pairs else {}
    report.save("translate", figures)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path)
    anyio.run(main, parser.parse_args().data)

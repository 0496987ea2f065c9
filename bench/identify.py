"""How often the language of a short sentence is told, and how quickly.

`--data DIR`: a folder with `text/tatoeba/eng-*.tsv` and `speech/languages/*/transcripts.txt`,
sentences and commands of a few words.
"""

import argparse
import time
from pathlib import Path

import anyio

import report
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.providers.langid import Py3langid
from lorgnette.testing.languageidentifiers import SAID

LANGUAGES = tuple(SAID)

Sentences = list[tuple[Language, str]]


def sentences(data: Path) -> Sentences:
    """Every sentence with its language; those of the voice commands each once."""
    found: Sentences = []
    for name, other in (("eng-spa.tsv", Language("es")), ("eng-cmn.tsv", CHINESE)):
        for line in (data / "text" / "tatoeba" / name).read_text(encoding="utf-8").splitlines():
            english, translated = line.split("\t")[:2]
            found += [(ENGLISH, english), (other, translated)]
    for path in sorted((data / "speech" / "languages").glob("*/transcripts.txt")):
        said = {line.split("\t")[1] for line in path.read_text(encoding="utf-8").splitlines()}
        found += [(Language(path.parent.name), text) for text in sorted(said)]
    return found


async def right(
    identifier: Py3langid, text: str, language: Language, among: list[Language]
) -> bool:
    scores = await identifier.identify(text, among)
    return next(iter(scores)) == language


async def main(data: Path) -> None:
    identifier = Py3langid({})
    began = time.perf_counter()
    await identifier.identify("hola", (ENGLISH, Language("es")))
    loading = round(time.perf_counter() - began, 2)
    figures: dict[str, float] = {"first sentence, model loaded, s": loading}
    among_all: dict[Language, list[bool]] = {}
    among_two: dict[Language, list[bool]] = {}
    took: list[float] = []
    for language, text in sentences(data):
        began = time.perf_counter()
        told = await right(identifier, text, language, list(LANGUAGES))
        took.append(time.perf_counter() - began)
        among_all.setdefault(language, []).append(told)
        for other in LANGUAGES:
            if other != language:
                told = await right(identifier, text, language, [other, language])
                among_two.setdefault(language, []).append(told)
    asked = {"each of nine others": among_two, f"{len(LANGUAGES)} at once": among_all}
    for name, counts in asked.items():
        for language, each in counts.items():
            label = f"{language} told from {name}, % of {len(among_all[language])} sentences"
            figures[label] = round(100 * sum(each) / len(each), 1)
        every = [told for each in counts.values() for told in each]
        figures[f"all told from {name}, %"] = round(100 * sum(every) / len(every), 2)
    figures["a sentence, median µs"] = round(report.percentile(took, 0.5) * 1e6)
    figures["a sentence, 99 % µs"] = round(report.percentile(took, 0.99) * 1e6)
    report.save("identify", figures)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    anyio.run(main, parser.parse_args().data)

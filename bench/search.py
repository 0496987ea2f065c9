"""How long it takes to find what was said in 1,000 hours, in English and Chinese.

The text is made by chance, with the words of the documentation and of the page as often as they
come there, one after another as they do there, and some thousand rare names among them.
"""

import random
import re
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import anyio

import report
from lorgnette.app.clocks import SystemClock
from lorgnette.core.transcripts import Line
from lorgnette.core.types import CHINESE, ENGLISH, Language, Wearer
from lorgnette.engines import Diary, Search
from lorgnette.store.meetings import SQLiteMeetings
from lorgnette.store.sqlite import SQLite

HOURS = 1_000
LINES = 900
"""In an hour: one in four seconds."""

WORDS = 10
CHARACTERS = 16
"""In a line."""

NAMES = 20_000
SPEAKERS = ("Anna Schmidt", "Ben", "Carlos Ruiz", "安娜", "王老师", "小李")
BEGAN = datetime(2023, 1, 2, 9, tzinfo=UTC)
TIMES = 40
ROOT = Path(__file__).parent.parent


class Talk:
    """Says sentences that never were, in words that follow each other as in some text."""

    def __init__(self, words: Sequence[str], chance: random.Random) -> None:
        self.words, self.chance = words, chance
        self.after: dict[str, list[str]] = {}
        for word, following in pairwise(words):
            self.after.setdefault(word, []).append(following)

    def say(self, count: int) -> list[str]:
        """So many words."""
        word, said = self.chance.choice(self.words), list[str]()
        while len(said) < count:
            said.append(word)
            word = self.chance.choice(self.after.get(word, self.words))
        return said


def sources() -> tuple[list[str], list[str]]:
    """The English words and the Chinese characters of the documentation and the page."""
    docs = " ".join(each.read_text() for each in sorted(ROOT.glob("docs/**/*.md")))
    pages = [*ROOT.glob("src/**/zh.*"), *ROOT.glob("tests/**/*chinese*")]
    chinese = " ".join(each.read_text() for each in sorted(pages))
    return re.findall(r"[a-z]+(?:'[a-z]+)?", docs.lower()), re.findall("[一-鿿]", chinese)


def names(chance: random.Random) -> list[str]:
    """Words that are hardly ever said."""
    parts = ("ba", "den", "ko", "li", "mar", "nu", "pel", "ro", "sta", "vi", "wen", "zo")
    return ["".join(chance.choices(parts, k=4)) + chance.choice("nsthx") for _ in range(NAMES)]


def hour(talks: dict[Language, Talk], rare: list[str], number: int) -> tuple[Language, list[Line]]:
    """The lines of one meeting."""
    language = CHINESE if number % 3 == 2 else ENGLISH
    talk, chance = talks[language], talks[language].chance
    lines = []
    for at in range(1, LINES + 1):
        said = talk.say(
            max(3, round(chance.gauss(CHARACTERS if language == CHINESE else WORDS, 4)))
        )
        if chance.random() < 0.2:
            said.insert(1, chance.choice(rare))
        text = ("" if language == CHINESE else " ").join(said)
        speaker = 1 + at // 3 % 3
        lines.append(Line(at, at * 4.0, at * 4.0 + 3.5, text, speaker, language))
    return language, lines


async def fill(diary: Diary, rare: list[str]) -> int:
    """A thousand meetings; how many words there are."""
    chance, (english, chinese) = random.Random(4), sources()
    talks = {ENGLISH: Talk(english, chance), CHINESE: Talk(chinese, chance)}
    words = 0
    for number in range(HOURS):
        language, lines = hour(talks, rare, number)
        words += sum(len(each.text.split()) for each in lines) if language == ENGLISH else 0
        words += sum(len(each.text) for each in lines) * 10 // 16 if language == CHINESE else 0
        began = BEGAN + timedelta(days=number)
        meeting = await diary.begin(f"Meeting {number}", began, language)
        for speaker in range(1, 4):
            name = SPEAKERS[(speaker - 1) + (3 if language == CHINESE else 0)]
            await diary.name_speaker(meeting.id, speaker, name)
        await diary.write(meeting.id, lines, seconds=3600)
        await diary.end(meeting.id)
    return words


def searches(rare: list[str]) -> dict[str, Callable[[random.Random], Search]]:
    """What is looked for, by kind; each time something else."""
    english, chinese = sources()
    after = Talk(english, random.Random(1))
    usual = sorted(set(english), key=english.count, reverse=True)
    signs = sorted(set(chinese), key=chinese.count, reverse=True)
    year = timedelta(days=365)

    def pair(chance: random.Random) -> str:
        at = chance.randrange(len(chinese) - 1)
        return "".join(chinese[at : at + 2])

    return {
        "a rare name": lambda c: Search(c.choice(rare)),
        "a word": lambda c: Search(c.choice(usual[100:])),
        "one of the 20 commonest words": lambda c: Search(c.choice(usual[:20])),
        "two words": lambda c: Search(" ".join(c.sample(usual[20:1_000], 2))),
        "a common and a rare word": lambda c: Search(f"{c.choice(usual[:20])} {c.choice(rare)}"),
        "three words as they were said": lambda _: Search(" ".join(after.say(3))),
        "a phrase in quotes": lambda _: Search(f'"{" ".join(after.say(2))}"'),
        "eight words": lambda c: Search(" ".join(c.sample(usual[:1_000], 8))),
        "a beginning of three letters": lambda c: Search(c.choice(usual[200:])[:3] + "*"),
        "Chinese, two characters": lambda c: Search(pair(c)),
        "Chinese, any two characters": lambda c: Search("".join(c.sample(signs[:300], 2))),
        "Chinese, one of 20 characters": lambda c: Search(c.choice(signs[:20])),
        "Chinese, eight characters": lambda c: Search("".join(c.sample(signs[:300], 8))),
        "a word, by a person": lambda c: Search(c.choice(usual[100:]), "anna"),
        "a common word, by a person": lambda c: Search(c.choice(usual[:20]), "ben"),
        "Chinese, by a person": lambda c: Search(pair(c), "安娜"),
        "a common word, in one meeting": lambda c: Search(
            c.choice(usual[:20]), meeting=c.randrange(1, HOURS)
        ),
        "a word, in the first year": lambda c: Search(c.choice(usual[100:]), until=BEGAN + year),
        "nothing that was said": lambda _: Search("quetzalcoatl xyzzy"),
    }


async def timed(diary: Diary, search: Search) -> float:
    """Milliseconds until the first page is there."""
    start = time.perf_counter()
    await diary.search(search)
    return (time.perf_counter() - start) * 1_000


async def writing(diary: Diary) -> list[float]:
    """Milliseconds for each write of a meeting that runs, beside all others."""
    meeting = await diary.begin("Now", datetime.now(UTC), ENGLISH)
    took = []
    for number in range(1, 101):
        said, tail = (
            Line(each, each * 4.0, each * 4.0 + 3, f"and the budget number {each} is fine", 1)
            for each in (number, number + 1)
        )
        start = time.perf_counter()
        await diary.write(meeting.id, [said], tail=[tail], seconds=number * 4.0)
        took.append((time.perf_counter() - start) * 1_000)
    await diary.end(meeting.id)
    return took


async def main() -> None:
    rare = names(random.Random(2))
    with tempfile.TemporaryDirectory() as folder:
        store = SQLite(Path(folder) / "store.sqlite", SystemClock())
        diary = SQLiteMeetings(store).of(Wearer("owner"))
        start = time.perf_counter()
        words = await fill(diary, rare)
        figures: dict[str, object] = {
            "hours": HOURS,
            "million words": round(words / 1e6, 1),
            "seconds to write": round(time.perf_counter() - start),
            "megabytes": round((Path(folder) / "store.sqlite").stat().st_size / 1e6),
        }
        every = []
        for kind, make in searches(rare).items():
            chance = random.Random(3)
            took = [await timed(diary, make(chance)) for _ in range(TIMES)]
            every += took
            figures[f"ms, {kind}"] = (
                f"{statistics.median(took):.1f}, 95 %: {report.percentile(took, 0.95):.1f}"
            )
        figures["ms, all searches, median"] = round(statistics.median(every), 1)
        figures["ms, all searches, 95 %"] = round(report.percentile(every, 0.95), 1)
        figures["ms, slowest search"] = round(max(every), 1)
        took = await writing(diary)
        figures["ms to write a line and a tail, median"] = round(statistics.median(took), 1)
        figures["ms to write a line and a tail, 95 %"] = round(report.percentile(took, 0.95), 1)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        figures["megabytes of memory at most"] = round(peak)
        start = time.perf_counter()
        await diary.delete(1)
        figures["seconds to delete a meeting"] = round(time.perf_counter() - start, 1)
        await store.aclose()
    report.save("search", figures)


if __name__ == "__main__":
    anyio.run(main)

"""How long the minutes of a meeting take, of one hour and of four: 1,000 lines an hour."""

import datetime as dt
import random
import time
from itertools import cycle

import report
from lorgnette.core.minutes import minutes, written
from lorgnette.core.transcripts import Line, Transcript
from lorgnette.core.types import CHINESE, ENGLISH, Language

LINES = 1_000
"""In an hour, of three voices."""
BEGAN = dt.datetime(2026, 5, 5, 10, tzinfo=dt.UTC)

NOUNS = [
    "budget",
    "hotel",
    "website",
    "contract",
    "supplier",
    "launch",
    "report",
    "office",
    "venue",
    "customer",
    "printer",
]
ENGLISH_SAID = (
    "I think the {0} and the {1} belong together, and we have seen that before.",
    "We decided to keep the {0} for the {1}. It has served us well.",
    "Can you send the {0} by Friday, Ben? And then there is the {1}.",
    "What about the {0} of the {1}?",
    "I'll prepare the {0} in two weeks, if the {1} is ready by then.",
    "Let's look at the {0} again before the {1} arrives.",
    "Yes, sure. The {0} is fine.",
    "The main problem with the {0} is that nobody has asked the {1}.",
)
CHINESE_NOUNS = [
    "预算",
    "酒店",
    "网站",
    "合同",
    "供应商",
    "发布会",
    "报告",
    "办公室",
    "场地",
    "客户",
]
CHINESE_SAID = (
    "我觉得{0}和{1}应该放在一起看。",
    "我们决定保留{0}，先不管{1}。",
    "请小王周五之前把{0}发给{1}。",
    "{0}和{1}怎么办？",
    "我来准备{0}，下周三之前搞定。",
    "好的，{0}没问题。",
)


def meeting(language: Language, hours: int) -> Transcript:
    """So many hours; the same every time."""
    chance = random.Random(4)
    chinese = language == CHINESE
    said, nouns = (CHINESE_SAID, CHINESE_NOUNS) if chinese else (ENGLISH_SAID, NOUNS)
    length = 3600.0 / LINES
    lines = (
        Line(
            number,
            number * length,
            (number + 0.9) * length,
            chance.choice(said).format(*chance.sample(nouns, 2)),
            speaker,
            language,
        )
        for number, speaker in zip(range(1, hours * LINES + 1), cycle((1, 2, 1, 3)), strict=False)
    )
    return Transcript("Hours", hours * 3600.0, tuple(lines), BEGAN, {1: "Anna", 2: "Ben"})


def seconds(language: Language, hours: int) -> tuple[float, int]:
    """For the minutes and their file; and how many entries there are."""
    said = meeting(language, hours)
    start = time.perf_counter()
    found = minutes(said, BEGAN)
    written.export(found, said, "md", language)
    took = time.perf_counter() - start
    return took, sum(map(len, (found.summary, found.decisions, found.actions, found.questions)))


if __name__ == "__main__":
    figures: dict[str, object] = {"lines in an hour": LINES}
    for each in (ENGLISH, CHINESE):
        for hours in (1, 4):
            name = f"{each}, {hours} h"
            took, entries = seconds(each, hours)
            figures[f"seconds, {name}, first time"] = round(took, 2)
            figures[f"seconds, {name}"] = round(min(seconds(each, hours)[0] for _ in range(3)), 2)
            figures[f"entries, {name}"] = entries
    report.save("minutes", figures)

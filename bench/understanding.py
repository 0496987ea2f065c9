"""How long it takes to understand a sentence, and how often it is understood right.

Without data: the sentences of the shipped skills in both languages, each as it is, misheard and
hostile, in the shipped grammar and in one ten times as large. With data: also the sentences that
no shipped skill covers (`text/clinc-sample.json`) and misheard orders of coffee
(`speech/commands/sentences.txt`).
"""

import argparse
import gc
import json
import random
import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

import coffee
import report
from lorgnette.core.readings import Intent, Reading, Unknown
from lorgnette.core.slots import Context
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.skills.catalogue import discover
from lorgnette.skills.sentences import sentences_of
from lorgnette.understanding import ActionSentences, Grammar
from lorgnette.understanding.sample import Sampler

NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)

FREE = {ENGLISH: ("green", "elephants"), CHINESE: ("大", "象")}

MISHEARD = {
    "a": "the", "almond": "armand", "americano": "a mericano", "an": "and", "at": "had",
    "battery": "butter e", "brew": "blue", "brown": "browns", "cancel": "can sell",
    "cappuccino": "cup of chino", "dark": "duck", "eight": "ate", "five": "fife", "for": "four",
    "get": "got", "iced": "ice", "large": "lodge", "latte": "latter", "light": "like",
    "minutes": "minute", "mocha": "mocker", "note": "node", "notes": "nodes", "ounce": "ones",
    "roast": "rose", "set": "said", "shot": "short", "skim": "skin", "soy": "soi", "ten": "den",
    "timer": "time are", "time": "dime", "to": "two", "translate": "trans late", "triple": "tribal",
    "twelve": "twelves", "up": "app", "volume": "volumes", "what": "watt", "with": "width",
}  # fmt: skip
"""What an open recogniser made of words, in its transcripts of accented speech."""

COVERED = {
    "alarm", "calculator", "cancel", "change_language", "change_volume", "current_location",
    "date", "greeting", "goodbye", "measurement_conversion", "next_holiday", "reminder",
    "reminder_update", "repeat", "spelling", "thank_you", "time", "timer", "timezone", "todo_list",
    "todo_list_update", "translate", "what_can_i_ask_you", "whisper_mode", "yes", "no", "maybe",
}  # fmt: skip
"""Intents of the clinc sample that are, at least in part, the business of a shipped skill."""

ROOMS = ("kitchen", "garage", "office", "bedroom", "garden", "cellar", "attic", "hall", "porch")
"""Where a tenfold grammar has its other skills: `kitchen set a timer`."""

HOSTILE = (
    "translate " + "to french " * 1000,
    "remind me to " + "in ten minutes " * 600,
    "a " * 2000,
    " ".join(f"w{number}" for number in range(2000)),
    "one two three four five six seven eight nine ten " * 3,
    "set a timer for " * 8,
    "设一个" * 500,
    "提醒我" + "十分钟后" * 300,
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path)
    arguments = parser.parse_args()
    figures: dict[str, Any] = {}
    for language in (ENGLISH, CHINESE):
        figures |= shipped(language)
    if arguments.data:
        figures |= out_of_scope(arguments.data / "text/clinc-sample.json")
        figures |= orders(arguments.data / "speech/commands/sentences.txt")
    report.save("understanding", figures)


def shipped(language: Language) -> dict[str, Any]:
    """The sentences of the shipped skills."""
    actions = shipped_actions(language)
    context = Context(language, NOW)
    sampler = Sampler(context, FREE[language])
    samples = [sample for item in actions for sample in sampler.samples(item, 10)]
    start = time.perf_counter()
    grammar = Grammar.compile(language, actions)
    compiled = time.perf_counter() - start
    texts = [sample.text for sample in samples]
    readings, _ = read_all(grammar, texts, context)
    right = sum(
        getattr(getattr(reading, "intent", reading), "action", "") == sample.action
        for reading, sample in zip(readings, samples, strict=True)
    )
    figures = {
        f"{language}: templates": len(grammar.sentences.owners),
        f"{language}: compiled, ms": round(compiled * 1000),
        f"{language}: sentences read right": share(right, len(samples)),
    }
    texts += [mishear(text, random.Random(text)) for text in texts] if language == ENGLISH else []
    large = Grammar.compile(language, [*actions, *copies(actions)])
    for name, each in (("", grammar), (", ten times the grammar", large)):
        ready(each)
        _, times = read_all(each, [*texts, *HOSTILE], context)
        figures[f"{language}: median{name}, ms"] = round(report.percentile(times, 0.5), 2)
        figures[f"{language}: max{name}, ms"] = round(max(times), 1)
    if language == ENGLISH:
        said = [(sample.text, reading) for sample, reading in zip(samples, readings, strict=True)
                if isinstance(reading, Intent)
                and grammar.owner(reading).believes(reading.slots)]  # fmt: skip
        heard, clean = [text for text, _ in said], [reading for _, reading in said]
        figures |= mended("shipped skills", grammar, context, heard, clean)
    return figures


def ready(grammar: Grammar) -> None:
    """Make a grammar as ready as a hub does; its objects need not be collected any more."""
    grammar.warm_up()
    gc.collect()
    gc.freeze()


def shipped_actions(language: Language) -> list[ActionSentences]:
    """All actions of the installed skills."""
    return [item for skill in discover().skills.values() for item in sentences_of(skill, language)]


def copies(actions: Iterable[ActionSentences]) -> list[ActionSentences]:
    """The actions again, in nine rooms."""
    return [
        msgspec.structs.replace(
            item,
            action=f"{room}.{item.action}",
            templates=tuple(f"{room} ({template})" for template in item.templates),
        )
        for room in ROOMS
        for item in actions
    ]


def read_all(
    grammar: Grammar, texts: Sequence[str], context: Context
) -> tuple[list[Reading], list[float]]:
    """The readings, and the milliseconds of processor time that each took, caches cold."""
    readings, times = [], []
    for text in texts:
        start = time.thread_time()
        readings.append(grammar.read(text, context))
        times.append((time.thread_time() - start) * 1000)
    return readings, times


def mishear(text: str, choose: random.Random) -> str:
    """The text with up to two words misheard."""
    words = text.split()
    places = [place for place, word in enumerate(words) if word in MISHEARD]
    for place in choose.sample(places, min(2, len(places))):
        words[place] = MISHEARD[words[place]]
    return " ".join(words)


def mended(
    name: str,
    grammar: Grammar,
    context: Context,
    texts: Sequence[str],
    clean: Sequence[Intent],
) -> dict[str, Any]:
    """What comes of sentences that were misheard."""
    misheard = [mishear(text, random.Random(text)) for text in texts]
    pairs = [
        (reading, meant)
        for reading, meant, text, heard in zip(
            read_all(grammar, misheard, context)[0], clean, texts, misheard, strict=True
        )
        if text != heard
    ]
    right = sum(same(reading, meant) for reading, meant in pairs)
    wrong = sum(
        isinstance(reading, Intent) and not same(reading, meant) for reading, meant in pairs
    )
    return {
        f"{name}: misheard sentences": len(pairs),
        f"{name}: mended": share(right, len(pairs)),
        f"{name}: wrong action or slot": share(wrong, len(pairs)),
    }


def same(reading: Reading, meant: Intent) -> bool:
    """Whether a reading comes to the same action with the same values."""
    return isinstance(reading, Intent) and (reading.action, reading.slots) == (
        meant.action,
        meant.slots,
    )


def out_of_scope(path: Path) -> dict[str, Any]:
    """Sentences that are nobody's business."""
    sample = json.loads(path.read_text())
    texts = [
        text
        for part in ("train_val", "oos_val")
        for text, intent in sample[part]
        if intent not in COVERED
    ]
    grammar = Grammar.compile(ENGLISH, shipped_actions(ENGLISH))
    ready(grammar)
    readings, times = read_all(grammar, texts, Context(ENGLISH, NOW))
    taken = [text for text, reading in zip(texts, readings, strict=True)
             if not isinstance(reading, Unknown)]  # fmt: skip
    for text in taken:
        print("taken for a command:", text)
    return {
        "out of scope: sentences": len(texts),
        "out of scope: taken for a command or asked about": share(len(taken), len(texts)),
        "out of scope: median, ms": round(report.percentile(times, 0.5), 2),
        "out of scope: max, ms": round(max(times), 1),
    }


def orders(path: Path) -> dict[str, Any]:
    """Orders of coffee, misheard."""
    grammar = Grammar.compile(ENGLISH, sentences_of(coffee.skill, ENGLISH))
    context = Context(ENGLISH, NOW)
    texts = path.read_text().splitlines()
    clean, _ = read_all(grammar, texts, context)
    known = [(text.lower(), reading) for text, reading in zip(texts, clean, strict=True)
             if isinstance(reading, Intent)]  # fmt: skip
    figures = {"coffee: sentences read as they are": share(len(known), len(texts))}
    heard, meant = [text for text, _ in known], [reading for _, reading in known]
    return figures | mended("coffee", grammar, context, heard, meant)


def share(part: int, whole: int) -> str:
    """A share in percent."""
    return f"{100 * part / max(1, whole):.1f} %"


if __name__ == "__main__":
    main()

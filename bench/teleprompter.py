"""How near the teleprompter stays to somebody who gives a speech, in real time.

A flite voice reads a speech as people do: with asides, sentences changed, a paragraph left out, a
sentence said again. When each word ends is known, and so is which word of the text is next. The
captions are those of the embedded recogniser.
"""

import time
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

import anyio

import report
from captions import Told, engines, heard
from dialogue import Turn, conversation
from lorgnette.core.captions import Committed, Tail
from lorgnette.core.lens.scroll import room_on
from lorgnette.core.types import AR, ENGLISH, SAMPLE_RATE
from lorgnette.core.words import split
from lorgnette.skills.teleprompter.place import Place
from lorgnette.understanding.following import begin, hear
from lorgnette.understanding.script import Script, spoken

SPEECH = (
    "Good evening, dear neighbours, and thank you for coming to our little library.",
    "Ten years ago we opened it with 1,200 books and a borrowed kettle.",
    "Nobody believed that it would last longer than one winter.",
    "The roof leaked, the heating was older than the town hall, and the rent was too high.",
    "And yet here we are, with more readers than the school has pupils.",
    "I want to tell you about the people who made this possible.",
    "The first is Margaret, who repaired the roof with her own hands in November 2016.",
    "She never sent us a bill, and when I asked her why, she laughed.",
    "A town without a library, she said, is only a very large car park.",
    "The second are the children, who read 4,000 pages in one summer.",
    "They argued about every single one of them, and they were usually right.",
    "Some of them work here on Saturdays now, and they know the shelves better than I do.",
    "The third is somebody who does not want to be named tonight.",
    "He brought us coffee every morning, and never took a penny for it.",
    "Next year we will build a garden behind the house.",
    "There will be benches, apple trees, and a roof against the rain.",
    "It will cost $35,000, and we have already collected half of it.",
    "Whoever wants to help can dig, plant, cook, or simply give.",
    "So let us raise our glasses to Margaret and to the children.",
    "And let us raise them to the next ten years. Thank you.",
)

ASIDES = (
    "Can everybody hear me in the back? Please come a bit closer, there are chairs left here.",
    "By the way, somebody has left the lights of a red car on, just outside of the door.",
    "I did not plan to say this, but I am really moved to see so many of you tonight.",
)

GIVEN: tuple[int | str, ...] = (
    *(ASIDES[0], 0, 1, 2, 3, ASIDES[1], 4, 5, 6),
    "She never sent a bill to anybody, and when we asked she only laughed.",
    *(8, ASIDES[2], 9, 10, 14, 15, 16, 16, 17, 18, 19),
)
"""Sentences of the speech by their number, and others: 7 is changed, 11 to 13 are left out."""

NEAR = 8
"""Words from the true place within which somebody finds their words at a glance: about a row."""


class Truth(NamedTuple):
    """From a second on this word is next; the wearer reads, or says something else."""

    at: float
    word: int
    reads: bool


def main() -> None:
    figures = anyio.run(measure)
    report.save("teleprompter", {**figures, **cost()})


async def measure() -> dict[str, Any]:
    texts = [SPEECH[each] if isinstance(each, int) else each for each in GIVEN]
    sound, turns = conversation(("slt",), texts, pauses=(0.4, 0.7))
    told = await heard(await engines(), sound, realtime=True)
    truth = [*true_places(turns)]
    places = shown_places(told)
    return {
        "speech": f"{len(texts)} sentences, {len(sound) / SAMPLE_RATE:.0f} s",
        **distances(truth, places),
        **jumps(turns, truth, places),
    }


def true_places(turns: list[Turn]) -> Iterator[Truth]:
    """Which word of the speech is next, from the end of each word on."""
    lengths = (len(spoken(split(text, ENGLISH))) for text in SPEECH)
    starts, last = list(accumulate(lengths, initial=0)), 0
    for which, turn in zip(GIVEN, turns, strict=True):
        words = [word.text for word in turn.words]
        for count, word in enumerate(turn.words, 1):
            if isinstance(which, int):
                last = starts[which] + len(spoken(words[:count]))
            yield Truth(word.end, last, isinstance(which, int))


def shown_places(told: Told) -> list[tuple[float, Place, int]]:
    """The second, the place, and the word that is taken to be next after each event."""
    place = Place("\n".join(SPEECH), ENGLISH, room_on(AR.display))
    places = [(0.0, place, 0)]
    for at, event in told:
        match event:
            case Committed(text=text):
                place.hear(text)
            case Tail(text=text) if text:
                place.guess(text)
        places.append((at, place, place.next))
    return places


def place_at(second: float, places: list[tuple[float, Place, int]]) -> int:
    """The word that was taken to be next at a time."""
    return next(word for at, _, word in reversed(places) if at <= second)


def distances(truth: list[Truth], places: list[tuple[float, Place, int]]) -> dict[str, Any]:
    """How far the shown place is from the true one, looked at ten times a second."""
    behind, asides, seen = list[float](), list[float](), list[bool]()
    scroll, spans = places[0][1].scroll, places[0][1].script.spans
    assert scroll is not None
    for now, after in pairwise(truth):
        for tenth in range(int(now.at * 10) + 1, int(after.at * 10) + 1):
            shown = place_at(tenth / 10, places)
            (behind if after.reads and now.reads else asides).append(abs(shown - now.word))
            row, true = (
                scroll.row_of(spans[min(word, len(spans) - 1)][0]) for word in (shown, now.word)
            )
            seen.append(true in scroll.window(row))
    return {
        "words from the true place, reading, median": report.percentile(behind, 0.5),
        "words from the true place, reading, 90 %": report.percentile(behind, 0.9),
        f"time within {NEAR} words, reading": share([each <= NEAR for each in behind]),
        "words from the true place, asides, most": max(asides),
        "time the row to be read is on the lens": share(seen),
        "word to place, median s": round(report.percentile(lags(truth, places), 0.5), 2),
        "word to place, 90 % s": round(report.percentile(lags(truth, places), 0.9), 2),
    }


def lags(truth: list[Truth], places: list[tuple[float, Place, int]]) -> list[float]:
    """Seconds from the end of each word that was read until the place has passed it."""
    found = []
    for each in (one for one in truth if one.reads):
        reached = (at for at, _, word in places if word >= each.word and at >= each.at)
        found.append(next(reached, each.at + 60) - each.at)
    return found


def jumps(
    turns: list[Turn], truth: list[Truth], places: list[tuple[float, Place, int]]
) -> dict[str, Any]:
    """How many words of a sentence are said out of order before it is found."""
    figures = {}
    ends = accumulate((len(turn.words) for turn in turns), initial=0)
    begins = dict(zip(range(len(turns)), ends, strict=False))
    for name, index in (("left out", GIVEN.index(14)), ("said again", GIVEN.index(16) + 1)):
        rest = truth[begins[index] :]
        count = next(
            (
                count
                for count, each in enumerate(rest, 1)
                if abs(place_at(each.at, places) - each.word) <= NEAR
            ),
            len(rest),
        )
        figures[f"words until found, {name}"] = count
    return figures


def share(values: list[bool]) -> str:
    return f"{sum(values) / len(values):.1%}"


def cost() -> dict[str, Any]:
    """Milliseconds for a word of a long text, and to get one ready."""
    text = "\n".join(SPEECH * 40)
    began = time.perf_counter()
    script = Script(text, ENGLISH)
    ready = time.perf_counter()
    words = split(text, ENGLISH)[:2000]
    hear(script, begin(), words)
    each = (time.perf_counter() - ready) / len(words)
    return {
        "words of a long text": len(script),
        "to get it ready, ms": round(1000 * (ready - began)),
        "for each word, ms": round(1000 * each, 3),
    }


if __name__ == "__main__":
    main()

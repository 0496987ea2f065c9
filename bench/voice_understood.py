"""Which of espeak-ng's English voices the embedded recogniser understands best.

Each voice says sentences such as the hub says; the recogniser writes down what it heard. Numbers
are compared as words. espeak-ng never speaks the same way twice, so that figures within some
percent of each other say nothing.
"""

import argparse
import re
from collections.abc import Callable
from contextlib import aclosing

import anyio

import report
from lorgnette.core.types import ENGLISH, SAMPLE_RATE
from lorgnette.providers.espeak.voice import EspeakVoice

CHOICES = ("gmw/en-US", "gmw/en-US+max", "gmw/en-US+steph", "gmw/en-US+adam", "gmw/en-GB-x-rp+max")
SENTENCES = (
    "The timer is set for ten seconds.",
    "Turn left onto Mill Road in two hundred meters.",
    "I have added milk and bread to your shopping list.",
    "Your battery is at eighty percent.",
    "Tomorrow will be cloudy with a little rain in the evening.",
    "I can't do that yet.",
    "You have three reminders today.",
    "Your alarm will ring at half past six.",
    "The museum is open until six o'clock.",
    "Should I delete this note?",
    "I did not understand that, please say it again.",
    "There are twelve minutes left.",
    "In Tokyo it is two in the morning.",
    "The pharmacy is on the other side of the street.",
    "It will take about twenty minutes to walk there.",
    "I found three notes about the garden.",
    "Which one do you mean, the first or the second?",
    "Take the second exit and go straight on.",
    "There is no network, so I work offline.",
    "You have arrived.",
)
"""«onto» and the like aside, each can be written in one way only, but for its numbers."""

NUMBERS = {
    "2": "two",
    "3": "three",
    "6": "six",
    "10": "ten",
    "12": "twelve",
    "20": "twenty",
    "80": "eighty",
    "200": "two hundred",
    "%": "percent",
    "6:00": "six",
    "2nd": "second",
}


def words_of(text: str) -> list[str]:
    """The words as they are said: «80%» is eighty percent."""
    found = re.findall(r"[a-z']+|\d+:\d+|\d+nd|\d+|%", text.lower().replace("o'clock", ""))
    return " ".join(NUMBERS.get(word, word) for word in found).split()


def wrong(said: list[str], heard: list[str]) -> int:
    """How many words must be replaced, added or left out: Levenshtein's distance."""
    row = list(range(len(heard) + 1))
    for number, word in enumerate(said, 1):
        before, row[0] = row[0], number
        for place, other in enumerate(heard, 1):
            change = before + (word != other)
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, change)
    return row[-1]


def recogniser() -> Callable[[bytes], str]:
    """The embedded model as it is, without a vocabulary that would help it."""
    import numpy as np
    from moonshine_voice.moonshine_api import ModelArch
    from moonshine_voice.transcriber import Transcriber
    from moonshine_voice.utils import get_model_path

    options = {"identify_speakers": "false", "return_audio_data": "false"}
    transcriber = Transcriber(str(get_model_path("tiny-en")), ModelArch.TINY, options=options)

    def hear(sound: bytes) -> str:
        samples = np.frombuffer(bytes(8_000) + sound + bytes(16_000), "<i2") / 32768
        lines = transcriber.transcribe_without_streaming(samples.tolist(), SAMPLE_RATE).lines
        return " ".join(line.text for line in lines)

    return hear


async def share_understood(name: str, rate: int, hear: Callable[[bytes], str]) -> float:
    """Percent of the words that are understood of one voice."""
    settings = {"processes": 1, "words_per_minute": rate, "english": name}
    voice = EspeakVoice({"voice": settings})
    words = mistakes = 0
    for sentence in SENTENCES:
        async with aclosing(voice.speak(sentence, ENGLISH)) as sounds:
            sound = b"".join([chunk async for chunk in sounds])
        said = words_of(sentence)
        words += len(said)
        mistakes += wrong(said, words_of(hear(sound)))
    await voice.aclose()
    return round(100 * (1 - mistakes / words), 1)


async def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--voices", nargs="*", default=CHOICES)
    arguments.add_argument("--rates", nargs="*", type=int, default=(140, 155, 170))
    wanted = arguments.parse_args()
    hear = recogniser()
    figures = {
        f"{name} at {rate} a minute, % of words": await share_understood(name, rate, hear)
        for name in wanted.voices
        for rate in wanted.rates
    }
    report.save("voice_understood", figures)


if __name__ == "__main__":
    anyio.run(main)

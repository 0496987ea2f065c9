"""Whether the sentences of the shipped skills are understood, and nothing else is taken for them.

Their examples, in both languages, must all be read right. With `--data DIR`, the requests in
`text/clinc-sample.json` (CLINC150) are read too: those that no shipped skill can do must be taken
for none of its actions; those that one can do are counted as understood or not.
"""

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import report
from lorgnette.core.readings import Intent, Missing, Reading, Unknown, Unsure
from lorgnette.core.types import ENGLISH
from lorgnette.skills.catalogue import LANGUAGES, Catalogue, discover
from lorgnette.testing.examples import examples_of, mistake_in
from lorgnette.testing.turns import reading_of
from lorgnette.understanding import is_stop, read_consent

COVERED: Mapping[str, str] = {
    "alarm": "timers",
    "calculator": "calculate",
    "change_language": "device",
    "change_volume": "device",
    "date": "clock",
    "measurement_conversion": "convert",
    "reminder": "timers",
    "reminder_update": "timers",
    "repeat": "device",
    "time": "clock",
    "timer": "timers",
    "timezone": "clock",
    "translate": "translate",
    "what_can_i_ask_you": "device",
    "whisper_mode": "device",
}
"""Intents that a shipped skill can do, and the skill. To-do and shopping lists are not: notes are
no lists. `whisper_mode` is: to speak quietly is to be quieter."""

ALWAYS = ("cancel", "no", "yes")
"""Intents that belong to no skill: stop words, and answers to an open question."""

Requests = list[tuple[str, str]]
"""Sentences, each with its intent."""


def examples(catalogue: Catalogue) -> Iterator[tuple[str, object]]:
    """The share of the examples of each language that are read right; prints the others."""
    for language in LANGUAGES:
        right = total = 0
        for skill in catalogue.skills.values():
            for example in examples_of(skill, language):
                reading = reading_of(catalogue, example.say, language=language)
                mistake = mistake_in(reading, example, skill, language)
                right, total = right + (not mistake), total + 1
                if mistake:
                    print(f"  {language} {example.say!r} {mistake}")
        yield f"examples read right, {language}", f"{right} of {total}"


def is_understood(catalogue: Catalogue, text: str, intent: str) -> bool:
    """Whether a request that can be done was taken for what it is, or for a question about it."""
    if intent in ALWAYS:
        return is_stop(text, ENGLISH) or read_consent(text, ENGLISH) is not None
    return skill_of(reading_of(catalogue, text)) == COVERED[intent]


def skill_of(reading: Reading) -> str:
    """The skill that a reading belongs to; the first, when the wearer would be asked which."""
    match reading:
        case Intent(action):
            return action.partition(".")[0]
        case Missing(intent):
            return skill_of(intent)
        case Unsure((first, *_)):
            return skill_of(first)
    return ""


def taken(catalogue: Catalogue, requests: Requests) -> int:
    """How many requests that nobody can do are taken for something; prints them."""
    count = 0
    for text, intent in requests:
        reading = reading_of(catalogue, text)
        if not isinstance(reading, Unknown):
            count += 1
            print(f"  {intent}: {text!r} is taken for {reading}")
    return count


def clinc(catalogue: Catalogue, path: Path) -> Iterator[tuple[str, object]]:
    """The figures on the requests of CLINC150."""
    sample = json.loads(path.read_text())
    requests: Requests = [(text, intent) for text, intent in sample["train_val"]]
    known = [each for each in requests if each[1] in COVERED or each[1] in ALWAYS]
    strange = [each for each in requests if each not in known]
    outside: Requests = [(text, intent) for text, intent in sample["oos_val"]]
    wrong = taken(catalogue, strange + outside)
    missed = [each for each in known if not is_understood(catalogue, *each)]
    for text, intent in missed:
        print(f"  {intent}: {text!r} is not understood")
    count = len(strange) + len(outside)
    yield "requests of others taken for a command", f"{wrong} of {count}"
    yield "share of them", f"{wrong / count:.1%}"
    yield "requests that can be done, understood", f"{len(known) - len(missed)} of {len(known)}"
    yield "intents that can be done", ", ".join((*COVERED, *ALWAYS))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="the folder of the sample recordings and texts")
    given = parser.parse_args()
    skills = discover()
    figures: dict[str, object] = dict(examples(skills))
    if given.data:
        figures |= dict(clinc(skills, given.data / "text" / "clinc-sample.json"))
    report.save("sentences", figures)

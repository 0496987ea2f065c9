"""What is said of a step: the table's words, put together for one language."""

from lorgnette.core.guidance.distances import distance_said
from lorgnette.core.guidance.phrases import Phrase, table
from lorgnette.core.guidance.state import Prompt, Saying, sided
from lorgnette.core.routes import Manoeuvre, Mode, Step
from lorgnette.core.slots.numerals import chinese, english
from lorgnette.core.types import CHINESE, Language

COMPASS = (
    "north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west",
)  # fmt: skip
_SIDES = {-1: "left", 0: "straight", 1: "right"}


def spoken(prompt: Prompt, language: Language) -> str:
    """A prompt as a sentence. Languages without a table hear it in English."""
    frames, step = table().frames, prompt.step
    if step is None:
        return begun(frames[prompt.saying].form(language))
    if prompt.saying in (Saying.STOP, Saying.ARRIVED):
        deed = reached(step, language)
    elif prompt.saying is Saying.CONTINUE:
        return begun(_filled(frames["continue"], step, language, prompt.mode, prompt.distance))
    else:
        deed = done(step, language, prompt.mode)
    if prompt.then is not None:
        following = done(prompt.then, language, prompt.mode)
        deed = frames["then"].form(language).format(deed=deed, next=following)
    frame = frames["ahead" if prompt.saying is Saying.AHEAD else "now"].form(language)
    return begun(frame.format(deed=deed, distance=distance_said(prompt.distance, language)))


def instruction(step: Step, language: Language, mode: Mode = Mode.FOOT) -> str:
    """What is to be done, as a title: «Turn left onto High Street»."""
    return begun(done(step, language, mode))


def reached(step: Step, language: Language) -> str:
    """That one is there, as a part of a sentence; `step` is a stop or the goal."""
    return table().reached[step.manoeuvre][_SIDES[sided(step.direction)]].form(language)


def done(step: Step, language: Language, mode: Mode = Mode.FOOT) -> str:
    """What is to be done, as a part of a sentence: «turn left onto High Street»."""
    found = table().deeds[step.manoeuvre][_row(step)]
    text = _filled(found, step, language, mode)
    if step.towards and not step.streets:
        text = table().frames["towards"].form(language).format(deed=text, sign=step.towards[0])
    return text


def begun(text: str) -> str:
    """The text as the beginning of a sentence."""
    return f"{text[:1].upper()}{text[1:]}"


def _row(step: Step) -> str:
    """Which line of the table a step is said with."""
    match step.manoeuvre:
        case Manoeuvre.START:
            return COMPASS[round((step.after or 0.0) / 45) % 8]
        case Manoeuvre.STOP | Manoeuvre.ARRIVE:
            return _SIDES[sided(step.direction)]
        case Manoeuvre.ROUNDABOUT if step.exit:
            return "exit"
    return "any" if "any" in table().deeds[step.manoeuvre] else step.direction


def _filled(
    phrase: Phrase, step: Step, language: Language, mode: Mode, distance: float = 0.0
) -> str:
    street = step.streets[0] if step.streets else ""
    verbs = {
        verb: forms[mode].form(language, second=bool(street))
        for verb, forms in table().verbs.items()
    }
    return phrase.form(language, second=bool(street)).format(
        street=street,
        exit=_ordinal(step.exit, language),
        distance=distance_said(distance, language),
        **verbs,
    )


def _ordinal(number: int, language: Language) -> str:
    number = min(max(number, 1), 99)
    return chinese.spelled(number) if language == CHINESE else english.ordinal(number)

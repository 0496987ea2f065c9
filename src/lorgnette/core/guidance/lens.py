"""What a lens shows of a journey: the instruction first, then how far, which way, and when."""

from datetime import datetime, timedelta

from lorgnette.core.cards import Arrow, Emphasis, Line, Text, Turn
from lorgnette.core.guidance.distances import distance_shown
from lorgnette.core.guidance.phrases import table
from lorgnette.core.guidance.prompts import chained, silent
from lorgnette.core.guidance.state import Phase, State
from lorgnette.core.guidance.words import begun, done, instruction, reached
from lorgnette.core.routes import Manoeuvre, Mode, Step
from lorgnette.core.types import Language


def shown(state: State, language: Language, now: datetime) -> Arrow | Text:
    """The card of a state. `now` is the wearer's time, for the time of arrival.

    Distances change in steps, so that the card after most fixes is the one before.
    """
    step = state.next.step
    if state.phase is Phase.ARRIVED:
        goal = state.way.marks[-1].step
        return Arrow(title=begun(reached(goal, language)), turn=Turn.ARRIVE)
    if state.phase is Phase.PAUSED:
        return Text(title=_words("paused", language), footer=_footer(state, language, now))
    if state.off:
        wanted = state.wants is not None
        lines = (Line(_words("searching", language)),) if wanted else ()
        return Text(title=_words("off", language), lines=lines)
    return Arrow(
        title=instruction(step, language, state.way.route.mode),
        lines=_lines(state, language),
        footer=_footer(state, language, now),
        turn=_turn(step),
        degrees=state.next.angle if step.manoeuvre is Manoeuvre.ROUNDABOUT else None,
        distance=_distance(state, language),
    )


def _turn(step: Step) -> Turn:
    match step.manoeuvre:
        case Manoeuvre.ARRIVE | Manoeuvre.STOP:
            return Turn.ARRIVE
        case Manoeuvre.ROUNDABOUT:
            return Turn.ROUNDABOUT
        case Manoeuvre.START:
            return Turn.START
    return Turn(step.direction.replace("-", "_"))


def _distance(state: State, language: Language) -> str:
    """How far it is; that nobody knows where one is, when it is so."""
    if state.lost:
        return ""
    text = distance_shown(state.distance, language)
    if state.reckoned > 0 and state.distance >= 10:
        return table().lens["about"].form(language).format(distance=text)
    return text


def _lines(state: State, language: Language) -> tuple[Line, ...]:
    """What comes soon after, and the street one is in."""
    if state.lost:
        return (Line(_words("lost", language)),)
    then = chained(state, state.stand.mark)
    lines = []
    if then is not None and not silent(then):
        following = done(then, language, state.way.route.mode)
        lines.append(Line(_lens("then", language).format(next=following)))
    if state.street:
        lines.append(Line(state.street, emphasis=Emphasis.FAINT))
    return tuple(lines)


def _footer(state: State, language: Language, now: datetime) -> str:
    """When one arrives and how far it is; on a bicycle also how fast one is."""
    arrival = now + timedelta(seconds=state.seconds_left)
    parts = [
        _words("arrival", language).format(time=f"{arrival:%H:%M}"),
        distance_shown(state.left, language),
    ]
    if state.way.route.mode is Mode.BICYCLE and not state.lost:
        speed = round(state.motion.speed * 3.6)
        parts.append(_words("speed", language).format(speed=speed))
    return " · ".join(parts)


def _lens(name: str, language: Language) -> str:
    return table().lens[name].form(language)


def _words(name: str, language: Language) -> str:
    return begun(_lens(name, language))

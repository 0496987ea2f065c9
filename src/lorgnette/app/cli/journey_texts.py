"""Journeys as they are printed: what is said, when, and which way; and how it ended."""

from collections.abc import Iterator
from datetime import timedelta

import msgspec

from lorgnette.app.driving import Moment
from lorgnette.core.guidance import (
    Phase,
    Prompt,
    Rerouted,
    Saying,
    State,
    Unanswered,
    distance_shown,
)
from lorgnette.core.guidance.words import spoken
from lorgnette.core.routes import Direction, Manoeuvre
from lorgnette.core.types import ENGLISH, Language
from lorgnette.engines import Kept

ARROWS = {
    Direction.STRAIGHT: "↑",
    Direction.SLIGHT_LEFT: "↖",
    Direction.LEFT: "←",
    Direction.SHARP_LEFT: "↙",
    Direction.U_TURN_LEFT: "↶",
    Direction.SLIGHT_RIGHT: "↗",
    Direction.RIGHT: "→",
    Direction.SHARP_RIGHT: "↘",
    Direction.U_TURN_RIGHT: "↷",
}


class Tally(msgspec.Struct):
    """What a journey came to."""

    said: int = 0
    routes: int = 0
    unanswered: int = 0
    at: float = 0.0
    state: State | None = None

    def take(self, moment: Moment) -> None:
        """Count what happened."""
        self.said += len(moment.state.prompts)
        self.routes += isinstance(moment.event, Rerouted)
        self.unanswered += isinstance(moment.event, Unanswered)
        self.at, self.state = moment.at, moment.state

    @property
    def arrived(self) -> bool:
        """Whether the goal was reached."""
        return self.state is not None and self.state.phase is Phase.ARRIVED

    def __str__(self) -> str:
        end = "arrived" if self.arrived else "not arrived"
        if self.state is not None and not self.arrived:
            end += f", {distance_shown(self.state.left, ENGLISH)} to go"
        parts = [f"{clock(self.at)}", f"{self.said} things said", f"{self.routes} new ways", end]
        if self.unanswered:
            parts.insert(3, f"{self.unanswered} times no way was found")
        return "; ".join(parts)


def in_lines(moment: Moment, language: Language) -> Iterator[str]:
    """What was said at a moment, each thing in a line."""
    for prompt in moment.state.prompts:
        yield f"{clock(moment.at):>8}  {arrow(prompt)}  {spoken(prompt, language)}"


def in_json(moment: Moment, language: Language) -> Iterator[str]:
    """The same as objects, with where it was said and how far what is meant is."""
    fix = moment.state.motion.fix
    for prompt in moment.state.prompts:
        told = {
            "at": round(moment.at, 1),
            "said": spoken(prompt, language),
            "saying": prompt.saying,
            "metres": round(prompt.distance),
            "spot": fix and fix.spot,
        }
        yield msgspec.json.encode(told).decode()


def in_list(kept: Kept) -> str:
    """A journey in a list."""
    head = kept.head
    return f"{kept.id:>6}  {head.began:%Y-%m-%d %H:%M}  {head.mode:<8}  {' → '.join(head.goals)}"


def arrow(prompt: Prompt) -> str:
    """Which way, in one sign."""
    step = prompt.step
    if step is None:
        return "·"
    if prompt.saying is Saying.CONTINUE:
        return "↑"
    if step.manoeuvre in (Manoeuvre.ARRIVE, Manoeuvre.STOP):
        return "⚑"
    return "⟳" if step.manoeuvre is Manoeuvre.ROUNDABOUT else ARROWS[step.direction]


def clock(seconds: float) -> str:
    """A time from the beginning: 7:05, or 1:07:05."""
    text = str(timedelta(seconds=int(seconds)))
    return text.removeprefix("0:").removeprefix("0") if seconds < 3600 else text

"""Guidance followed along a track, and held against the truth."""

from collections.abc import Sequence
from typing import NamedTuple

from lorgnette.core.guidance import Mark, Prompt, State, Wish, begin, guide
from lorgnette.core.routes import Direction, Manoeuvre, Route
from lorgnette.testing.tracks import Sample

_NO_TURNS = frozenset({Manoeuvre.START, Manoeuvre.STOP, Manoeuvre.ARRIVE})


class Told(NamedTuple):
    """A prompt, and the fix after which it came."""

    sample: Sample
    prompt: Prompt


class Wished(NamedTuple):
    """A wish for a new way, and the fix after which it came."""

    sample: Sample
    wish: Wish


class Record(NamedTuple):
    """What a journey was like; `gone` of its samples is measured along the route."""

    told: list[Told]
    wished: list[Wished]
    state: State

    @property
    def manoeuvres(self) -> list[Mark]:
        """All of the way that must be announced."""
        return [
            mark
            for mark in self.state.way.marks
            if mark.step.manoeuvre not in _NO_TURNS
            and (mark.step.manoeuvre, mark.step.direction)
            != (Manoeuvre.CONTINUE, Direction.STRAIGHT)
        ]

    def before(self, mark: Mark) -> list[Told]:
        """What was told of a manoeuvre before it was due."""
        return [
            each
            for each in self.told
            if mark.step in (each.prompt.step, each.prompt.then) and each.sample.gone < mark.along
        ]

    @property
    def missed(self) -> list[Mark]:
        """The manoeuvres that nobody announced before they were due."""
        return [mark for mark in self.manoeuvres if not self.before(mark)]

    @property
    def twice(self) -> list[str]:
        """The keys of prompts that came more than once."""
        keys = [each.prompt.key for each in self.told]
        return sorted({key for key in keys if keys.count(key) > 1})

    def late(self, by: float) -> list[Told]:
        """Prompts about a manoeuvre that was passed by more than so many metres already."""
        marks = self.state.way.marks
        return [
            each
            for each in self.told
            if each.prompt.saying in ("ahead", "now")
            and each.sample.gone > marks[each.prompt.mark].along + by
        ]


def follow(route: Route, samples: Sequence[Sample]) -> Record:
    """Guide somebody along a track; wishes are written down and never answered."""
    state = begin(route)
    record = Record([], [], state)
    for sample in samples:
        before, state = state, guide(state, sample.fix)
        record.told.extend(Told(sample, prompt) for prompt in state.prompts)
        if state.wants is not None and state.wants is not before.wants:
            record.wished.append(Wished(sample, state.wants))
    return record._replace(state=state)

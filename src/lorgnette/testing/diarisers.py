"""A scripted diariser, and the promises of every `Diariser`."""

import anyio

from lorgnette.core.types import SAMPLE_BYTES, SAMPLE_RATE, Sound, samples_in
from lorgnette.engines import Diariser, VoiceSpan
from lorgnette.testing.promises import promise
from lorgnette.testing.signals import VOICE, height, quiet

STEP = SAMPLE_RATE // 100


class ScriptedDiariser:
    """Takes sounds of one height for one voice, as `signals.voiced` makes them."""

    async def turns(self, sound: Sound, /) -> tuple[VoiceSpan, ...]:
        """A span for each run of the same height that is loud enough to be a voice."""
        size, sound = STEP * SAMPLE_BYTES, sound[: samples_in(sound) * SAMPLE_BYTES]
        heights = [height(sound[at : at + size]) for at in range(0, len(sound), size)]
        changes = [at for at in range(1, len(heights)) if heights[at] != heights[at - 1]]
        return tuple(
            VoiceSpan(first * STEP, min(last * STEP, samples_in(sound)), heights[first])
            for first, last in zip([0, *changes], [*changes, len(heights)], strict=True)
            if first < last and heights[first] >= VOICE
        )

    async def warm_up(self) -> None:
        """There is nothing to load."""


async def check_diariser(diariser: Diariser, one: Sound, other: Sound) -> None:
    """Every promise of a `Diariser`, with two voices that each speak for some seconds.

    Raises AssertionError with the first promise that is not kept.
    """
    await diariser.warm_up()
    for nothing in (b"", b"\0", quiet(0.01), quiet(12)):
        promise(await diariser.turns(nothing) == (), "where nobody speaks there is no voice")
    sound = one + quiet(0.3) + other
    spans = await diariser.turns(sound)
    promise(len({span.voice for span in spans}) >= 2, "two voices are told apart")
    promise(list(spans) == sorted(spans, key=lambda span: span.first), "spans are in order")
    sane = all(0 <= span.first < span.last <= samples_in(sound) for span in spans)
    promise(sane, "spans lie within the sound")
    promise(len({span.voice for span in await diariser.turns(one)}) == 1, "one voice is one")
    promise(await diariser.turns(sound) == spans, "the same sound gives the same spans")
    with anyio.CancelScope() as scope:
        scope.cancel()
        await diariser.turns(sound)
    promise(await diariser.turns(sound) == spans, "it works after a question was cancelled")

"""The promises of every `SpeakerEmbedder`."""

from array import array
from math import isclose

import anyio

from lorgnette.core.types import Sound
from lorgnette.engines import SpeakerEmbedder, SpeakerEmbedding
from lorgnette.testing.promises import promise


async def check_speaker_embedder(
    embedder: SpeakerEmbedder, anna: Sound, ben: Sound, *, alike: float = 0.9
) -> None:
    """Every promise of a `SpeakerEmbedder`, with the voices of two people.

    `alike`: what is the same voice at half the loudness is at least as near as this. Raises
    AssertionError with the first promise that is not kept.
    """
    await embedder.warm_up()
    first = await _voice(embedder, anna)
    promise(isclose(first.likeness(first), 1.0, abs_tol=1e-3), "a voice is a vector of length 1")
    promise(await embedder.embed(anna) == first, "the same sound is the same voice")
    quiet = await _voice(embedder, _half_as_loud(anna))
    promise(first.likeness(quiet) >= alike, "a voice does not depend on its loudness")
    other = await _voice(embedder, ben)
    promise(first.likeness(other) < first.likeness(quiet), "two people's voices differ")
    promise(await embedder.embed(b"") is None, "of no sound there is no voice")
    promise(await embedder.embed(anna[:320]) is None, "of a moment there is no voice")
    await check_several_voices(embedder, anna, ben)


async def check_several_voices(embedder: SpeakerEmbedder, anna: Sound, ben: Sound) -> None:
    """Several at once get their own voices, and one that is cancelled disturbs nobody."""
    alone, found = [await _voice(embedder, sound) for sound in (anna, ben)], {}

    async def find(number: int, sound: Sound) -> None:
        found[number] = await embedder.embed(sound)

    async with anyio.create_task_group() as tasks:
        for number, sound in enumerate((anna, ben)):
            tasks.start_soon(find, number, sound)
        with anyio.CancelScope() as scope:
            scope.cancel()
            await embedder.embed(anna)
    promise([found[0], found[1]] == alone, "several voices at once are not mixed up")


async def _voice(embedder: SpeakerEmbedder, sound: Sound) -> SpeakerEmbedding:
    voice = await embedder.embed(sound)
    if voice is None:
        raise AssertionError("not kept: of a person's speech there is a voice")
    return voice


def _half_as_loud(sound: Sound) -> Sound:
    return array("h", [sample // 2 for sample in array("h", sound)]).tobytes()

"""Play recordings to the hub and see what it hears, understands and answers."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lorgnette.core.errors import ConfigurationError
from lorgnette.core.types import PROFILES, Language

if TYPE_CHECKING:
    from lorgnette.app.config import Config
    from lorgnette.app.hub import Hub
    from lorgnette.core.types import Sound


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a sound file")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--speed", choices=("real", "max"), default="max", help="how fast")
    parser.add_argument("--profile", choices=tuple(PROFILES), default="ar", help="which glasses")
    parser.add_argument("--lang", choices=("en", "zh"), help="the language that is spoken")
    parser.add_argument(
        "--skill", type=Path, metavar="FILE", help="also use the skill in this file"
    )
    parser.add_argument("--only-skill", action="store_true", help="leave all other skills out")
    parser.add_argument("--wake", action="append", metavar="WORD", help="another wake word")
    parser.add_argument("--no-wake", action="store_true", help="listen from the first sample on")


def run(given: argparse.Namespace) -> int:
    """Hear."""
    if given.speed == "real":
        import anyio

        whole = anyio.run(hear_all, given)
    else:
        import trio
        import trio.testing

        whole = trio.run(hear_all, given, clock=trio.testing.MockClock())
    return 0 if whole else 1


async def hear_all(given: argparse.Namespace) -> bool:
    """Hear every file with the same engines; whether all of them could be heard."""
    import anyio

    from lorgnette.app.config import read
    from lorgnette.app.house import whole_hub
    from lorgnette.app.recordings import load, step

    config = with_wake_words(read(given.config), given.wake)
    recordings = load(given.files)
    async with whole_hub(config, given.skill, only=given.only_skill, lasting=False) as hub:
        await hub.warm_up()
        async with anyio.create_task_group() as tasks:
            if given.speed == "max":
                tasks.start_soon(step, hub.gauge)
            for path, sound in recordings:
                await hear(hub, path, sound, given)
            tasks.cancel_scope.cancel()
    return not any(isinstance(sound, ConfigurationError) for _, sound in recordings)


async def hear(
    hub: "Hub", path: Path, sound: "Sound | ConfigurationError", given: argparse.Namespace
) -> None:
    """Hear one file, and print its timeline from its first sample on; or what is wrong with it."""
    import anyio

    from lorgnette.app.recordings import last_of, play
    from lorgnette.app.session.timeline import Moment
    from lorgnette.app.telling import printer

    if not given.json:
        print(path)
    started = anyio.current_time()
    more = {"file": str(path)} if len(given.files) > 1 else {}
    watch, latest = last_of(printer(sys.stdout, started, as_json=given.json, **more))
    if isinstance(sound, ConfigurationError):
        watch(Moment(started, "error", {"message": str(sound)}))
        watch(Moment(started, "done"))
        return
    hub.watchers[:] = [watch]
    language = Language(given.lang or hub.config.hub.language)
    await play(hub, sound, PROFILES[given.profile], language, wake=not given.no_wake)
    if not latest or latest[0].kind != "done":
        watch(Moment(anyio.current_time(), "done"))
    hub.watchers.clear()


def with_wake_words(config: "Config", words: list[str] | None) -> "Config":
    """The configuration with other wake words."""
    import msgspec

    if not words:
        return config
    ears = msgspec.structs.replace(config.ears, wake_words=tuple(words))
    return msgspec.structs.replace(config, ears=ears)

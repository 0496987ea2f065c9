"""Start the hub on this machine; Ctrl-C ends it."""

import argparse
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from lorgnette.core.errors import ConfigurationError

if TYPE_CHECKING:
    from lorgnette.app.config import Config


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    parser.add_argument("--port", type=int, help="another port than the configured one")
    parser.add_argument(
        "--tls", action="store_true", help="also let paired glasses in from other machines"
    )
    parser.add_argument(
        "--skill", type=Path, metavar="FILE", help="also use the skill in this file"
    )
    parser.add_argument("--only-skill", action="store_true", help="leave all other skills out")


def run(given: argparse.Namespace) -> int:
    """Serve."""
    import anyio

    from lorgnette.app.config import read

    config = read(given.config)
    if given.port is not None:
        if not 0 <= given.port <= 65_535:
            raise ConfigurationError(f"there is no port {given.port}: choose one up to 65535")
        hub = msgspec.structs.replace(config.hub, port=given.port)
        config = msgspec.structs.replace(config, hub=hub)
    anyio.run(main, config, given)
    return 0


async def main(config: "Config", given: argparse.Namespace) -> None:
    """Serve until interrupted."""
    import anyio

    from lorgnette.app.health import findings, in_short
    from lorgnette.app.house import whole_hub
    from lorgnette.app.server import running

    async with whole_hub(config, given.skill, only=given.only_skill) as hub:
        await hub.warm_up()
        async with running(hub, config, tls=given.tls) as address:
            print(f"Lorgnette is at {address}")
            if hub.doors.opening is not None:
                for line in hub.doors.opening.in_words():
                    print(f"  {line}")
            for line in in_short(findings(config, hub.skills, hub.engines)):
                print(f"  {line}")
            sys.stdout.flush()
            with anyio.open_signal_receiver(signal.SIGINT, signal.SIGTERM) as signals:
                await anext(aiter(signals))

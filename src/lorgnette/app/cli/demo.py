"""Play a minute with the glasses: recorded speech in real time, no microphone, no network."""

import argparse


def arguments(_parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments: none."""


def run(given: argparse.Namespace) -> int:
    """Play."""
    import anyio

    from lorgnette.app.config import read
    from lorgnette.app.demo.play import play

    config = read(given.config)

    def say(line: str) -> None:
        print(line, flush=True)

    return 0 if anyio.run(play, config, say) else 1

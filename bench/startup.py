"""How long a command takes to answer, and how much memory a hub needs."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import anyio

import report
from hubs import Hub, load, serving
from lorgnette.link.client import connect
from lorgnette.link.messages import SpeechEnds
from recorded import Microphone

TIMES = 7
SETTLE = 3.0
"""Seconds before memory is read."""

LORGNETTE = str(Path(sys.executable).with_name("lorgnette"))


def seconds(command: Sequence[str], folder: str) -> list[float]:
    """How long a command takes, each time; the first, which fills caches, is left out."""
    found = []
    # Compiled modules are kept, as on anybody's machine, also where Python is told to keep nothing.
    kept = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": f"{folder}/bytecode"}
    environment = {**os.environ, **kept, "LORGNETTE_DATA": folder}
    for _ in range(TIMES + 1):
        begun = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
        found.append(time.perf_counter() - begun)
    return found[1:]


def middle(values: list[float]) -> float:
    return statistics.median(values)


async def one_session(hub: Hub, found: list[float]) -> None:
    """Note the hub's megabytes with glasses that wait, and after their first answer."""
    async with connect(hub.url) as glasses, anyio.create_task_group() as tasks:
        tasks.start_soon(Microphone(glasses).run)
        await anyio.sleep(SETTLE)
        found.append(hub.megabytes())
        glasses.type("what time is it")
        while not isinstance(await glasses.receive(), SpeechEnds):
            pass
        found.append(hub.megabytes())
        tasks.cancel_scope.cancel()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        nothing = middle(seconds([sys.executable, "-c", "pass"], folder))
        imported = middle(seconds([sys.executable, "-c", "import lorgnette"], folder))
        asked = seconds([LORGNETTE, "ask", "what time is it"], folder)
        figures: dict[str, object] = {
            "Python alone, ms": round(1000 * nothing),
            "import lorgnette, ms more": round(1000 * (imported - nothing), 1),
            'lorgnette ask "what time is it", s': round(middle(asked), 2),
            "the slowest of these, s": round(max(asked), 2),
        }
    begun = time.perf_counter()
    with serving() as hub:
        figures["lorgnette serve until its address is shown, s"] = round(
            time.perf_counter() - begun, 2
        )
        time.sleep(SETTLE)
        figures["memory of an idle hub, MB"] = round(hub.megabytes())
        memory: list[float] = []
        anyio.run(one_session, hub, memory)
        waiting, answered = memory
        figures["memory with one pair of glasses that waits, MB"] = round(waiting)
        figures["memory after its first answer, MB"] = round(answered)
    report.save("startup", {**figures, "load": load()})


if __name__ == "__main__":
    main()

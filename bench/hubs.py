"""A hub in a process of its own, started as a user starts it, and what it uses."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

TICKS = os.sysconf("SC_CLK_TCK")


class Hub(NamedTuple):
    """A running hub: its process and where its link is."""

    process: int
    url: str

    def seconds(self) -> float:
        """Processor time it has used, without that of the processes it started."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def megabytes(self) -> float:
        """Memory it holds."""
        for line in Path(f"/proc/{self.process}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
        raise OSError("the hub is gone")


@contextmanager
def serving(
    *arguments: str, program: Sequence[str] = (), fill: Callable[[Path], None] = lambda _: None
) -> Iterator[Hub]:
    """Run `lorgnette serve` on a free port, with an empty folder and without a configuration.

    `program`: what is run in the place of `lorgnette`. `fill` puts something into the folder.
    """
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder))
        here = {"LORGNETTE_DATA": folder, "LORGNETTE_CONFIG": f"{folder}/none.toml"}
        command = [
            *(program or [str(Path(sys.executable).with_name("lorgnette"))]),
            "serve",
            "--port",
            "0",
            *arguments,
        ]
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env={**os.environ, **here}
        )
        try:
            assert process.stdout is not None
            address = process.stdout.readline().rsplit(" ", 1)[-1].strip()
            yield Hub(process.pid, address.replace("http", "ws") + "/link")
        finally:
            process.terminate()
            process.wait(10)


def load() -> str:
    """How busy the machine is: a shared one makes every figure worse."""
    return f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


def now() -> float:
    """Seconds on the clock that all processes and event loops of a machine share."""
    return time.monotonic()

"""Print the figures of a bench and keep them, with the machine they were measured on."""

import datetime as dt
import json
import os
import platform
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"


def machine() -> str:
    """The processor, cores, memory and system, in one line."""
    model = platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text().splitlines():
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    python = platform.python_version()
    return f"{model}, {os.cpu_count()} cores, {gib:.0f} GiB, Python {python}"


def commit() -> str:
    """The commit that was measured, with + when the tree had changes."""
    try:
        return subprocess.run(
            ["git", "describe", "--always", "--dirty=+"], capture_output=True, text=True, check=True
        ).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def save(question: str, figures: Mapping[str, Any]) -> None:
    """Print the figures and write them to `results/<question>.json`."""
    for name, value in figures.items():
        print(f"{name:>40}  {value}")
    RESULTS.mkdir(exist_ok=True)
    record = {
        "question": question,
        "machine": machine(),
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "commit": commit(),
        "figures": dict(figures),
    }
    text = json.dumps(record, indent=2, ensure_ascii=False)
    (RESULTS / f"{question}.json").write_text(text + "\n")


def percentile(values: list[float], share: float) -> float:
    """The smallest value that at least `share` (0 to 1) of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -(-int(share * 1000) * len(ordered) // 1000) - 1))]

"""Fetches a wheel by pip, from where pip gets its packages, and checks it."""

import subprocess
import sys
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from lorgnette.core.errors import EngineFailed, MissingPart

PYTHON: Final = "3.12"
"""Whose wheels are taken: what is in them that is no Python runs beside any."""


def fetch_wheel(requirements: str, folder: Path) -> Path:
    """Fetch the wheel that a file of requirements names, into a folder. Pip says how far it is.

    `requirements` is a file in a package: `lorgnette.providers.valhalla/requirements.txt`. Raises
    MissingPart without pip, EngineFailed when there is no such wheel, or it is another one.
    """
    if find_spec("pip") is None:
        raise MissingPart("pip is missing, which fetches it: python -m ensurepip")
    package, _, name = requirements.partition("/")
    with resources.as_file(resources.files(package).joinpath(name)) as file:
        command = [
            *(sys.executable, "-m", "pip", "download", "--disable-pip-version-check"),
            *("--no-deps", "--only-binary", ":all:", "--python-version", PYTHON),
            *("--require-hashes", "--dest", str(folder), "--requirement", str(file)),
        ]
        done = subprocess.run(command, stdout=sys.stderr, check=False)
    wheels = [*folder.glob("*.whl")]
    if done.returncode or len(wheels) != 1:
        raise EngineFailed("pip could not fetch it, or it is not what was expected: see above")
    return wheels[0]

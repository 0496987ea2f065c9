"""The running hub and the wearer of the tests of users, and what strangers send."""

import sys
from pathlib import Path

here = Path(__file__).parent
sys.path[:0] = [str(here), str(here.parent / "user")]

from living import hub, own_hub, wearing  # noqa: E402, F401

"""Makes the modules beside the tests importable, and their fixtures known."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from living import hub, own_hub, wearing  # noqa: F401

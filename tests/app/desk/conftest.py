"""Makes the modules beside the tests, and those of the hub's own tests, importable."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

"""`python -m lorgnette`, the same as `lorgnette`."""

import sys

from lorgnette.app.cli import main

sys.exit(main())

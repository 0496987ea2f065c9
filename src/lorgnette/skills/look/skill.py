"""The skill to which the actions of this folder belong."""

from lorgnette.engines import CODE_READER
from lorgnette.skills import Skill

skill = Skill("look", needs=(CODE_READER,))

PATIENCE = 8.0
"""Seconds that somebody may take to hold a thing in front of the camera."""

READING = 12.0
"""Seconds that it may take to read a full page."""

SEEING = 60.0
"""Seconds that a model may take: it has a patience of its own, which is shorter."""

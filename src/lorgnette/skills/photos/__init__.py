"""Photos and videos: taken, found by what stands in them, and deleted."""

from lorgnette.skills.photos import filming, finding, taking
from lorgnette.skills.photos.skill import skill

__all__ = ["filming", "finding", "skill", "taking"]

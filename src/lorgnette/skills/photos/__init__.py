"""Photos: taken, found by what stands in them, and deleted."""

from lorgnette.skills.photos import finding, taking
from lorgnette.skills.photos.skill import skill

__all__ = ["finding", "skill", "taking"]
